package shop

func isMissing(statusCode int) bool {
	return statusCode == 404 || statusCode == 410
}
