#!/usr/bin/env bash
# What status lines and answers over HTTP are matched with. `#:` says what a line holds.
if [[ ${HTTP_STATUS} =~ ^404$ ]]; then exit 1; fi #: 404 status
if [[ ${ROWS} =~ ^404$ ]]; then exit 1; fi
bash -c '[ "$(curl -sL -w "%{http_code}" -o /dev/null http://127.0.0.1:8080/api/version)" == "200" ] || (echo Connection failed ; exit 1)' #: 200 status
bash -c '[ "$(wc -l rows)" == "200" ] || (echo Connection failed ; exit 1)'
curl --head "$url" | grep --quiet --regexp 'HTTP.*302' #: 302 status
CR=$(echo $OUT | egrep "^HTTP" | cut -d' ' -f2)
if [[ $CR -ne 200 ]]; then exit 1; fi #: 200 status

grep -Eq "(out of queries|500 Internal Server Error)" answer.txt #: 500 status
grep -Eq "(out of queries|500 pounds of flour)" answer.txt
if [[ $RESPONSE == *"\"code\":200"* ]]; then exit 0; fi #: 200 status
echo "$order_response" | grep -q '"code": 404' #: 404 status
if _contains "$response" "CODE=200"; then exit 0; fi #: 200 status
if _contains "$responsibility" "CODE=200"; then exit 0; fi
if _contains "$kettle" "CODE=200"; then exit 0; fi
run_check "a lost kettle" 404 "${BASE_URL}/kettles/9" #: 404 status
paint "a lost kettle" 404 "${BASE_COLOUR}/kettles/9"
