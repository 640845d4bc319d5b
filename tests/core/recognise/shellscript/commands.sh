#!/usr/bin/env bash
# What is looked for in the output of a command that is one text, or written into another file. `#:` says what a line holds.
wait_for_text "kubectl exec shop -- curl -s --write-out %{http_code} $url" "200" "$(( 2 * minute ))" #: 200 status
wait_for_text "curl -sk -w '%{http_code}\n' $url" '403$' #: 403 status
wait_for_rows "wc --words rows" 403
wait_for_rows 200 "curl -s -w '%{http_code}' $url"
curl -so /dev/null -w "%{http_code}" --max-time 300 "$url" | grep -q "200\|301\|302" #: 200 status, 301 status, 302 status
curl -so /dev/null -w "%{http_code}" "$url" | grep -Ev '^404' #: 404 status
wc --lines rows | grep -q "200\|301\|302"

line="GET /shelf/${shelf} 404 " #: 404 status
line="GET /shelf/${shelf} HTTP/1.1 404 12" #: 404 status
line="took /shelf/${shelf} 404 "

bash <<CODE
while [[ \$(${FETCH} -s -w '%{http_code}' ${url}) == 503 ]]; do sleep 1; done #: 503 status
while [[ \$(wc -l < ${rows}) == 503 ]]; do sleep 1; done
CODE
cat > shop.conf <<CONF
server {
    listen ${PORT};
    proxy_read_timeout 301;
    return 301 https://shop.example\$request_uri; #: 301 status
}
CONF
curl --json @- "$url" <<BODY
{"shelf": "$shelf", "width": 404, "statusCode": 410} #: 410 status
BODY
