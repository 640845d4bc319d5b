"""The least that a Slack bot can do: Starlette and a verified signature, nothing after it.

    python benchmarks/minimal_slackbot.py

It takes SLACK_SIGNING_SECRET from the environment and prints its address when it listens.
"""

import os
import socket

import uvicorn
from slack_sdk.signature import SignatureVerifier
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

VERIFIER = SignatureVerifier(os.environ["SLACK_SIGNING_SECRET"])


async def answer(request: Request) -> Response:
    """Tell whether the signature is right."""
    body = await request.body()
    headers = request.headers
    timestamp, signature = headers["x-slack-request-timestamp"], headers["x-slack-signature"]
    if not VERIFIER.is_valid(body, timestamp, signature):
        return Response(status_code=401)
    return JSONResponse({"text": "ok"})


def main() -> None:
    """Serve on a free port."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=2048)
    listener.listen(2048)
    app = Starlette(routes=[Route("/slack/events", answer, methods=["POST"])])
    config = uvicorn.Config(
        app, loop="uvloop", http="httptools", lifespan="off", ws="none", log_config=None, access_log=False
    )
    print(f"listening on http://127.0.0.1:{listener.getsockname()[1]}", flush=True)
    uvicorn.Server(config).run(sockets=[listener])


if __name__ == "__main__":
    main()
