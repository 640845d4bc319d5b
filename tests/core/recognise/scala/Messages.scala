import play.api.test.Helpers.status

class OrderChecks {
  status(order) must equalTo(200).updateMessage(text => s"$text: $order") //: 200 status
  status(gone) must beEqualTo(404).setMessage("still there") //: 404 status
  status(order) should be(201).because("it is new") //: 201 status
  pages must equalTo(200).updateMessage(text => s"$text pages")
}
