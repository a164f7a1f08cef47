"""English questions put into Vietnamese words, in the order in which our reader looks for them."""

from __future__ import annotations

import re
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
    "amount of money": "bao nhiêu",
    "minimum wage": "bao nhiêu",
    "severance allowance": "bao nhiêu",
    "percentage": "bao nhiêu",
    "age": "bao nhiêu",
    "minimum age": "bao nhiêu",
    "retirement age": "bao nhiêu",
    "duration": "bao lâu",
    "duration of": "bao lâu",
    "length": "bao lâu",
    "term of office": "bao lâu",
    "tenure": "bao lâu",
    "notice period": "bao lâu",
    "probation period": "bao lâu",
    "probationary period": "bao lâu",
    "trial period": "bao lâu",
    "retention period": "bao lâu",
    "limitation period": "bao lâu",
    "statute of limitations": "bao lâu",
    "statute of limitations for": "bao lâu",
}
_LATER = {  # asking words after the one that asks join the sentence
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
}
_LAST = frozenset({"được hiểu là gì", "khác nhau thế nào"})  # whatever follows in English
_MEANS = "nghĩa"
_PASSIVE = ("bị ", "được", "có ", "cần", "là")  # verbs that need no "được" before them
_CITED = re.compile(r"\b(?:bộ luật|luật|nghị định|thông tư|điều|chương)(?= (?:\d|[IVX]+\b))")
_WITHIN = re.compile(
    r"((?:khoản|điểm|điều|mục) \S+) của (?=khoản|điều|chương|bộ luật|luật|nghị)", re.I
)
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
    """Tell whether an item is of no language: a number, a name with its capital."""
    return item.sort is Sort.NUMBER or (item.sort is Sort.NAME and item.vi[0].isupper())


def arranged(items: Sequence[Item]) -> str:
    """Return the Vietnamese for an English sentence taken apart."""
    asks = [i for i, item in enumerate(items) if item.sort is Sort.ASKS]
    cut = next((i for i in asks[1:] if items[i - 1].en == "and"), None)
    if cut is not None:
        return f"{arranged(items[: cut - 1])} và {arranged(items[cut:])}"
    opening = " ".join(item.vi for item in items if item.sort is Sort.OPENS)
    rest = [item for item in items if item.sort is not Sort.OPENS]
    at = _asking(rest, listed=bool(opening))
    rest = [item if i == at else _later(item) for i, item in enumerate(rest)]
    if at is not None:
        return _opened(rest[:at], rest[at], rest[at + 1 :])
    if rest and rest[0].sort in _HELPING:
        return _whether(rest)
    return f"{opening} {phrase(rest)}"


def _asking(items: Sequence[Item], *, listed: bool) -> int | None:
    """Return the place of the word that asks; "who" and "which" may only join two clauses."""
    asks = [i for i, item in enumerate(items) if item.sort is Sort.ASKS]
    apart = [i for i in asks if i and any(item.comma for item in items[max(i - 2, 0) : i])]
    if apart and items[asks[0]].en in {"when", "where"}:
        return apart[0]
    first = next(iter(asks), None)
    nouns = any(item.sort is Sort.NOUN for item in items[:first])
    joins = first and ((listed and nouns) or items[0].sort in _HELPING)
    return None if joins else first


def _later(item: Item) -> Item:
    asks = item.sort is Sort.ASKS and item.en in _LATER
    return replace(item, vi=_LATER[item.en], sort=Sort.JOINS) if asks else item


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
    how_often, rest = _split(rest, _JOINING)
    helping, rest = _split(rest, _HELPING)
    rest = [item for item in rest if item.en != "there"]
    wanted = f"{lead} {_wanted(ask, named)} {phrase(how_often)}".strip()
    if not helping:
        return f"{wanted} {phrase(rest)}"
    if not rest:
        return f"có {wanted}" if named else wanted
    clause = _Clause.of(helping, rest)
    if clause is None:
        return f"{phrase(rest)} là {_measured(rest, wanted)}"
    beside = ask.vi in _OBJECTS and not lead
    return clause.asking(wanted, several=ask.vi == "gì" and not named, beside=beside)


def _named(items: Sequence[Item]) -> tuple[list[Item], list[Item]]:
    """Return the noun that is asked about, which may be two: "what assets and income"."""
    named, rest = _split(items, _NAMING)
    if named and len(rest) > 1 and rest[0].en in {"and", "or"} and rest[1].sort in _NAMING:
        second, after = _split(rest[1:], _NAMING)
        return [*named, rest[0], *second], after
    return named, rest


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
    noun = "time limit" if noun.startswith("time limit") else noun
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
        at = _main_verb(items, is_be=helping[0].en in {"is", "are", "was", "were"})
        if at is None:
            return None
        end = at + 1
        while _goes_on(items, end):
            end += 1
        subject = [i for i in items[:at] if i.sort not in _HELPING and i.en != "not"]
        verb = phrase(items[at:end])
        modal = _modal([*helping, *items[:at]], items[at], verb)
        return cls(phrase(subject), modal, verb, phrase(items[end:]))

    def asking(self, wanted: str, *, several: bool, beside: bool) -> str:
        """Put the asking words where Vietnamese has them."""
        if self.verb == _MEANS:
            return " ".join((self.subject, self.tail, "là gì"))
        if not self.subject:
            first = (wanted, self.modal, self.verb, self.tail)
            return " ".join(first) if beside else " ".join((*first[1:], wanted))
        asked = "những gì" if several else wanted
        end = (asked, self.tail) if beside else (self.tail, asked)
        return " ".join((self.subject, self.modal, self.verb, *end))


def _modal(before: Sequence[Item], verb: Item, said: str) -> str:
    """Return what stands before a verb: "phải", "được" with a passive, "không" where negated."""
    modal = next((item.vi for item in before if item.sort is Sort.MODAL), "")
    helps = [item.en for item in before if item.sort is Sort.HELPS]
    active = helps[:1] in (["has"], ["have"], ["had"]) and "been" not in helps
    passive = verb.done and helps and not active and not said.startswith(_PASSIVE)
    may = "được" if passive and "được" not in modal else ""
    negated = any(item.en == "not" for item in before)
    return " ".join(filter(None, ("không" if negated else "", modal, may)))


def _main_verb(items: Sequence[Item], *, is_be: bool) -> int | None:
    """Return the place of the first verb; verbs of a clause inside the subject do not count."""
    verbs = [i for i in range(len(items)) if _is_verb(items, i)]
    inside = next((i for i, item in enumerate(items) if item.en in _LATER), len(items))
    if not verbs or verbs[0] < inside:
        return verbs[0] if verbs else None
    return None if is_be else verbs[-1]


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
    joined = last.sort is Sort.JOINS and last.vi and not last.en.endswith(("ly", "not"))
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
