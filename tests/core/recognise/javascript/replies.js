// Replies of a server of files that does not say so. A line without `//:` holds nothing.
module.exports = {
  rest({ argument }) {
    if (isNaN(argument)) return this.reply(501, "A number is wanted");
    return this.reply(350, `Going on at ${argument}`);
  },
  answer({ argument }) {
    if (isNaN(argument)) return this.respond(501, "A number is wanted"); //: 501 status
    return this.respond(503, "Come back later"); //: 503 status
  },
};

function translate(response) {
  response._("x", 404);
}
