"""Gaps to be filled and short answers."""

from __future__ import annotations

from assistant.quiz.drafts.bench import Bench
from assistant.quiz.drafts.choice import told
from assistant.quiz.drafts.grade import grade
from assistant.quiz.frame import Proof
from assistant.quiz.item import Item, Kind
from assistant.quiz.point import SLOT, Gap, Group, Point
from assistant.quiz.wording import nested, raised

BLANK = "……"
_SHORT = ("figure", "day", "agency", "number", "office", "issuer", "often", "holder", "part")
MOST_NAMED = 5  # things that a short answer has to name


def filling(bench: Bench, point: Point, target: int) -> Item | str:  # noqa: ARG001 — as all kinds
    """Return the item whose stem is a sentence of the source with a gap."""
    if not isinstance(point, Gap) or point.cloze.count(SLOT) != 1:
        return ""
    gap = nested(point.cloze.replace(SLOT, BLANK))
    digits = point.value.split(" ")[0]
    bare = digits if point.family.startswith("figure:") else point.value
    return Item(
        kind=Kind.FILL,
        stem=f"Điền vào chỗ trống ({BLANK}) theo đúng {bench.called(point.source)}: “{gap}”.",
        answers=tuple(dict.fromkeys((bare, point.value, *point.accepts))),
        explanation=bench.explanation(point.source, words=told(point)),
        difficulty=grade(Kind.FILL, point.family),
        source=point.source,
        also=point.also,
        frame=point.frame,
        true=point.value,
        facts=frozenset({point.fact}),
    )


def short(bench: Bench, point: Point, target: int) -> Item | str:  # noqa: ARG001 — as all kinds
    """Return the item that asks without options: a value, or all things of a short list."""
    if isinstance(point, Group):
        return _named(bench, point)
    sort = point.family.split(":")[0] if isinstance(point, Gap) else ""
    if not isinstance(point, Gap) or sort not in _SHORT or BLANK in point.question:
        return ""
    heading = point.value if point.frame.proof is Proof.HEADING else ""
    return Item(
        kind=Kind.SHORT,
        stem=bench.stem(point.source, point.question),
        answers=tuple(dict.fromkeys((point.value, *point.accepts))),
        explanation=bench.explanation(point.source, heading, told(point)),
        difficulty=grade(Kind.SHORT, point.family),
        source=point.source,
        also=point.also,
        frame=point.frame,
        true=point.value,
        facts=frozenset({point.fact}),
    )


def _named(bench: Bench, group: Group) -> Item | str:
    if len(group.members) > MOST_NAMED or group.frame.proof is not Proof.MEMBER:
        return ""
    return Item(
        kind=Kind.SHORT,
        stem=bench.stem(group.source, f"{group.lists}."),
        answers=("; ".join(map(raised, group.members)),),
        explanation=bench.explanation(group.source),
        difficulty=grade(Kind.SHORT, group.family),
        source=group.source,
        also=group.also,
        frame=group.frame,
        facts=frozenset(group.facts),
    )
