"""Choosing what stands beside the key: alike in form, unlike in meaning, proved to be wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.quiz.drafts.bench import Bench
from assistant.quiz.form import alike, apart, form_of, near
from assistant.quiz.point import Gap
from assistant.quiz.points.chronology import day_of
from assistant.quiz.siblings import Sibling

OPTIONS = 4


def distractors(bench: Bench, gap: Gap) -> list[str]:
    """Return values that are wrong for a gap, best first: of its document, then of others."""
    siblings = list(bench.siblings.of(gap))
    bench.chance.shuffle(siblings)
    siblings.sort(key=lambda one: _rank(one, gap))
    kept: list[str] = []
    for one in siblings:
        if _fits(bench, gap, one.value, kept):
            kept.append(one.value)
        if len(kept) == 2 * OPTIONS:
            break
    return kept


def _rank(one: Sibling, gap: Gap) -> tuple[bool, bool, float]:
    """Numbers of one style first, then values of the same document, then those of like length."""
    if form_of(gap.value) == "day":
        return (False, False, abs(_days(one.value) - _days(gap.value)))
    far = round(abs(len(one.value) - len(gap.value)) / max(len(gap.value), 1))
    return (_shape(one.value) != _shape(gap.value), one.document_id != gap.source.document_id, far)


def _days(value: str) -> int:
    """Return about how many days a date is from the beginning of the calendar."""
    year, month, day = day_of(value)
    return 365 * year + 30 * month + day


def _shape(value: str) -> str:
    """Return the style of a document number: "-" for the Party's, "/" for the State's."""
    found = re.match(r"\d+(?P<mark>[-/])", value)
    return found["mark"] if found else ""


def _fits(bench: Bench, gap: Gap, value: str, kept: Iterable[str]) -> bool:
    if value in gap.accepts or not alike(gap.value, value):
        return False
    if not all(apart(value, other) for other in (gap.value, *kept)):
        return False
    if not apart(value, gap.question) or near(value, gap.value):
        return False
    return not bench.prover.may_hold(gap.frame, value, gap.source)


def placed(key: str, wrong: list[str], target: int) -> tuple[tuple[str, ...], int] | None:
    """Return four options and the place of the key, `target` where that can be.

    Numbers and dates stand in ascending order, as people read them.
    """
    if len(wrong) < OPTIONS - 1:
        return None
    if size_of(key) is None:
        options = wrong[: OPTIONS - 1]
        options.insert(target, key)
        return tuple(options), target
    ordered = sorted(wrong, key=_size)
    lower = [one for one in ordered if _size(one) < _size(key)]
    upper = [one for one in ordered if _size(one) > _size(key)]
    at = max(min(target, len(lower)), OPTIONS - 1 - len(upper))
    chosen = lower[len(lower) - at :] if at else []
    chosen += [key, *upper[: OPTIONS - 1 - at]]
    return (tuple(chosen), at) if len(chosen) == OPTIONS else None


def size_of(value: str) -> tuple[int, ...] | None:
    """Return what to order a number or a date by, None for other values.

    >>> size_of("514 hồ sơ"), size_of("27/10/2023"), size_of("Văn phòng Sở")
    ((514,), (2023, 10, 27), None)
    """
    if re.fullmatch(r"\d{1,2}/\d{1,2}/\d{4}", value):
        return day_of(value)
    found = re.match(r"\d[\d.]*(?:,\d+)?(?=[ %đ]|$)", value)
    return (
        (int(float(found.group().replace(".", "").replace(",", ".")) * 100) // 100,)
        if (found)
        else None
    )


def _size(value: str) -> tuple[int, ...]:
    return size_of(value) or (0,)
