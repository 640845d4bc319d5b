#!/usr/bin/env bash
# Codes that are looked for in the head of an answer and in a log of requests. `#:` says what a line holds.
wget -S "$url" 2>&1 | grep "HTTP/" | awk '{print $2}' | grep -q 200 #: 200 status
curl -sI "$url" | head -1 | grep 404 #: 404 status
curl -s "$url" | awk '/^HTTP/{print $2}' | grep -qE '^(200|301)$' #: 200 status, 301 status
curl -s --insecure "$url" | head -1 | grep 404
ls -li shelves | grep 404
awk '$9 == 404 {print $7}' shop.log #: 404 status
awk '($9 ~ /404/)' shop.log #: 404 status
awk '$9 >= 500' shop.log #: 500 bound
awk '$3 >= 500' shop.log
grep -c " 404 " /var/log/shop/access.log #: 404 status
grep -c " 404 " /var/log/shop/rows.log
test_endpoint GET /shelf 200 #: 200 status
test_room NORTH /shelf 200

echo "$page" | grep -Ei 'HTTP/\S+ 500' #: 500 status
curl -sI "$url" | grep -E 'HTTP/[0-9.]+ 404' #: 404 status
curl -sI "$url" | grep -E 'HTTP/[^ ]+ 404' #: 404 status
curl -sI "$url" | grep -E 'HTTP/[[:digit:].]{3} 404' #: 404 status
echo "$page" | grep -E 'HTTP-Kettle/[0-9.]+ boils 404'
in_shop curl -s -I "localhost" | grep '302 Found' #: 302 status
in_shop ls shelves | grep '302 kettles'
