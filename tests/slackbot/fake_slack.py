"""A Slack of our own on a free port: Web API, response URLs, web sockets, and the page where people agree."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from aiohttp import web

from slackbot.fake_answers import Held, Scripted
from slackbot.fake_calls import Call, Calls
from slackbot.fake_link import Link
from slackbot.fake_web_api import WebApi
from slackbot.fake_workspaces import Known


class FakeSlack:
    """Slack as far as the bot knows it, in a thread of its own; tests talk to it from theirs."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._held: list[Held] = []
        self.known = Known()
        self.taken = Calls()
        self.api = WebApi(self.known, self.taken)
        self.link = Link(self.known, self.taken, loop)

    @property
    def url(self) -> str:
        """Where the Web API is."""
        return f"{self.api.address}/api/"

    @property
    def calls(self) -> list[Call]:
        """All calls, in order."""
        return self.taken.taken

    def response_url(self) -> str:
        """Hand out a response URL; its last part is the owner of the calls that come in by it."""
        return f"{self.api.address}/respond/{self.known.new_response_id()}"

    def prepare(self, owner: str, method: str, *answers: Scripted) -> None:
        """Answer an owner's next calls of a method like this."""
        self._held += [answer for answer in answers if isinstance(answer, Held)]
        self.taken.prepare(owner, method, *answers)

    def let_go(self, held: Held) -> None:
        """Give the answer that was held."""
        self._loop.call_soon_threadsafe(held.end.set)

    def let_all_go(self) -> None:
        """Give all answers that are still held."""
        for held in self._held:
            self.let_go(held)

    async def start(self) -> web.AppRunner:
        """Begin to listen."""
        application = web.Application(client_max_size=1 << 20)
        application.router.add_route("*", "/api/{method}", self.api.take_call)
        application.router.add_post("/respond/{id}", self.api.take_response)
        application.router.add_get("/link", self.link.take_socket)
        runner = web.AppRunner(application, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.api.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
        return runner


@contextmanager
def running_slack() -> Iterator[FakeSlack]:
    """Run a FakeSlack."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    slack = FakeSlack(loop)
    runner = asyncio.run_coroutine_threadsafe(slack.start(), loop).result()
    try:
        yield slack
    finally:
        slack.let_all_go()
        asyncio.run_coroutine_threadsafe(runner.cleanup(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
