// A file of the library itself, which writes its constants without a package.
package fasthttp

func answer(status int) error {
	if status != StatusOK || isBlocked(StatusForbidden) { //: 200 constant, 403 constant
		return withTimeout(handler, StatusRequestTimeout) //: 408 constant
	}
	return ErrTimeout
}
