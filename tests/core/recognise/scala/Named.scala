// Codes by name, over HTTP: http.
object Named {
  override def Locked = 423 //: 423 status
  override def Size = 423
  val m = Map("200" -> Response("x"), "400" -> Response("y"), "500" -> Response("z")) //: 200 status, 400 status, 500 status
  val n = Map("200" -> Row("x"), "400" -> Row("y"), "500" -> Row("z"))
}
