"""English words of the field with their Vietnamese, and an English text taken apart by them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib import resources

_WORD = re.compile(
    r"(?P<word>[^\W\d_]+(?:-[^\W\d_]+)?(?P<own>['’]s)?|\S*\d[^\s?!,;]*)(?P<comma>,)?"
)
_SHORTENED = {  # each apostrophe may be typed in two ways
    r"\bcan['’]t\b": "cannot",
    r"\bwon['’]t\b": "will not",
    r"(?<=[a-z])n['’]t\b": " not",
    r"['’]re\b": " are",
    r"['’]ll\b": " will",
    r"['’]ve\b": " have",
    r"\b(i|we|you|they|who)['’]d\b": r"\1 would",
}
_NUMBERED = re.compile(r"\b(?:Nos?\.?|nos?\.)\s*(?=\d)")  # "Plan No. 60" is no denial
_AMERICAN = re.compile(r"(?<=\w{2})(?:our(?=er$|$)|is(?:ation)?$)")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_ARTICLES = frozenset({"a", "an", "the"})
SHORT = 3  # letters; shorter words have no endings to take off
_DONE = frozenset({"sent", "held", "given", "made", "paid", "spent", "drawn", "set", "taken"}) | {
    *("withdrawn", "written", "kept", "chosen", "shown", "known", "lost", "left", "cut", "broken"),
    *("done", "met", "found", "told", "led", "put", "read", "built", "taught", "brought", "won"),
    *("understood", "borne", "bought", "sold", "dealt", "laid", "seen", "heard", "split"),
}
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})


class Sort(StrEnum):
    """What a word does in an English sentence."""

    ASKS = "asks"
    OPENS = "opens"  # "please tell me"
    HELPS = "helps"  # forms of be, do, have
    MODAL = "modal"
    JOINS = "joins"  # articles, prepositions, conjunctions
    NOUN = "noun"
    ADJECTIVE = "adjective"
    VERB = "verb"
    NAME = "name"  # a word that the glossary does not have
    NUMBER = "number"
    OWNS = "owns"  # "'s"


HELPING = frozenset({Sort.HELPS, Sort.MODAL})
NAMING = frozenset({Sort.NOUN, Sort.ADJECTIVE, Sort.NAME, Sort.NUMBER, Sort.OWNS})
DOES = frozenset({"do", "does", "did"})
UNCHANGED = frozenset({"set", "cut", "put", "read", "split"})  # verbs that are their participles


@dataclass(frozen=True, slots=True)
class Item:
    """A stretch of an English text: as typed, in lower case, and in Vietnamese."""

    en: str
    vi: str
    sort: Sort
    comma: bool = False  # a comma stands after it

    @property
    def plural(self) -> bool:
        """Tell whether it looks like several things."""
        return self.en.endswith("s")

    @property
    def year(self) -> bool:
        """Tell whether it is the number of a year."""
        return self.sort is Sort.NUMBER and _YEAR.fullmatch(self.vi) is not None

    @property
    def be(self) -> bool:
        """Tell whether it is a form of "be", which makes a participle passive."""
        return self.sort is Sort.HELPS and self.en in _BE

    @property
    def done(self) -> bool:
        """Tell whether a verb looks like a participle: "submitted", "sent"."""
        first = self.en.split()[0]
        return first.endswith("ed") or first in _DONE

    @property
    def doing(self) -> bool:
        """Tell whether a verb is used as a noun: "submitting"."""
        return self.en.split()[0].endswith("ing")


class Glossary:
    """Vietnamese for English phrases, by what they do in a sentence."""

    def __init__(self, entries: Mapping[tuple[str, ...], dict[Sort, str]]) -> None:
        self._entries = entries
        self._stems: dict[tuple[str, ...], dict[Sort, str]] = {}
        for phrase, sorts in entries.items():
            stems = _stems(phrase)
            self._stems[stems] = sorts | self._stems.get(stems, {})
        self._words = {word for phrase in entries for word in (*phrase, *map(stem, phrase))}
        self._longest = max(map(len, entries), default=0)
        self._opening = {phrase[0] for table in (entries, self._stems) for phrase in table}

    def has(self, word: str) -> bool:
        """Tell whether the glossary has a lower-case word, in whatever form."""
        return word in self._words or stem(word) in self._words

    def items(self, text: str) -> tuple[Item, ...]:
        """Take an English text apart, the longest known phrase first."""
        found: list[Item] = []
        tokens = [part for token in _tokens(text) for part in self._parts(token)]
        for item in self._matched(tokens):
            found.append(_told(item, found))
        return tuple(found)

    def _parts(self, token: _Token) -> tuple[_Token, ...]:
        """Take "12-month" apart where both parts are known and the whole is not."""
        first, _, second = token.typed.casefold().partition("-")
        known = self.has(second) and (first.isdigit() or self.has(first))
        if not known or self.has(token.typed.casefold()):
            return (token,)
        return (_Token(token.typed[: len(first)], comma=False), _Token(second, token.comma))

    def _matched(self, tokens: list[_Token]) -> Iterator[tuple[_Token, dict[Sort, str]]]:
        at = 0
        while at < len(tokens):
            longest = self._longest if self._opens(tokens[at]) else 1
            size = next((n for n in range(longest, 0, -1) if self._entry(tokens[at : at + n])), 1)
            stretch = tokens[at : at + size]
            whole = _Token(" ".join(t.typed for t in stretch), stretch[-1].comma)
            yield whole, self._entry(stretch)
            at += size

    def _opens(self, token: _Token) -> bool:
        word = token.typed.casefold()
        return word in self._opening or stem(word) in self._opening

    def _entry(self, tokens: Sequence[_Token]) -> dict[Sort, str]:
        """Return what a phrase stands for: as it is, else whatever forms its words have."""
        typed = tuple(token.typed for token in tokens)  # "Party" is not any party
        words = tuple(word.casefold() for word in typed)
        whole = len(words) == 1 or words[-1] not in _ARTICLES
        known = self._entries.get(typed) or self._entries.get(words)
        return known or (self._stems.get(_stems(words), {}) if whole else {})


@dataclass(frozen=True, slots=True)
class _Token:
    typed: str
    comma: bool


def _stems(words: Sequence[str]) -> tuple[str, ...]:
    """Return the stems of a phrase; articles inside it do not count: "head of (the) village"."""
    return tuple(stem(word) for i, word in enumerate(words) if not (i and word in _ARTICLES))


def stem(word: str) -> str:
    """Return what the forms and the spellings of an English word have in common.

    >>> [stem(word) for word in ("agencies", "submitted", "declaring", "uses", "is")]
    ['agency', 'submit', 'declar', 'use', 'is']
    >>> stem("recognised") == stem("recognizes"), stem("labour") == stem("labor")
    (True, True)
    """
    if len(word) <= SHORT:
        return word
    return _AMERICAN.sub(lambda match: match[0].replace("ou", "o").replace("is", "iz"), _bare(word))


def _bare(word: str) -> str:
    """Take the endings off a word that is longer than short."""
    if word.endswith(("ies", "ied")):
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    ending = next((end for end in ("ed", "ing") if word.endswith(end)), "")
    word = word.removesuffix(ending if len(word) >= SHORT + len(ending) else "")
    word = word[:-1] if len(word) > SHORT and word.endswith("e") else word
    return word[:-1] if word[-1] == word[-2] and word[-1] not in "sle" else word


def _whole(text: str) -> str:
    """Write out what is shortened, lest the "not" be lost: "can't", "doesn't", "I'd"."""
    for short, whole in _SHORTENED.items():
        text = re.sub(short, whole, text, flags=re.IGNORECASE)
    return _NUMBERED.sub("", text)


def _tokens(text: str) -> Iterator[_Token]:
    for match in _WORD.finditer(_whole(text)):
        word, own = match["word"], match["own"]
        if own and word.casefold() not in {"people's", "women's", "people’s"}:
            yield _Token(word.removesuffix(own), comma=False)
            yield _Token("'s", bool(match["comma"]))
        else:
            yield _Token(word.rstrip(".").replace("’", "'"), bool(match["comma"]))


def _told(matched: tuple[_Token, dict[Sort, str]], before: list[Item]) -> Item:
    """Return the item for a phrase, choosing between noun and verb by what stands before it."""
    token, sorts = matched
    en = token.typed.casefold()
    if token.typed == "'s" and before and before[-1].sort is Sort.ASKS:
        return Item("is", "là", Sort.HELPS, token.comma)
    if token.typed == "'s":
        return Item(en, "của", Sort.OWNS, token.comma)
    if not sorts:
        sort = Sort.NUMBER if any(map(str.isdigit, en)) else Sort.NAME
        return Item(en, token.typed, sort, token.comma)
    sorts = _standing(sorts, before)
    sort = next(iter(sorts))
    if len(sorts) > 1 and Sort.VERB in sorts:
        sort = Sort.VERB if _wants_verb(en, before) else next(s for s in sorts if s != Sort.VERB)
    return Item(en, sorts[sort], sort, token.comma)


def _standing(sorts: dict[Sort, str], before: list[Item]) -> dict[Sort, str]:
    """Leave what a phrase can be where it stands: a sentence opens at its beginning only."""
    first = all(item.sort is Sort.OPENS for item in before)
    if len(sorts) == 1 or Sort.OPENS not in sorts:
        return sorts
    return {sort: vi for sort, vi in sorts.items() if (sort is Sort.OPENS) is first}


def _wants_verb(en: str, before: list[Item]) -> bool:
    if en.endswith(("ed", "ing")):
        return True
    if not before or _is_plural_of_helped(en, before):
        return False
    last = before[-1]
    be = any(item.be for item in before)
    led = last.en in {"to", "and", "who", "not"} or (last.sort is Sort.JOINS and _is_adverb(last))
    if led or (be and en.split(maxsplit=1)[0] in _DONE):  # "were the posts cut"
        return True
    return last.sort in {Sort.NOUN, Sort.NAME, Sort.MODAL} and not _has_verb(before)


def _is_plural_of_helped(en: str, before: list[Item]) -> bool:
    """Tell whether an "s" makes a plural: "must files be kept", not "who files"."""
    helped = any(item.sort in {Sort.HELPS, Sort.MODAL} for item in before)
    return helped and en.endswith("s") and not en.endswith("ss")


def _is_adverb(item: Item) -> bool:
    return item.en.endswith("ly")  # "regularly check"


def _has_verb(before: list[Item]) -> bool:
    """Tell whether the last helping word has its verb: "is", "must units send the …"."""
    helping = [i for i, item in enumerate(before) if item.be or item.sort in HELPING]
    if not helping:
        return False
    after = before[helping[-1] + 1 :]
    return before[helping[-1]].be or any(i.sort is Sort.VERB and not i.done for i in after)


def load_glossary() -> Glossary:
    """Read the glossary that ships with the project."""
    table = resources.files("corpus").joinpath("tables", "glossary.csv").read_text("utf-8")
    entries: dict[tuple[str, ...], dict[Sort, str]] = {}
    for row in csv.DictReader(table.splitlines()):
        key = tuple(row["en"].replace(",", "").replace("s' ", "s ").split())
        entries.setdefault(key, {})[Sort(row["sort"])] = row["vi"]
    return Glossary(entries)
