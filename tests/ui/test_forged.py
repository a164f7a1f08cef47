"""What no page of ours sends: paths that lead out, odd values everywhere, words of others."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.openapi.utils import get_openapi
from starlette.testclient import TestClient

from assistant.fluent.speaker import Step
from assistant.question import Question
from assistant.reply import Answer, Reply
from corpus.document import Document
from tests.ui.test_conversation import AT_ONCE, Running
from ui import messages
from ui.fakes import FakeApplication, FakeAssistant, FakeLibrary, fake_database
from ui.talks.exchange import Stage
from ui.talks.talks import Talks
from ui.web.answering import Answering
from ui.web.app import create_app
from ui.web.talk import talk_html

BASE = "http://127.0.0.1"
MARK = re.compile(r"dấu(\d\d)")
WAYS_OUT = (
    "../../../../etc/passwd", "..%2f..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/%2e%2e/etc/passwd",
    "..%5c..%5c..%5cetc%5cpasswd", "....//....//etc/passwd", "%252e%252e%252fetc%252fpasswd",
    "/etc/passwd", "//etc/passwd", "file:///etc/passwd", "x%00/../../etc/passwd",
    "..;/..;/etc/passwd", "%c0%ae%c0%ae/etc/passwd",
)  # fmt: skip
PLACES = (
    "/ui/", "/assets/", "/static/", "/source/", "/van-ban/", "/api/documents/",
    "/cuoc-hoi/luot/", "/cuoc-hoi/x/tai.", "/quyen/tai.", "/quan-tri/nhat-ky/tai.",
    "/trac-nghiem/de/x/tai-ve/", "/danh-gia/bo-cau-hoi/bo/x/tai.", "/gradio_api/file=",
)  # fmt: skip
ODD = (
    "", "x", *WAYS_OUT[:3], "9" * 400, "-1", "1e9", "<script>", "'\"", "\u202e", "ế" * 50, "\x00",
)  # fmt: skip
FIELDS = (
    "ten", "tim", "nhan", "ban", "at", "c", "ai", "truoc", "van-ban", "quyen", "cua", "con", "so",
    "words", "kind", "half", "status", "bo", "q", "k", "document", "gesture", "version", "name",
    "value", "question", "title", "count", "seed", "luot", "good", "about", "vai", "mat-khau",
    "dung-cho", "key", "place", "id", "who", "number", "kinds", "variants", "history", "messages",
)  # fmt: skip


@pytest.fixture(scope="module")
def client() -> TestClient:
    app = create_app(FakeApplication(FakeLibrary({"a.txt": "Công chức được biết chế độ."})))
    return TestClient(app, base_url=BASE, follow_redirects=False)


@pytest.mark.parametrize("place", PLACES)
def test_no_path_leads_out_of_what_is_served(client: TestClient, place: str) -> None:
    for way in WAYS_OUT:
        for method in ("GET", "POST"):
            answer = client.request(method, f"{place}{way}")
            assert answer.status_code in {303, 400, 403, 404, 405, 422}, (way, answer.status_code)
            assert "root:" not in answer.text


def test_odd_values_end_in_a_sentence_on_every_route(client: TestClient) -> None:
    every = get_openapi(title="", version="", routes=client.app.routes)["paths"]  # type: ignore[attr-defined]
    draw = random.Random(7)  # noqa: S311 - the same values every time
    for path, methods in every.items():
        for method in methods if path != "/mcp" else ():  # which streams without an end
            for odd in draw.sample(ODD, 2):
                there = re.sub(r"\{[^}]*\}", quote(odd, safe="%") or "x", path)
                values = {name: draw.choice(ODD) for name in draw.sample(FIELDS, 12)}
                answer = client.request(method.upper(), there, **_sent(path, method, values))
                assert answer.status_code < 500, (method, there, values)
                assert "Traceback" not in answer.text


def _sent(path: str, method: str, values: dict[str, str]) -> dict[str, Any]:
    if method == "get":
        return {"params": values}
    return {"json": values} if path.startswith(("/api", "/v1", "/mcp")) else {"data": values}


def test_what_nobody_foresaw_ends_in_a_sentence_with_the_headers_of_every_page() -> None:
    class Failing(FakeLibrary):
        def documents(self) -> tuple[Document, ...]:
            raise RuntimeError("/secret/path")

    client = TestClient(create_app(FakeApplication(Failing({"a.txt": "Một."}))), base_url=BASE)
    answer = client.get("/van-ban")
    assert (answer.status_code, answer.text) == (500, messages.BROKEN)
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")


def test_a_file_that_was_not_uploaded_is_not_taken_into_a_conversation(
    client: TestClient,
) -> None:
    """Gradio copies the file that such a record names to where it keeps uploads."""
    record = {"path": "/etc/passwd", "meta": {"_type": "gradio.FileData"}}
    for data in ([record, "", [], ""], ["q", "", [record], ""], [[[record]], "", [], ""]):
        body = {"session_hash": "s", "fn_index": 0, "data": data}
        answer = client.post("/gradio_api/queue/join", json=body)
        assert (answer.status_code, answer.text) == (422, messages.NOT_WORDS)


@dataclass(frozen=True, slots=True)
class Apart:
    """Answers from the one document that a question speaks of: whose mark stands in it."""

    assistants: Mapping[str, FakeAssistant]

    def ask(self, question: Question) -> Reply:
        """Answer."""
        return self.assistants[MARK.findall(question.text)[0]].ask(question)

    def steps(self, question: Question) -> Iterator[Step]:
        """Yield the answer."""
        yield Step(self.ask(question), whole=True)


def test_a_thousand_turns_of_twenty_people_at_once_never_cross() -> None:
    people, talks_each, turns = [f"{n:02}" for n in range(20)], 5, 10
    texts = {f"{n}.txt": f"Đơn vị dấu{n} được biết chế độ dấu{n}." for n in people}
    library = FakeLibrary(texts)
    apart = Apart({n: FakeAssistant(FakeLibrary({f"{n}.txt": texts[f"{n}.txt"]})) for n in people})
    talks = Talks(fake_database(), library.document)
    answering = Answering(Running(apart, library=library), talks, AT_ONCE)

    def ask(n: str) -> str:
        shown = ""
        for _ in range(talks_each):
            talk = ""
            for turn in range(turns):
                question = f"Đơn vị dấu{n} được biết gì, lượt {turn}?"
                *_, (talk, last) = answering.ask(n, talk, question)
                assert (last.stage, type(last.reply)) == (Stage.ANSWERED, Answer)
            shown += talk_html(talks.of(n, talk), talk)
        return shown

    with ThreadPoolExecutor(len(people)) as pool:
        shown = dict(zip(people, pool.map(ask, people), strict=True))

    for n, html in shown.items():
        assert html.count("<h2") == talks_each * turns
        assert html.count('class="claim"') >= talks_each * turns
        assert set(MARK.findall(html)) == {n}
        assert len(talks.find(n)) == talks_each
