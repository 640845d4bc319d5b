// What servers do with a status. `//:` says what a line holds; a line without it holds nothing.
package server

import (
	nethttp "net/http"
	"time"

	"github.com/gin-gonic/gin"
)

const (
	StatusTeapot = 418 //: 418 status
	bufferSize   = 418
)

var messages = map[int]string{
	404: "Not Found", //: 404 status
	503: "Service Unavailable", //: 503 status
}

var sizes = map[int]string{404: "small", 503: "large"}

func handle(w nethttp.ResponseWriter, r *nethttp.Request) {
	w.WriteHeader(404) //: 404 status
	w.WriteHeader(nethttp.StatusNoContent) //: 204 constant
	nethttp.Error(w, "none", 500) //: 500 status
	nethttp.Redirect(w, r, "/404", 302) //: 302 status
	w.Write(make([]byte, 404))
	time.Sleep(500 * time.Millisecond)
}

func api(c *gin.Context) {
	c.JSON(200, gin.H{"limit": 200}) //: 200 status
	c.AbortWithStatus(403) //: 403 status
	c.GetInt("200")
}

func status(err error) (int, string) {
	if err != nil {
		return 500, "failed" //: 500 status
	}
	return nethttp.StatusOK, "" //: 200 constant
}

func width(err error) (int, string) {
	return 500, "wide"
}
