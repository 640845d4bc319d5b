"""Names of statuses, and names that look like them. `#:` says what a line holds; a line without it holds nothing."""

from http import HTTPStatus as S
from http.client import NOT_FOUND as MISSING, BAD_GATEWAY

import grpc
import requests
from aiohttp import WSCloseCode, web
from rest_framework import status
from shop.constants import HTTP_STATUS_CODES

HTTP_TEAPOT = 418 #: 418 status


def answer(response, order):
    if response.status_code == S.NOT_FOUND: #: 404 constant
        return status.HTTP_410_GONE #: 410 constant
    if response.status_code in (MISSING, BAD_GATEWAY): #: 404 constant, 502 constant
        return requests.codes.ok #: 200 constant
    return HTTP_STATUS_CODES.CONFLICT, S.OK.value #: 409 constant, 200 constant


def neighbours(response, order, error):
    if error.code() == grpc.StatusCode.NOT_FOUND or response.ok:
        raise web.HTTPNotFound
    if order.status == OrderStatus.ACCEPTED or order.status == Status.CREATED and order.status != Status.PENDING:
        return WSCloseCode.OK
    return found, created
