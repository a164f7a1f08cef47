"""The gate in front of every route: hosts, origins, paths, sizes, security headers, session."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from http.cookies import SimpleCookie
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui import messages

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
SESSION = "hqc_session"
METHODS = frozenset({"GET", "HEAD", "POST"})
# Denied unless named: Gradio has some fifty routes (uploads, files, proxy, monitoring …), the
# conversation needs these.
ROUTES = re.compile(
    r"""/ | /healthz | /config/? | /theme\.css | /favicon\.ico | /robots\.txt
      | /(?:ui|api|source|van-ban|trac-nghiem|danh-gia|assets|static|svelte)/.*
      | /van-ban | /trac-nghiem | /danh-gia
      | /gradio_api/(?:info|cancel|reset|startup-events|app_id|theme\.css)/?
      | /gradio_api/(?:queue|heartbeat)/.*""",
    re.VERBOSE,
)
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
    """Lets through what comes from this host's own pages; adds the headers that protect them."""

    app: ASGIApp
    hosts: frozenset[str] = LOOPBACK

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or refuse it."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            await self._serve(scope, receive, _Guarded(scope, send))

    async def _serve(self, scope: Scope, receive: Receive, send: _Guarded) -> None:
        refused = self._refusal(scope)
        if refused:
            await refused(scope, receive, send)
            return
        await self.app(scope, _Limited(receive, _largest(scope)), send)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if _name(headers.get("host", "")) not in self.hosts:
            return _plain(421, messages.FOREIGN_HOST)
        if _foreign(headers):
            return _plain(403, messages.FOREIGN_ORIGIN)
        if scope["method"] not in METHODS or not ROUTES.fullmatch(scope["path"]):
            return _plain(404, messages.NOT_FOUND)
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > _largest(scope):
            return _plain(413, _too_large(_largest(scope)))
        return None


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
    return PlainTextResponse(words, status_code=status)


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
    """Sends an answer with the protecting headers, and a session where there is none."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self.send = send
        self.path: str = scope["path"]
        self.new = self.path == "/" and SESSION not in SimpleCookie(
            Headers(scope=scope).get("cookie", "")
        )

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            self._protect(headers)
            if self.new:
                token = secrets.token_urlsafe(32)
                cookie = f"{SESSION}={token}; HttpOnly; SameSite=Strict; Path=/"
                headers.append("set-cookie", cookie)
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
