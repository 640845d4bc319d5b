"""Codes of errors, by what is caught over HTTP."""

import shop
try:
    pass
except shop.HTTPError as e:
    if e.code != 400: #: 400 status
        raise
except (shop.MySQLError, ValueError) as failure:
    if failure.code != 400:
        raise
