// What clients do with a status. `//:` says what a line holds; a line without it holds nothing.
package shop

import sttp.client3.{HttpURLConnectionBackend, Response, basicRequest}
import sttp.model.StatusCode

object Clients {
  private val retryStatuses = Set(429, 503) //: 429 status, 503 status
  private val retryDelays = Set(429, 503)

  def load(response: Response[String], page: Page): Option[String] = {
    if (response.code.code == 404 || 410 == response.code.code) return None //: 404 status, 410 status
    if (response.body.length == 404 || 410 == response.body.length) return None
    if (response.code.code >= 200 && response.code.code < 300) return Some(response.body) //: 200 bound, 300 bound
    if (response.body.length >= 200 && response.body.length < 300) return None
    if (Seq(401, 407).contains(response.code.code)) return login() //: 401 status, 407 status
    if (Seq(401, 407).contains(response.body.length)) return None
    if ((400 until 500).contains(response.code.code)) return None //: 400 bound, 500 bound
    if ((400 until 500).contains(response.body.length)) return None
    if (response.code.code / 100 == 5) return None //: 5xx class
    if (response.body.length / 100 == 5) return None
    if (response.header("X-Upstream-Status").contains("503")) return None //: 503 status
    if (response.header("X-Upstream-Size").contains("503")) return None
    Some(response.body)
  }

  def message(status: Int, page: Int): String = status match {
    case 401 | 403          => "not for you" //: 401 status, 403 status
    case 404                => "none of 404" //: 404 status
    case s if s >= 500      => "broken" //: 500 bound
    case _ =>
      page match {
        case 401 | 403     => "the end"
        case 404           => "the last"
        case p if p >= 500 => "far"
        case _             => "page"
      }
  }

  def codes(outcome: Outcome, cause: Throwable): Seq[Int] = {
    val status = outcome.status.getOrElse(500) //: 500 status
    val rows = outcome.rows.getOrElse(500)
    var httpCode = 502 //: 502 status
    var areaCode = 502
    httpCode = if (rows > 300) 304 else 200 //: 304 status, 200 status
    areaCode = if (rows > 300) 304 else 200
    cause match {
      case HttpError(404, _)            => Seq(status) //: 404 status
      case SizeError(404, _)            => Seq(rows)
      case e: HttpError if e.code == 409 => Seq(httpCode) //: 409 status
      case e: FtpError if e.code == 550 => Seq(areaCode)
    }
  }

  val stub = HttpURLConnectionBackend.stub.whenAnyRequest.thenRespond("422 of them", StatusCode(422)) //: 422 status
  val box = Box.stub.whenAnyRequest.thenWrap("422 of them", Width(422))
  val head = "HTTP/1.1 304 Not Modified" //: 304 status
  val range = "bytes 200-304/500"
}
