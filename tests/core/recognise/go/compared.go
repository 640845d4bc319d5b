package shop

import (
	"net/http"
	"testing"

	"shop/st"
)

func TestOrders(t *testing.T) {
	res, err := http.Get("http://shop.test/orders")
	st.Expect(t, err, nil)
	st.Expect(t, res.StatusCode, 200) //: 200 status
	st.Compare(t, 404, gone.StatusCode) //: 404 status
	st.Expect(t, len(orders), 200)
	st.Fill(t, res.Header, 404)
}
