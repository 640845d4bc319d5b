import org.http4s.dsl.Http4sDsl
import shop.errors.Gone

object OrderRoutes {
  def find[F[_]](dsl: Http4sDsl[F])(order: Option[Order]) = {
    import dsl._
    order.map(found => Ok(found)).getOrElse(NotFound(Problem("no such order"))) //: 200 constant, 404 constant
  }

  def head[F[_]](dsl: Http4sDsl[F])(isSame: Boolean) = {
    import dsl._
    if (isSame) NotModified() else reply(dsl, Ok()) //: 304 constant, 200 constant
  }

  def fail = Gone("an error of the shop")
}
