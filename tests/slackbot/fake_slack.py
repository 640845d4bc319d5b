"""Slack's Web API as far as the bot needs one: it takes every call down and fails them all."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from aiohttp import web


@dataclass(slots=True)
class FakeSlack:
    """A Web API on a free port of this machine."""

    url: str = ""
    calls: list[str] = field(default_factory=list)
    """The methods that were called, in order."""

    async def take_call(self, request: web.Request) -> web.Response:
        self.calls.append(request.match_info["method"])
        return web.json_response({"ok": False, "error": "internal_error"}, status=500)


@contextmanager
def running_slack() -> Iterator[FakeSlack]:
    """Run a FakeSlack in a thread of its own."""
    slack = FakeSlack()
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    runner = asyncio.run_coroutine_threadsafe(start(slack), loop).result()
    try:
        yield slack
    finally:
        asyncio.run_coroutine_threadsafe(runner.cleanup(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def start(slack: FakeSlack) -> web.AppRunner:
    application = web.Application()
    application.router.add_route("*", "/api/{method}", slack.take_call)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    slack.url = f"http://127.0.0.1:{runner.addresses[0][1]}/api/"
    return runner
