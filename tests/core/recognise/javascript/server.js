// What servers do with a status. `//:` says what a line holds; a line without it holds nothing.
const express = require("express");
const httpStatus = require("http-status");
const { StatusCodes: Codes } = require("http-status-codes");

const app = express();
const TIMEOUT = 500;

app.get("/", (req, res) => {
  res.status(404).send("none"); //: 404 status
  res.statusCode = 201; //: 201 status
  res.sendStatus(204); //: 204 status
  res.writeHead(302, { Location: "/" }); //: 302 status
  res.status(httpStatus.CONFLICT).end(); //: 409 constant
  res.status(Codes.NOT_FOUND).end(); //: 404 constant
  res.setTimeout(500);
  res.set("Content-Length", 404);
  setTimeout(() => res.end(), 200);
});

app.use((err, req, res, next) => {
  const status = err.status || 500; //: 500 status
  const limit = req.query.limit || 500;
  res.status(status >= 400 && status < 600 ? status : 500).json({ limit }); //: 400 bound, 600 bound, 500 status
  next(limit);
});

function fail(res, message, statusCode) {
  res.status(statusCode).json({ message });
}

function wrap(text, columns) {
  return text.slice(0, columns);
}

app.get("/deny", (req, res) => {
  errorHandler(req, res, "no", 403); //: 403 status
  drawChart(data, 403);
});

app.post("/", (req, res) => {
  fail(res, "no body", 422); //: 422 status
  wrap("no body", 422);
  const reply = { statusCode: 202, body: "later" }; //: 202 status
  const box = { width: 202, body: "later" };
  const names = { 404: "Not Found", 503: "Service Unavailable" }; //: 404 status, 503 status
  const sizes = { 404: "S", 503: "M" };
  return [reply, box, names, sizes];
});

app.listen(300);
module.exports = { TIMEOUT };
