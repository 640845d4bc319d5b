#!/usr/bin/env bash
# Statuses in what commands print. `#:` says what a line holds; a line without it holds nothing.
HTTP_ENDPOINT=http://localhost:8080
check_page() {
    local output
    output="$(curl "${args[@]}")"
    if [[ "${output: -3}" -eq 200 || "${output: -3}" -eq 404 ]]; then #: 200 status, 404 status
        return 1
    fi
    answer=$(curl -s "$url")
    [ "${answer:(-3)}" = "201" ] || exit 1 #: 201 status
    [ "${answer:0:3}" = "201" ] || exit 1
}
size_of() {
    output=$(du -k page.html)
    [[ "${output: -3}" -eq 200 ]] && exit 1
}
result=$(curl -s -o /dev/null \
    --max-time 30 \
    -w "%{http_code}" "$url")
if [ "$result" -gt 299 ] || [ "$result" -lt 200 ]; then #: 299 bound, 200 bound
    exit 1
fi
reply=`curl -s -o /dev/null \
    -w "%{http_code}" "$url"`
if [ $reply -ne 200 ]; then #: 200 status
    exit 1
fi
rows=$(psql --tuples-only \
    --command "select count(*) from orders")
if [ $rows -ne 200 ]; then
    exit 1
fi
forbidden=$(echo "$answer" | jq '.code == 403') #: 403 status
jq -e '.error.code == 404' < answer.json #: 404 status
jq -e '.items[] | select(.code == 404)' < answer.json #: 404 status
jq -e '.code == 200' < answer.json
jq -e '.size == 404' < answer.json
[ "$(jq -r .code answer.json)" = 403 ] && exit 1 #: 403 status
[ "$(echo "$answer" | jq -r '.code')" == "404" ] && exit 1 #: 404 status
[ "$(jq -r .status answer.json)" = 403 ] && exit 1 #: 403 status
[ "$(jq -r .size answer.json)" = 403 ] && exit 1
last=$(echo "$answer" | tail -n1)
if [ "$last" -ne 201 ]; then #: 201 status
    exit 1
fi
code=$(tail -c 3 <<< "$answer")
test $code -eq 200 || exit 1 #: 200 status
found=${grid[1]}
if [ "$found" = "401" ]; then #: 401 status
    echo "credentials?"
elif [ "$found" = "404" ]; then #: 404 status
    echo "no such page"
fi
