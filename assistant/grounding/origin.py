"""Whose a cited document is and of which day: what stands beside its number must agree."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.grounding.actors import Actor, actors, alike, is_doer
from assistant.grounding.align import Alignment, same_day
from assistant.grounding.words import Sort, Words

NEAR = 10  # words behind the number of a document that may tell its day and its issuer
_ISSUES = frozenset({"ban", "ký"})  # of "ban hành", in front of a number


@dataclass(frozen=True, slots=True)
class Origin:
    """What is told of a document beside its number: its day, "" when untold, and its issuer."""

    number: str
    day: str
    issuer: Actor | None


def wrong_origin(alignment: Alignment) -> str:
    """Return the day or the issuer that the evidence gives to another document."""
    cited = origins(alignment.run)
    known: dict[str, list[Origin]] = {}
    for origin in cited:
        known.setdefault(origin.number, []).append(origin)
    for said in origins(alignment.words):
        wrong = _differing(said, known.get(said.number, []))
        if wrong:
            return wrong
    return _borrowed(alignment, cited)


def _borrowed(alignment: Alignment, cited: list[Origin]) -> str:
    """Return a day that the evidence gives to a cited document, said of what somebody else did.

    "Sở ban hành kế hoạch ngày 31/01" where only a plan of the province, which is cited, is of then.
    """
    told, named = {word.key for word in alignment.words}, actors(alignment.words)
    for at, word in enumerate(alignment.words):
        if word.sort is not Sort.DATE or not any(actor.end <= at for actor in named):
            continue
        of_day = [one for one in cited if one.day == word.key]
        elsewhere = sum(other.key == word.key for other in alignment.run) > len(of_day)
        issuers = [one.issuer for one in of_day if one.issuer]
        if not issuers or elsewhere or any(one.number in told for one in of_day):
            continue
        if not any(alike(actor.keys, issuer.keys) for issuer in issuers for actor in named):
            return word.key.removeprefix("@")
    return ""


def _differing(said: Origin, known: list[Origin]) -> str:
    days = [one.day for one in known if one.day]
    if said.day and days and not any(same_day(said.day, day) for day in days):
        return said.day.removeprefix("@")
    issuers = [one.issuer for one in known if one.issuer]
    if said.issuer and issuers and not any(alike(said.issuer.keys, i.keys) for i in issuers):
        return " ".join(said.issuer.keys)
    return ""


def origins(words: Words) -> list[Origin]:
    """Return what a run of words tells of each document that it cites by number."""
    named = actors(words)
    return [_origin(words, at, named) for at, w in enumerate(words) if w.sort is Sort.DOCUMENT]


def _origin(words: Words, at: int, named: tuple[Actor, ...]) -> Origin:
    end = _end(words, at)
    days = (w.key for w in words[at + 1 : end] if w.sort is Sort.DATE)
    behind = (a for a in named if at < a.start < end and words[a.start - 1].key == "của")
    issuer = next(behind, None) or _who_issues(words, at, named) or _whose(words, at, named)
    return Origin(words[at].key, next(days, ""), issuer)


def _end(words: Words, at: int) -> int:
    """Return where what is told of a document ends: at the next one, at "về", at its clause."""
    for place in range(at + 1, min(at + 1 + NEAR, len(words))):
        word = words[place]
        if word.sort is Sort.DOCUMENT or word.key == "về" or word.clause != words[at].clause:
            return place
    return min(at + 1 + NEAR, len(words))


def _who_issues(words: Words, at: int, named: tuple[Actor, ...]) -> Actor | None:
    """Return who is said to issue a document, in front of it: "Sở ban hành Kế hoạch số …"."""
    clause = words[at].clause
    said = {w.key for w in words[max(0, at - 6) : at] if w.clause == clause}
    if not _ISSUES & said:
        return None
    before = (a for a in named if a.end <= at and words[a.start].clause == clause)
    doers = [actor for actor in before if is_doer((actor,), words)]
    return doers[-1] if doers else None


def _whose(words: Words, at: int, named: tuple[Actor, ...]) -> Actor | None:
    """Return of whom a document is said to be, in front: "Chỉ thị của Tỉnh ủy … là số …"."""
    clause = words[at].clause
    if "là" not in {w.key for w in words[max(0, at - 2) : at] if w.clause == clause}:
        return None
    before = (a for a in named if a.start > 0 and a.end <= at and words[a.start].clause == clause)
    return next((a for a in before if words[a.start - 1].key == "của"), None)
