// Names of statuses, and names that look like them.
package shop.api

import io.ktor.http.HttpStatusCode
import io.ktor.http.HttpStatusCode.Companion.Created
import org.http4k.core.Status.Companion.NOT_FOUND as MISSING
import java.net.HttpURLConnection.HTTP_BAD_GATEWAY

const val HTTP_TEAPOT: Int = 418 //: 418 status

suspend fun answer(call: ApplicationCall, code: Int) {
    call.respond(HttpStatusCode.NotFound) //: 404 constant
    call.respond(HttpStatusCode.Companion.Accepted) //: 202 constant
    call.respond(Created, basket) //: 201 constant
    if (code == HTTP_BAD_GATEWAY) retry() //: 502 constant
    call.respond(MISSING) //: 404 constant
    call.respond(status = HttpStatusCode.Conflict, message = "taken") //: 409 constant
}

fun neighbours(order: Order) {
    order.status = OrderStatus.Accepted
    job.state = JobState.PROCESSING
    throw OrderError.NotFound
}
