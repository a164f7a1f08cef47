"""Multiple choice: four options, one of them right."""

from __future__ import annotations

from assistant.quiz.drafts.bench import Bench
from assistant.quiz.drafts.distractors import distractors, placed
from assistant.quiz.drafts.grade import grade
from assistant.quiz.frame import Proof
from assistant.quiz.item import Item, Kind
from assistant.quiz.point import Gap, Point
from assistant.quiz.wording import raised


def told(gap: Gap) -> str:
    """Return the words that prove a gap, where they follow each other in its source."""
    if gap.frame.proof is Proof.MEMBER:
        return f"{gap.frame.before} […] {gap.value}"
    if gap.frame.proof is not Proof.WORDS:
        return ""
    return " […] ".join(gap.frame.words(gap.value))


def choice(bench: Bench, point: Point, target: int) -> Item | str:
    """Return the item with its key at `target` where that can be, else why there is none."""
    if not isinstance(point, Gap) or not point.question:
        return ""
    wrong = distractors(bench, point)
    found = placed(point.value, wrong, target)
    if found is None:
        return "enough_distractors"
    options, at = found
    heading = point.value if point.frame.proof is Proof.HEADING else ""
    return Item(
        kind=Kind.MC,
        stem=bench.stem(point.source, point.question),
        options=tuple(map(raised, options)),
        key=(at,),
        explanation=bench.explanation(point.source, heading, told(point)),
        difficulty=grade(Kind.MC, point.family),
        source=point.source,
        also=point.also,
        frame=point.frame,
        facts=frozenset({point.fact}),
    )
