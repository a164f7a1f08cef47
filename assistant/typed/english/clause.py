"""A subject and what it does: the verb of an English clause found, and said in Vietnamese."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from assistant.typed.english.glossary import DOES, HELPING, NAMING, UNCHANGED, Item, Sort
from assistant.typed.english.phrases import phrase

LATER = {  # asking words after the one that asks join the sentence
    "who": "mà",
    "whom": "mà",
    "whose": "mà",
    "which": "mà",
    "that": "mà",
    "when": "khi",
    "where": "nơi",
    "how": "cách",
    "what": "những gì",
    "if": "nếu",
    "in which": "mà",
}
WHAT = "việc gì"  # as a subject; "gì" cannot open a sentence
_MAIN = {"do": "làm", "have": "có", "has": "có"}  # where they are not helping another verb
_NAMES = NAMING - {Sort.NUMBER}
_INSIDE = frozenset({"a", "an", "the", "of", "and", "or", "its", "their"})  # a name
_PLACED = frozenset({"in", "on", "at", "under", "within", "outside", "above", "below", "against"})
_ADVERBS = frozenset({Sort.JOINS, Sort.NAME})  # those that the glossary does not have too
_CALLED = "gọi"  # "what is the software called"
_MEANS = "nghĩa"
_PASSIVE = (  # verbs that need no "được" before them
    *("bị ", "được ", "có ", "cần ", "là ", "chịu "),
    *("thuộc ", "phù hợp ", "tham gia ", "căn cứ vào ", "hài lòng ", "kèm theo "),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A subject and what it does, in Vietnamese."""

    subject: str
    modal: str
    passive: bool
    verb: str
    tail: str
    agent: str = ""  # who does it, of a passive: "issued by the department"

    @classmethod
    def of(cls, helping: Sequence[Item], rest: Sequence[Item]) -> Clause | None:
        """Take apart what follows a helping verb; None when no verb follows."""
        items = _with_main_verbs(rest)
        at = _main_verb(items, helping)
        if at is None:
            return None
        end = at + 1
        while _goes_on(items, end):
            end += 1
        first = _adverbs(items, at)
        inside = min(first, _inside(items))  # "may not" in there is not the verb's
        outer = [i for i in items[:inside] if i.sort not in HELPING and i.en != "not"]
        verb = phrase(items[at:end])
        be = any(item.be for item in (*helping, *items[:at]))  # "did it set up" is no passive
        agent = _agent(items, end)
        return cls(
            subject=phrase([*outer, *items[inside:first]]),
            modal=_modal([*helping, *items[:inside]]),
            passive=items[at].done and be and not f"{verb} ".startswith(_PASSIVE),
            verb=f"{phrase(items[first:at])} {verb}".strip(),
            tail=phrase(items[end + len(agent) :]),
            agent=phrase(agent[1:]),
        )

    @classmethod
    def being(cls, helping: Sequence[Item], items: Sequence[Item]) -> Clause | None:
        """Take apart "is the plan late", "are behind schedule"; None when a noun follows "be"."""
        be = next((i for i, item in enumerate(items[: _inside(items)]) if item.be), None)
        if be is None and not helping[-1].be:
            return None
        at = _quality(items) if be is None else be + 1
        if at is None or not _is_quality(items, at):
            return None
        subject = [i for i in items[:at] if i.sort not in HELPING and i.en != "not"]
        modal = _modal([*helping, *items[:at]])
        said = phrase(items[at:])
        return cls(subject=phrase(subject), modal=modal, passive=False, verb=said, tail="")

    @property
    def helped(self) -> str:
        """Return what stands before the verb: "phải", "được" with a passive."""
        may = self.passive and "được" not in self.modal and not self.agent
        return f"{self.modal} {'được' if may else ''} {self.by}".strip()

    @property
    def by(self) -> str:
        """Return who does it, as it stands before the verb: "do sở (ban hành)"."""
        return f"do {self.agent}" if self.agent else ""

    def asking(self, wanted: str, *, several: bool, beside: bool) -> str:
        """Put the asking words where Vietnamese has them."""
        if self.verb == _MEANS:
            return f"{self.subject} {self.tail} là gì"
        if not self.subject and several and beside:
            return self._what_alone()
        if not self.subject:
            first = (wanted, self.helped, self.verb, self.tail)
            return " ".join(first) if beside else " ".join((*first[1:], wanted))
        asked = "những gì" if several else wanted
        asked = "là gì" if several and self.passive and self.verb == _CALLED else asked
        verb = self.verb.removesuffix(" ,")  # the comma stands after all that it closes
        beside_verb = (asked, "," * (verb != self.verb), self.tail)
        end = (verb, *beside_verb) if beside else (self.verb, self.tail, asked)
        return " ".join((self.subject, self.helped, *end))

    def _what_alone(self) -> str:
        """Ask with "what" where it is the subject: of a passive, who does it is not asked."""
        first, last = (self.agent, "những gì") if self.passive else (WHAT, "")
        return f"{first} {self.modal} {self.verb} {last} {self.tail}"


def _agent(items: Sequence[Item], at: int) -> list[Item]:
    """Return "by" and who does it, where that follows a verb."""
    by = at < len(items) and (items[at].en, items[at].vi) == ("by", "do")
    if not by or items[at - 1].comma:
        return []
    names = [*takewhile(lambda item: item.sort in _NAMES or item.en in _INSIDE, items[at + 1 :])]
    while names and names[-1].en in _INSIDE:  # "by the office and sent"
        names.pop()
    return [items[at], *names] if names else []


def _modal(before: Sequence[Item]) -> str:
    """Return the modal verb, with "không" where negated."""
    modal = next((item.vi for item in before if item.sort is Sort.MODAL), "")
    if not any(item.en == "not" for item in before):
        return modal
    return f"{modal} không" if modal == "sẽ" else f"không {modal}".strip()


def _main_verb(items: Sequence[Item], helping: Sequence[Item]) -> int | None:
    """Return the place of the first verb; verbs of a clause inside the subject do not count."""
    verbs = [i for i in range(len(items)) if _is_verb(items, i)]
    if helping[0].sort is Sort.MODAL or helping[0].en in DOES:
        verbs = [i for i in verbs if _may_end(items, i)] or verbs
    if not verbs or verbs[0] < _inside(items):
        return verbs[0] if verbs else None
    return None if helping[0].be else verbs[-1]


def _may_end(items: Sequence[Item], at: int) -> bool:
    """Tell whether a verb may follow "does" or "must": "do copies made by the office have"."""
    first = _adverbs(items, at)
    passive = first == 0 or items[first - 1].be
    return passive or not items[at].done or items[at].en in UNCHANGED


def _adverbs(items: Sequence[Item], verb: int) -> int:
    """Return where the adverbs before a verb begin: "widely and promptly disseminated"."""
    at = verb
    while at and items[at - 1].en.endswith(("ly", "also")) and items[at - 1].sort in _ADVERBS:
        at -= 1
    joined = 1 < at < verb and items[at - 1].en == "and"
    return _adverbs(items, at - 1) if joined and _adverbs(items, at - 1) < at - 1 else at


def _quality(items: Sequence[Item]) -> int | None:
    """Return where what a thing is like begins: "(is) the plan | late"."""
    first = int(items[0].en == "not")
    places = (i for i in range(first + 1, len(items)) if items[i - 1].sort is Sort.NOUN)
    told = (i for i in places if items[i].sort is Sort.ADJECTIVE and _is_quality(items, i))
    return first if _is_quality(items, first) else next(told, None)


def _is_quality(items: Sequence[Item], at: int) -> bool:
    """Tell whether an adjective without its noun begins at a place, or "behind schedule"."""
    if at >= len(items):
        return False
    after = next((i.sort for i in items[at:] if i.sort is not Sort.ADJECTIVE), None)
    alone = items[at].sort is Sort.ADJECTIVE and after not in NAMING
    placed = items[at].en in _PLACED or " " in items[at].en
    return alone or (items[at].sort is Sort.JOINS and bool(items[at].vi) and placed)


def _inside(items: Sequence[Item]) -> int:
    """Return where a clause inside the subject begins."""
    return next((i for i, item in enumerate(items) if item.en in LATER), len(items))


def _with_main_verbs(items: Sequence[Item]) -> list[Item]:
    """Take "do" and "have" for verbs of their own where no other verb follows them."""
    made = []
    for i, item in enumerate(items):
        helps = i + 1 < len(items) and items[i + 1].sort in {Sort.VERB, Sort.HELPS}
        main = item.sort is Sort.HELPS and item.en in _MAIN and not helps
        made.append(replace(item, vi=_MAIN[item.en], sort=Sort.VERB) if main else item)
    return made


def _is_verb(items: Sequence[Item], at: int) -> bool:
    item = items[at]
    last = items[at - 1] if at else item
    apart = last.en.endswith(("ly", "not", "also")) or last.en[0].isdigit()  # adverbs, dates
    joined = last.sort is Sort.JOINS and last.vi and not apart
    return item.sort is Sort.VERB and not item.doing and not joined


def _goes_on(items: Sequence[Item], at: int) -> bool:
    """Tell whether the verbs go on: "discuss and decide"."""
    if at >= len(items):
        return False
    if items[at].sort is Sort.VERB:
        return True
    follows = at + 1 < len(items) and items[at + 1].sort is Sort.VERB
    return items[at].en in {"and", "or"} and follows
