"""The page that Gradio serves, dressed as ours: language, head, no mention of other hosts."""

from __future__ import annotations

import json
import re
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui import messages
from ui.markup import tag
from ui.tongue import Tongue, said, tongue
from ui.web.frame import links, source_panel, top

SOCIAL = re.compile(r'<meta\s+(?:property|name)="(?:og|twitter):[^>]*>\s*', re.DOTALL)
MANIFEST = re.compile(r'<link rel="manifest"[^>]*>\s*')
LANGUAGE = re.compile(r'<html\s+lang="en"')
CONFIG = re.compile(r"window\.gradio_config = (\{.*?\});?\s*</script>", re.DOTALL)
WORDS = re.compile(r"[^<>]+(?![^<]*>)")  # what stands between the elements of a text
HEAD_END = "</head>"
APP = "<gradio-app"


class UndressedError(RuntimeError):
    """The page of this Gradio version is not the one that `dressed` knows."""


def dressed(page: str) -> str:
    """Return Gradio's page in Vietnamese with our head line, painted before Gradio has loaded."""
    if not (LANGUAGE.search(page) and HEAD_END in page and APP in page):
        raise UndressedError
    page = LANGUAGE.sub(f'<html lang="{tongue()}" data-tongue="{tongue()}"', _spoken(page), count=1)
    page = MANIFEST.sub("", SOCIAL.sub("", page))
    title = tag("title", f"{messages.ASK_PAGE} – {messages.PRODUCT}")
    page = page.replace(HEAD_END, title + links() + HEAD_END, 1)
    waiting = tag("p", messages.LOADING, class_="loading", role="status")
    without = tag("noscript", tag("p", messages.NO_SCRIPT, class_="loading"))
    heading = tag("h1", messages.ASK_PAGE, class_="unseen")
    return page.replace(APP, top("/", heading) + waiting + without + source_panel() + APP, 1)


def _spoken(page: str) -> str:
    """Return the page with what Gradio's parts say in the language of the reader."""
    found = CONFIG.search(page)
    if found is None or tongue() is Tongue.VIETNAMESE:
        return page
    config = json.loads(found[1])
    for part in config["components"]:
        _turn(part["props"])
    told = json.dumps(config, ensure_ascii=False).replace("<", "\\u003c")
    return page[: found.start(1)] + told + page[found.end(1) :]


def _turn(props: dict[str, Any]) -> None:
    """Turn what one part says; an example stays in the language of the documents."""
    names = ("label", "placeholder", "value")
    for name in names:
        words = props.get(name)
        if isinstance(words, str) and "example" not in props.get("elem_classes", ()):
            props[name] = WORDS.sub(lambda found: said(found[0]), words)


class Shell:
    """Dresses the answer to `GET /`, passes everything else on."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or scope["path"] != "/" or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        # uncompressed, because it is read here
        headers = [(k, v) for k, v in scope["headers"] if k != b"accept-encoding"]
        await self.app({**scope, "headers": headers}, receive, _Dressing(send))


class _Dressing:
    """Holds an HTML answer back until it is whole, then sends it dressed."""

    def __init__(self, send: Send) -> None:
        self.send = send
        self.start: Message = {}
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.start = message
        elif message["type"] == "http.response.body":
            self.body += message.get("body", b"")
            if not message.get("more_body"):
                await self._finish()

    async def _finish(self) -> None:
        body = self.body
        if self.start["status"] == 200:  # noqa: PLR2004 - the number is its own name
            body = dressed(body.decode()).encode()
        headers = [(k, v) for k, v in self.start["headers"] if k.lower() != b"content-length"]
        headers.append((b"content-length", str(len(body)).encode()))
        await self.send({**self.start, "headers": headers})
        await self.send({"type": "http.response.body", "body": body})
