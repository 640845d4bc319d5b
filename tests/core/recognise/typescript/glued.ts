// Containers of statuses whose names begin with letters of their own. `//:` says what a line holds.
import { ACMEHTTPCode, ACMEStatus, ACMEGraphCode } from "./acme";

export function answer(response: Answer, node: Node): void {
  response.writeHead(ACMEHTTPCode.NOT_FOUND, {}); //: 404 constant
  response.finish({ httpCode: ACMEHTTPCode.OK }); //: 200 constant
  node.colour = ACMEGraphCode.OK;
}
