# Hosts that are called after a protocol, and letters that are sent by one: the file speaks of no other protocol.
from flask import jsonify

HOSTS = ["ftp.shop.example", "ftp.tea.example"]


def answer(basket):
    """Tell by SMTP."""
    if basket is None:
        return jsonify(error="no basket"), 404  #: 404 status
    return {"grams": 404}
