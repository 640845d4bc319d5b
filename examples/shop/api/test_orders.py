"""Tests of the orders."""

import pytest

from orders import app


@pytest.mark.parametrize(("path", "status"), [("/orders/404", 200), ("/orders/5", 404), ("/nowhere", 404)])
def test_paths(path, status):
    assert app.test_client().get(path).status_code == status


def test_an_order_is_created():
    response = app.test_client().post("/orders", json={"item": "teapot", "price": 418})
    assert 200 <= response.status_code < 300
    assert response.status_code // 100 == 2
