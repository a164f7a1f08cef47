"""English questions put into Vietnamese words, in the order in which our reader looks for them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from assistant.typed.english.clause import LATER, WHAT, Clause
from assistant.typed.english.glossary import HELPING, NAMING, Glossary, Item, Sort
from assistant.typed.english.participles import qualified
from assistant.typed.english.phrases import phrase
from assistant.typed.english.prepositions import led
from assistant.typed.spelling import bare_syllables
from corpus.syllables import folded

MOSTLY = 0.6  # of the words have to be English
NEARLY_ALL = 0.75
_TAKES_NOUN = frozenset({"gì", "nào", "bao nhiêu", "bao nhiêu phần trăm", "loại nào", "của ai"})
_OBJECTS = _TAKES_NOUN | {"ai"}  # these stand beside the verb, all others at the end
_LONG = (
    *("time limit", "duration", "duration of", "length", "term of office", "tenure", "term"),
    *("notice period", "probation period", "probationary period", "trial period"),
    *("retention period", "limitation period"),
    *("statute of limitations", "statute of limitations for"),
)
_MUCH = (
    *("amount", "total number", "number", "rate", "fee", "fine", "price", "gold price"),
    *("amount of money", "minimum wage", "severance allowance", "percentage", "cost", "salary"),
    *("age", "minimum age", "retirement age", "satisfaction rate", "ratio", "score"),
)
_CALLED = ("hotline number", "hotline", "phone number", "telephone number")
_MEASURED = (
    {"deadline": "ngày nào"}
    | dict.fromkeys(_LONG, "bao lâu")
    | dict.fromkeys(_MUCH, "bao nhiêu")
    | dict.fromkeys(_CALLED, "số nào")
)
_LEADS = {  # a preposition before the asking word goes with it: "on which days"
    "on": "vào",
    "in": "trong",
    "at": "tại",
    "within": "trong",
    "under": "theo",
    "according to": "theo",
    "to": "cho",
    "from": "từ",
    "by": "do",
    "with": "với",
    "for": "cho",
    "through": "qua",
    "about": "về",
    "against": "đối với",
    "after": "sau",
    "before": "trước",
    "until": "đến",
    "of": "của",
}
_LAST = frozenset(
    {"được hiểu là gì", "khác nhau thế nào", "mất bao lâu"}
)  # whatever follows in English
_TWICE = re.compile(r"\b(có|được|ngày) (?=\1\b)")
_JOINED = re.compile(r"\b(?:trong|theo|cho|từ|vào|về) mà\b")  # "cases in which"
_CITED = re.compile(r"\b(?:bộ luật|luật|nghị định|thông tư|điều|chương)(?= (?:\d|[IVX]+\b))")
_WITHIN = re.compile(
    r"((?:khoản|điểm|điều|mục) \S+) của (?=khoản|điều|chương|bộ luật|luật|nghị)", re.IGNORECASE
)
_TELLING = frozenset({Sort.ASKS, Sort.HELPS, Sort.MODAL, Sort.JOINS, Sort.OPENS, Sort.NUMBER})
_JOINING = frozenset({Sort.JOINS})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """The word that asks, and all that is said with it: its noun, what leads to it."""

    ask: str
    words: str
    named: bool
    led: bool


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
        words = " ".join(arranged(led(qualified(items))).split()).replace(" ,", ",")
        words = _TWICE.sub("", words)
        words = _JOINED.sub("mà", words)
        words = _CITED.sub(lambda match: match[0].capitalize(), _WITHIN.sub(r"\1 ", words))
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
    strange = [word for word, item in words if item.sort is Sort.NAME]
    odd = sum(1 for word in strange if folded(word) not in bare_syllables())
    against = len(strange) - (odd / 2 if telling else 0)  # may well be English, being no syllables
    share = len(known) / (len(known) + against)  # `known` is not empty here
    return share >= (MOSTLY if telling else NEARLY_ALL) and len(foreign) >= (1 if telling else 2)


def _proper(item: Item) -> bool:
    """Tell whether an item is of no language: a number in figures, a name with its capital."""
    figures = item.sort is Sort.NUMBER and any(map(str.isdigit, item.en))
    return figures or (item.sort is Sort.NAME and item.vi[0].isupper())


def arranged(items: Sequence[Item]) -> str:
    """Return the Vietnamese for an English sentence taken apart."""
    asks = [i for i, item in enumerate(items) if item.sort is Sort.ASKS]
    cut = next((i for i in map(partial(_again, items), asks[1:]) if i is not None), None)
    if cut is not None:
        last = replace(items[cut - 1], comma=False)
        comma = "," * items[cut - 1].comma
        first = arranged([*items[: cut - 1], last])
        return f"{first}{comma} và {arranged(items[cut + 1 :])}"
    opening = " ".join(item.vi for item in items if item.sort is Sort.OPENS)
    rest = [item for item in items if item.sort is not Sort.OPENS]
    at = _asking(rest, listed=bool(opening))
    rest = [item if i == at else _later(item) for i, item in enumerate(rest)]
    if at is not None:
        return _opened(rest[:at], rest[at], rest[at + 1 :])
    if rest and rest[0].sort in HELPING:
        return _whether(rest)
    return f"{opening} {phrase(rest)}"


def _again(items: Sequence[Item], ask: int) -> int | None:
    """Return the place of the "and" before a word that asks again: "and (by) which unit"."""
    lead = items[ask - 1].en in _LEADS
    at = ask - 2 if lead else ask - 1
    return at if at > 0 and items[at].en == "and" else None


def _asking(items: Sequence[Item], *, listed: bool) -> int | None:
    """Return the place of the word that asks; "who" and "which" may only join two clauses."""
    asks = [i for i, item in enumerate(items) if item.sort is Sort.ASKS]
    apart = [i for i in asks if i and any(item.comma for item in items[max(i - 2, 0) : i])]
    if apart and items[asks[0]].en in {"when", "where"}:
        return apart[0]
    first = next(iter(asks), None)
    nouns = any(item.sort is Sort.NOUN for item in items[:first])
    joins = first and ((listed and nouns) or items[0].sort in HELPING)
    return None if joins else first


def _later(item: Item) -> Item:
    asks = item.sort is Sort.ASKS and item.en in LATER
    return replace(item, vi=LATER[item.en], sort=Sort.JOINS) if asks else item


def _opened(before: Sequence[Item], ask: Item, after: Sequence[Item]) -> str:
    """Arrange a question with what stands before the asking word: "under the law, who"."""
    leads = before and not before[-1].comma and _LEADS.get(before[-1].en)
    opened = phrase(before[:-1] if leads else before)
    comma = "," if opened and not opened.endswith(",") else ""
    return " ".join((opened, comma, _asked(ask, after, leads or "")))


def _asked(ask: Item, rest: Sequence[Item], lead: str) -> str:
    """Arrange what follows the asking word: "what duties | does | the office | have"."""
    if ask.vi in _LAST:
        return f"{phrase(rest)} {ask.vi}"
    named, rest = _named(rest) if ask.vi in _TAKES_NOUN else ([], list(rest))
    told, rest = _told_of(ask, named, rest)
    helping, rest = _split(rest, HELPING)
    if not helping:
        opened = WHAT if rest and ask.vi == "gì" and not named else _wanted(ask, named)
        return f"{lead} {opened} {phrase([*told, *rest])}"
    words = f"{lead} {_wanted(ask, named)} {phrase(told)}".strip()
    wanted = _Wanted(ask=ask.vi, words=words, named=bool(named), led=bool(lead))
    return _helped(wanted, helping, rest)


def _helped(wanted: _Wanted, helping: Sequence[Item], rest: Sequence[Item]) -> str:
    """Arrange what follows a helping verb, with the asking words where they belong."""
    there = wanted.named and bool(rest) and rest[0].en == "there"
    rest = [item for item in rest if item.en != "there"]
    if not rest:
        return f"có {wanted.words}" if wanted.named else wanted.words
    clause = Clause.of(helping, rest) or _being(wanted, helping, rest)
    if clause is None or (there and not clause.subject):
        words = wanted.words
        return f"có {words} {phrase(rest)}" if there else _told_by_noun(rest, words)
    several = wanted.ask == "gì" and not wanted.named
    beside = wanted.ask in _OBJECTS and not wanted.led
    return clause.asking(wanted.words, several=several, beside=beside)


def _told_by_noun(rest: Sequence[Item], wanted: str) -> str:
    """Ask what a thing is where no verb follows."""
    about = wanted == "gì" and rest[-1].en == "about"
    return f"{phrase(rest)} về việc gì" if about else f"{phrase(rest)} là {_measured(rest, wanted)}"


def _told_of(
    ask: Item, named: Sequence[Item], rest: Sequence[Item]
) -> tuple[list[Item], list[Item]]:
    """Return what is told of the noun asked about, and the others: "which laws | on land | are"."""
    told, others = _split(rest, _JOINING)
    counted = ask.vi.startswith("bao nhiêu")
    if told and told[0].en == "of" and counted:
        told = told[1:]  # "how many of", "how many hours of"
    more, after = _split(others, NAMING | _JOINING)
    if (named or counted) and len(others) < len(rest) and after and after[0].sort in HELPING:
        return [*told, *more], after
    return told, others


def _being(wanted: _Wanted, helping: Sequence[Item], rest: Sequence[Item]) -> Clause | None:
    """Return what a thing is like where that is told, not asked: "why is it late"."""
    clause = Clause.being(helping, rest)
    asked = clause is not None and bool(clause.subject) is (wanted.ask in _OBJECTS)
    return None if asked else clause


def _named(items: Sequence[Item]) -> tuple[list[Item], list[Item]]:
    """Return the noun that is asked about, which may be two: "what assets and income"."""
    named, rest = _split(items, NAMING)
    if named and len(rest) > 1 and rest[0].en in {"and", "or"} and rest[1].sort in NAMING:
        second, after = _split(rest[1:], NAMING)
        return [*named, rest[0], *second], after
    return named, rest


def _wanted(ask: Item, named: Sequence[Item]) -> str:
    """Return the asking words with the noun that they ask about."""
    if not named:
        return ask.vi
    noun = phrase(named)
    if ask.vi.startswith("bao nhiêu"):
        return f"{ask.vi} {noun}"
    heads = [item for item in named if item.sort is Sort.NOUN]
    counted = named[0].sort is Sort.NUMBER and not named[0].year
    several = "những " if heads and heads[-1].plural and not counted else ""
    comma = "," * noun.endswith(" ,")
    return f"{several}{noun.removesuffix(' ,')} {'nào' if ask.vi == 'gì' else ask.vi}{comma}"


def _measured(items: Sequence[Item], wanted: str) -> str:
    """Ask for a date or a figure where "what" asks for what is one."""
    noun = next((item.en for item in items if item.sort is Sort.NOUN), "")
    noun = "time limit" if noun.startswith("time limit") else noun
    return _MEASURED.get(noun, wanted) if wanted == "gì" else wanted


def _whether(items: Sequence[Item]) -> str:
    helping, rest = _split(items, HELPING)
    clause = Clause.of(helping, [item for item in rest if item.en != "there"])
    if clause is None and rest and rest[0].sort is not Sort.ADJECTIVE:
        clause = Clause.being(helping, rest)
    if clause is None:
        return f"có {phrase(rest)} không"
    said = f"{clause.helped} {clause.verb} {clause.tail} không"
    denied = said.startswith(("không ", "sẽ không "))  # which "có" cannot stand before
    return f"có phải {clause.subject} {said}" if denied else f"{clause.subject} có {said}"


def _split(items: Sequence[Item], sorts: frozenset[Sort]) -> tuple[list[Item], list[Item]]:
    """Return the items at the beginning that are of `sorts`, and the others."""
    end = next((i for i, item in enumerate(items) if item.sort not in sorts), len(items))
    return list(items[:end]), list(items[end:])
