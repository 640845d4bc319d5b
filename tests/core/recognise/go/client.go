// What clients and tests do with a status. `//:` says what a line holds; a line without it holds nothing.
package client

import (
	"net/http"
	"testing"

	"google.golang.org/grpc/codes"
)

func load(resp *http.Response, rec *recorder, t *testing.T) {
	if resp.StatusCode == 404 || 410 == resp.StatusCode { //: 404 status, 410 status
		return
	}
	if resp.StatusCode >= 200 && resp.StatusCode < 300 { //: 200 bound, 300 bound
		return
	}
	if resp.StatusCode/100 == 5 { //: 5xx class
		return
	}
	if resp.ContentLength == 404 || len(resp.Header) > 300 {
		return
	}
	switch resp.StatusCode {
	case 429, 503: //: 429 status, 503 status
		return
	case http.StatusTeapot: //: 418 constant
		return
	}
	switch rec.Size {
	case 429, 503:
		return
	}
	_ = http.Response{StatusCode: 201, ContentLength: 201} //: 201 status
	assert.Equal(t, 200, rec.Code) //: 200 status
	assert.Equal(t, 200, rec.Size)
	_ = codes.NotFound
	_ = route{Status: new(500), Weight: new(500)} //: 500 status
	_ = labels{"code": "503", "method": "GET", "bucket": "500"} //: 503 status
}

func TestTable(t *testing.T) {
	tests := []struct {
		path string
		code int
		size int
	}{
		{"/404", 404, 404}, //: 404 status
		{path: "/", code: 302, size: 302}, //: 302 status
	}
	_ = tests
}
