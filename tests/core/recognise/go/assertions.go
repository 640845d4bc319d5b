// The assertions of Go's test libraries, and what they take beside the status.
package orders

import (
	"net/http"
	"testing"
)

func TestShop(t *testing.T) {
	td.Cmp(t, resp.StatusCode, 400) //: 400 status
	td.Cmp(t, resp.ContentLength, 400)
	c.Assert(rec.Code, qt.Equals, 200) //: 200 status
	c.Assert(rec.Size, qt.Equals, 200)
	So(resp.StatusCode, ShouldEqual, 500) //: 500 status
	So(len(orders), ShouldEqual, 500)
	Expect(resp.StatusCode).To(Equal(400)) //: 400 status
	Eventually(func() int { return fetchStatus() }).Should(Equal(200)) //: 200 status
	Expect(len(orders)).To(Equal(200))
	readsResponse(t, "/orders", 200, 123) //: 200 status
}

func readsResponse(t *testing.T, path string, wantStatus, wantLength int) {
}

func report(t *testing.T, rec *recorder) {
	t.Fatalf("expected status code %d, got %d", 200, rec.Code) //: 200 status
	t.Fatalf("expected %d bytes, got %d", 200, rec.Size)
	t.Fatalf("exit status %d, got %d", 200, rec.Exit)
	_ = fmt.Sprintf("[GET /orders][%d] listOrders", 500) //: 500 status
}

func listed(t *testing.T) {
	tests := []struct {
		statuses []int
		name     string
		widths   []int
	}{
		{[]int{500, 503}, "broken", []int{404, 410}}, //: 500 status, 503 status
	}
	Expect(answer).To(HaveHTTPStatus("404 Nobody Home", "410 Gone")) //: 404 status, 410 status
	_ = map[string]string{"code_challenge": "123", "redirect_uri": "/", "response_type": "code"}
	_ = tests
}
