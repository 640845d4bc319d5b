"""Tokens encrypted at rest: the first key closes, all of them open."""

from collections.abc import Sequence
from typing import Protocol

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from statuslens_slackbot.storage.errors import TokenKeyError

_MARK = "fernet:"
"""Before what is encrypted; no token of Slack's begins so."""


class TokenCoding(Protocol):
    """How tokens stand in the database."""

    def close(self, token: str) -> str:
        """Make of a token what is kept of it."""

    def open(self, kept: str) -> str:
        """Make the token of what is kept of it; raises TokenKeyError where the key lacks."""


class TokenKeys:
    """Keys for Fernet (AES-128-CBC with HMAC-SHA256), the newest first."""

    def __init__(self, keys: Sequence[str]) -> None:
        """Take keys as ``Fernet.generate_key()`` makes them; a TokenKeyError tells which of them is none."""
        if not keys:
            raise TokenKeyError(f"no token key is given: {_ADVICE}")
        fernets = []
        for number, key in enumerate(keys, start=1):
            try:
                fernets.append(Fernet(key))
            except ValueError as error:
                raise TokenKeyError(f"token key {number} is no Fernet key: {_ADVICE}") from error
        self._newest = fernets[0]
        self._all = MultiFernet(fernets)

    def __repr__(self) -> str:
        return "TokenKeys(…)"

    def close(self, token: str) -> str:
        """Encrypt a token with the first key."""
        return _MARK + self._newest.encrypt(token.encode()).decode("ascii") if token else ""

    def open(self, kept: str) -> str:
        """Decrypt a token with whichever key fits; one that was kept before there were keys is as it is."""
        if not kept.startswith(_MARK):
            return kept
        try:
            return self._all.decrypt(kept.removeprefix(_MARK)).decode()
        except InvalidToken as error:
            raise TokenKeyError(
                "a token in the database was encrypted with a key that is not given: add that key behind the others"
            ) from error


class NoKeys:
    """Tokens kept as they are."""

    def close(self, token: str) -> str:
        """Return the token."""
        return token

    def open(self, kept: str) -> str:
        """Return the token; a TokenKeyError where it was encrypted."""
        if kept.startswith(_MARK):
            raise TokenKeyError("the tokens in the database are encrypted, but no key is given: give the token keys")
        return kept


_ADVICE = 'make one with python -c "from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())"'
