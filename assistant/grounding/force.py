"""The force of a statement: negated or not, a duty, a right, a possibility; and of what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from assistant.grounding.align import Alignment
from assistant.grounding.words import FORCES, Sort, Words
from corpus.syllables import syllables
from corpus.vocabulary import Phrase

REACH = 2  # words of matter after a cue of the evidence that it governs
LOOSE = 4  # the same in the sentence, which may put other words between
FAR = 9  # words of any sort after a cue within which they must stand


class Force(StrEnum):
    """What a cue does to the words that it governs."""

    NOT = "not"
    FORBID = "forbid"
    EXCEPT = "except"
    DUTY = "duty"
    RIGHT = "right"
    MAY = "may"  # "được": a right, or only a passive
    POSSIBLE = "possible"
    ADVICE = "advice"
    NAMED = "named"  # a duty that a heading or a lead-in names: it backs, it says nothing itself
    ONLY = "only"
    ALL = "all"
    NONE = "none"  # looks like a cue and is none


NEGATIVE = frozenset({Force.NOT, Force.FORBID})
MODAL = frozenset({Force.DUTY, Force.RIGHT, Force.MAY, Force.POSSIBLE, Force.ADVICE})
SCOPE = frozenset({Force.ONLY, Force.ALL, Force.EXCEPT})

_CUES: dict[Force, str] = {
    Force.NOT: "không; chưa; chẳng; không phải; không hề; chưa được; không còn",
    Force.FORBID: "không được; nghiêm cấm; cấm; không được phép; không có quyền; không thể",
    Force.EXCEPT: "trừ; ngoại trừ; trừ trường hợp; trừ khi",
    Force.DUTY: "phải; có trách nhiệm; có nghĩa vụ; bắt buộc; bắt buộc phải; chịu trách nhiệm"
    "; có nhiệm vụ; phải được; cần phải được",
    Force.NAMED: "trách nhiệm; nghĩa vụ; nhiệm vụ",
    Force.RIGHT: "có quyền; được quyền; được phép; quyền",
    Force.MAY: "được",
    Force.POSSIBLE: "có thể; có thể được",
    Force.ADVICE: "nên; khuyến khích; cần; cần phải",
    Force.ONLY: "chỉ; duy nhất",
    Force.ALL: "tất cả; toàn bộ; toàn thể; mọi; nào cũng",
    Force.NONE: "không chỉ; không những; không gian; không khí; không quân; hàng không; phải chăng"
    "; trái phải; chỉ thị; chỉ đạo; chỉ tiêu; chỉ số; ban chỉ huy; chỉ huy; chỉ định; chỉ dẫn"
    "; địa chỉ; được biết đến; thẩm quyền; chính quyền; phân quyền; quyền lợi; quyền hạn"
    "; quyền làm chủ; phát huy quyền; quyền dân chủ; nên người; cần thiết; trừ sâu; loại trừ"
    "; khấu trừ; dịch vụ công không",
}
_TABLE: dict[Phrase, Force] = {
    syllables(phrase): force for force, cell in _CUES.items() for phrase in cell.split(";")
}
_LONGEST = max(map(len, _TABLE))
_POINTING = frozenset({"đạo", "định", "huy", "dẫn", "thị", "ra", "tiêu", "số"})  # "chỉ đạo"
# what a statement may gain or lose without saying another thing
_SAME = (
    frozenset({Force.RIGHT, Force.MAY}),
    frozenset({Force.DUTY, Force.NAMED}),
    frozenset({Force.ADVICE}),
    frozenset({Force.POSSIBLE}),
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue at a place of a run of words, with the places of what it governs."""

    force: Force
    at: int
    governed: tuple[int, ...]


def cues(words: Words, reach: int = REACH) -> tuple[Cue, ...]:
    """Return the cues in a run of words, the longest at each place."""
    return tuple(cue for cue in _cues(words, reach) if cue.force is not Force.NONE)


def _cues(words: Words, reach: int) -> Iterator[Cue]:
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            force = _TABLE.get(tuple(word.key for word in words[at : at + length]))
            if force and not _is_verb(words, at, length):
                yield Cue(force, at, _governed(words, at, at + length)[:reach])
                break
        else:
            length = 1
        at += length


def _is_verb(words: Words, at: int, length: int) -> bool:
    """Tell whether "không chỉ" is the negation of a verb: "không chỉ đạo"."""
    after = words[at + length].key if at + length < len(words) else ""
    return words[at + length - 1].key == "chỉ" and after in _POINTING


def _governed(words: Words, at: int, start: int) -> tuple[int, ...]:
    clause = words[at].clause
    after = range(start, min(start + FAR, len(words)))
    matter = [i for i in after if words[i].clause == clause and words[i].sort is not Sort.LINK]
    return tuple(i for i in matter if words[i].key not in FORCES)


def changed_force(alignment: Alignment) -> str:
    """Return the cue by which a sentence says something else than its evidence; "" when none.

    "không tiết lộ" for "tiết lộ", "có thể" for "phải", "tất cả" where the text does not say so.
    """
    theirs = cues(alignment.run)
    mine = tuple(c for c in cues(alignment.words, LOOSE) if c.force is not Force.NAMED)
    used: set[Cue] = set()  # negations of the evidence that the sentence says too
    for cue in mine:
        if not _backed(cue, alignment, theirs, used):
            return _said(cue, alignment.words)
    for cue in theirs:
        if _dropped(cue, alignment, mine):
            return _said(cue, alignment.run)
    return ""


def _said(cue: Cue, words: Words) -> str:
    end = cue.governed[0] + 1 if cue.governed else cue.at + 1
    return " ".join(word.key for word in words[cue.at : end])


def _backed(cue: Cue, alignment: Alignment, theirs: tuple[Cue, ...], used: set[Cue]) -> bool:
    """Tell whether the evidence has a cue of this force over the same words."""
    keys = {alignment.words[i].key for i in cue.governed}
    places = {p for p, word in enumerate(alignment.run) if word.key in keys}
    over = [c for c in theirs if places & set(c.governed)]
    if cue.force in SCOPE:
        return any(c.force is cue.force for c in theirs)
    if cue.force in NEGATIVE:
        there = _nearest(cue, alignment, over)
        used |= {c for c in there if c.force in NEGATIVE}
        return any(c in used for c in there) or _goes_on(cue, alignment, used)
    return _modal_backed(cue, alignment, over)


def _goes_on(cue: Cue, alignment: Alignment, used: set[Cue]) -> bool:
    """Tell whether a negation says again what one said before it: "không A, không B" of "A, B"."""
    places = [alignment.places[i] for i in cue.governed if i in alignment.places]
    run = alignment.run
    return any(
        c.at < place and run[c.at].clause == run[place].clause for c in used for place in places[:1]
    )


def alike_force(mine: Force, other: Force) -> bool:
    """Tell whether two cues say the same of what they govern; a passive goes with all but "no"."""
    if mine in NEGATIVE or other in NEGATIVE:
        return mine in NEGATIVE and other in NEGATIVE
    return Force.MAY in (mine, other) or any(mine in group and other in group for group in _SAME)


def _nearest(cue: Cue, alignment: Alignment, over: list[Cue]) -> list[Cue]:
    """Return the cues over the very words that a cue governs, where the evidence has such."""
    best = {alignment.places.get(i) for i in cue.governed}
    return [c for c in over if best & set(c.governed)] or over


def _modal_backed(cue: Cue, alignment: Alignment, over: list[Cue]) -> bool:
    nearest = _nearest(cue, alignment, over)
    same = next(group for group in _SAME if cue.force in group)
    if any(c.force in same for c in nearest):
        return True
    if cue.force is Force.MAY:  # a passive changes nothing where nothing else is said
        return not any(c.force in MODAL | NEGATIVE for c in nearest)
    return False


def _dropped(cue: Cue, alignment: Alignment, mine: tuple[Cue, ...]) -> bool:
    """Tell whether the sentence says the words of a cue of the evidence without its force."""
    if cue.force not in NEGATIVE | {Force.POSSIBLE, Force.EXCEPT, Force.ONLY} or not cue.governed:
        return False
    first = cue.governed[0]
    mirrored = {i for i, place in alignment.places.items() if place == first}
    if not mirrored:
        return False
    near = {i + step for i in mirrored for step in (-1, 0)}
    same = NEGATIVE if cue.force in NEGATIVE else {cue.force}
    return not any(c.force in same and near & set(c.governed) for c in mine)
