// Scalatra's answers, which are called like their statuses, and a page of the same name.
package tea.web

import org.scalatra._

class Answers extends ScalatraServlet {
  get("/tea/:id") {
    find(params("id")).map(tea => Ok(tea, Map("X-Cups" -> "200"))).getOrElse(NotFound()) //: 200 constant, 404 constant
  }

  delete("/tea/:id") {
    store.remove(params("id")) match {
      case Removed(tea) => NoContent() //: 204 constant
      case Conflict(holder) => pages.NotFound(holder)
    }
  }
}
