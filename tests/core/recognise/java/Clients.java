// What clients do with a status. `//:` says what a line holds; a line without it holds nothing.
package shop;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import okhttp3.Request;
import okhttp3.Response;

final class Clients {
    private static final Set<Integer> RETRYABLE_STATUSES = Set.of(429, 503); //: 429 status, 503 status
    private static final Set<Integer> PORTS = Set.of(429, 503);
    private static final int[] REDIRECT_CODES = {301, 302, 307}; //: 301 status, 302 status, 307 status
    private static final int[] COLUMN_WIDTHS = {301, 302, 307};

    String load(HttpResponse<String> response, Process process) {
        if (response.statusCode() == TOO_MANY_REQUESTS) return wait(response); //: 429 constant
        if (order.outcome() == TOO_MANY_REQUESTS) return wait(order);
        if (response.statusCode() == 404 || 410 == response.statusCode()) { //: 404 status, 410 status
            return null;
        }
        if (response.body().length() == 404 || 410 == process.exitValue()) {
            return null;
        }
        if (response.statusCode() >= 200 && response.statusCode() < 300) { //: 200 bound, 300 bound
            return response.body();
        }
        if (response.body().length() >= 200 && response.body().length() < 300) {
            return response.body();
        }
        if (response.statusCode() / 100 == 4) { //: 4xx class
            return null;
        }
        if (response.body().length() / 100 == 4) {
            return null;
        }
        if (List.of(401, 407).contains(response.statusCode())) { //: 401 status, 407 status
            return null;
        }
        if (List.of(401, 407).contains(response.body().length())) {
            return null;
        }
        if (response.headers().firstValue("x-upstream-status").orElse("200").equals("503")) { //: 200 status, 503 status
            return null;
        }
        return response.body();
    }

    String message(Response response, Chapter chapter) {
        switch (response.code()) {
            case 401: //: 401 status
            case 403: //: 403 status
                return "not for you";
            case 429: //: 429 status
                return "in " + 429 + " seconds";
            default:
        }
        switch (chapter.getPage()) {
            case 401:
            case 403:
                return "the end";
            default:
        }
        return switch (response.code()) {
            case 404, 410 -> "none"; //: 404 status, 410 status
            case 418 -> "tea"; //: 418 status
            default -> "page " + chapter.getPage();
        };
    }

    int map(SQLException error, Exception cause) {
        int status = error.getErrorCode() == 404 ? 409 : 500; //: 409 status, 500 status
        int timeout = error.getErrorCode() == 404 ? 409 : 500;
        String httpCode = "504"; //: 504 status
        String areaCode = "504";
        if (cause instanceof FtpException ftp && ftp.getReplyCode() == 550) {
            return timeout;
        }
        if (cause instanceof ApiException api && api.getCode() == 404) { //: 404 status
            return status;
        }
        if (cause instanceof DialException dial && dial.getCode() == 404) {
            return status;
        }
        return httpCode.equals(areaCode) ? status : timeout;
    }

    static HttpClient client(String token) {
        Request request = new Request.Builder().url("http://127.0.0.1:503/items/404").tag(404).build();
        Response made = new Response.Builder().request(request).code(206).message("Partial Content").build(); //: 206 status
        Box box = new Box.Builder().request(request).width(206).message("Partial content").build();
        String range = "bytes=200-404";
        String head = "HTTP/1.1 404 Not Found\r\nContent-Length: 120\r\n"; //: 404 status
        String tail = "HTTP/1.1 answers came 404 times";
        return HttpClients.of(token, made, box, range, head, tail);
    }
}
