import retrofit2.Response

fun answers(): List<Response<*>> {
    val made = Response.success(201, "made") //: 201 status
    val number = Response.success(123)
    val refused = Response.error<String>(403, refusal) //: 403 status
    return listOf(made, number, refused)
}

class BadRequestException(why: String, code: Int) : ServerException(why) {
    constructor(error: SignInError) : this("no sign-in: ${error.why}", 401) //: 401 status
}

class Square(label: String, width: Int) : Shape(label) {
    constructor(other: Square) : this("a copy", 401)
}
