// Names of statuses, and names that look like them.
package shop.api

import akka.http.scaladsl.model.{StatusCodes => S}
import akka.http.scaladsl.model.StatusCodes._
import com.twitter.finagle.http.Status

object Constants {
  val route = path("basket") {
    complete(S.NotFound) //: 404 constant
  } ~ path("order") {
    complete(Created -> "done") //: 201 constant
  }

  def answer(code: Int): Status = code match {
    case 1 => Status.BadGateway //: 502 constant
    case _ => Status.Ok //: 200 constant
  }

  def neighbours(state: Activity.State[Int]) = state match {
    case Activity.Ok(value) => OrderStatus.Accepted
    case _ => io.grpc.Status.NOT_FOUND
  }
}
