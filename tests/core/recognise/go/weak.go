// Codes that weak names get, and what is done with them.
package shop
import "net/http"
func weakNames(t *testing.T) {
	if got, want := shopResp.Code, 404; got != want { //: 404 status
	}
	if got, want := shopResp.Size, 404; got != want {
	}
	t.Errorf("Expecting code %v", 405) //: 405 status
	t.Errorf("Expecting rows %v", 405)
	code := int64(500) //: 500 status
	h := func(w http.ResponseWriter) { w.WriteHeader(int(code)) }
	atomic.StoreInt64(&code, 200) //: 200 status
	atomic.StoreInt64(&rows, 200)
}
