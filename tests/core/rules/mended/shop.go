package shop

import (
	"encoding/json"
	"errors"
	nethttp "net/http"
)

var errGone = errors.New("gone")

type answer struct {
	Status int `json:"status"`
}

var retryable = []int{502, 503}

const fallback uint16 = 500

// Serve answers with what the stock says.
func Serve(w nethttp.ResponseWriter, r *nethttp.Request) {
	response, err := nethttp.Get("http://stock.example/404")
	if err != nil {
		nethttp.Error(w, "no stock", 502)
		return
	}
	defer response.Body.Close()
	switch response.StatusCode {
	case 200, 203:
		w.WriteHeader(200)
	case 404:
		nethttp.Redirect(w, r, "/", 303)
	default:
		w.WriteHeader(int(fallback))
	}
	if response.StatusCode >= 400 && response.StatusCode != 410 {
		json.NewEncoder(w).Encode(answer{Status: 500})
	}
}

func made() *nethttp.Response {
	return &nethttp.Response{StatusCode: 418, Status: "418 I'm a teapot"}
}
