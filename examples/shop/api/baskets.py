"""Baskets: what becomes of those that are sent back or kept too long."""

from answers import refuse

TWO_HOURS = 7200


def send_back(basket, parcel):
    if parcel.status == 410:  # the warehouse's number for "on the van"
        refuse(basket, "it is on its way to you", 409)
    if basket.age > TWO_HOURS:
        refuse(basket, "it was kept too long", 471)
