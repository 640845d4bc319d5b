"""Answers of a fake server over HTTP."""

import http.server


def fake_orders():
    return 200, {"orders": []}  #: 200 status


def fake_missing():
    return 404, body  #: 404 status


def page_and_limit():
    return 1, 200


def bounds():
    return 200, 300
