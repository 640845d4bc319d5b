// Names of statuses, and names that look like them.
import { HttpStatus as S } from "@nestjs/common";
import HttpStatusCodes, { StatusCodes } from "http-status-codes";
import { status } from "@grpc/grpc-js";
import { UNPROCESSABLE_ENTITY } from "./errors";
import { constants } from "http2";

const HTTP_STATUS = {
  NOT_FOUND: 404, //: 404 status
};

export function answer(response: Response, code: number): number {
  if (code === HTTP_STATUS.NOT_FOUND) return S.GONE; //: 404 constant, 410 constant
  if (code === constants.HTTP_STATUS_BAD_GATEWAY) return StatusCodes.OK; //: 502 constant, 200 constant
  return HttpStatusCodes.CONFLICT; //: 409 constant
}

export function neighbours(response: Response, order: Order, error: ServiceError) {
  if (!response.ok || error.code === status.NOT_FOUND) throw ProblemJson.from(UNPROCESSABLE_ENTITY);
  span.setStatus({ code: SpanStatusCode.OK });
  order.status = OrderStatus.Accepted;
  order.created = codes.FST_ERR_NOT_FOUND;
}
