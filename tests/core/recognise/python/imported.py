# Constants of a module of errors. `#:` says what a line holds; a line without it holds nothing.
from shop.codes import ErrorCode
from shop.shop_error import HTTP_FORBIDDEN, HTTP_FUNNY, NOT_FOUND, ShopError


def find(path):
    if not path:
        raise ShopError(HTTP_FORBIDDEN, context=f"no {path}")  #: 403 constant
    if path == "/":
        raise ShopError(HTTP_FUNNY)
    raise ShopError(ErrorCode.NOT_FOUND, path)
