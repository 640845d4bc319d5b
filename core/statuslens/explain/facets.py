"""Properties by which codes can be asked for: ``retry``, ``cacheable``, ``needs Location``."""

import re
from collections.abc import Callable

from statuslens.explain.compose import describe_duty
from statuslens.explain.model import Choice, Listing
from statuslens.registry import Body, Registration, Registry, StatusCode

_NEEDS = re.compile(r"needs?\s+([a-z-]+)|([a-z]+(?:-[a-z]+)+)(?:\s+header)?", re.IGNORECASE)


def _retry(status: StatusCode) -> str | None:
    return status.retry.advice if status.retry else None


def _cacheable(status: StatusCode) -> str | None:
    return "" if status.heuristically_cacheable else None


def _not_stored(status: StatusCode) -> str | None:
    return "" if status.must_not_store else None


def _without_body(status: StatusCode) -> str | None:
    return None if status.body is Body.ALLOWED else ""


def _redirects(status: StatusCode) -> str | None:
    return status.redirect.method if status.redirect else None


def _out_of_use(status: StatusCode) -> str | None:
    if status.deprecated_by:
        return f"deprecated by {status.deprecated_by}"
    return None if status.registration is Registration.ASSIGNED else status.registration.value


_FACETS: dict[str, tuple[str, Callable[[StatusCode], str | None]]] = {
    "retry": ("Codes after which a request may be repeated", _retry),
    "cacheable": ("Codes that are heuristically cacheable", _cacheable),
    "no-store": ("Codes that a cache must not store", _not_stored),
    "no body": ("Codes without a body", _without_body),
    "redirect": ("Codes of redirection, and what becomes of the method", _redirects),
    "deprecated": ("Codes that new work should not use", _out_of_use),
}
_SYNONYMS = {
    "retries": "retry",
    "retryable": "retry",
    "can retry": "retry",
    "cache": "cacheable",
    "caching": "cacheable",
    "heuristically cacheable": "cacheable",
    "no store": "no-store",
    "must not store": "no-store",
    "bodiless": "no body",
    "without body": "no body",
    "redirects": "redirect",
    "obsolete": "deprecated",
    "unused": "deprecated",
}


def find_facet(words: str, registry: Registry) -> Listing | None:
    """Return the codes that have a property, or None where the words name none."""
    key = words.casefold()
    key = _SYNONYMS.get(key, key)
    if key in _FACETS:
        title, remark = _FACETS[key]
        return _listing(title, registry, remark)
    asked = _NEEDS.fullmatch(words)
    return _needing((asked[1] or asked[2]).casefold(), registry) if asked else None


def _needing(header: str, registry: Registry) -> Listing | None:
    def duty(status: StatusCode) -> str | None:
        return next(
            (
                describe_duty(duty)
                for duty in status.headers
                if header in duty.header.casefold().replace(",", " ").split()
            ),
            None,
        )

    name = "-".join("WWW" if part == "www" else part.capitalize() for part in header.split("-"))
    listing = _listing(f"Codes that come with {name}", registry, duty)
    return listing if listing.members else None


def _listing(title: str, registry: Registry, remark: Callable[[StatusCode], str | None]) -> Listing:
    members = tuple(Choice(status.title, said) for status in registry if (said := remark(status)) is not None)
    return Listing(title, (), members)
