// What messages, lists and errors say of codes.
package shop
import "net/http"
func told(t *testing.T) {
	t.Errorf("expected %v, got %v", 204, w.StatusCode) //: 204 status
	t.Errorf("expected %v, got %v", 204, w.Size)
	expectedCodes := []int{429, 500, 502, 503, 504, 509} //: 429 status, 500 status, 502 status, 503 status, 504 status, 509 status
	expectedSizes := []int{429, 500, 502, 503, 504, 509}
	fail(w, err.Error(), 500) //: 500 status
	draw(rows, rows.Sum(), 502)
}
