// Constructors of errors, and spies. `//:` says what a line holds; a line without it holds nothing.
import axios from "axios";

class Lost extends HttpError {
  constructor(why: string) {
    super(404, why); //: 404 status
  }
}

class Square extends Shape {
  constructor(why: string) {
    super(404, why);
  }
}

function fail(basket: Basket) {
  if (!basket.id) throw { err: "no basket", code: 400 }; //: 400 status
  if (!basket.ok) throw { err: "no basket", grams: 400 };
}

function retried(basket: Basket) {
  return Promise.reject({ error: "no basket", code: 143 });
}

it("answers", () => {
  expect(res.status.mock.calls[0][0]).toBe(404); //: 404 status
  expect(res.size.mock.calls[0][0]).toBe(404);
  deepStrictEqual(statusSpy.arguments, [410]); //: 410 status
  deepStrictEqual(sizeSpy.arguments, [410]);
  expect(res).to.have.property("statusCode").that.equals(403); //: 403 status
  expect(res).to.have.property("width").that.equals(403);
});
