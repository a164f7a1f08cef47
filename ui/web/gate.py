"""The gate in front of every route: hosts, origins, paths, sizes, security headers, session."""

from __future__ import annotations

import ipaddress
import logging
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from corpus.errors import StateError
from ui import messages
from ui.markup import tag
from ui.people.audit import Deed
from ui.people.role import Person
from ui.tongue import said, speak
from ui.visitor import welcome
from ui.web.access import Rule, rule_of
from ui.web.entrance import Entrance, spoken

log = logging.getLogger(__name__)

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
LARGEST_BODY = 64 * 1024
LARGEST_FILE = 4 * 1024 * 1024
FILES = frozenset(  # where a file is taken in
    {
        "/trac-nghiem/ngan-hang/nhap",
        "/api/quiz/import",
        "/danh-gia/bo-cau-hoi/nhap",
        "/van-ban/hieu-luc/nhap",
    }
)
LARGEST_UPLOAD = 200 * 1024 * 1024  # all documents of one posting
UPLOAD = "/van-ban/them"
PROGRAMS = ("/api/", "/v1/", "/mcp", "/gradio_api/", "/source/")  # no page is shown there
FAILED = 400
STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# What Gradio's own page needs on top: its inline scripts and styles, its base element.
GRADIO = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; "
    "form-action 'self'; base-uri 'self'; frame-ancestors 'none'"
)


@dataclass(frozen=True, slots=True)
class Gate:
    """Lets through what a rule allows to who asks; adds the headers that protect the reader.

    With `numbers` it answers to every IP address, too: an address that is a number cannot be made
    to point here by somebody else's name server.
    """

    app: ASGIApp
    entrance: Entrance
    hosts: frozenset[str] = LOOPBACK
    numbers: bool = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or refuse it."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            await self._serve(scope, receive, _Guarded(scope, send))

    async def _serve(self, scope: Scope, receive: Receive, send: _Guarded) -> None:
        speak(spoken(scope))
        rule = rule_of(scope["path"], scope["method"])
        refused = self._refusal(scope, rule)
        person = None if refused else self.entrance.person(scope)
        welcome(person)
        if rule and not refused:
            refused = _barred(scope, rule, person)
        if refused:
            await refused(scope, receive, send)
            return
        scope["person"] = person
        await self._passed(scope, _Limited(receive, _largest(scope)), send)
        if rule and rule.deed and send.status < FAILED:
            self._record(scope, rule.deed, person)

    async def _passed(self, scope: Scope, receive: Receive, send: _Guarded) -> None:
        """Pass a request on; what nobody foresaw ends in a sentence, its cause in the log."""
        try:
            await self.app(scope, receive, send)
        except Exception:
            if send.status:
                raise
            log.exception("a request could not be served")
            await _plain(500, messages.BROKEN)(scope, receive, send)

    def _record(self, scope: Scope, deed: Deed, person: Person | None) -> None:
        who, source = person.name if person else "", self.entrance.source(scope)
        try:
            self.entrance.people.audit.record(who, deed, scope["path"], source)
        except StateError:  # the disk is full; what was done is done, and answered
            log.exception("a deed could not be recorded")

    def _refusal(self, scope: Scope, rule: Rule | None) -> Response | None:
        headers = Headers(scope=scope)
        if not self._is_ours(_name(headers.get("host", ""))):
            return _plain(421, messages.FOREIGN_HOST)
        if _foreign(headers):
            return _plain(403, messages.FOREIGN_ORIGIN)
        if rule is None:
            return _plain(404, messages.NOT_FOUND)
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > _largest(scope):
            return _plain(413, _too_large(_largest(scope)))
        return None

    def _is_ours(self, name: str) -> bool:
        return name in self.hosts or (self.numbers and _is_number(name))


def _barred(scope: Scope, rule: Rule, person: Person | None) -> Response | None:
    """Return the answer to who may not do what a rule is about, None to who may."""
    if rule.right is None or (person and person.may(rule.right)):
        return None
    if person:
        return _plain(403, messages.NO_RIGHT)
    if scope["method"] == "GET" and not scope["path"].startswith(PROGRAMS):
        return _to_sign_in(scope)
    return _plain(401, messages.SIGN_IN_FIRST)


def _to_sign_in(scope: Scope) -> Response:
    """Send a reader to the page for signing in, and back to where the link led.

    A link on another site is followed without our cookie, which is strict; asked for once more
    from a page of ours, it comes with it.
    """
    query = scope["query_string"].decode("latin-1")
    there = scope["path"] + (f"?{query}" if query else "")
    if Headers(scope=scope).get("sec-fetch-site") == "cross-site":
        again = tag("meta", http_equiv="refresh", content=f"0;url={there}")
        return HTMLResponse("<!doctype html>" + again)
    return RedirectResponse(f"/dang-nhap?{urlencode({'ve': there})}", status_code=303)


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _largest(scope: Scope) -> int:
    if scope["path"] == UPLOAD:
        return LARGEST_UPLOAD
    return LARGEST_FILE if scope["path"] in FILES else LARGEST_BODY


def _too_large(most: int) -> str:
    words = {LARGEST_BODY: messages.TOO_LARGE, LARGEST_UPLOAD: messages.UPLOAD_TOO_LARGE}
    return words.get(most, messages.FILE_TOO_LARGE)


def _name(host: str) -> str:
    """Return the name in a Host header, "" when it is not one."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _foreign(headers: Headers) -> bool:
    """Tell whether a request was made by a page of another origin."""
    origin = headers.get("origin")
    if origin is not None:
        return urlsplit(origin).netloc != headers.get("host")
    return (
        headers.get("sec-fetch-site") == "cross-site"
        and headers.get("sec-fetch-mode") != "navigate"
    )


def _plain(status: int, words: str) -> Response:
    return PlainTextResponse(said(words), status_code=status)


class _Limited:
    """A body that ends the request when it is longer than it may be."""

    def __init__(self, receive: Receive, most: int) -> None:
        self.receive = receive
        self.most = most
        self.size = 0

    async def __call__(self) -> Message:
        message = await self.receive()
        self.size += len(message.get("body", b""))
        if self.size > self.most:
            raise HTTPException(413, _too_large(self.most))
        return message


class _Guarded:
    """Sends an answer with the protecting headers; `status` is that of the answer."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self.send = send
        self.path: str = scope["path"]
        self.status = 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self._protect(MutableHeaders(scope=message))
        await self.send(message)

    def _protect(self, headers: MutableHeaders) -> None:
        for name in [n for n in headers if n.startswith("access-control-")]:
            del headers[name]
        headers["content-security-policy"] = GRADIO if self.path == "/" else STRICT
        headers["x-content-type-options"] = "nosniff"
        headers["referrer-policy"] = "same-origin"
        headers["cross-origin-opener-policy"] = "same-origin"
        headers["cross-origin-resource-policy"] = "same-origin"
        headers["permissions-policy"] = "camera=(), microphone=(), geolocation=()"
        if not self.path.startswith(("/assets/", "/static/", "/ui/")):
            headers["cache-control"] = "no-store"
