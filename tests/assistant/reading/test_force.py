"""Documents in force go before replaced ones, on the day that a question asks about."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.question import Question
from assistant.reading.force import Force, asked_on
from assistant.reading.reading import Reader
from assistant.reading.scope import Names
from assistant.reply import Answer
from assistant.shelf import Shelf
from assistant.telling.warn import Warner
from assistant.typed.repair import Repairer
from assistant.understanding import Understanding
from corpus.agencies import FormerAgencies
from corpus.instrument import Instrument, LegalStatus
from corpus.parse import parse
from corpus.registry import Registry
from corpus.vocabulary import load_vocabulary
from tests.assistant.world import Everything

OLD = Instrument(
    number="01/2010/QĐ-X",
    kind="Quyết định",
    name="",
    status=LegalStatus.ENDED,
    basis="văn bản thử, Điều 2",
    certain=True,
    effective_on=date(2010, 1, 1),
    replaced_by=("02/2020/QĐ-X",),
    since=date(2020, 7, 1),
)
NEW = Instrument(
    number="02/2020/QĐ-X",
    kind="Quyết định",
    name="",
    status=LegalStatus.IN_FORCE,
    basis="văn bản thử",
    certain=True,
    effective_on=date(2020, 7, 1),
)
TEXT = "QUY ĐỊNH\nĐeo thẻ\n\nĐiều 1. Thời hạn\n\nCông chức đổi thẻ công tác trong {} ngày.\n"


def assistant() -> Assistant:
    parsed = [parse(f"{name}.txt", TEXT.format(days)) for name, days in (("cu", 30), ("moi", 10))]
    known = {parsed[0][0].id: OLD, parsed[1][0].id: NEW}
    shelf = Shelf(parsed, known)
    vocabulary = load_vocabulary()
    reader = Reader(shelf.frequency, Names(shelf, vocabulary, Registry.load()), vocabulary)
    warner = Warner(Registry.load(), FormerAgencies.load(), shelf.passages.values(), known)
    understanding = Understanding(reader, Repairer.of(shelf, vocabulary))
    return Assistant(shelf, Everything(shelf), understanding, warner)


def answered(text: str) -> Answer:
    reply = assistant().ask(Question(text))
    assert isinstance(reply, Answer)
    return reply


def quoted(answer: Answer) -> str:
    return " ".join(claim.text for part in answer.parts for claim in part.claims)


def test_what_is_in_force_today_is_quoted_and_what_was_replaced_is_not() -> None:
    words = quoted(answered("Công chức đổi thẻ công tác trong bao nhiêu ngày?"))
    assert "10 ngày" in words
    assert "30 ngày" not in words


@pytest.mark.parametrize(
    "when", ["Tại thời điểm 01/6/2015,", "Vào ngày 1 tháng 6 năm 2015", "tai thoi diem 01/6/2015"]
)
def test_a_question_for_a_day_gets_what_held_on_that_day_and_is_told_so(when: str) -> None:
    answer = answered(f"{when} công chức đổi thẻ công tác trong bao nhiêu ngày?")
    assert "30 ngày" in quoted(answer)
    assert "10 ngày" not in quoted(answer)
    assert answer.warnings[0] == "Xét theo văn bản có hiệu lực vào ngày 01/6/2015."


def test_what_nothing_is_known_of_is_taken_to_hold() -> None:
    assert Force({}).holds("a", None)


@pytest.mark.parametrize(("day", "holds"), [((2020, 6, 30), True), ((2020, 7, 1), False)])
def test_an_instrument_ends_on_the_day_that_the_registry_says(
    day: tuple[int, int, int],
    holds: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    assert Force({"a": OLD}, lambda: date(*day)).holds("a", None) is holds
    assert Force({"b": NEW}, lambda: date(*day)).holds("b", None) is not holds


def test_a_day_that_does_not_exist_is_part_of_the_question() -> None:
    assert asked_on("Vào ngày 31/02/2020 có gì?") == ("Vào ngày 31/02/2020 có gì?", None)
