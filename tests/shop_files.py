"""A small shop in several languages, for the overview of a repository."""

from pathlib import Path

SHOP = {
    "api/orders.py": """\
from fastapi import FastAPI, HTTPException

app = FastAPI()


@app.get("/orders/{number}", responses={404: {"description": "There is no such order"}})
def show(number: int):
    if number not in orders:
        raise HTTPException(status_code=404)
    return orders[number]


@app.delete("/orders/{number}", status_code=204)
def cancel(number: int):
    if orders[number].is_sent:
        raise HTTPException(status_code=409)
""",
    "api/errors.py": """\
from flask import Flask, render_template

app = Flask(__name__)


class Gone(Exception):
    status_code = 410


@app.errorhandler(500)
def apologise(error):
    return render_template("sorry.html"), 500
""",
    "stock/main.go": """\
package main

import "net/http"

const StatusSoldOut = 471

type Stock struct{}

func (s *Stock) Count(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet {
		http.Error(w, "only GET", http.StatusMethodNotAllowed)
		return
	}
	w.WriteHeader(StatusSoldOut)
}
""",
    "stock/main_test.go": """\
package main

import (
	"net/http"
	"testing"
)

func TestCount(t *testing.T) {
	if answer.StatusCode != http.StatusMethodNotAllowed {
		t.Fatalf("got %d", answer.StatusCode)
	}
}
""",
    "tests/test_orders.py": """\
def test_an_order_that_is_not_there(client):
    assert client.get("/orders/0").status_code == 404
""",
    "web/checkout.ts": """\
const RETRIED_STATUSES = [502, 503];

export async function buy(basket: Basket): Promise<Receipt> {
  const response = await fetch("/orders", { method: "POST" });
  if (response.status === 409) throw new SoldOut();
  if (response.status >= 500) return buy(basket);
  return response.json();
}
""",
    "web/server.js": """\
app.post("/feedback", (request, response) => {
  response.status(202).end();
});
""",
    "openapi.yaml": """\
openapi: 3.1.0
paths:
  /orders/{number}:
    get:
      responses:
        "200": { description: The order }
        "404": { description: There is no such order }
        "418": { description: The shop serves tea only }
""",
    "nginx.conf": """\
server {
    location /old {
        return 301 /new;
    }
}
""",
    "access.log": """\
10.0.0.7 - - [12/Oct/2026:10:15:32 +0200] "GET /orders/7 HTTP/1.1" 200 2326
""",
    "statuslens.yaml": """\
codes:
  - code: "471"
    name: Sold Out
    meaning: Nothing is left of it.
    owner: stock team
    runbook: https://example.org/runbooks/471
""",
}


def write_shop(folder: Path) -> None:
    """Write the files into a folder."""
    for name, content in SHOP.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
