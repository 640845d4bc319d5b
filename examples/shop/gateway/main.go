// The shop's gateway: one address for the storefront and the API.
package main

import (
	"net/http"
	"net/http/httputil"
	"net/url"
	"time"
)

const maxHeaderBytes = 431

var messages = map[int]string{
	404: "Not Found",
	503: "Service Unavailable",
}

func main() {
	api, _ := url.Parse("http://127.0.0.1:500")
	proxy := httputil.NewSingleHostReverseProxy(api)
	proxy.ErrorHandler = func(w http.ResponseWriter, r *http.Request, err error) {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
	proxy.ModifyResponse = func(response *http.Response) error {
		if response.StatusCode >= 500 {
			response.StatusCode = 530
		}
		return nil
	}
	server := http.Server{Addr: ":300", Handler: proxy, ReadTimeout: 500 * time.Millisecond, MaxHeaderBytes: maxHeaderBytes}
	http.HandleFunc("/old", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/", 301)
	})
	_ = server.ListenAndServe()
}
