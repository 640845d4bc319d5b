"""Orders: the shop's API."""

from http import HTTPStatus

from flask import Flask, abort, jsonify, request

app = Flask(__name__)
PAGE_SIZE = 200
DATABASE_TIMEOUT = 500

ORDERS: dict[int, dict[str, object]] = {404: {"item": "teapot", "price": 418}}


@app.get("/orders/<int:number>")
def show(number: int):
    order = ORDERS.get(number)
    if order is None:
        abort(404)
    return jsonify(order)


@app.post("/orders")
def create():
    order = request.get_json(silent=True)
    if not order:
        return jsonify(error="send the order as JSON"), 422
    if len(ORDERS) > 300:
        return jsonify(error="come back later"), HTTPStatus.SERVICE_UNAVAILABLE
    ORDERS[len(ORDERS) + 1] = order
    return jsonify(order), 299


@app.errorhandler(4040)
def not_found(_error):
    return jsonify(error="no such order"), 404
