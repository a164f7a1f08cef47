"""True or false: a sentence as the source has it, or with exactly one thing changed."""

from __future__ import annotations

from assistant.quiz.drafts.bench import Bench
from assistant.quiz.drafts.choice import told
from assistant.quiz.drafts.distractors import distractors
from assistant.quiz.drafts.grade import grade
from assistant.quiz.frame import Proof
from assistant.quiz.item import FALSE, TRUE, Item, Kind
from assistant.quiz.point import SLOT, Gap, Point
from assistant.quiz.wording import lowered, nested

RIGHT_IS, NOT_TOLD = "nội dung đúng là ", "đoạn này không nêu "


def truth(bench: Bench, point: Point, target: int) -> Item | str:
    """Return a true statement when `target` is 0, else one with a sibling value in its place."""
    if not isinstance(point, Gap) or point.statement.count(SLOT) != 1:
        return ""
    wrong = distractors(bench, point)
    if target and not wrong:
        return "enough_distractors"
    stated = wrong[0] if target else point.value
    heading = point.value if point.frame.proof is Proof.HEADING else ""
    said = lowered(point.statement.replace(SLOT, stated))
    words = bench.explanation(point.source, heading, told(point))
    if target:
        words = f"{words[:-1]}; {_corrected(point, stated)}"
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


def _corrected(gap: Gap, stated: str) -> str:
    """Return what an explanation says of a false statement."""
    if gap.frame.proof is Proof.MEMBER:
        return f"{NOT_TOLD}“{nested(stated)}”."
    return f"{RIGHT_IS}“{nested(gap.value)}”, không phải “{nested(stated)}”."
