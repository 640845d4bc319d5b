"""What servers do with a status. `#:` says what a line holds; a line without it holds nothing."""

import http.client as hc
from http import HTTPStatus
from http import HTTPStatus as S

from aiohttp import web
from flask import Flask, abort, jsonify, redirect
from starlette import status
from werkzeug.exceptions import HTTPException

app = Flask(__name__)


@app.errorhandler(404)  #: 404 status
def missing(error):
    return jsonify(error="none"), 404  #: 404 status


@app.route("/limits")
def limits():
    if app.config["SIZE"] > 400:
        abort(413)  #: 413 status
    if app.config["DOWN"]:
        return "", HTTPStatus.SERVICE_UNAVAILABLE  #: 503 constant
    if app.config["TEA"]:
        return "", S.IM_A_TEAPOT.value  #: 418 constant
    if app.config["LARGE"]:
        raise web.HTTPRequestEntityTooLarge(100, headers={})
    if app.config["GONE"]:
        return "", hc.GONE  #: 410 constant
    if app.config["BUSY"]:
        raise HTTPException(429)  #: 429 status
    return redirect("/", code=308)  #: 308 status


def application(environ, start_response):
    start_response("404 Not Found", [("Content-Length", "120")])  #: 404 status
    environ["wsgi.errors"].write("the answer was 404")
    return [b"HTTP/1.1 500 Internal Server Error\r\n"]  #: 500 status


def answer(body, status_code=200, headers=None):  #: 200 status
    return body, status_code, headers


def answers():
    answer("x", 404)  #: 404 status
    answer("x", status_code=status.HTTP_409_CONFLICT)  #: 409 constant
    shrink("x", 404)


def shrink(body, width):
    return body[:width]


MESSAGES = {404: "Not Found", 410: "Gone"}  #: 404 status, 410 status
ORDERS = {404: "kettle", 410: "mug"}
SUMMARY = {"2xx": 3, "5xx": 1}  #: 2xx class, 5xx class


class Code:
    NOT_FOUND = 404  #: 404 status
    WIDTH = 404


EVENT = {"statusCode": 201, "body": "", "maxAge": 300}  #: 201 status
RECORD = {"code": 404, "message": "none"}  #: 404 status


@app.route("/pages")
def render_page():
    return render_template("page.html"), 400  #: 400 status


def page_height():
    return 400


def create_answer(self):
    return 200, token, self.ANSWER_HEADERS  #: 200 status


def create_sizes(self):
    return 200, token, self.weights
