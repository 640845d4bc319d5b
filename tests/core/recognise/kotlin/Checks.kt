// What tests do with a status. `//:` says what a line holds; a line without it holds nothing.
package shop

import io.kotest.matchers.shouldBe
import io.ktor.client.HttpClient
import io.ktor.client.engine.mock.MockEngine
import io.ktor.client.engine.mock.respond
import io.mockk.every
import mockwebserver3.MockResponse
import org.amshove.kluent.shouldBeEqualTo
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.Arguments
import org.junit.jupiter.params.provider.MethodSource
import org.junit.jupiter.params.provider.ValueSource
import strikt.api.expectThat
import strikt.assertions.isEqualTo

class Checks {
    fun compares(response: Answer, page: Page) {
        assertEquals(404, response.code) //: 404 status
        assertEquals(404, page.rows)
        assertEquals(302, response.status.value, "moved") //: 302 status
        assertEquals(302, page.rows, "moved")
        assertThat(response.code).isEqualTo(201) //: 201 status
        assertThat(page.rows).isEqualTo(201)
        assertThat(response.code).isLessThan(400) //: 400 bound
        assertThat(page.rows).isLessThan(400)
        response.status.value shouldBe 403 //: 403 status
        page.rows shouldBe 403
        response.code shouldBeEqualTo 409 //: 409 status
        page.rows shouldBeEqualTo 409
        response.code.shouldBe(410) //: 410 status
        page.rows.shouldBe(410)
        expectThat(response.code).isEqualTo(422) //: 422 status
        expectThat(page.rows).isEqualTo(422)
        assert(response.code in setOf(200, 204)) //: 200 status, 204 status
        assert(page.rows in setOf(200, 204))
        every { response.code } returns 502 //: 502 status
        every { page.rows } returns 502
        whenever(response.code).thenReturn(502) //: 502 status
        whenever(page.rows).thenReturn(502)
        val refused = IntRange(400, 499) //: 400 bound, 499 bound
        val narrow = IntRange(400, 450)
        val moved = 300.until(400) //: 300 bound, 400 bound
        val few = 300.until(310)
        every { gateway.status() } returnsMany listOf(503, 200) //: 503 status, 200 status
        every { gateway.load() } returnsMany listOf(503, 200)
    }

    fun speaks(server: Server) {
        server.enqueue(MockResponse().setResponseCode(401).setBody("401 of them")) //: 401 status
        server.enqueue(MockResponse(code = 206, body = "206 of them")) //: 206 status
        server.enqueue(MockResponse.Builder().code(307).build()) //: 307 status
        server.enqueue(MockResponse.Builder().bodyDelay(307, MILLISECONDS).build())
        mockMvc.get("/404") { param("rows", "404") }.andExpect { status { isEqualTo(404) } } //: 404 status
        mockMvc.get("/404").andExpect { jsonPath("$.rows") { value(404) } }
    }

    @ParameterizedTest
    @ValueSource(ints = [500, 503]) //: 500 status, 503 status
    fun retries(statusCode: Int) = Unit

    @ParameterizedTest
    @ValueSource(ints = [500, 503])
    fun grows(width: Int) = Unit

    @ParameterizedTest
    @MethodSource("answers")
    fun answers(path: String, status: Int, rows: Int) = Unit

    companion object {
        @JvmStatic
        fun answers() = listOf(
            Arguments.of("/", 200, 200), //: 200 status
            Arguments.of("/404", 404, 404), //: 404 status
        )
    }
}

val retried = "if (response.status.value in setOf(500, 502)) retry()" //: 500 status, 502 status
val weighed = "if (kettle.weight.value in setOf(500, 502)) boil()"
