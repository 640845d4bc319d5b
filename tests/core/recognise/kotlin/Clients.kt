// What clients do with a status. `//:` says what a line holds; a line without it holds nothing.
package shop

import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.Response
import okhttp3.ResponseBody.Companion.toResponseBody
import retrofit2.HttpException

class Clients(private val http: OkHttpClient, private val limit: Int = 429) {
    private val retryStatuses = setOf(429, 503) //: 429 status, 503 status
    private val retryDelays = setOf(429, 503)

    fun load(response: Response): String? {
        if (response.code == 404 || 410 == response.code) return null //: 404 status, 410 status
        if (response.body.length == 404 || 410 == response.body.length) return null
        if (response.code >= 500) throw HttpException(error(response)) //: 500 bound
        if (response.body.length >= 500) return null
        if (response.code in 200..299) return response.body.string() //: 200 bound, 299 bound
        if (response.body.length in 200..299) return null
        if (response.code in listOf(401, 407)) return login() //: 401 status, 407 status
        if (response.body.length in listOf(401, 407)) return null
        if (response.code !in 400 until 500) return null //: 400 bound, 500 bound
        if (response.code / 100 == 5) return null //: 5xx class
        if (response.body.length / 100 == 5) return null
        if (response.header("X-Upstream-Status") == "503") return null //: 503 status
        if (response.header("X-Upstream-Size") == "503") return null
        return http.newCall(Request.Builder().url("http://127.0.0.1:503/404").build()).execute().use { load(it) }
    }

    fun message(response: Response, page: Page): String = when (response.code) {
        401, 403 -> "not for you" //: 401 status, 403 status
        404 -> "none of 404" //: 404 status
        in 300..399 -> "elsewhere" //: 300 bound, 399 bound
        else -> when (page.number) {
            401, 403 -> "the end"
            404 -> "the last"
            in 300..399 -> "far"
            else -> "page"
        }
    }

    fun codes(outcome: Outcome, cause: Throwable?): List<Int> {
        val status = outcome.status ?: 500 //: 500 status
        val rows = outcome.rows ?: 500
        var httpCode = 502 //: 502 status
        var areaCode = 502
        httpCode = if (rows > 300) 304 else 200 //: 304 status, 200 status
        areaCode = if (rows > 300) 304 else 200
        if (outcome.exitCode == 404 || outcome.smtpCode == 410) return emptyList()
        if (cause is HttpException && cause.code() == 409) return emptyList() //: 409 status
        if (cause is FtpException && cause.code() == 550) return emptyList()
        return listOf(status, rows, httpCode, areaCode)
    }

    private fun error(request: Request): Response =
        Response.Builder().request(request).code(404).message("Not Found").build() //: 404 status

    private fun box(request: Request): Box =
        Box.Builder().request(request).width(404).message("Not found").build()

    private fun refuse(body: String): retrofit2.Response<String> =
        retrofit2.Response.error(422, body.toResponseBody()) //: 422 status

    private fun log(head: String) =
        head.startsWith("HTTP/1.1 304 Not Modified") || head.startsWith("bytes 200-304") //: 304 status
}
