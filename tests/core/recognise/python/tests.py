"""What tests do with a status. `#:` says what a line holds; a line without it holds nothing."""

import unittest

import httpx
import pytest


class Views(unittest.TestCase):
    def test_views(self):
        response = self.client.get("/404")
        self.assertEqual(response.status_code, 302)  #: 302 status
        self.assertEqual(404, response.status_code)  #: 404 status
        self.assertIn(response.status_code, [200, 204])  #: 200 status, 204 status
        self.assertLess(response.status_code, 400)  #: 400 bound
        self.assertEqual(len(response.content), 404)
        self.assertEqual(response.json()["total"], 200)


@pytest.mark.parametrize(("path", "status"), [("/", 200), ("/no", 404)])  #: 200 status, 404 status
@pytest.mark.parametrize("size", [200, 404])
@pytest.mark.parametrize("status", [500, 503])  #: 500 status, 503 status
@pytest.mark.parametrize(
    ("is_open", "expected_status", "path"),
    [
        pytest.param(True, 200, "/", id="open"),  #: 200 status
        pytest.param(False, 403, "/404", id="closed"),  #: 403 status
    ],
)
def test_paths(path, status, size):
    assert httpx.get(path).status_code == status
    assert httpx.Response(404).status_code != 200  #: 404 status, 200 status


class TestShelf:
    def test_answers(self, shelf):
        self.get("/shelf", check=404)  #: 404 status
        self.client.request("MOVE", "/shelf/1", expect=201)  #: 201 status
        shelf.count("mugs", check=404)
        self.get("/shelf", width=404)
        self.assertEqual(shelf.response.status_line, "404 Nobody Home")  #: 404 status
        self.assertEqual(shelf.response.title, "404 Nobody Home")
