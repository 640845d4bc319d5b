// Names of statuses, and names that look like them. `//:` says what a line holds; a line without it holds nothing.
package shop.api;

import static java.net.HttpURLConnection.HTTP_NOT_FOUND;
import static shop.api.Problems.CONFLICT;

import io.grpc.Metadata;
import java.net.HttpURLConnection;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;

class Constants extends HttpServlet {
    static final int HTTP_GONE = 410; //: 410 status

    void answer(HttpServletResponse response, HttpURLConnection connection, Order order) throws Exception {
        if (connection.getResponseCode() == HTTP_NOT_FOUND) { //: 404 constant
            response.sendError(SC_NOT_FOUND); //: 404 constant
        }
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE); //: 503 constant
        response.setStatus(HttpStatus.BAD_GATEWAY.value()); //: 502 constant
        response.setStatus(org.springframework.http.HttpStatus.GONE.value()); //: 410 constant
        throw new Refusal(Response.Status.FORBIDDEN); //: 403 constant
    }

    void neighbours(Order order, Span span) {
        order.setStatus(OrderStatus.ACCEPTED);
        span.setStatus(StatusCode.OK);
        log(Status.NOT_FOUND, ErrorCode.HTTP_NOT_FOUND, CONFLICT);
        close(CloseCode.PROCESSING);
        visit(FileVisitResult.CONTINUE);
        HttpStatus.valueOf(name);
        throw new NotFoundException();
    }

    // HttpStatus.NOT_FOUND in a comment
    String text = "HttpStatus.NOT_FOUND";
}
