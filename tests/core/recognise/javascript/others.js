// Numbers that only look like a status. `//:` says what a line holds; a line without it holds nothing.
const http = require("http");

const region = { code: 206, city: "Assam" };
const failure = { code: 404, message: "no tea" }; //: 404 status
request({ expects: 204 }); //: 204 status
const mocked = shop.expects(times).with(404);
client.connect("http://localhost", 502);
page.viewport(404, 502);
smtp.reply(451);
shop.reply(451); //: 451 status
