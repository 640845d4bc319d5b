// Names of statuses that an import of all of a container's members brings.
package tea.client

import com.twitter.finagle.http.Status._
import com.twitter.finagle.http.Response
import tea.web.HttpStatus._
import tea.web.http.Codes.Status.{Gone => Away}
import tea.orders.State._

object Opened {
  def follow(answer: Response) = answer.status match {
    case MovedPermanently | Found | SeeOther => again(answer) //: 301 constant, 302 constant, 303 constant
    case BadRequest => fail(answer) //: 400 constant
  }

  val known = Map(
    GatewayTimeout_504 -> Late, //: 504 constant
    NotFound_404 -> Lost //: 404 constant
  )
}
