"""A user in a browser, as far as the server can tell: signs in, asks through the page's queue."""

from __future__ import annotations

import http.client
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from secrets import token_hex
from urllib.parse import urlencode

from assistant.mode import Mode

_ASK_INPUTS = 4  # of the event that asks: question, conversation, filter, mode of wording
_FORM = {"content-type": "application/x-www-form-urlencoded"}
_JSON = {"content-type": "application/json"}


_TALK = re.compile(r'data-talk="([^"]+)"')


class RefusedError(RuntimeError):
    """The server answered with an error."""

    def __init__(self, status: int, path: str) -> None:
        self.status, self.path = status, path
        super().__init__(f"{status} for {path}")


@dataclass(slots=True)
class Visitor:
    """One user with a session of the program's and one of Gradio's."""

    host: str
    port: int
    name: str = ""
    cookie: str = ""
    session: str = field(default_factory=lambda: token_hex(6))
    talk: str = ""
    function: int = -1
    requests: int = 0

    def sign_in(self, password: str) -> None:
        """Sign in, and find the event that asks."""
        form = urlencode({"ten": self.name, "mat-khau": password})
        answer, _ = self._call("POST", "/dang-nhap", form.encode(), _FORM)
        self.cookie = (answer.getheader("set-cookie") or "").split(";", 1)[0]
        self.open()

    def open(self) -> None:
        """Find the event that asks in what the page is told."""
        _, body = self._call("GET", "/config")
        events = json.loads(body)["dependencies"]
        asking = (one for one in events if len(one["inputs"]) == _ASK_INPUTS)
        self.function = next(asking)["id"]

    def ask(self, question: str) -> str:
        """Ask in the page's way and return all HTML that came, when the answer is whole."""
        told = {
            "data": [question, self.talk, [], Mode.EXTRACTIVE.value],
            "fn_index": self.function,
            "session_hash": self.session,
        }
        self._call("POST", "/gradio_api/queue/join", json.dumps(told).encode(), _JSON)
        shown: list[str] = []
        for message in self._messages():
            if message["msg"] == "process_completed" and not message["success"]:
                raise RefusedError(500, "queue/data")
            shown += self._seen(message)
        return "\n".join(shown)

    def ask_api(self, question: str) -> dict[str, object]:
        """Ask through the API and return its answer."""
        body = json.dumps({"question": question}).encode()
        _, told = self._call("POST", "/api/ask", body, _JSON)
        answer: dict[str, object] = json.loads(told)
        return answer

    def _seen(self, message: dict[str, object]) -> Iterator[str]:
        """Yield the HTML that a message shows; the conversation it names is gone on with."""
        for piece in _texts(message.get("output")):
            if named := _TALK.search(piece):
                self.talk = named[1]
            yield piece

    def _messages(self) -> Iterator[dict[str, object]]:
        self.requests += 1
        connection = http.client.HTTPConnection(self.host, self.port, timeout=120)
        path = f"/gradio_api/queue/data?session_hash={self.session}"
        connection.request("GET", path, headers={"cookie": self.cookie})
        answer = connection.getresponse()
        if answer.status != http.client.OK:
            raise RefusedError(answer.status, path)
        try:
            for line in answer:
                if line.startswith(b"data:"):
                    message = json.loads(line[5:])
                    yield message
                    if message["msg"] in {"process_completed", "close_stream"}:
                        return
        finally:
            connection.close()

    def _call(
        self, method: str, path: str, body: bytes | None = None, more: dict[str, str] | None = None
    ) -> tuple[http.client.HTTPResponse, bytes]:
        self.requests += 1
        connection = http.client.HTTPConnection(self.host, self.port, timeout=120)
        headers = {**(more or {}), **({"cookie": self.cookie} if self.cookie else {})}
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        told = answer.read()
        connection.close()
        if answer.status >= http.client.BAD_REQUEST:
            raise RefusedError(answer.status, path)
        return answer, told


def _texts(told: object) -> Iterator[str]:
    """Yield every text inside JSON."""
    if isinstance(told, str):
        yield told
    elif isinstance(told, dict):
        for value in told.values():
            yield from _texts(value)
    elif isinstance(told, list):
        for value in told:
            yield from _texts(value)
