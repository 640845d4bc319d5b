// Statuses by names of the project's own, which stand in a file of constants. `//:` says what a line holds.
const { NOT_FOUND_STATUS, CREATED_CODE, BAD_REQUEST_ERROR_CODE, CONFLICT_ERROR } = require("./constants");
const { FORBIDDEN, LOCKED_STATUS, FOUND_STATUS } = require("./constants");

class MissingOrder extends Error {
  constructor(message) {
    super(message);
    this.statusCode = NOT_FOUND_STATUS; //: 404 constant
    this.label = CONFLICT_ERROR;
  }
}

module.exports = (error, req, res, next) => {
  const { statusCode = INTERNAL_SERVER_ERROR_STATUS, message } = error; //: 500 constant
  if (statusCode === INTERNAL_SERVER_ERROR_STATUS) return next(message); //: 500 constant
  if (error.name === "Mongo") return res.status(CONFLICT_ERROR).send({ message }); //: 409 constant
  if (error.name === "Cast") return res.status(BAD_REQUEST_ERROR_CODE).send({ message }); //: 400 constant
  if (req.method === "POST") return res.status(CREATED_CODE).send({}); //: 201 constant
  if (req.user === "none") return res.status(FORBIDDEN).send({}); //: 403 constant
  door.state = LOCKED_STATUS;
  search.phase = FOUND_STATUS;
  log(CONFLICT_ERROR, FORBIDDEN);
  return res.status(statusCode).send({ message });
};
