import org.http4s.Request

object Errors {
  def missing(request: Request) = NotFound("an error of the shop")
}
