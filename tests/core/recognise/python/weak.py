"""What stands beside a status: headers and a body, the same code, a list of errors."""

import requests
async def app(scope, protocol):
    protocol.response_bytes(200, [("Content-Type", "text/plain")], b"ok") #: 200 status
    protocol.response_bytes(500, [("Content-Type", "text/plain")], b"bad") #: 500 status
    protocol.draw_bytes(500, [("x", "y")], b"bad")
def f(error):
    if error.status == 429: #: 429 status
        return 429 #: 429 status
error_class = exception_map[400] #: 400 status
error_class = page_map[400]
assert responses[first_page] == 404 #: 404 status
assert sizes[status] == 404


def size_of(row):
    if row.size == 429:
        return 429
