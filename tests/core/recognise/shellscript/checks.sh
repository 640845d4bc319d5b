#!/usr/bin/env bash
# What scripts do with a status. `#:` says what a line holds; a line without it holds nothing.
EXPECTED_STATUS=200 #: 200 status
COLUMNS=200
readonly RETRY_CODES="502 503 504" #: 502 status, 503 status, 504 status
readonly RETRY_DELAYS="502 503 504"
http_code="${1:-404}" #: 404 status
port="${1:-404}"

status=$(curl -s -o /dev/null -w "%{http_code}" --max-time 500 "http://localhost:503/404")
if [ "$status" = "404" ] || [ "$status" -eq 410 ]; then #: 404 status, 410 status
    exit 200
fi
if [[ "$status" -ge 200 && "$status" -lt 300 ]]; then #: 200 bound, 300 bound
    exit 0
fi
if (( status >= 500 )); then #: 500 bound
    exit 1
fi
if [[ $status =~ ^(401|403)$ ]]; then #: 401 status, 403 status
    exit 1
fi
if [[ "$status" == 4* || "$status" != 20[0-9] ]]; then
    exit 1
fi
if [ "$(curl -so /dev/null -w '%{http_code}' "$url")" != 302 ]; then #: 302 status
    exit 1
fi

answer=$(curl -w '%{http_code}' "$url")
test "$answer" = 201 || exit 1 #: 201 status
size=$(wc -c < page.html)
if [ "$size" = "404" ] || [ "$size" -eq 410 ]; then
    exit 1
fi
if [[ "$size" -ge 200 && "$size" -lt 300 ]]; then
    exit 1
fi

case "$http_code" in
    200 | 204) echo "fine" ;; #: 200 status, 204 status
    429) sleep 300 ;; #: 429 status
    "503") echo "busy" ;; #: 503 status
esac
case "$size" in
    200 | 204) echo "small" ;;
    "503") echo "large" ;;
esac
case "$HTTP_STATUS" in 5??) exit 1 ;; esac

expect_status() {
    local expected="$1" path="$2"
    [ "$(status_of "$path")" = "$expected" ]
}
resize_window() {
    convert -resize "$1" "$2"
}
expect_status 404 /missing #: 404 status
resize_window 404 picture.png

curl -sI "$url" | head -n 1 | grep -q "HTTP/1.1 404 Not Found" #: 404 status
curl -sI "$url" | grep -E "^HTTP/[12.]+ (200|302)" #: 200 status, 302 status
curl -sI "$url" | grep "Content-Length: 404"
wget --server-response "$url" 2>&1 | grep "HTTP/1.1 503" #: 503 status
printf 'HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n' | nc -l 500 #: 200 status
for code in 500 502 503; do retry_on_status "$code"; done #: 500 status, 502 status, 503 status
for width in 500 502 503; do resize "$width"; done
grep -c '" 404 ' access.log #: 404 status
curl --range 0-499 --limit-rate 200 --retry 500 -d '{"limit": 200}' "$url"
chmod 644 key.pem && chown 501:500 key.pem && umask 022
seq 100 200 | head -n 404
kill -9 404
ssh -p 503 host "exit 404"
docker run -p 503:404 --memory 512 shop
echo "250 2.1.0 Ok" | grep "^250"
psql -p 543 -c "select 404 from orders where code = 200"
[[ "$http_code" =~ ^([23][[:digit:]]{2}|404|410)$ ]] || exit 1 #: 404 status, 410 status
[[ "$size" =~ ^([23][[:digit:]]{2}|404|410)$ ]] || exit 1
[[ "$answer_head" =~ HTTP/2[[:space:]]+429 ]] && sleep 300 #: 429 status
[[ "$answer_head" =~ rows[[:space:]]+429 ]] && sleep 300
shop-cli watch --expected-status 404 --max-size 404 /orders #: 404 status
shop-cli watch --expected-status=404 --max-size=404 /orders #: 404 status
curl -s localhost/status/503 localhost/images/503 #: 503 status
sed -i 's/old;/error_page 404 410 \/gone.html;/' shop.conf #: 404 status, 410 status
sed -i 's/old;/client_max 404 410;/' shop.conf
cat > shop.conf <<CONF
server {
    listen 503;
    location /old { return 410; } #: 410 status
    location /new { return 301 https://shop.example/; } #: 301 status
    send_timeout 301;
}
CONF
cat > shop.js <<CODE
function size() { return 410; }
CODE
wait_for "return 502" || wait_for "return 502 rows" #: 502 status
if grep -q "404" <<<"${http_code}"; then exit 1; fi #: 404 status
if grep -q "404" <<<"${sizes}"; then exit 1; fi
sudo expect_status 404 /missing #: 404 status
sudo resize_window 404 picture.png
check "the front page" http://localhost:503/ 200 "welcome" #: 200 status
check "the front page" "$size" 200 "welcome"
bash -c "curl -so /dev/null -w '%{http_code}' $url | grep 404" #: 404 status
bash -c "wc -l items.txt | grep 404"
echo 'return 301 https://$host$request_uri;' > force.conf #: 301 status
echo 'x = 301 https://$host$request_uri;' > force.conf
python3 - <<CODE
self.send_response(204) #: 204 status
self.send_rows(204)
CODE
list="${answer##*[}"
list="${list%%]*}"
[ "$http_code" = "404" ] && echo "$list" #: 404 status

shop_answer=$(curl -s -w "%{http_code}" "$url")
[[ $shop_answer == *"items"* && $shop_answer == *"200"* ]] && echo fine #: 200 status
shop_page=$(cat page.html)
[[ $shop_page == *"items"* && $shop_page == *"200"* ]] && echo fine
sed -i 's@^CAUGHT_ERROR_CODES=.*@CAUGHT_ERROR_CODES=400 404 502@' shop.env
sed -i 's@^CAUGHT_ERROR_CODES=.*@CAUGHT_ERROR_CODES=401 404 429 502@' shop.env #: 401 status, 404 status, 429 status, 502 status
sed -i 's@^ROW_SIZES=.*@ROW_SIZES=401 404 429 502@' shop.env
grep -q '<h1>403</h1>' answer.html || exit 1 #: 403 status
grep -q '<td>403</td>' answer.html || exit 1
grep -q '<h1>403 items</h1>' answer.html || exit 1
echo "/items/${name} https://shop.example/${name} 301" >> public/_redirects #: 301 status
echo "/items/${name} ${colour} 301" >> public/sizes

first=$(curl -sI "$url" | head -n 1 | cut -d' ' -f2)
[ "$first" = 404 ] && exit 1 #: 404 status
second=$(head -n 1 rows.txt | cut -d',' -f2)
[ "$second" = 404 ] && exit 1
both=$(curl -s -w "%{http_code}" "$url")
case "${both: -3}" in
  404) exit 1 ;; #: 404 status
esac
sizes=$(wc -c items.txt)
case "${sizes: -3}" in
  404) exit 1 ;;
esac
[ "${both##*,}" = 503 ] && exit 1 #: 503 status
case "$both" in
  *404*) exit 1 ;; #: 404 status
esac
[[ $both == *503 ]] && exit 1 #: 503 status
[[ $sizes == *503* ]] && exit 1
