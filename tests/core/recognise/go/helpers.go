// Helpers of other files that take a status by its place, and what is passed beside it.
package shop

import (
	"net/http"
	"testing"

	"github.com/jarcoal/httpmock"
)

func serve(t *testing.T, w http.ResponseWriter) {
	writeError(w, 400, "bad") //: 400 status
	writePadding(w, 400)
	load(t, http.MethodGet, server.URL, nil, 500) //: 500 status
	httpmock.RegisterResponder("GET", "/", httpmock.NewStringResponder(500, "")) //: 500 status
	_ = fmt.Errorf("HTTP %d", 500) //: 500 status
	_ = []OpCode{{'e', 0, 404}}
	const SYS_RESPOND = 404
}
