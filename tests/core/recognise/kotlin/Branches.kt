package shop

private const val HTTP_OK = 200 //: 200 status
private const val HTTP_CREATED = 201 //: 201 status

fun reads(answer: Answer) = when (answer.code()) {
    HTTP_OK -> "read" //: 200 constant
    HTTP_CREATED -> { //: 201 constant
        "written"
    }
    else -> "lost"
}

fun asserts(error: ShopError) {
    assertEquals(expected = 404, actual = error.code, message = "books") //: 404 status
    assertEquals(expected = 404, actual = error.width)
    assertEquals(failureMessage, 404, actualStatusCode) //: 404 status
    assertEquals(failureMessage, 404, actualWidth)
}
