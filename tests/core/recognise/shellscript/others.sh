#!/usr/bin/env bash
# Numbers that curl is given over http, and those that answers count.
curl --max-time 200 --retry 404 -r 200-404 "http://localhost:503/"
count=$(curl -s "$url" | jq '.items | length')
[ "$count" -eq 200 ] && exit 1
total=$(curl -s "$url" | jq -r '.total')
if [ "$total" = 404 ]; then exit; fi
size=$(curl -s "$url" | wc -c)
[ "$size" -gt 500 ] && exit 1
case $? in 403) ;; 404) ;; esac
seq 200 404
[ "$(jq -r .id answer.json)" = 404 ] && exit 1
[ "$(kubectl get pods | wc -l)" = 404 ] && exit 1
id=$(curl -s "$url" | tail -n1)
[ "$id" = 404 ] && exit
