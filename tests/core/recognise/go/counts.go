package shop

import "net/http"

func counts() {
	genHTTPRoutes(500)
	page := RepoStatus(108, 80, 80, 9)
}
