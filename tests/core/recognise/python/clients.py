"""What clients do with a status. `#:` says what a line holds; a line without it holds nothing."""

import requests

RETRY_ON_STATUS = {502, 503, 504}  #: 502 status, 503 status, 504 status
TIMEOUT = 500
PAGE_SIZE = 200


def fetch(session, url, timeout=404):
    response = session.get(url, timeout=500)
    if response.status_code == 404:  #: 404 status
        return None
    if 404 == response.status_code or 410 == response.status_code:  #: 404 status, 410 status
        return None
    if response.status_code in (401, 403):  #: 401 status, 403 status
        raise PermissionError
    if response.status_code not in [200, 204]:  #: 200 status, 204 status
        raise ValueError
    if 200 <= response.status_code < 300:  #: 200 bound, 300 bound
        return response
    if response.status_code >= 500:  #: 500 bound
        return fetch(session, url)
    if response.status_code in range(400, 500):  #: 400 bound, 500 bound
        return response
    if response.status_code // 100 == 3:  #: 3xx class
        return response
    if int(response.headers["X-Upstream-Status"]) == 503:  #: 503 status
        return response
    if len(response.content) > 400 or len(response.history) == 302:
        return response
    match response.status_code:
        case 418 | 429:  #: 418 status, 429 status
            return None
        case 451:  #: 451 status
            return None
    return response


def codes(match, order, process):
    if match.group("status") == "404":  #: 404 status
        return 1
    if order.status == 200 or process.exit_status == 500:
        return 2
    if process.returncode == 404:
        return 3
    status = "503"  #: 503 status
    http_code = 404 if order else 200  #: 404 status, 200 status
    code = status or 500  #: 500 status
    size = process.width or 500
    return http_code, code, size


requests.get("http://127.0.0.1:500/items/404", timeout=300)
