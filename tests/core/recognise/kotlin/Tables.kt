// Statuses in enumerations, data classes and mappings. `//:` says what a line holds; a line without it holds nothing.
package shop

enum class Fault(val httpCode: Int, val text: String) {
    NOT_FOUND(404, "no such page"), //: 404 status
    LOCKED(423, "someone else has it"), //: 423 status
    OTHER(500, "no idea"); //: 500 status

    companion object {
        const val CONFLICT = 409 //: 409 status
        const val CONTRAST = 409
    }
}

enum class Paper(val height: Int, val text: String) {
    NOTE(404, "small"),
    CARD(423, "thick"),
    POSTER(500, "large"),
}

data class Reply(val path: String, val status: Int, val seconds: Int)

data class Row(val path: String, val height: Int, val seconds: Int)

val replies = listOf(
    Reply("/", 200, 200), //: 200 status
    Reply("/404", status = 404, seconds = 404), //: 404 status
)

val rows = listOf(
    Row("/", 200, 200),
    Row("/404", height = 404, seconds = 404),
)

val failures = listOf(
    Failure(code = 409, reason = "taken"), //: 409 status
    Failure(rows = 409, reason = "taken"),
)

val phrases = mapOf(404 to "Not Found", 410 to "Gone") //: 404 status, 410 status
val orders = mapOf(404 to "kettle", 410 to "mug")
val statusByFault = mapOf("missing" to 404, "locked" to 423) //: 404 status, 423 status
val priceByName = mapOf("kettle" to 404, "mug" to 423)
val event = mapOf("statusCode" to 201, "maxAge" to 201, "body" to "") //: 201 status
val summary = mapOf("4xx" to 404, "4xl" to 404) //: 4xx class

fun classOf(code: Int) = when (code / 100) {
    4 -> "4xx" //: 4xx class
    5 -> "5xx" //: 5xx class
    else -> "555"
}
