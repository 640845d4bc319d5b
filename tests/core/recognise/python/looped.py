# Rows and mappings that a loop takes apart.
import requests

CASES = [("green", 200), ("black", 404)]  #: 200 status, 404 status
CUPS = [("green", 200), ("black", 404)]
WANTED = {"green": 200, "black": 404}  #: 200 status, 404 status
HELD = {"green": 200, "black": 404}


def test_answers():
    for tea, status in CASES:
        check(tea, status)
    for tea, grams in CUPS:
        check(tea, grams)
    for tea, status in WANTED.items():
        check(tea, status)
    for tea, grams in HELD.items():
        check(tea, grams)
