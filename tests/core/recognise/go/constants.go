// Names of statuses, and names that look like them.
package server

import (
	"net/http"
	"net/http/httptest"

	"github.com/gofiber/fiber/v2"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

func answer(c *fiber.Ctx, recorder *httptest.ResponseRecorder) error {
	if recorder.Code != http.StatusTeapot { //: 418 constant
		return c.SendStatus(fiber.StatusBadGateway) //: 502 constant
	}
	http.HandleFunc("/", http.NotFound)
	return status.Error(codes.NotFound, http.StatusText(http.StatusNotFound)) //: 404 constant
}

func neighbours(order *Order) {
	order.Status = StatusAccepted
	order.Reason = metav1.StatusReasonNotFound
	order.Created, order.RequestTimeout = true, config.RequestTimeout
}
