"""The API of quizzes: the same items as the command line makes, and the same bank as the studio."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from assistant.quiz.field import Scope
from assistant.quiz.item import Kind
from assistant.quiz.quiz import Wish, make_quiz
from assistant.quiz.record import item_json
from tests.ui.studio import Trainer
from ui.quiz_json import files
from ui.web.jobs import Jobs

AIKEN = b"Ai ?\nA. X\nB. Y\nANSWER: B\n"


@pytest.fixture(scope="module")
def trainer() -> Iterator[Trainer]:
    made = Trainer()
    with made.client:
        yield made


@pytest.fixture
def api(trainer: Trainer) -> TestClient:
    return trainer.client


def test_it_makes_what_the_command_line_makes(trainer: Trainer, api: TestClient) -> None:
    body = {"count": 6, "kinds": ["mc", "tf"], "seed": 7}

    data = api.post("/api/quiz", json=body).json()

    quiz = make_quiz(trainer.studio.shelf, Scope(), Wish(count=6, kinds=(Kind.MC, Kind.TF), seed=7))
    assert data["items"] == [item_json(item, files(trainer.studio)) for item in quiz.items]
    assert (data["offered"], data["rejected"]) == (6, dict(quiz.rejected))


@pytest.mark.parametrize(
    "body",
    [
        {"count": 0},
        {"count": "5"},
        {"kinds": ["essay"]},
        {"difficulty": "x"},
        {"documents": ["khong-co"]},
        {"section": "IX"},
        {"seed": -1},
        {"more": 1},
    ],
)
def test_a_wish_that_cannot_be_met_is_told(api: TestClient, body: dict[str, object]) -> None:
    for path in ("/api/quiz", "/api/quiz/papers"):
        answer = api.post(path, json=body)
        assert (answer.status_code, bool(answer.json()["detail"])) == (422, True)
    assert api.get("/api/quiz/papers").json() == {"papers": []}


def test_a_paper_is_made_judged_and_exported(trainer: Trainer, api: TestClient) -> None:
    paper = api.post("/api/quiz/papers", json={"count": 2, "kinds": ["mc"], "seed": 3}).json()
    key = paper["items"][0]["id"]

    judged = api.post(f"/api/quiz/items/{key}", json={"status": "approved", "tags": ["2024"]})

    assert judged.json()["status"] == "approved"
    found = api.get("/api/quiz/items", params={"status": "approved", "tag": "2024"}).json()
    assert [one["id"] for one in found["items"]] == [key]
    told = api.get(f"/api/quiz/papers/{paper['id']}").json()
    assert [one["status"] for one in told["items"]] == ["approved", "draft"]
    export = api.get(f"/api/quiz/papers/{paper['id']}/export/gift")
    assert export.text.count("::") == 2
    assert "attachment" in export.headers["content-disposition"]
    trainer.studio.papers.remove(paper["id"])


def test_an_item_tells_how_it_stands(api: TestClient) -> None:
    paper = api.post("/api/quiz/papers", json={"count": 1, "kinds": ["tf"], "seed": 4}).json()

    one = api.get(f"/api/quiz/items/{paper['items'][0]['id']}").json()

    assert (one["status"], one["version"], one["faults"], one["stale"]) == ("draft", 1, [], [])
    assert set(one["checks"].values()) == {True}
    assert [v["version"] for v in one["versions"]] == [1]
    assert one["citation"]["quote"]


def test_a_file_is_taken_in_whole_or_not_at_all(api: TestClient) -> None:
    keys = api.post("/api/quiz/import?format=aiken", content=AIKEN).json()["items"]
    damaged = api.post("/api/quiz/import?format=aiken", content=AIKEN + b"\nHai?\nA. X\n")

    one = api.get(f"/api/quiz/items/{keys[0]}").json()
    assert (one["stem"], one["faults"], one["citation"]) == ("Ai ?", ["no_source"], None)
    assert damaged.status_code == 422
    assert api.post("/api/quiz/import?format=word", content=AIKEN).status_code == 422
    assert len(api.get("/api/quiz/items", params={"q": "ai", "kind": "mc"}).json()["items"]) == 1


def test_a_rejection_without_a_reason_and_what_is_not_there_are_told(api: TestClient) -> None:
    key = api.post("/api/quiz/import?format=aiken", content=AIKEN).json()["items"][0]

    assert api.post(f"/api/quiz/items/{key}", json={"status": "rejected"}).status_code == 422
    for path in ("items/x", "papers/x", "papers/x/export/gift", "jobs/x"):
        assert api.get(f"/api/quiz/{path}").status_code == 404


def test_a_job_tells_when_it_is_done() -> None:
    making = Jobs()

    job = making.of(making.begin(lambda _: "paper"))

    assert job
    assert (job.done.is_set(), job.made, job.fault) == (True, "paper", "")
