// What tests do with a status. `//:` says what a line holds; a line without it holds nothing.
package shop;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.stream.Stream;
import okhttp3.mockwebserver.MockResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class Checks {
    void compares(Answer response, Page page) throws Exception {
        assertEquals(404, response.getStatus()); //: 404 status
        assertEquals(404, page.getWidth());
        assertEquals("the status", 302, response.getStatusCode()); //: 302 status
        assertEquals("the size", 302, page.getSize());
        assertTrue(response.getStatus() < 400, "no error in 400 lines"); //: 400 bound
        assertTrue(page.getSize() < 400, "no error in 400 lines");
        assertThat(response.statusCode()).isEqualTo(201); //: 201 status
        assertThat(response.body().length()).isEqualTo(201);
        assertThat(response.statusCode()).isIn(200, 204); //: 200 status, 204 status
        assertThat(page.getRows()).isIn(200, 204);
        assertThat(response.statusCode()).isBetween(200, 299); //: 200 bound, 299 bound
        assertThat(page.getRows()).isBetween(200, 299);
        assertThat(client.get("/none")).extracting(Answer::getStatus).isEqualTo(410); //: 410 status
        assertThat(client.get("/none")).extracting(Answer::getLength).isEqualTo(410);
        assertThat(response.getStatus(), is(403)); //: 403 status
        assertThat(page.getRows(), is(403));
        int answered = client.get("/").execute().getStatusCode();
        assertEquals(304, answered); //: 304 status
        int counted = client.get("/").execute().getRowCount();
        assertEquals(304, counted);
        when(upstream.getStatusCode()).thenReturn(502); //: 502 status
        when(upstream.getWidth()).thenReturn(502);
    }

    void speaks() throws Exception {
        given().port(404).when().get("/404").then().statusCode(404); //: 404 status
        given().when().get("/").then().statusCode(is(200)).body("rows.size()", is(200)); //: 200 status
        mockMvc.perform(get("/")).andExpect(status().is(409)); //: 409 status
        mockMvc.perform(get("/")).andExpect(jsonPath("$.total").value(409));
        webTestClient.get().exchange().expectStatus().isEqualTo(422); //: 422 status
        webTestClient.get().exchange().expectBody(Integer.class).isEqualTo(422);
        stubFor(get("/").willReturn(aResponse().withStatus(503).withFixedDelay(503))); //: 503 status
        server.enqueue(new MockResponse().setResponseCode(401).setBody("404 of them")); //: 401 status
        server.enqueue(new MockResponse().throttleBody(100, 500, TimeUnit.MILLISECONDS));
    }

    void answersOldLinksWith404() {
        load("404"); //: 404 status
        expectAnswer(HttpMethod.GET, "/old", 500, "none"); //: 500 status
    }

    void answersOldLinks() {
        draw("404");
        expectAnswer(Pages.FIRST, "old", 500, "none");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503}) //: 500 status, 503 status
    void retries(int status) {}

    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    void grows(int width) {}

    @ParameterizedTest
    @MethodSource("answers")
    void answers(String path, int expectedStatus, int size) {}

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of("/", 200, 200), //: 200 status
                Arguments.of("/404", 404, 404)); //: 404 status
    }
}
