package shop;

import static org.assertj.core.api.Assertions.assertThat;

class Providers {
    static Stream<Arguments> parsing() {
        return Stream.of(
                Arguments.of(new IOException(), 503, 503), //: 503 status
                Arguments.argumentSet("after a while", new IOException(), 404, 404)); //: 404 status
    }

    @ParameterizedTest
    @MethodSource
    void parsing(IOException exception, int expectedStatus, int width) {}

    void asksAReference() {
        assertThat(shop.open()).returns(401, Response::getStatus).returns(401, Response::getWeight); //: 401 status
    }

    void measuresNothing() {
        assertEquals(429, shop.open("/").asBytes().getStatus()); //: 429 status
        assertEquals(429, shop.open("/").getStatus().sizeInBytes());
    }

    String describes() {
        return """
            responses:
              "404": //: 404 status
                description: gone
            """;
    }

    String counts() {
        return """
            "number": "404"
            """;
    }

    Object answers(String path) {
        return path.isEmpty() ? Response.json(404, "{}") : new MockResponse().pace(404, "{}"); //: 404 status
    }

    void looksUp() {
        operation.getResponses().remove("200"); //: 200 status
        operation.getColours().remove("200");
        span.setTag(Tags.STATUS_CODE_TAG, "404").setTag(Tags.ROW_COUNT_TAG, "404"); //: 404 status
        assertAttribute(span, "http.response.status_code", 200); //: 200 status
        assertAttribute(span, "http.response.body.size", 200);
    }

    void retries() {
        if (error.getMessage().contains("503") || error.getMessage().contains("1503")) { //: 503 status
            this.<byte[]>fetchWithStatus(503); //: 503 status
        }
    }
}
