package shop

import "net/http"

func answersWith() {
	for i := 200; i < 300; i++ { //: 200 status, 300 bound
		answer := &http.Response{Header: make(http.Header), StatusCode: i}
	}
	for n := 200; n < 300; n++ {
		row := &Row{Header: make(Header), Size: n}
	}
}
