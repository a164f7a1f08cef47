"""The door to chat models, tried against a server with OpenAI's interface, and its faults."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from assistant.fluent.chain import NO_KEY, ChainModel, ModelChoice
from assistant.fluent.model import Fault, Message, ModelError
from tests.assistant.fluent.test_speaker import SOURCE, TRUE, asked, written
from tests.assistant.world import words

KEY = "sk-never-to-be-logged"
ASKED = (Message("user", "Hỏi"),)
CARD = {"size": 485452288, "n_params": 630167424}


class Scripted(BaseHTTPRequestHandler):
    """Answers each model by its name: the name says how it fails."""

    seen: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        told = {"data": [{"id": "fine", "meta": CARD}]}
        self._answer(200, json.dumps(told).encode())

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self.seen.append(self.headers.get("authorization", ""))
        model = body["model"]
        if model.isdigit():
            self._answer(int(model), b'{"error": {"message": "no"}}')
        elif model == "slow":
            threading.Event().wait(1.5)
        elif model == "malformed":
            self._answer(200, b"data: {]\n\n", "text/event-stream")
        else:
            self._answer(200, self._stream(model), "text/event-stream")

    def _stream(self, model: str) -> bytes:
        text = "" if model == "empty" else f"{TRUE} [1]"
        chunks: list[dict[str, object]] = [
            {"delta": {"content": f"{piece} "}} for piece in text.split(" ")
        ]
        chunks += [{"delta": {}, "finish_reason": "stop"}] if model != "cut" else []
        head = {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": model}
        lines = [f"data: {json.dumps({**head, 'choices': [{'index': 0, **c}]})}" for c in chunks]
        end = ["data: [DONE]"] if model != "cut" else []
        return "\n\n".join([*lines, *end, ""]).encode()

    def _answer(self, status: int, body: bytes, kind: str = "application/json") -> None:
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Scripted) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/v1"
        server.shutdown()


def model(address: str, name: str, **more: object) -> ChainModel:
    return ChainModel(ModelChoice(model=name, base_url=address, **more))  # type: ignore[arg-type]


def fault_of(chain: ChainModel) -> ModelError:
    with pytest.raises(ModelError) as caught:
        list(chain.stream(ASKED))
    return caught.value


def test_an_answer_comes_through_with_what_is_known_of_its_model(address: str) -> None:
    answer = asked(model(address, "fine"))

    assert words(answer) == [TRUE]
    made = written(answer).generation
    assert made is not None
    assert made.model == "openai:fine"
    assert made.parameters == {"temperature": "0", "seed": "0", "tokens": "700"}
    assert made.facts["card"]


@pytest.mark.parametrize("name", ["empty", "malformed", "500", "401", "429"])
def test_a_server_that_fails_leaves_the_words_of_the_source(address: str, name: str) -> None:
    answer = asked(model(address, name))

    assert words(answer) == [SOURCE]
    assert written(answer).fault


@pytest.mark.parametrize(
    ("name", "fault"),
    [("401", Fault.REFUSED), ("404", Fault.REFUSED), ("429", Fault.BUSY), ("503", Fault.BUSY)],
)
def test_what_a_status_means_is_told(address: str, name: str, fault: Fault) -> None:
    assert fault_of(model(address, name)).fault is fault


def test_a_server_that_says_nothing_is_given_up(address: str) -> None:
    assert fault_of(model(address, "slow", seconds=0.3)).fault is Fault.SLOW


def test_a_server_that_is_not_there_is_unreachable() -> None:
    assert fault_of(model("http://127.0.0.1:9/v1", "fine")).fault is Fault.UNREACHABLE


def test_a_provider_that_is_not_installed_is_absent() -> None:
    chain = ChainModel(ModelChoice(provider="nobody", model="x"))

    assert fault_of(chain).fault is Fault.ABSENT


def test_a_key_is_sent_and_stands_nowhere_else(
    address: str, caplog: pytest.LogCaptureFixture
) -> None:
    chain = model(address, "fine", key=KEY)
    caplog.set_level("DEBUG")

    list(chain.stream(ASKED))
    refused = fault_of(model(address, "401", key=KEY))

    assert Scripted.seen[-1] == f"Bearer {KEY}"
    assert KEY not in f"{refused}{refused.reason}{chain.choice}{chain.parameters}{chain.name}"
    assert KEY not in caplog.text


def test_without_a_key_none_of_the_environment_is_sent(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)

    list(model(address, "fine").stream(ASKED))

    assert Scripted.seen[-1] == f"Bearer {NO_KEY}"
