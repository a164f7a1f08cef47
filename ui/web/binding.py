"""Gradio's sessions and events bound to who began them.

Gradio lets the browser choose its session's name and asks nobody whose it is: who knows or guesses
one could read another's answer while it appears, or stop it.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from typing import Any
from urllib.parse import parse_qs

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui import messages
from ui.tongue import said

MOST = 20_000  # names that are remembered; the oldest go first
_ROOT = "/gradio_api/"


class Owners:
    """Who owns each name; the first who uses it does."""

    def __init__(self) -> None:
        self._owners: OrderedDict[str, str] = OrderedDict()

    def take(self, name: str, owner: str) -> bool:
        """Tell whether a name is `owner`'s, which a name that nobody has becomes."""
        found = self._owners.setdefault(name, owner)
        self._owners.move_to_end(name)
        while len(self._owners) > MOST:
            self._owners.popitem(last=False)
        return found == owner

    def has(self, name: str, owner: str) -> bool:
        """Tell whether a name is `owner`'s already."""
        return self._owners.get(name) == owner


class Binding:
    """Refuses what names a session or an event of somebody else."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.sessions, self.events = Owners(), Owners()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or refuse it."""
        if scope["type"] != "http" or not scope["path"].startswith(_ROOT):
            await self.app(scope, receive, send)
            return
        person = scope.get("person")
        owner = person.name if person else ""
        body = await _body(receive) if scope["method"] == "POST" else b""
        told = _told(body)
        if refused := self._refusal(owner, scope, told):
            await refused(scope, receive, send)
            return
        sending = _Learning(send, self.events, owner) if scope["method"] == "POST" else send
        await self.app(scope, _Again(body, receive), sending)

    def _refusal(self, owner: str, scope: Scope, told: dict[str, Any]) -> PlainTextResponse | None:
        if _holds_record(told.get("data")):
            return PlainTextResponse(said(messages.NOT_WORDS), status_code=422)
        if not self._owned(owner, *_named(scope, told)):
            return PlainTextResponse(said(messages.NOT_YOURS), status_code=403)
        return None

    def _owned(self, owner: str, session: str, event: str) -> bool:
        mine = not session or self.sessions.take(session, owner)
        return mine and (not event or self.events.has(event, owner))


def _told(body: bytes) -> dict[str, Any]:
    """Return what a body says, nothing when it is no JSON object."""
    try:
        told = json.loads(body) if body else {}
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _holds_record(data: object) -> bool:
    """Tell whether what is sent for the parts of the page holds more than words and lists.

    Gradio takes a record for a file, and copies the file that it names on this machine.
    """
    if isinstance(data, list):
        return any(map(_holds_record, data))
    return isinstance(data, dict)


def _named(scope: Scope, told: dict[str, Any]) -> tuple[str, str]:
    """Return the names of the session and of the event that a request speaks of, "" for none."""
    path: str = scope["path"]
    if path.startswith(f"{_ROOT}heartbeat/"):
        return path.rsplit("/", 1)[-1], ""
    query = parse_qs(scope["query_string"].decode("latin-1"))
    asked = {name: values[-1] for name, values in query.items()}
    session = told.get("session_hash") or asked.get("session_hash") or ""
    return str(session), str(told.get("event_id") or asked.get("event_id") or "")


async def _body(receive: Receive) -> bytes:
    body, more = b"", True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message["type"] == "http.request" and bool(message.get("more_body"))
    return body


class _Again:
    """A body that was read, given once more; then what the connection says."""

    def __init__(self, body: bytes, receive: Receive) -> None:
        self.body: bytes | None = body
        self.receive = receive

    async def __call__(self) -> Message:
        if self.body is None:
            return await self.receive()
        body, self.body = self.body, None
        return {"type": "http.request", "body": body, "more_body": False}


class _Learning:
    """Sends an answer on and learns whose event it begins."""

    def __init__(self, send: Send, events: Owners, owner: str) -> None:
        self.send, self.events, self.owner = send, events, owner
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.body":
            self.body += message.get("body", b"")
            if not message.get("more_body"):
                self._learn()
        await self.send(message)

    def _learn(self) -> None:
        try:
            told = json.loads(self.body)
        except ValueError:
            return
        event = told.get("event_id") if isinstance(told, dict) else None
        if isinstance(event, str):
            self.events.take(event, self.owner)
