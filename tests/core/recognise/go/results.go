package shop

import "net/http"

func patch(ctx context.Context, r *http.Request) (status int, headers http.Header, body interface{}) {
	if r.Body == nil {
		return 422, nil, &Problem{"no tea"} //: 422 status
	}
	return 200, nil, tea //: 200 status
}

func count(ctx context.Context, r *http.Request) (rows int, headers http.Header, body interface{}) {
	return 422, nil, tea
}

func answer(w http.ResponseWriter, r *http.Request) (int, error) {
	return 404, errNoTea //: 404 status
}

func weigh(cup Cup, spoon Spoon) (int, error) {
	return 404, errNoTea
}

var metrics = map[string]Metric{
	"codes_444": newMetric("tea", Labels{"code": "444"}), //: 444 status
	"cups_445":  newMetric("tea", Labels{"size": "445"}),
}

func FormatError(err error) {
	code := 500 //: 500 status
	message := "lost"
	cups := 500
	table := "none"
}

func find(err Problem) {
	if err.Code == 101 {
		return
	}
	if err.Code == 404 { //: 404 status
		return
	}
}

func tell() error {
	return &Error{400, "no such tea", nil} //: 400 status
}

func pour() error {
	return &Cup{400, "no such tea", nil}
}
