// Errors by their status. `//:` says what a line holds; a line without it holds nothing.
const createError = require("http-errors");

const made = createError(404, "no such tea"); //: 404 status
const indexed = new createError["500"](); //: 500 status
const other = new createShelf["500"]();
