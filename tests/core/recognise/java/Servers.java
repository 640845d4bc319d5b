// What servers do with a status. `//:` says what a line holds; a line without it holds nothing.
package shop;

import com.sun.net.httpserver.HttpExchange;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

public class Servers extends HttpServlet {
    private static final int DEFAULT_STATUS = 202; //: 202 status
    private static final int DEFAULT_LIMIT = 202;
    private static final int SESSION_SECONDS = 300;

    private int status = 200; //: 200 status
    private int height = 200;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getContentLength() > 413) {
            response.sendError(413, "too large"); //: 413 status
            return;
        }
        response.setStatus(request.isSecure() ? 204 : 403); //: 204 status, 403 status
        response.setBufferSize(request.isSecure() ? 204 : 403);
        response.setIntHeader("Retry-After", 503);
        response.setHeader("Status", "503 Service Unavailable"); //: 503 status
        response.setHeader("Title", "503 reasons");
    }

    @GetMapping("/items/404")
    @ApiResponse(responseCode = "404", description = "none") //: 404 status
    ResponseEntity<String> item(@RequestParam @Max(500) int size) {
        if (size > 400) {
            throw new ResponseStatusException(HttpStatus.valueOf(422)); //: 422 status
        }
        return ResponseEntity.status(201).body("made of 201"); //: 201 status
    }

    @ApiResponses({
        @ApiResponse(code = 401, message = "log in", examples = 401), //: 401 status
        @ApiResponse(code = 403, message = "no") //: 403 status
    })
    Response order(Order order) {
        if (order.getStatus() == 404 || order.getState() == 410) {
            return Response.status(409).entity(order).build(); //: 409 status
        }
        if (order.isLost()) {
            throw new WebApplicationException("lost", 410); //: 410 status
        }
        if (order.isLate()) {
            throw new OrderException("late", 410);
        }
        return Response.status(DEFAULT_STATUS).build();
    }

    void exchange(HttpExchange exchange, RoutingContext context) throws IOException {
        exchange.sendResponseHeaders(404, 302); //: 404 status
        exchange.getResponseBody().write(404);
        context.response().setStatusCode(503).end(); //: 503 status
        context.response().setWriteQueueMaxSize(503).end();
        context.fail(401); //: 401 status
        context.vertx().setTimer(401, id -> context.next());
        TimeUnit.MILLISECONDS.sleep(500);
    }

    private int statusFor(Exception error) {
        if (error instanceof SecurityException) {
            return 403; //: 403 status
        }
        return error instanceof IOException ? 502 : 500; //: 502 status, 500 status
    }

    private int widthFor(Exception error) {
        return error instanceof IOException ? 502 : 500;
    }

    private void refuse(String why, int statusCode) {
        throw new IllegalStateException(why + statusCode);
    }

    private void shorten(String why, int length) {
        refuse("none", 404); //: 404 status
        shorten("none", 404);
        System.exit(403);
    }
}
