"""Multiple response: which of these belong to a list."""

from __future__ import annotations

from assistant.quiz.drafts.bench import Bench, quoted
from assistant.quiz.drafts.grade import grade
from assistant.quiz.form import alike, apart, near
from assistant.quiz.frame import Proof
from assistant.quiz.item import Item, Kind
from assistant.quiz.point import Group, Point
from assistant.quiz.wording import raised

RIGHT, WRONG = 3, 2  # options of each sort
FEWEST = 2


def several(bench: Bench, point: Point, target: int) -> Item | str:
    """Return the item with two or three right options and two wrong ones, mixed by chance."""
    if not isinstance(point, Group) or len(point.members) < FEWEST:
        return ""
    size = RIGHT if target % 2 and len(point.members) >= RIGHT else FEWEST
    right = _right(bench, point, size)
    wrong = _wrong(bench, point, right)
    if len(right) < FEWEST or len(wrong) < WRONG:
        return "enough_distractors"
    chosen = [*right, *wrong]
    bench.chance.shuffle(chosen)
    key = tuple(k for k, option in enumerate(chosen) if option in right)
    facts = dict(zip(point.members, point.facts, strict=True))
    return Item(
        kind=Kind.MULTI,
        stem=f"{bench.stem(point.source, point.asks)} (Chọn tất cả các đáp án đúng.)",
        options=tuple(map(raised, chosen)),
        key=key,
        explanation=_explained(bench, point, right),
        difficulty=grade(Kind.MULTI, point.family),
        source=point.source,
        also=point.also,
        frame=point.frame,
        facts=frozenset(facts[member] for member in right),
    )


def _right(bench: Bench, group: Group, size: int) -> list[str]:
    """Return members that are alike in form and do not say each other."""
    members = list(group.members)
    bench.chance.shuffle(members)
    kept: list[str] = []
    for member in members:
        if all(_beside(member, other) for other in kept):
            kept.append(member)
    return kept[:size]


def _wrong(bench: Bench, group: Group, right: list[str]) -> list[str]:
    """Return members of other lists, of the same document first, that this list does not hold."""
    others = list(bench.siblings.beside(group))
    bench.chance.shuffle(others)
    others.sort(key=lambda pair: pair[1] != group.source.document_id)
    kept: list[str] = []
    for member, _ in others:
        fits = all(_beside(member, other) for other in (*right, *kept))
        said = all(apart(member, other) for other in group.members)
        if fits and said and not bench.prover.may_hold(group.frame, member, group.source):
            kept.append(member)
        if len(kept) == WRONG:
            break
    return kept


def _beside(one: str, other: str) -> bool:
    return alike(raised(one), raised(other)) and apart(one, other) and not near(one, other)


def _explained(bench: Bench, group: Group, right: list[str]) -> str:
    if group.frame.proof is Proof.MEMBER:
        return bench.explanation(group.source)
    proofs = [s for s in group.also if any(quoted(m) == quoted(s.quote) for m in right)]
    words = "; ".join(f"“{quoted(source.quote)}”" for source in proofs)
    name = bench.field.name(group.source.document_id)
    return f"{raised(group.source.address)} “{quoted(group.source.quote)}” của {name} ghi: {words}."
