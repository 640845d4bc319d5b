// Play's results, which a controller's traits bring, and names of other things.
package controllers

import play.api.mvc.{BaseController, Result, Results}
import tea.market.Orders.Accepted

trait Teas { this: BaseController =>
  def show(id: Long): Result = find(id) match {
    case Some(tea) if tea.isSecret => Forbidden //: 403 constant
    case Some(tea) => Ok(views.html.tea(tea)) //: 200 constant
    case None => NotFound("no such tea") //: 404 constant
  }

  def move(): Result = Results.MovedPermanently("/teas") //: 301 constant

  def state(order: Order): String = order.state match {
    case Accepted => "on its way"
    case Created => "waiting"
    case Spoilt(cup) => Spoilt.Conflict(cup)
  }
}
