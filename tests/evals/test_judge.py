"""A judge is asked aside: it agrees or not, and no measure knows of it."""

from __future__ import annotations

from assistant.fluent.model import Fault, Message, ModelError
from evals.answers import judge, measures
from evals.judge import Verdicts, judged
from evals.outcome import Outcome
from tests.evals.world import DOCUMENTS, SOURCES, gold, item, silent

RIGHT = Outcome(id="g1", answer="Lập kế hoạch; báo cáo năm.", abstained=False)
WRONG = Outcome(id="g2", answer="Đi họp.", abstained=False)
ROWS = judge(
    gold(item(), item("Văn phòng còn làm gì?", id="g2"), silent(id="g3")),
    {"g1": RIGHT, "g2": WRONG},
    DOCUMENTS,
).rows


def saying(*words: str) -> tuple[list[str], Verdicts]:
    asked: list[str] = []
    answers = iter(words)

    def said(messages: tuple[Message, ...]) -> str:
        asked.append(messages[-1].content)
        word = next(answers)
        if not word:
            raise ModelError(Fault.SLOW)
        return word

    return asked, judged(ROWS, said)


def test_only_answers_to_answerable_questions_are_judged() -> None:
    asked, verdicts = saying("ĐÚNG", "SAI")

    assert len(asked) == 2
    assert verdicts == Verdicts(asked=2, right=1, unclear=0, agreed=2)


def test_what_is_neither_and_what_fails_is_unclear() -> None:
    _, verdicts = saying("ĐÚNG hay SAI?", "")

    assert verdicts == Verdicts(asked=2, right=0, unclear=2, agreed=0)


def test_a_judge_reads_answers_as_quoted_data() -> None:
    asked, _ = saying("ĐÚNG", "SAI")

    assert all(line.split(": ", 1)[1].startswith('"') for line in asked[0].splitlines())


def test_no_measure_is_a_judge() -> None:
    assert not any("judge" in measure.name for measure in measures(SOURCES))
