#!/usr/bin/env bash
# Load over http: how often curl asks is no status.
$HEY -c 10 -n 200 http://localhost:9080/hello
check 200 http://localhost:9080/hello #: 200 status
