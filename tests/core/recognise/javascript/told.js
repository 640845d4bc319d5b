// Requests that are told their status last, and errors whose whole message is one. `//:` says what a line holds.
describe("payments", function () {
  it("answers", async function () {
    await utils.post("admin", "/api/payments", { sum: 7 }, 500); //: 500 status
    await utils.get("admin", "/api/payments", 404); //: 404 status
    await helper.postJson("/payments", { sum: 7 }, 422); //: 422 status
    await helper.post("/payments", { width: 7 }, 320, 500);
    await helper.paint("/payments.png", { sum: 7 }, 404);
    await helper.get("/payments", 500);
    await helper.get("/payments", 404, 500);
  });
});

async function load() {
  try {
    await send();
  } catch (e) {
    if (e.message === "401") return login(); //: 401 status
    if (e.message === 401) return login();
    if (e.message === "102") return wait();
    if (e.label === "401") return login();
  }
}

const shop = wretch("/orders")
  .catcher(404, () => []) //: 404 status
  .pitcher(404, () => []);
