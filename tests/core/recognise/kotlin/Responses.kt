import retrofit2.Response

fun answers(): List<Response<*>> {
    val made = Response.success(201, "made") //: 201 status
    val number = Response.success(123)
    val refused = Response.error<String>(403, refusal) //: 403 status
    return listOf(made, number, refused)
}
