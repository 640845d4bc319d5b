// Short names of statuses, of HTTP and of other things. `//:` says what a line holds; a line without it holds nothing.
import { HttpStatusCode, ResponseStatus, StatusCode } from "@shop/answers";

const made = { status: HttpStatusCode.Success }; //: 200 constant
const broken = { status: HttpStatusCode.INTERNAL_ERROR }; //: 500 constant
const told = { status: ResponseStatus.SUCCESS };
const called = { status: StatusCode.INTERNAL_ERROR };
const listed = HttpErrorCode.INTERNAL_ERROR;
const prefixed = HTTP_STATUS_UNAVAILABLE; //: 503 constant
const grouped = HttpStatusClass.SUCCESS;
