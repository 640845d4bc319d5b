// What tests do with a status. `//:` says what a line holds; a line without it holds nothing.
package shop

import io.gatling.core.Predef._
import io.gatling.http.Predef._
import org.scalatest.matchers.must.Matchers
import org.scalatest.prop.TableDrivenPropertyChecks
import play.api.test.Helpers._

class Checks extends AnyFlatSpec with Matchers with TableDrivenPropertyChecks {
  "an item" must "be compared" in {
    response.status shouldBe 403 //: 403 status
    response.body.length shouldBe 403
    response.status should be(409) //: 409 status
    page.rows should be(409)
    response.status should equal(410) //: 410 status
    page.rows should equal(410)
    assert(response.status < 400) //: 400 bound
    assert(page.rows < 400)
    status(result) mustBe 404 //: 404 status
    contentAsJson(result) \ "rows" mustBe 404
    status(result) must ===(302) //: 302 status
    page.rows must ===(302)
    assert(response.status === 201) //: 201 status
    assert(page.rows === 201)
    assertEquals(response.status.code, 422) //: 422 status
    assertEquals(page.rows, 422)
    response.statusCode must beEqualTo(304) //: 304 status
    page.rows must beEqualTo(304)
    response.statusCode must_== 206 //: 206 status
    page.rows must_== 206
    Set(200, 204) must contain(response.status) //: 200 status, 204 status
    Set(200, 204) must contain(page.rows)
    when(gateway.status) thenReturn 502 //: 502 status
    when(page.rows) thenReturn 502
    forAll(Gen.choose(400, 499))(answer) //: 400 bound, 499 bound
    forAll(Gen.choose(400, 450))(page)
    (500 to 599).foreach(answer) //: 500 bound, 599 bound
    (500 to 550).foreach(page)
    status(result) mustBe BAD_GATEWAY //: 502 constant
    status(result) mustBe OK //: 200 constant
    contentAsJson(result) mustBe NOT_FOUND
    page.state mustBe OK
  }

  it should "answer by path" in {
    get("/404") { status should equal(404) } //: 404 status
    get("/404") { body.length should equal(404) }
    get("/none") { status shouldEqual 401 } //: 401 status
    get("/none") { rows shouldEqual 401 }
  }

  private val answers = Table(
    ("path", "status", "rows"),
    ("/", 200, 200), //: 200 status
    ("/404", 404, 404), //: 404 status
  )

  private val scene = scenario("load")
    .exec(http("item").get("/404").check(status.is(200), responseTimeInMillis.lte(200))) //: 200 status
    .exec(http("moved").get("/").check(status.in(301, 302))) //: 301 status, 302 status
    .exec(http("none").get("/").check(status.not(404))) //: 404 status
    .pause(500.millis)

  setUp(scene.inject(atOnceUsers(404))).maxDuration(500)
}

class EitherChecks {
  res() ?= Left(StatusCode(404)) //: 404 status
  res() ?= Left(Size(404))
  margin.left must_== 404
}
