// Names that are opened from what is no container of statuses.
package tea.orders

import tea.http.Client
import tea.orders.State._
import tea.orders.http.State.Processing

object Orders {
  def next(order: Order) = order.state match {
    case Created | Accepted => Processing
    case NotFound => Missing_404
    case Locked => NotFound_404
  }
}
