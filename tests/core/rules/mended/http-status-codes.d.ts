declare module "http-status-codes" {
  export enum StatusCodes {
    OK = 200,
    BAD_REQUEST = 400,
    NOT_FOUND = 404,
    GONE = 410,
    UNPROCESSABLE_ENTITY = 422,
    INTERNAL_SERVER_ERROR = 500,
    BAD_GATEWAY = 502,
    SERVICE_UNAVAILABLE = 503,
  }
  export function getReasonPhrase(code: number): string;
}
