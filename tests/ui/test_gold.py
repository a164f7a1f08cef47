"""The pages of gold sets: items are written, reviewed, locked, taken in and out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from starlette.testclient import TestClient

from assistant.reply import Answer, Citation, Claim, ClaimStatus, Part
from corpus.span import Span
from evals.bank.errors import Barred
from evals.bank.kept import Gesture, Wanted
from evals.check import Lapse
from evals.gold import Kind, Status, split_of
from evals.goldfile import load
from evals.quote import Quote
from tests.ui.hostile import PAYLOADS, elements
from ui import messages
from ui.barred import BARRED
from ui.fakes import FakeApplication, FakeLibrary
from ui.talks.exchange import Exchange, Stage
from ui.web.app import create_app
from ui.web.evaluation import FROM_TALK, GOLD, kept_address, set_address
from ui.web.gold import wording as w
from ui.web.talk import LONGEST_ADDRESS, exchange_html, turn_address

BASE = "http://127.0.0.1"
LIBRARY = FakeLibrary()
PLAN = LIBRARY.documents()[0]
WORDS = " ".join(PLAN.text[200:260].split()[1:-1])
SET = "Bộ của Sở - số 1? #2"
FORM = {
    "bo": "Bộ của  Sở / số 1? #2",
    "id": "vp-001",
    "question": "Văn phòng làm gì?",
    "kind": "list",
    "answerable": "yes",
    "reference": f"Theo kế hoạch: {WORDS}.",
    "key_points": WORDS,
    "evidence": f"{PLAN.source}: {WORDS}",
    "author": "Lan",
    "who": "Lan",
}


class Desk:
    """An application with nothing in its bank, and a client of its pages."""

    def __init__(self) -> None:
        self.application = FakeApplication(LIBRARY)
        self.bank = self.application.gold
        self.client = TestClient(create_app(self.application), base_url=BASE)

    def get(self, path: str) -> str:
        answer = self.client.get(path)
        assert answer.status_code == 200, answer.text
        return answer.text

    def write(self, **fields: str) -> Any:  # noqa: ANN401 - of the client's own library
        return self.client.post(f"{GOLD}/viet", data=FORM | fields)

    def gesture(self, name: str, **fields: str) -> Any:  # noqa: ANN401 - of the client's own library
        address = kept_address(SET, "vp-001")
        return self.client.post(address, data={"gesture": name, "who": "Minh"} | fields)

    @property
    def status(self) -> Status:
        return self.bank.item(SET, "vp-001").item.status


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = Desk()
    with made.client:
        yield made


def test_an_item_is_written_and_stands_in_its_set(desk: Desk) -> None:
    assert w.NO_SETS in desk.get(GOLD)
    answer = desk.write()
    assert w.SAVED in answer.text
    assert w.GOOD_SO in answer.text
    kept = desk.bank.item(SET, "vp-001").item
    assert (kept.status, kept.author, kept.split) == (
        Status.DRAFT,
        "Lan",
        split_of(kept.question),
    )
    assert set_address(SET) in elements(desk.get(GOLD)).addresses
    assert kept_address(SET, "vp-001") in elements(desk.get(set_address(SET))).addresses


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"evidence": "không có dấu hai chấm"}, "căn cứ"),
        ({"kind": "riddle"}, "loại"),
        ({"who": " "}, "Hãy ghi tên"),
        ({"bo": " "}, "Hãy đặt tên"),
        ({"id": ""}, "mã"),
    ],
)
def test_what_cannot_be_kept_is_told_and_nothing_typed_is_lost(
    desk: Desk, fields: dict[str, str], words: str
) -> None:
    answer = desk.write(**fields)
    assert answer.status_code == 422
    assert words in answer.text
    assert WORDS in answer.text
    assert desk.bank.sets() == {}


def test_a_quote_that_is_not_in_its_document_is_a_fault_and_bars_review(desk: Desk) -> None:
    answer = desk.write(evidence=f"{PLAN.source}: chữ này không có")
    assert "chữ trích không có trong văn bản" in answer.text
    assert w.HAS_FAULTS in desk.get(set_address(SET))
    assert desk.gesture("review").status_code == 422
    assert desk.status is Status.DRAFT


def test_an_item_is_reviewed_by_somebody_else_locked_and_sent_back(desk: Desk) -> None:
    desk.write()
    own = desk.gesture("review", who="Lan")
    assert (own.status_code, w.REVIEW in own.text) == (422, True)
    assert desk.gesture("review").status_code == 200
    assert desk.status is Status.REVIEWED
    assert desk.gesture("lock", who="Hoa").status_code == 200
    assert desk.gesture("save", **FORM, version="1").status_code == 422
    assert desk.gesture("return", reason="").status_code == 422
    shown = desk.gesture("return", reason="văn bản đã thay").text
    assert "“văn bản đã thay”" in shown
    assert all(words in shown for words in (w.GESTURES[Gesture.LOCKED], "Hoa", "Minh"))


def test_an_edit_says_what_it_changed_and_an_outdated_one_is_told(desk: Desk) -> None:
    desk.write()
    edit = {**FORM, "forbidden": "sai", "version": "1"}
    shown = desk.gesture("save", **edit).text
    assert w.NAMES["forbidden"] in shown
    assert desk.bank.item(SET, "vp-001").item.forbidden == ("sai",)
    again = desk.gesture("save", **{**edit, "forbidden": "khác"})
    assert again.status_code == 422
    assert "vừa được người khác sửa" in again.text


def test_the_queue_walks_through_the_drafts(desk: Desk) -> None:
    desk.write()
    answer = desk.client.get(f"{set_address(SET)}/soat")
    assert str(answer.url) == BASE + kept_address(SET, "vp-001")
    desk.gesture("review")
    assert w.EMPTY_QUEUE in desk.get(f"{set_address(SET)}/soat")


def test_an_item_is_removed_for_good(desk: Desk) -> None:
    desk.write()
    desk.gesture("remove")
    assert desk.client.get(kept_address(SET, "vp-001")).status_code == 404


def test_items_are_filtered(desk: Desk) -> None:
    desk.write()
    here, link = set_address(SET), kept_address(SET, "vp-001")
    assert link in elements(desk.get(f"{here}?words=van phong")).addresses
    assert link not in elements(desk.get(f"{here}?words=thanh tra")).addresses
    assert link not in elements(desk.get(f"{here}?status=locked")).addresses
    assert link in elements(desk.get(f"{here}?kind=list&status=draft")).addresses


@pytest.mark.parametrize("form", ["jsonl", "csv", "xlsx"])
def test_a_set_goes_out_as_a_file_and_comes_in_again(desk: Desk, form: str, tmp_path: Path) -> None:
    desk.write()
    out = desk.client.get(f"{set_address(SET)}/tai.{form}")
    path = tmp_path / f"gold.{form}"
    path.write_bytes(out.content)
    assert [one.id for one in load(path).items] == ["vp-001"]
    posted = {"name": "Bộ mới", "who": "Hoa"}
    answer = desk.client.post(f"{GOLD}/nhap", data=posted, files={"file": (path.name, out.content)})
    assert w.TAKEN_IN.format(1, "Bộ mới", 0) in answer.text
    assert desk.bank.item("Bộ mới", "vp-001").item == desk.bank.item(SET, "vp-001").item


@pytest.mark.parametrize(
    ("name", "data"), [("a.jsonl", b"{"), ("a.csv", b"x"), ("a.xlsx", b"PK"), ("", b"")]
)
def test_a_file_that_is_no_gold_set_is_told(desk: Desk, name: str, data: bytes) -> None:
    posted = {"name": "Bộ mới", "who": "Hoa"}
    files = {"file": (name, data)} if name else None
    answer = desk.client.post(f"{GOLD}/nhap", data=posted, files=files)
    assert answer.status_code == 422
    assert desk.bank.sets() == {}


def test_only_what_was_reviewed_is_asked_in_a_run(desk: Desk) -> None:
    desk.write()
    assert set(desk.application.measuring.sets()) == {""}
    desk.gesture("review")
    assert [one.id for one in desk.application.measuring.sets()[SET].items] == ["vp-001"]


def exchange(question: str, *before: str, reply: str = "") -> Exchange:
    start = PLAN.text.index(WORDS)
    span = Span(start, start + len(WORDS))
    citation = Citation(n=1, document_id=PLAN.id, span=span, quote=WORDS, address="mục I")
    claim = Claim(text=reply or WORDS, citations=(citation,), status=ClaimStatus.PARTICULAR)
    answer = Answer(parts=(Part(document=PLAN, lead="Theo:", claims=(claim,)),))
    return Exchange(question=question, before=before, stage=Stage.ANSWERED, reply=answer, shown=1)


def test_a_chat_turn_fills_the_form_of_an_item(desk: Desk) -> None:
    turn = exchange("Gửi cho ai?", "Kế hoạch nào?")
    (link,) = [a for a in elements(exchange_html(turn)).addresses if a.startswith(GOLD)]
    shown = desk.get(link)
    assert "Gửi cho ai?" in shown
    assert "user: Kế hoạch nào?" in shown
    assert f"{PLAN.source}: {WORDS}" in shown
    assert "[1]" not in shown
    assert re.search(r'<option value="yes" selected', shown)


def test_a_turn_goes_into_its_set_by_one_click_and_only_once(desk: Desk) -> None:
    turn = exchange("Gửi cho ai?", "Kế hoạch nào?")
    desk.application.talks.begin("", "", turn)
    desk.application.talks.update(turn)
    for _ in range(2):
        said = desk.client.post(FROM_TALK, data={"luot": turn.id})
        assert said.status_code == 200
        assert messages.SENT_TO_GOLD.format(messages.FROM_TALKS) in said.text
    (kept,) = desk.application.gold.find(messages.FROM_TALKS, Wanted())
    assert (kept.item.status, kept.item.question) == (Status.DRAFT, "Gửi cho ai?")
    assert kept.item.evidence == ((Quote(PLAN.source, WORDS),),)
    assert desk.client.post(FROM_TALK, data={"luot": "x"}).status_code == 404


def test_a_long_turn_is_cut_to_what_an_address_may_hold() -> None:
    long = exchange("Gửi cho ai?", reply=WORDS + " vân vân" * 900)
    address = turn_address(long)
    asked = parse_qs(urlsplit(address).query)
    assert len(address) <= LONGEST_ADDRESS
    assert set(asked) == {"q", "c"}


def test_citations_that_the_library_does_not_know_are_left_out(desk: Desk) -> None:
    shown = desk.get(f"{GOLD}/tu-hoi-dap?q=Ai%3F&c=nowhere:1-9&c=x&c={PLAN.id}:9-2")
    assert re.search(r'<option value="no" selected', shown)


def test_an_unanswered_turn_is_an_unanswerable_item(desk: Desk) -> None:
    refused = desk.get(f"{GOLD}/tu-hoi-dap?q=Bao+nhi%C3%AAu+bi%C3%AAn+ch%E1%BA%BF%3F")
    assert re.search(rf'<option value="{Kind.UNANSWERABLE}" selected', refused)


def test_what_is_typed_is_text_and_never_markup(desk: Desk) -> None:
    wicked = " ".join(PAYLOADS)
    desk.write(question=f"Ai ký? {wicked}", tags=wicked, author=PAYLOADS[1][:50])
    for path in (GOLD, set_address(SET), kept_address(SET, "vp-001")):
        found = elements(desk.get(path))
        assert not found.tags & {"img", "svg", "iframe", "style", "image", "base"}, path
        assert not [name for name in found.attributes if name.startswith("on")]


def test_every_lapse_and_bar_has_a_sentence() -> None:
    assert set(w.LAPSES) == set(Lapse)
    assert set(BARRED) == set(Barred)


def test_the_bank_of_a_set_with_a_strange_name_is_reached(desk: Desk) -> None:
    desk.write()
    assert quote(SET, safe="") in set_address(SET)
    assert SET in desk.get(set_address(SET))
