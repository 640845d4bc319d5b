#!/usr/bin/env bats
# What tests do with a status. `#:` says what a line holds; a line without it holds nothing.
@test "the shop answers" {
    run curl -s -o /dev/null -w '%{http_code}' http://localhost/404
    [ "$status" -eq 0 ]
    run wc -l items.txt
    [ "$output" = "404" ]
    assert_status 403 /admin #: 403 status
    assert_length 403 /admin
    code=$(curl -s -w "%{response_code}" http://localhost/)
    [[ $code == 200 ]] #: 200 status
    assert_equal "$code" 200 #: 200 status
    assert_equal "$rows" 200
}

@test "the shop's status code is kept in a short name" {
    read_answer BODY SC
    assert_equal "$SC" 409 #: 409 status
    assert_equal "$SD" 409
    assert_reachable "http" "shop.example" "443"
}

@test "the shop's output" {
    run curl -s -o /dev/null -w '%{http_code}' http://localhost/404
    assert_output "200" #: 200 status
    [ "$output" = "200" ] #: 200 status
    run assert_status 403 /admin #: 403 status
    run assert_length 403 /admin
    run wc -l items.txt
    assert_output "200"
}
