"""True or false: a sentence as the source has it, or with exactly one thing changed."""

from __future__ import annotations

from assistant.quiz.drafts.bench import Bench
from assistant.quiz.drafts.choice import told
from assistant.quiz.drafts.distractors import distractors
from assistant.quiz.drafts.grade import grade
from assistant.quiz.frame import Proof
from assistant.quiz.item import FALSE, TRUE, Item, Kind
from assistant.quiz.point import Gap, Point
from assistant.quiz.wording import lowered, nested


def truth(bench: Bench, point: Point, target: int) -> Item | str:
    """Return a true statement when `target` is 0, else one with a sibling value in its place."""
    if not isinstance(point, Gap) or not point.statement:
        return ""
    wrong = distractors(bench, point)
    if target and not wrong:
        return "enough_distractors"
    stated = wrong[0] if target else point.value
    heading = point.value if point.frame.proof is Proof.HEADING else ""
    said = lowered(point.statement.format(stated))
    words = bench.explanation(point.source, heading, told(point))
    if target:
        right = f"nội dung đúng là “{nested(point.value)}”, không phải “{nested(stated)}”."
        words = f"{words[:-1]}; {right}"
    return Item(
        kind=Kind.TF,
        stem=f"Đúng hay sai? {bench.stem(point.source, said)}.",
        options=(TRUE, FALSE),
        key=(1 if target else 0,),
        explanation=words,
        difficulty=grade(Kind.TF, point.family),
        source=point.source,
        also=point.also,
        frame=point.frame,
        stated=stated,
        true=point.value,
        facts=frozenset({point.fact}),
    )
