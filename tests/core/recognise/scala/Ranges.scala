package shop

object Ranges {
  assert(200 to 299 contains response.status) //: 200 bound, 299 bound
  assert(200 to 299 contains shelf.width)

  parse(400: StatusCode) //: 400 status
  parse(400: Width)

  response.status.intValue shouldBe 500 //: 500 status
  shelf.width.intValue shouldBe 500
}
