"""Statuses of doubles and of generated tests, and in what errors say, over HTTP."""

import http

from hypothesis import strategies as st
handler.get_status.return_value = 200 #: 200 status
handler.get_size.return_value = 200
def f(e):
    return {"Error": str(e).split("-")[1]}, 400 #: 400 status
def g(ex):
    if "409 " not in ex.args[0] and "503 " not in ex.args[0]: raise ex #: 409 status, 503 status
monkeypatch.setattr(RequestRedirect, "code", 301) #: 301 status
monkeypatch.setattr(RequestRedirect, "size", 301)
@given(status_code=st.integers(min_value=200, max_value=599), size=st.integers(min_value=200, max_value=599)) #: 200 bound, 599 bound
def h(): pass
x = {"index": {"_id": 3, "status": 201}} #: 201 status


def test_a_handler_is_asked(handler, basket):
    handler.send_response.assert_called_once_with(200)  #: 200 status
    handler.send_basket.assert_called_once_with(404)
    response_mock.assert_called_with(412, "no basket")  #: 412 status
    basket_mock.assert_called_with(412, "no basket")
    code = 500 if error.code is None else error.code  #: 500 status
