// Outcomes, entries and calls with texts to fill in. `//:` says what a line holds; a line without it holds nothing.
const axios = require("axios");

function answer(err) {
  const code = err.response ? err.response.status : 500; //: 500 status
  const shown = err.basket ? err.basket.grams : 500;
  const told = err.lost ? 404 : err.statusCode; //: 404 status
  const grams = err.lost ? 404 : err.weight;
  statuses.set(basket.id, err.lost ? 404 : 502); //: 404 status, 502 status
  sizes.set(basket.id, err.lost ? 404 : 502);
  return { code, shown, told, grams };
}

it("answers", async () => {
  await self.api.get(`${self.url}?limit=0`, self.token).expect(400); //: 400 status
  await self.api.put("admin", `/orders/${order.id}`, { grams: 7 }, 409); //: 409 status
  weights.put("admin", `/orders/${order.id}`, { grams: 7 }, 1409);
  expect(found.json).toEqual({ error: 410, message: "over" }); //: 410 status
});

it("counts", () => {
  expect(found.json).toEqual({ grams: 410, message: "over" });
});
