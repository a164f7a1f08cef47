"""What is kept of the way to an answer."""

from __future__ import annotations

from assistant.options import AskOptions
from assistant.question import Question
from assistant.reply import Answer
from assistant.shelf import Shelf
from assistant.weighing.tuning import Tuning
from corpus.parse import parse
from evals.outcome import absent
from evals.record import MOST_WEIGHED, Record
from tests.assistant.world import PLAN, REPORT, assistant_on

SHELF = Shelf([parse("ke_hoach.txt", PLAN), parse("bao_cao.txt", REPORT)])
RECORD = Record(SHELF.documents)
WATCHED = assistant_on(SHELF, AskOptions(watch=RECORD))
QUESTION = Question("Văn phòng báo cáo Giám đốc chậm nhất ngày nào?")


def test_what_was_found_and_weighed_is_kept_with_its_places() -> None:
    reply = WATCHED.ask(QUESTION)
    assert isinstance(reply, Answer)
    outcome = RECORD.taken(absent("g1"))
    text = next(d.text for d in SHELF.documents.values() if d.source == "ke_hoach.txt")
    best = outcome.weighed[0].stretches[0]
    assert "chậm nhất ngày 15/11/2024" in text[best.start : best.end]
    assert [w.rank for w in outcome.weighed] == sorted(w.rank for w in outcome.weighed)[::-1]
    assert len(outcome.weighed) <= MOST_WEIGHED
    assert {one.source for one in outcome.retrieved} == {"ke_hoach.txt", "bao_cao.txt"}
    assert all(SHELF.passages[one.passage].span.start == one.start for one in outcome.retrieved)


def test_what_was_taken_is_not_given_again() -> None:
    WATCHED.ask(QUESTION)
    RECORD.taken(absent("g1"))
    assert RECORD.taken(absent("g2")).retrieved == ()


def test_a_question_about_a_particular_is_not_searched_for() -> None:
    WATCHED.ask(Question("Ai ký kế hoạch số 12/KH-SNV?"))
    outcome = RECORD.taken(absent("g1"))
    assert (outcome.retrieved, outcome.weighed) == ((), ())


def test_a_watch_does_not_change_the_answer_and_a_tuning_does() -> None:
    plain = assistant_on(SHELF).ask(QUESTION)
    assert WATCHED.ask(QUESTION) == plain
    strict = assistant_on(SHELF, AskOptions(Tuning(least=1_000.0)))
    assert not isinstance(strict.ask(QUESTION), Answer)
