// Containers of statuses whose names begin with letters of their own. `//:` says what a line holds.
import { ACMEHTTPCode, ACMEStatus, ACMEGraphCode } from "./acme";

export function answer(response: Answer, node: Node): void {
  response.writeHead(ACMEHTTPCode.NOT_FOUND, {}); //: 404 constant
  response.finish({ httpCode: ACMEHTTPCode.OK }); //: 200 constant
  node.colour = ACMEGraphCode.OK;
}

export class LimitError extends ApiError<429, Headers> {} //: 429 status
export class Grid extends Matrix<200, 404> {}

export function icons(store: Store): void {
  store.add(new Icon("https://shop.example/tea.png", 200, null));
  store.add(new ApiError("Provide at least {} and fewer than {} teas", 50016, ["2", "100"]));
  pollRequest(params, 500).then(getStatuses);
}

export const described = { 204: { description: "gone" } }; //: 204 status
export const weighed = { 204: { height: 7 } };
