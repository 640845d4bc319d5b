# Lists that face lists. `#:` says what a line holds; a line without it holds nothing.
assert [answer.status_code, answer.text] == [404, "tea"]  #: 404 status
assert [answer.text, answer.status_code] == ["tea", 404]  #: 404 status
assert (basket.weight, answer.status_code) == (404, 202)  #: 202 status
