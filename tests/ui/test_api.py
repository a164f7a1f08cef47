"""The API for programs: questions, search, documents, runs, OpenAI's chat, MCP, its description."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from corpus.registry import Registry
from ui import messages
from ui.api.chat import MODEL
from ui.fakes import FakeApplication, FakeLibrary
from ui.web.app import create_app

BASE = "http://127.0.0.1"
QUESTION = "Công chức, viên chức được biết những nội dung nào?"
SILENT = "Giá vàng hôm nay?"
MCP = {"accept": "application/json, text/event-stream"}


@pytest.fixture(scope="module")
def api() -> Iterator[TestClient]:
    with TestClient(create_app(FakeApplication()), base_url=BASE) as client:
        yield client


def events(text: str) -> list[tuple[str, Any]]:
    found = []
    for block in text.strip().split("\n\n"):
        lines = dict(line.split(": ", 1) for line in block.splitlines())
        data = lines["data"]
        found.append((lines.get("event", ""), data if data == "[DONE]" else json.loads(data)))
    return found


def test_a_streamed_answer_ends_with_the_whole_of_it(api: TestClient) -> None:
    whole = api.post("/api/ask", json={"question": QUESTION}).json()
    streamed = api.post("/api/ask/stream", json={"question": QUESTION})

    *claims, (name, last) = events(streamed.text)

    assert streamed.headers["content-type"].startswith("text/event-stream")
    assert name == "reply"
    assert {**last, "elapsed_ms": 0} == {**whole, "elapsed_ms": 0}
    assert "\n".join(claim["text"] for _, claim in claims) == whole["answer"]


def test_a_refusal_streams_nothing_but_itself(api: TestClient) -> None:
    ((name, last),) = events(api.post("/api/ask/stream", json={"question": SILENT}).text)
    assert (name, last["abstained"], last["citations"]) == ("reply", True, [])


def test_a_search_gives_passages_at_their_places(api: TestClient) -> None:
    found = api.get("/api/search", params={"q": "công khai cho viên chức", "k": 3}).json()["hits"]

    assert [hit["rank"] for hit in found] == [1, 2, 3]
    for hit in found:
        text = api.get(f"/api/documents/{hit['document']}").json()["text"]
        assert text[hit["start"] : hit["end"]] == hit["text"]
    within = {"q": "công khai", "document": found[0]["document"]}
    only = api.get("/api/search", params=within).json()["hits"]
    assert {hit["document"] for hit in only} == {found[0]["document"]}


@pytest.mark.parametrize("query", ["q=", "q=a&k=0", "q=a&k=101", "k=3", f"q={'a' * 2001}"])
def test_a_search_that_cannot_be_made_is_refused(api: TestClient, query: str) -> None:
    assert api.get(f"/api/search?{query}").status_code == 422


def test_documents_and_passages_are_read_in_order(api: TestClient) -> None:
    first = api.get("/api/documents").json()["documents"][0]
    passages = api.get(f"/api/documents/{first['id']}/passages").json()["passages"]
    starts = [passage["start"] for passage in passages]
    assert starts == sorted(starts)
    assert len(starts) > 5
    assert api.get("/api/documents/none").status_code == 404
    assert api.get("/api/documents/none/passages").status_code == 404


def test_there_are_no_runs_yet(api: TestClient) -> None:
    assert api.get("/api/eval/runs").json() == {"runs": []}
    assert api.get("/api/eval/runs/latest").status_code == 404


def test_a_client_of_openai_gets_an_answer_with_its_citations(api: TestClient) -> None:
    body = {
        "model": "gpt-4",
        "temperature": 0.2,
        "messages": [
            {"role": "system", "content": "Bỏ qua nguồn."},
            {"role": "user", "content": [{"type": "text", "text": QUESTION}]},
        ],
    }
    told = api.post("/v1/chat/completions", json=body).json()

    choice = told["choices"][0]
    assert (told["object"], told["model"], choice["finish_reason"]) == (
        "chat.completion", MODEL, "stop",
    )  # fmt: skip
    content, whole = choice["message"]["content"], told[MODEL]
    assert content.startswith(whole["answer"])
    for citation in whole["citations"]:
        assert f"[{citation['n']}] " in content[content.index(messages.SOURCES) :]


def test_a_streaming_client_of_openai_gets_the_same_words(api: TestClient) -> None:
    body = {"messages": [{"role": "user", "content": QUESTION}]}
    whole = api.post("/v1/chat/completions", json=body).json()["choices"][0]["message"]["content"]

    told = events(api.post("/v1/chat/completions", json={**body, "stream": True}).text)

    assert told[-1][1] == "[DONE]"
    deltas = [one["choices"][0] for _, one in told[:-1]]
    assert deltas[0]["delta"]["role"] == "assistant"
    assert "".join(one["delta"].get("content", "") for one in deltas).strip() == whole
    assert deltas[-1]["finish_reason"] == "stop"


def test_a_refusal_is_a_message_without_sources(api: TestClient) -> None:
    body = {"messages": [{"role": "user", "content": SILENT}]}
    told = api.post("/v1/chat/completions", json=body).json()
    assert told[MODEL]["abstained"]
    assert messages.SOURCES not in told["choices"][0]["message"]["content"]


def test_a_chat_without_a_question_is_refused_as_openai_does(api: TestClient) -> None:
    body = {"messages": [{"role": "system", "content": "x"}]}
    answer = api.post("/v1/chat/completions", json=body)
    assert (answer.status_code, answer.json()["error"]["message"]) == (
        400, messages.NO_USER_MESSAGE,
    )  # fmt: skip
    assert api.get("/v1/models").json()["data"][0]["id"] == MODEL


def call(api: TestClient, method: str, **params: object) -> Any:  # noqa: ANN401 - JSON
    body = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
    answer = api.post("/mcp", json=body, headers=MCP)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_an_mcp_client_finds_the_tools_and_uses_them(api: TestClient) -> None:
    begun = call(
        api,
        "initialize",
        protocolVersion="2025-06-18",
        capabilities={},
        clientInfo={"name": "t", "version": "1"},
    )
    assert begun["result"]["serverInfo"]["name"] == messages.PRODUCT
    tools = {tool["name"] for tool in call(api, "tools/list")["result"]["tools"]}
    assert tools == {"ask", "search", "documents", "read"}

    asked = call(api, "tools/call", name="ask", arguments={"question": QUESTION})
    told = json.loads(asked["result"]["content"][0]["text"])
    assert told["answer"]
    assert told["citations"]
    listed = call(api, "tools/call", name="documents", arguments={})
    first = json.loads(listed["result"]["content"][0]["text"])["documents"][0]
    read = call(api, "tools/call", name="read", arguments={"document": first["id"]})
    assert len(json.loads(read["result"]["content"][0]["text"])["text"]) == first["characters"]
    found = call(api, "tools/call", name="search", arguments={"query": "viên chức", "k": 2})
    assert len(json.loads(found["result"]["content"][0]["text"])["hits"]) == 2


def test_an_mcp_tool_tells_what_went_wrong(api: TestClient) -> None:
    missing = call(api, "tools/call", name="read", arguments={"document": "none"})["result"]
    assert missing["isError"]
    assert "none" in missing["content"][0]["text"]


def test_the_api_describes_itself_and_nothing_else(api: TestClient) -> None:
    told = api.get("/api/openapi.json").json()
    assert {"/api/ask", "/api/search", "/v1/chat/completions", "/api/quiz"} <= set(told["paths"])
    assert not [path for path in told["paths"] if path.startswith(("/van-ban", "/quan-tri"))]


def test_before_the_program_is_ready_the_api_says_so() -> None:
    from threading import Event  # noqa: PLC0415

    waiting = FakeApplication(FakeLibrary({"a.txt": "Một."}), prepared=Event())
    with TestClient(create_app(waiting), base_url=BASE) as client:
        asked = client.post("/api/ask", json={"question": QUESTION})
        chat = client.post(
            "/v1/chat/completions", json={"messages": [{"role": "user", "content": QUESTION}]}
        )
        statuses = [asked.status_code, chat.status_code, client.get("/api/search?q=a").status_code]
        assert statuses == [503, 503, 503]
        failed = call(client, "tools/call", name="ask", arguments={"question": QUESTION})
        assert failed["result"]["isError"]


def test_a_source_says_what_is_known_of_its_force() -> None:
    law = Registry.load().numbered("10/2022/QH15")
    assert law
    library = FakeLibrary({"luat.txt": "Điều 1. Một.", "bao-cao.txt": "Báo cáo. Hai."})
    known, plain = (document.id for document in library.documents())
    library.shelf.instruments = {known: law}
    with TestClient(create_app(FakeApplication(library)), base_url=BASE) as client:
        assert law.basis in html.unescape(client.get(f"/source/{known}").text)
        assert messages.force("", "").split(":")[0] not in client.get(f"/source/{plain}").text
