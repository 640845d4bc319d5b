# What errors say, types that are one value, and more ways to expect. `#:` says what a line holds.
from typing import Literal

import requests


class Found:
    status: Literal[200]  #: 200 status
    size: Literal[404]


def take(status_code: Literal[404, 410], grams: Literal[404, 410]):  #: 404 status, 410 status
    try:
        requests.get(url)
    except requests.RequestException as e:
        if "404" in str(e):  #: 404 status
            return None
        if "102" in str(e) or "404" in str(basket):
            return None


def told(e):
    if str(e).startswith("410"):  #: 410 status
        return None
    if str(basket).startswith("404"):
        return None
    return urlopen(url).getcode() in (401, 403)  #: 401 status, 403 status


def test_answers(self):
    self.get("/baskets", expected=404)  #: 404 status
    self.take("/baskets", expected_grams=404)
    eq_(answer.status_int, 410)  #: 410 status
    eq_(basket.grams, 410)
