// Codes that no error of HTTP has. `//:` says what a line holds; a line without it holds nothing.
const axios = require("axios");

function retry(error, response) {
  expect(error.code).toBe(101);
  if (error.code === 101) return create();
  if (error.statusCode === 101) return upgrade(); //: 101 status
  if (response.code === 101) return upgrade(); //: 101 status
}

function answer(error) {
  if (error.code === 403) return login(); //: 403 status
}

const statusCode = found(error, 'status') || found(error, 'kettleError') || 500; //: 500 status
const litres = found(error, 'status') || found(error, 'kettleError') || 500;
