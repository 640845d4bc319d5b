package shop;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;

class Shop {
    private static final Set<Integer> RETRYABLE_STATUS_CODES = Set.of(502, 503);
    private int lastStatus = 200;

    void answer(HttpExchange exchange, HttpClient client) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://stock.example/404")).build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        switch (response.statusCode()) {
            case 200:
                exchange.sendResponseHeaders(200, 0);
                break;
            case 404:
                exchange.sendResponseHeaders(410, -1);
                break;
            default:
                lastStatus = response.statusCode() == 422 ? 400 : 500;
        }
        if (response.statusCode() != 200 && response.statusCode() < 500) {
            throw new IOException("status " + response.statusCode());
        }
    }
}
