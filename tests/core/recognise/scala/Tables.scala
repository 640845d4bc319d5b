// Statuses in case objects, case classes and mappings. `//:` says what a line holds; a line without it holds nothing.
package shop

sealed abstract class Fault(val httpCode: Int, val text: String)

case object Missing extends Fault(404, "no such page") //: 404 status
case object Locked extends Fault(423, "someone else has it") //: 423 status
case object Other extends Fault(500, "no idea") //: 500 status

sealed abstract class Paper(val height: Int, val text: String)

case object Note extends Paper(404, "small")
case object Poster extends Paper(500, "large")

final case class Outcome(path: String, status: Int, seconds: Int = 300)

final case class Row(path: String, height: Int, seconds: Int = 300)

object Tables {
  val Conflict = 409 //: 409 status
  val Contrast = 409

  val outcomes = List(
    Outcome("/", 200, 200), //: 200 status
    Outcome("/404", status = 404, seconds = 404), //: 404 status
  )
  val rows = List(
    Row("/", 200, 200),
    Row("/404", height = 404, seconds = 404),
  )

  val phrases = Map(404 -> "Not Found", 410 -> "Gone") //: 404 status, 410 status
  val orders = Map(404 -> "kettle", 410 -> "mug")
  val statusByFault = Map("missing" -> 404, "late" -> 503) //: 404 status, 503 status
  val priceByName = Map("kettle" -> 404, "mug" -> 503)
  val event = Map("statusCode" -> 201, "maxAge" -> 201, "body" -> "") //: 201 status
  val summary = Map("4xx" -> 404, "4xl" -> 404) //: 4xx class

  def classOf(status: Int): String = status / 100 match {
    case 4 => "4xx" //: 4xx class
    case 5 => "5xx" //: 5xx class
    case _ => "555"
  }
}

class Records {
  val taken = Record(zone.id, "ok", Kind.A, 200, Active)
  val served = Answer(200, "ok", page) //: 200 status
}
