"""Statuses that are cut out of longer texts, and lists of them inside texts."""

import http

import pycurl

import shop


def test_the_status_of_a_status_line(case, shop_line, head, curl):
    case.assertEqual(200, curl.getinfo(pycurl.HTTP_CODE))  #: 200 status
    if curl.getinfo(curl.RESPONSE_CODE) == 404:  #: 404 status
        case.fail()
    case.assertEqual(200, curl.getinfo(pycurl.SIZE_DOWNLOAD))
    words = shop_line.split()
    if words[1] != b"101":  #: 101 status
        raise RuntimeError
    assert shop_line.split(" ", 2)[1] == "404"  #: 404 status
    assert shop_line.split(" ", 2)[0] == "404"
    assert head[9:12] == b"200"  #: 200 status
    assert head[4:12] == b"200"


KEPT = '{"codes": [200,204,301,302,307], "sizes": [201,302,404,503,50], "status_codes": [404]}'  #: 200 status, 204 status, 301 status, 302 status, 307 status, 404 status
ROWS = '{"sizes": [7,201,302,404,503]}'
