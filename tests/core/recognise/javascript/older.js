// Express up to version 3, which takes a status last, helpers beside it, and names in another order.
const express = require("express");
const ERROR_INTERNAL_SERVER = 500; //: 500 status
const ERROR_SERVER_LIMIT = 500;
const app = express();

app.get("/orders", function (req, res) {
  if (!req.query.shop) return res.send("No shop : " + inspect(req.query), 500); //: 500 status
  if (!req.query.page) return res.json({ lost: true }, 410); //: 410 status
  store.send("No shop : " + req.query, 500);
  return orders().then(success(res, 201)).catch(wait(process, 201)); //: 201 status
});

["200", "201"].forEach((code) => describe(code)); //: 200 status, 201 status
["200", "201"].forEach((width) => describe(width));
it("counts", () => assert.is(result[0].requests, 202));
it("answers", () => assert.is(result[0].status, 202)); //: 202 status
