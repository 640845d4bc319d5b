// Assertions that are given the status first, and mappings of errors. `//:` says what a line holds.
import akka.http.scaladsl.model._

class Asserted {
  assertResult(404)(response.status) //: 404 status
  assertResult(410) { response.status } //: 410 status
  assertResult(404)(basket.size)
  val errors = Map(404 -> "lost", 410 -> "over") //: 404 status, 410 status
  val grams = Map(404 -> "tea", 410 -> "rice")
}
