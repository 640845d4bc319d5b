// What servers do with a status. `//:` says what a line holds; a line without it holds nothing.
package shop

import io.ktor.http.HttpStatusCode
import io.ktor.server.application.ApplicationCall
import io.ktor.server.response.respond
import io.ktor.server.response.respondText
import io.ktor.server.routing.get
import io.ktor.server.routing.routing
import io.swagger.v3.oas.annotations.responses.ApiResponse
import kotlinx.coroutines.delay
import org.springframework.http.ResponseEntity

const val FALLBACK_STATUS = 503 //: 503 status
const val FALLBACK_PORT = 503

class Refusal(val why: String, val statusCode: Int = 403, val retryAfter: Int = 403) //: 403 status

open class Problem(message: String, val status: Int) : RuntimeException(message)

class Missing(what: String) : Problem("no $what", 404) //: 404 status

class Shelf(what: String) : Board("for $what", 404)

fun module() = routing {
    status(HttpStatusCode(418, "I'm a teapot")) { call, _ -> call.respond(answer()) } //: 418 status
    get("/items/404") {
        val size = call.request.queryParameters["size"]?.toInt() ?: 500
        if (size > 400) call.respond(HttpStatusCode.fromValue(413)) //: 413 status
        call.respondText("413 of them", status = HttpStatusCode(422, "")) //: 422 status
        delay(500)
    }
}

class Items {
    @ApiResponse(responseCode = "409", description = "taken") //: 409 status
    @Size(max = 409, message = "long")
    fun item(id: Int): ResponseEntity<String> = when {
        id > 404 -> ResponseEntity.status(404).body("none") //: 404 status
        id == 301 -> ResponseEntity.status(if (id.isOld()) 301 else 302).build() //: 301 status, 302 status
        else -> ResponseEntity.ok().contentLength(302).build()
    }

    fun statusOf(error: Throwable) = when (error) {
        is SecurityException -> 403 //: 403 status
        is IllegalArgumentException, is NumberFormatException -> 400 //: 400 status
        else -> 500 //: 500 status
    }

    fun widthOf(shape: Shape) = when (shape) {
        is Square -> 403
        is Circle, is Oval -> 400
        else -> 500
    }

    private fun refuse(call: ApplicationCall, why: String, code: Int) = call.respond(HttpStatusCode.fromValue(code), why)

    private fun wrap(why: String, columns: Int) = why.chunked(columns)

    fun checks(call: ApplicationCall) {
        refuse(call, "none", 404) //: 404 status
        refuse(call, why = "none", code = 410) //: 410 status
        wrap("none", 404)
        wrap(why = "none", columns = 410)
        throw Refusal(why = "no", statusCode = 401, retryAfter = 401) //: 401 status
    }
}

data class Failure(
    @field:Schema(example = "404") val status: Int, //: 404 status
    @field:Schema(example = "404") val grams: Int,
    @field:Size(max = 404) val status: String,
)

fun Route.storedOrders() {
    val store: Store by inject()
    get("{id}") {
        val order = store.find(call.parameters["id"])
        if (order == null) call.respond(HttpStatusCode.NotFound, "none") //: 404 constant
        if (order.size == 404) call.respondText("large")
    }
}
