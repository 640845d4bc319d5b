// Unfiltered's statuses, which are responses to put together.
import unfiltered.request._
import unfiltered.response._

object Plans {
  val Fail = Unauthorized ~> WWWAuthenticate("""Basic realm="tea"""") //: 401 constant

  def intent = {
    case GET(Path("/tea")) => Ok ~> ResponseString("ready") //: 200 constant
    case _ => OrderState.Created
  }
}
