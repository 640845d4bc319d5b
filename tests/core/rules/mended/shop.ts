import { getReasonPhrase } from "http-status-codes";
import { answer, Answer } from "./stock";

export function refuse(response: Answer, statusCode: number): Answer {
  switch (statusCode) {
    case 404:
      return response.status(410).json({ status: 410 });
    default:
      response.statusCode = 500;
  }
  return response.status(statusCode === 422 ? 400 : 500);
}

export function read(): string {
  const result = answer();
  if (result.status === 200) {
    return result.body; // only a 200 has one
  }
  return getReasonPhrase(result.status);
}

const retryableStatusCodes: number[] = [502, 503];
const fixed: { status: 404 } = { status: 404 };
export { fixed, retryableStatusCodes };
