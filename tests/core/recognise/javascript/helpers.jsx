// Helpers, elements and properties. `//:` says what a line holds; a line without it holds nothing.
import http from "http";

function isHttpErrorCode(v) {
  return v >= 400 && v < 600; //: 400 bound, 600 bound
}

function isHeavy(v) {
  return v >= 400 && v < 600;
}

const page = <HttpStatusCode code={500} />; //: 500 status
const shelf = <Shelf code={500} />;

expect(response).to.have.property("code", 401); //: 401 status
expect(order).to.have.property("weight", 401);

shop({ path }).expect(303).expect(valid); //: 303 status
shop({ path }).weigh(303).expect(valid);

it.each([[404], [410]])("answers %s", status => { ask(status); }); //: 404 status, 410 status
it.each([[404], [410]])("weighs %s", grams => { ask(grams); });
