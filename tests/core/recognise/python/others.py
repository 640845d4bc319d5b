"""Numbers over HTTP that are no status."""

import requests
client.get("http://localhost:443/x", port=503)
r = requests.get(url, params={"perPage": 200, "limit": 404, "quota": 500})
headers = {"Range": "bytes=200-404", "Content-Length": "404"}
assert error.code == 1045
raise DatabaseError(code=404, sqlstate="42P01")
ocs = {"ocs": {"meta": {"statuscode": 404, "code": 100}}}
if db_error.code == 403: pass
items = [200, 404, 500]
rate_limit = RateLimit(500, per=60)
assert len(response.content) == 404
assert response.json()["total"] == 200
assert response.json()["items"][0]["id"] == 404
response.json()["data"]["price"] == 500
sleep(500)
check_quota(user, 500)
assert response.elapsed.total_seconds() < 500
assert_equals(page.perPage, 200)
assert len(responses) == 404
status.count == 404
paginate(request, 200)
parts = line.split(","); 
if parts[1] == "404": pass
size = output[9:12] == "x"
