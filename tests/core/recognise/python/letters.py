# A file that speaks of SMTP. A line without `#:` holds nothing.
import smtplib


def answer(basket):
    """Tell by SMTP."""
    if basket is None:
        return {"error": "no basket"}, 451
