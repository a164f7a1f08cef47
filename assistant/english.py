"""English questions put into Vietnamese words, in the order in which our reader looks for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.glossary import Glossary, Item, Sort
from assistant.phrases import phrase
from assistant.spelling import bare_syllables
from corpus.syllables import folded

MOSTLY = 0.6  # of the words have to be English
NEARLY_ALL = 0.75
_MAIN = {"do": "làm", "have": "có", "has": "có"}  # where they are not helping another verb
_TAKES_NOUN = frozenset({"gì", "nào", "bao nhiêu", "loại nào", "của ai"})
_OBJECTS = _TAKES_NOUN | {"ai"}  # these stand beside the verb, all others at the end
_MEASURED = {
    "deadline": "ngày nào",
    "time limit": "bao lâu",
    "hotline number": "số nào",
    "hotline": "số nào",
    "phone number": "số nào",
    "telephone number": "số nào",
    "amount": "bao nhiêu",
    "total number": "bao nhiêu",
    "number": "bao nhiêu",
    "rate": "bao nhiêu",
    "fee": "bao nhiêu",
    "price": "bao nhiêu",
    "gold price": "bao nhiêu",
}
_TELLING = frozenset({Sort.ASKS, Sort.HELPS, Sort.MODAL, Sort.JOINS, Sort.OPENS})
_NAMING = frozenset({Sort.NOUN, Sort.ADJECTIVE, Sort.NAME, Sort.NUMBER, Sort.OWNS})
_JOINING = frozenset({Sort.JOINS})
_HELPING = frozenset({Sort.HELPS, Sort.MODAL})


@dataclass(frozen=True, slots=True)
class Translator:
    """Puts English questions into Vietnamese, word by word with the order set right."""

    glossary: Glossary

    def knows(self, word: str) -> bool:
        """Tell whether a lower-case word is one of the English words of the glossary."""
        return self.glossary.has(word)

    def translated(self, text: str) -> str | None:
        """Return the Vietnamese for an English question, None when `text` is not English."""
        items = self.glossary.items(text)
        if not is_english(items):
            return None
        words = " ".join(arranged(items).replace(" ,", ",").split()).replace("có có ", "có ")
        return words[:1].upper() + words[1:] + "?" if words else None


def is_english(items: Sequence[Item]) -> bool:
    """Tell whether the words of a question are English.

    Vietnamese typed without diacritics shares some ("can", "do", "the", "to") and borrows others
    ("email"): an asking or joining word has to tell that cannot be a Vietnamese syllable, and most
    words have to be in the glossary; nearly all of them where only others tell.
    """
    words = [(word, item) for item in items for word in item.en.split()]
    words = [(word, item) for word, item in words if word.isascii() and not _proper(item)]
    known = [(word, item) for word, item in words if item.sort is not Sort.NAME]
    foreign = [item for word, item in known if folded(word) not in bare_syllables()]
    telling = any(item.sort in _TELLING for item in foreign)
    accented = sum(1 for item in items if not item.en.isascii())
    if len(known) <= accented:
        return False
    share = len(known) / len(words)  # `known` is a part of `words`, and not empty here
    return share >= (MOSTLY if telling else NEARLY_ALL) and len(foreign) >= (1 if telling else 2)


def _proper(item: Item) -> bool:
    """Tell whether an item is of no language: a number, a name with its capital."""
    return item.sort is Sort.NUMBER or (item.sort is Sort.NAME and item.vi[0].isupper())


def arranged(items: Sequence[Item]) -> str:
    """Return the Vietnamese for an English sentence taken apart."""
    opening = " ".join(item.vi for item in items if item.sort is Sort.OPENS)
    rest = [item for item in items if item.sort is not Sort.OPENS]
    at = next((i for i, item in enumerate(rest) if item.sort is Sort.ASKS), None)
    if at is not None:
        before = rest[:at]
        opened = phrase(before)
        comma = "," if opened and not opened.endswith(",") else ""
        return " ".join((opened, comma, _asked(rest[at], rest[at + 1 :])))
    if rest and rest[0].sort in _HELPING:
        return _whether(rest)
    return f"{opening} {phrase(rest)}"


def _asked(ask: Item, rest: Sequence[Item]) -> str:
    """Arrange what follows the asking word: "what duties | does | the office | have"."""
    named, rest = _split(rest, _NAMING) if ask.vi in _TAKES_NOUN else ([], list(rest))
    how_often, rest = _split(rest, _JOINING)
    helping, rest = _split(rest, _HELPING)
    rest = [item for item in rest if item.en != "there"]
    wanted = f"{_wanted(ask, named)} {phrase(how_often)}".strip()
    if not helping:
        return f"{wanted} {phrase(rest)}"
    if not rest:
        return f"có {wanted}" if named else wanted
    clause = _Clause.of(helping, rest)
    if clause is None:
        return f"{phrase(rest)} là {_measured(rest, wanted)}"
    return clause.asking(wanted, several=ask.vi == "gì" and not named, beside=ask.vi in _OBJECTS)


def _wanted(ask: Item, named: Sequence[Item]) -> str:
    """Return the asking words with the noun that they ask about."""
    if not named:
        return ask.vi
    noun = phrase(named)
    if ask.vi == "bao nhiêu":
        return f"bao nhiêu {noun}"
    heads = [item for item in named if item.sort is Sort.NOUN]
    several = "những " if heads and heads[-1].plural else ""
    return f"{several}{noun} {'nào' if ask.vi == 'gì' else ask.vi}"


def _measured(items: Sequence[Item], wanted: str) -> str:
    """Ask for a date or a figure where "what" asks for what is one."""
    noun = next((item.en for item in items if item.sort is Sort.NOUN), "")
    return _MEASURED.get(noun, wanted) if wanted == "gì" else wanted


def _whether(items: Sequence[Item]) -> str:
    helping, rest = _split(items, _HELPING)
    clause = _Clause.of(helping, [item for item in rest if item.en != "there"])
    if clause is None:
        return f"có {phrase(rest)} không"
    return f"{clause.subject} có {clause.modal} {clause.verb} {clause.tail} không"


@dataclass(frozen=True, slots=True)
class _Clause:
    """A subject and what it does, in Vietnamese."""

    subject: str
    modal: str
    verb: str
    tail: str

    @classmethod
    def of(cls, helping: Sequence[Item], rest: Sequence[Item]) -> _Clause | None:
        """Take apart what follows a helping verb; None when no verb follows."""
        items = _with_main_verbs(rest)
        at = next((i for i in range(len(items)) if _is_verb(items, i)), None)
        if at is None:
            return None
        end = at + 1
        while _goes_on(items, end):
            end += 1
        subject = [item for item in items[:at] if item.sort not in _HELPING]
        modals = [item.vi for item in (*helping, *items[:at]) if item.sort is Sort.MODAL]
        passive = not modals and items[at].done and any(i.sort is Sort.HELPS for i in helping)
        modal = (
            "được"
            if passive and helping[0].en not in {"has", "have", "had"}
            else "".join(modals[:1])
        )
        return cls(phrase(subject), modal, phrase(items[at:end]), phrase(items[end:]))

    def asking(self, wanted: str, *, several: bool, beside: bool) -> str:
        """Put the asking words where Vietnamese has them."""
        if not self.subject:
            first = (wanted, self.modal, self.verb, self.tail)
            return " ".join(first) if beside else " ".join((*first[1:], wanted))
        asked = "những gì" if several else wanted
        end = (asked, self.tail) if beside else (self.tail, asked)
        return " ".join((self.subject, self.modal, self.verb, *end))


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
    joined = at > 0 and items[at - 1].sort is Sort.JOINS and items[at - 1].vi
    return item.sort is Sort.VERB and not item.doing and not joined


def _goes_on(items: Sequence[Item], at: int) -> bool:
    """Tell whether the verbs go on: "discuss and decide"."""
    if at >= len(items):
        return False
    if items[at].sort is Sort.VERB:
        return True
    follows = at + 1 < len(items) and items[at + 1].sort is Sort.VERB
    return items[at].en in {"and", "or"} and follows


def _split(items: Sequence[Item], sorts: frozenset[Sort]) -> tuple[list[Item], list[Item]]:
    """Return the items at the beginning that are of `sorts`, and the others."""
    end = next((i for i, item in enumerate(items) if item.sort not in sorts), len(items))
    return list(items[:end]), list(items[end:])
