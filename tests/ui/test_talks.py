"""Conversations are kept whole, found again, and seen by nobody but who asked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.document import Document
from corpus.errors import UnknownDocumentError
from corpus.library import Library
from tests.ui.written import ANSWER, REFUSAL
from ui.fakes import fake_database
from ui.plain import reply_text
from ui.talks.errors import UnknownTalkError
from ui.talks.exchange import Exchange, Stage, Verdict
from ui.talks.records import reply_of, reply_row
from ui.talks.talks import MOST_EXCHANGES, Talks

DAY = "2026-11-{:02d}T08:00:00+00:00"


def document_of(document_id: str) -> Document:
    found = {part.document.id: part.document for part in ANSWER.parts}
    if document_id not in found:
        raise UnknownDocumentError(document_id)
    return found[document_id]


@pytest.fixture
def talks() -> Talks:
    days = iter(range(1, 29))
    return Talks(fake_database(), document_of, lambda: DAY.format(next(days)))


def asked(talks: Talks, owner: str, question: str, talk: str = "") -> tuple[str, Exchange]:
    exchange = Exchange(question=question)
    key = talks.begin(owner, talk, exchange)
    whole = replace(exchange, stage=Stage.ANSWERED, reply=ANSWER, shown=3, index="1f2e")
    talks.update(whole)
    return key, talks.exchange(owner, exchange.id)


@pytest.mark.parametrize("reply", [ANSWER, REFUSAL, None])
def test_a_reply_comes_back_as_it_was(reply: object) -> None:
    assert reply_of(reply_row(reply), document_of) == reply  # type: ignore[arg-type]


def test_an_answer_outlives_the_document_it_cites() -> None:
    def gone(document_id: str) -> Document:
        raise UnknownDocumentError(document_id)

    kept = reply_of(reply_row(ANSWER), gone)

    assert kept is not None
    assert reply_text(kept) == reply_text(ANSWER)
    assert [part.document.title for part in kept.parts] == [  # type: ignore[union-attr]
        part.document.title for part in ANSWER.parts
    ]


def test_a_conversation_is_kept_in_order_with_its_index_and_its_time(talks: Talks) -> None:
    talk, _ = asked(talks, "an", "Được biết gì?")
    asked(talks, "an", "Được bàn gì?", talk)

    kept = talks.of("an", talk)

    assert [one.question for one in kept] == ["Được biết gì?", "Được bàn gì?"]
    assert (kept[0].reply, kept[0].index, kept[0].stage) == (ANSWER, "1f2e", Stage.ANSWERED)
    assert talks.talk("an", talk).title == "Được biết gì?"
    assert talks.talk("an", talk).exchanges == 2


def test_nobody_sees_or_touches_what_another_asked(talks: Talks) -> None:
    talk, exchange = asked(talks, "an", "Được biết gì?")

    assert talks.find("binh") == ()
    for gesture in (
        lambda: talks.of("binh", talk),
        lambda: talks.talk("binh", talk),
        lambda: talks.exchange("binh", exchange.id),
        lambda: talks.rename("binh", talk, "x"),
        lambda: talks.pin("binh", talk, pinned=True),
        lambda: talks.remove("binh", talk),
        lambda: talks.stop("binh", talk),
        lambda: talks.begin("binh", talk, Exchange(question="?")),
        lambda: talks.judge("binh", exchange.id, Verdict(good=False)),
    ):
        with pytest.raises(UnknownTalkError):
            gesture()
    talks.clear("binh")
    assert len(talks.find("an")) == 1


def test_conversations_are_found_by_words_with_or_without_their_marks(talks: Talks) -> None:
    first, _ = asked(talks, "an", "Tiếp công dân ngày nào?")
    asked(talks, "an", "Ai ký kế hoạch?")

    assert [one.id for one in talks.find("an", "tiếp dân")] == [first]
    assert [one.id for one in talks.find("an", "tiep cong dan")] == [first]
    assert talks.find("an", "lương hưu") == ()


def test_pinned_ones_stand_first_and_a_new_name_holds(talks: Talks) -> None:
    first, _ = asked(talks, "an", "Một?")
    second, _ = asked(talks, "an", "Hai?")
    assert [one.id for one in talks.find("an")] == [second, first]

    talks.pin("an", first, pinned=True)
    talks.rename("an", first, "  Việc\ncần hỏi ")
    talks.rename("an", second, " ")

    assert [one.title for one in talks.find("an")] == ["Việc cần hỏi", "Hai?"]


def test_what_nobody_went_on_with_is_deleted_in_time_unless_it_is_pinned(talks: Talks) -> None:
    old, _ = asked(talks, "an", "Cũ?")
    pinned, _ = asked(talks, "an", "Ghim?")
    talks.pin("an", pinned, pinned=True)
    fresh, _ = asked(talks, "an", "Mới?")

    assert talks.expire(days=2) == 1

    assert {one.id for one in talks.find("an")} == {pinned, fresh}
    assert old not in {pinned, fresh}


def test_what_is_deleted_is_gone_from_the_file(tmp_path: Path) -> None:
    Library.open(tmp_path).close()
    talks = Talks.open(tmp_path / "library.sqlite", document_of)
    talk = talks.begin("an", "", Exchange(question="Bí mật chưa từng hỏi?"))
    talks.database.flush()
    assert "Bí mật chưa từng".encode() in (tmp_path / "library.sqlite").read_bytes()

    talks.remove("an", talk)
    talks.close()

    for file in tmp_path.glob("library.sqlite*"):
        assert "Bí mật chưa từng".encode() not in file.read_bytes()


def test_a_conversation_has_an_end(talks: Talks) -> None:
    talks = Talks(fake_database(), document_of, lambda: DAY.format(1))
    talk, _ = asked(talks, "an", "Một?")
    for _ in range(MOST_EXCHANGES - 1):
        talks.begin("an", talk, Exchange(question="Nữa?"))

    with pytest.raises(UnknownTalkError):
        talks.begin("an", talk, Exchange(question="Quá nhiều?"))


def test_an_answer_that_the_program_did_not_live_to_give_is_not_waited_for(talks: Talks) -> None:
    talk = talks.begin("an", "", Exchange(question="Một?"))

    after = Talks(talks.database, document_of)

    assert after.of("an", talk)[0].stage is Stage.STOPPED


def test_what_readers_say_is_kept_once_and_seen_by_those_who_measure(talks: Talks) -> None:
    _, exchange = asked(talks, "an", "Một?")

    talks.judge("an", exchange.id, Verdict(good=True))
    talks.judge("an", exchange.id, Verdict(good=False, reason=" Thiếu ý ", about=2))

    ((_, judged),) = talks.judged()
    assert judged.verdict == Verdict(good=False, reason="Thiếu ý", about=2)


def test_what_was_asked_without_users_becomes_the_first_users(talks: Talks) -> None:
    asked(talks, "", "Một?")

    talks.adopt("quantri")

    assert len(talks.find("quantri")) == 1
    assert talks.find("") == ()
