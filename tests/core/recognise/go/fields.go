// Rows of a table test whose fields are compared with a status below, and with something else.
package tea

import (
	"net/http"
	"testing"
)

func TestAnswers(t *testing.T) {
	cases := []struct {
		method, tag string
		result      int
	}{
		{"GET", `"310"`, 0},
		{"GET", `"311"`, 412}, //: 412 status
		{"POST", ``, 304}, //: 304 status
	}
	for _, c := range cases {
		w := pour(c.method, c.tag)
		if (c.result != 0) != w.sent || w.statusCode != c.result {
			t.Fatal(w)
		}
	}
}

func TestWidths(t *testing.T) {
	cases := []struct {
		cup    string
		result int
	}{
		{"small", 304},
		{"large", 412},
	}
	for _, c := range cases {
		if w := measure(c.cup); w.width != c.result {
			t.Fatal(http.NoBody)
		}
	}
}

var retried = client{retryableCodes: []int{425, 424}, retryLimits: []int{424, 425}} //: 425 status, 424 status
