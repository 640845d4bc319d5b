"""What handlers of Django Ninja return. `#:` says what a line holds; a line without it holds nothing."""

from ninja import NinjaAPI
from ninja.errors import HttpError

api = NinjaAPI()


@api.get("/mugs/{number}", response={200: Mug, 404: Problem})  #: 200 status, 404 status
def mug(request, number: int):
    if number > 200:
        return 404, {"problem": "none"}  #: 404 status
    if number < 0:
        raise HttpError(422, "no number")  #: 422 status
    return 200, Mug(404)  #: 200 status


def widths():
    return Mug(404), 404
