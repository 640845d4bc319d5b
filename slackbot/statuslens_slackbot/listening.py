"""The socket that the bot listens on, opened by ourselves so that its port and its troubles are known."""

import socket
import sys

from statuslens.errors import UsageError

_BACKLOG = 2048


def listen(host: str, port: int) -> socket.socket:
    """Open the socket; a UsageError says in words why it cannot be."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        # The protocol must be named: asyncio turns Nagle's algorithm off only where it reads IPPROTO_TCP.
        family, kind, protocol, _, address = found[0]
        listener = socket.socket(family, kind, protocol)
    except (OSError, UnicodeError) as error:
        raise UsageError(f"--host {host!r} cannot be resolved: {_reason(error)}; give an IP address") from error
    try:
        if sys.platform != "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(_BACKLOG)
    except OSError as error:
        listener.close()
        raise UsageError(
            f"cannot listen on {host}, port {port}: {_reason(error)}; "
            "choose another --host or --port (0 for any free one)"
        ) from error
    return listener


def address_of(listener: socket.socket) -> str:
    """Return the URL at which the socket is reached."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if listener.family == socket.AF_INET6 else f"http://{host}:{port}"


def _reason(error: OSError | UnicodeError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or "not a valid name"
