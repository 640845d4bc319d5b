// Constants of modules of errors. `//:` says what a line holds; a line without it holds nothing.
import { HTTP_NOT_FOUND, NOT_FOUND, ShopError } from "./errors";
import { ErrorCode } from "./codes";

export function find(path: string) {
  if (path === "/") throw new ShopError(HTTP_NOT_FOUND, path); //: 404 constant
  if (path === "") throw new ShopError(NOT_FOUND, path);
  throw new ShopError(ErrorCode.HTTP_NOT_FOUND, path);
}
