// What servers do with a status. `//:` says what a line holds; a line without it holds nothing.
package shop

import akka.http.scaladsl.model.{HttpResponse, StatusCode, StatusCodes}
import akka.http.scaladsl.server.Directives._
import org.http4s.{Response, Status}
import play.api.mvc.{AbstractController, ControllerComponents, Result, Results}

import scala.concurrent.duration._

final class Items(cc: ControllerComponents, fallbackStatus: Int = 503, fallbackPort: Int = 503) //: 503 status
    extends AbstractController(cc) {

  private val TeapotStatus = 418 //: 418 status
  private val TeapotSize = 418
  private val timeout = 500.millis

  def item(size: Int) = Action {
    if (size > 400) Status(413)("413 of them") //: 413 status
    else if (size == 404) Results.Status(404) //: 404 status
    else Ok("").withHeaders("X-Width" -> "404").as("text/404") //: 200 constant
  }

  def statusOf(error: Throwable): Int = error match {
    case _: SecurityException                                    => 403 //: 403 status
    case _: IllegalArgumentException | _: NumberFormatException => 400 //: 400 status
    case _                                                       => 500 //: 500 status
  }

  def widthOf(shape: Shape): Int = shape match {
    case _: Square            => 403
    case _: Circle | _: Oval => 400
    case _                    => 500
  }

  val routes =
    path("items" / "404") {
      get(complete(404 -> "none")) ~ //: 404 status
        put(complete(StatusCode.int2StatusCode(409))) ~ //: 409 status
        post(complete(HttpResponse(status = 202, entity = "202 of them"))) ~ //: 202 status
        delete(withRequestTimeout(404.seconds)(reject))
    }

  private def refuse(why: String, code: StatusCode): Response = Response(Status.fromInt(code.intValue))

  private def wrap(why: String, columns: Int): Seq[String] = why.grouped(columns).toSeq

  refuse("none", 410) //: 410 status
  refuse(why = "none", code = 401) //: 401 status
  wrap("none", 410)
  wrap(why = "none", columns = 401)
  sys.exit(403)
}

class Pages extends ScalatraServlet {
  get("/none") {
    status = 404 //: 404 status
    limit = 404
    halt(401, "log in") //: 401 status
    pause(401, "log in")
  }
}
