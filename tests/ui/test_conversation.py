"""A conversation lives on the server: what is asked, shown, stopped, forgotten."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from assistant.fluent.speaker import Step
from assistant.question import Question, Turn
from assistant.reply import Reply
from corpus.database import Database
from corpus.errors import MissingIndexError, UnusableStateError
from evals.report import Report
from index.hit import Hit
from tests.ui.written import ANSWER, REFUSAL
from ui import messages
from ui.application import Asking, Library
from ui.failures import sentence
from ui.fakes import FakeLibrary, fake_database
from ui.plain import reply_text
from ui.talks.errors import UnknownTalkError
from ui.talks.exchange import Exchange, Stage
from ui.talks.talks import Talks
from ui.web.answering import Answering, Pace
from ui.web.talk import exchange_html

AT_ONCE = Pace(claim=0, whole=0, look=0, patience=0)


@dataclass
class Replying:
    """Replies as told, and remembers what it was asked."""

    reply: Reply | Exception = ANSWER
    asked: list[Question] = field(default_factory=list)

    def ask(self, question: Question) -> Reply:
        self.asked.append(question)
        if isinstance(self.reply, Exception):
            raise self.reply
        return self.reply

    def steps(self, question: Question) -> Iterator[Step]:
        yield Step(self.ask(question), whole=True)


@dataclass
class Running:
    """An application around an assistant, ready or not."""

    assistant: Asking
    is_ready: bool = True
    library: Library = field(default_factory=FakeLibrary)
    report: Report | None = None

    def ready(self) -> bool:
        return self.is_ready

    def progress(self) -> str:
        return "" if self.is_ready else "Đang nạp mô hình"

    def generation(self) -> str:
        return "1f2e"

    def suggest(self, question: Question, reply: Reply) -> tuple[str, ...]:  # noqa: ARG002
        return ("Còn gì nữa?",) if reply is ANSWER else ()

    def search(self, query: str, most: int, documents: frozenset[str]) -> tuple[Hit, ...]:
        raise NotImplementedError


def kept(library: Library | None = None) -> Talks:
    return Talks(fake_database(), (library or FakeLibrary({"a.txt": "Một."})).document)


def steps(assistant: Replying, *, ready: bool = True) -> list[Exchange]:
    application = Running(assistant, is_ready=ready)
    asking = Answering(application, kept(), AT_ONCE).ask("an", "", "Được biết gì?")
    return [exchange for _, exchange in asking]


def test_claims_appear_one_after_the_other() -> None:
    shown = [(step.stage, step.shown) for step in steps(Replying())]

    assert shown == [
        (Stage.ASKED, 0),
        (Stage.ASKED, 1),
        (Stage.ASKED, 2),
        (Stage.ANSWERED, 3),
        (Stage.ANSWERED, 3),  # once more, with questions to go on with
    ]


@pytest.mark.parametrize(
    ("reply", "lead"), [(ANSWER, messages.SUGGESTED), (REFUSAL, messages.SUGGESTED_INSTEAD)]
)
def test_questions_to_go_on_with_are_told_from_those_to_ask_instead(
    reply: Reply, lead: str
) -> None:
    turn = Exchange(question="?", stage=Stage.ANSWERED, reply=reply, suggested=("Còn gì nữa?",))
    html = exchange_html(turn)

    assert [
        words for words in (messages.SUGGESTED, messages.SUGGESTED_INSTEAD) if words in html
    ] == [lead]
    assert 'data-ask="Còn gì nữa?"' in html


def test_the_assistant_is_told_what_the_server_remembers() -> None:
    assistant = Replying()
    answering = Answering(Running(assistant), kept(), AT_ONCE)

    first = [talk for talk, _ in answering.ask("an", "", "Câu một?")][-1]
    list(answering.ask("binh", "", "Câu của người khác?"))
    list(answering.ask("an", first, "Câu hai?"))

    said = (Turn("user", "Câu một?"), Turn("assistant", reply_text(ANSWER)))
    assert [question.history for question in assistant.asked] == [(), (), said]


def test_nobody_goes_on_with_the_conversation_of_somebody_else() -> None:
    assistant = Replying()
    answering = Answering(Running(assistant), kept(), AT_ONCE)
    first = [talk for talk, _ in answering.ask("an", "", "Câu một?")][-1]

    with pytest.raises(UnknownTalkError):
        list(answering.ask("binh", first, "Câu hai?"))
    assert len(assistant.asked) == 1


def test_an_error_is_told_in_its_sentence_and_an_unexpected_one_without_its_cause() -> None:
    missing = MissingIndexError(Path("index"))

    assert steps(Replying(missing))[-1].note == sentence(missing)
    failed = steps(Replying(ValueError("secret")))[-1]
    assert (failed.stage, failed.note) == (Stage.FAILED, messages.UNEXPECTED)


def test_before_the_program_is_ready_nothing_is_asked() -> None:
    assistant = Replying()

    last = steps(assistant, ready=False)[-1]

    assert (last.stage, last.note, assistant.asked) == (Stage.FAILED, "Đang nạp mô hình", [])


def test_stopping_keeps_what_is_shown_and_says_so() -> None:
    talks = kept()
    running = Answering(Running(Replying()), talks, AT_ONCE).ask("an", "", "Được biết gì?")
    next(running)
    talk, _ = next(running)

    stopped = talks.stop("an", talk)

    assert stopped is not None
    for html in (exchange_html(stopped), exchange_html(talks.of("an", talk)[0])):
        assert messages.STOPPED in html
        assert 'data-n="1"' in html
        assert 'data-n="2"' not in html


def test_an_answer_that_came_to_its_end_cannot_be_stopped() -> None:
    talks = kept()
    asked = list(Answering(Running(Replying(REFUSAL)), talks, AT_ONCE).ask("an", "", "Lương?"))

    stopped = talks.stop("an", asked[-1][0])

    assert stopped is not None
    assert stopped.stage is Stage.ANSWERED


def test_a_reader_who_goes_away_leaves_an_exchange_that_is_stopped() -> None:
    talks = kept()
    running = Answering(Running(Replying()), talks, AT_ONCE).ask("an", "", "Được biết gì?")
    talk, _ = next(running)

    running.close()

    assert talks.of("an", talk)[0].stage is Stage.STOPPED


def test_a_deleted_conversation_stays_deleted_while_an_answer_comes() -> None:
    talks = kept()
    running = Answering(Running(Replying()), talks, AT_ONCE).ask("an", "", "Được biết gì?")
    talk, _ = next(running)

    talks.remove("an", talk)
    list(running)

    assert talks.find("an") == ()


def test_a_question_is_shown_as_it_was_typed() -> None:
    html = exchange_html(Exchange(question="<b>1 < 2</b>\n\n# x"))

    assert "&lt;b&gt;1 &lt; 2&lt;/b&gt;" in html


class FullDisk(Database):
    """A database that can be read, and from some moment on not written."""

    def __init__(self, database: Database) -> None:
        super().__init__(database.path, database._connection)  # noqa: SLF001 - the same rows
        self.full = False

    @contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        if self.full:
            raise UnusableStateError(self.path, "No space left on device")
        with super().change() as rows:
            yield rows


def test_on_a_full_disk_a_question_is_told_so_in_a_sentence() -> None:
    disk = FullDisk(fake_database())
    talks = Talks(disk, FakeLibrary({"a.txt": "Một."}).document)
    disk.full = True

    ((_, told),) = Answering(Running(Replying()), talks, AT_ONCE).ask("an", "", "Được biết gì?")

    assert told.stage is Stage.FAILED
    assert "No space left" in told.note


def test_an_answer_that_cannot_be_kept_is_shown_all_the_same() -> None:
    disk = FullDisk(fake_database())
    talks = Talks(disk, FakeLibrary({"a.txt": "Một."}).document)
    asking = Answering(Running(Replying()), talks, AT_ONCE).ask("an", "", "Được biết gì?")
    next(asking)
    disk.full = True

    last = [exchange for _, exchange in asking][-1]

    assert (last.stage, last.reply) == (Stage.ANSWERED, ANSWER)
