"""The words of a question as they were meant: keys, misspellings, diacritics, English."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.shelf import Shelf
from assistant.typed.chat import load_typed, written_out
from assistant.typed.english.english import Translator
from assistant.typed.english.glossary import load_glossary
from assistant.typed.keys import Typed, decoded
from assistant.typed.misspelt import Word, corrected
from assistant.typed.places import Places
from assistant.typed.restore import restored
from assistant.typed.spelling import bare_syllables, syllable
from assistant.typed.usage import Usage
from corpus.syllables import TONES, compared, folded
from corpus.vocabulary import Vocabulary

SURE = 2  # words surely typed with keys, from which on a question is taken as typed so throughout
MOST = 256  # questions that are remembered
MOSTLY = 0.4  # of its words decode, too
_PROTECTED = re.compile(r"\S*[/@_\\]\S*|\S*\d[.,:-]\d\S*|[“\"][^”\"]*[”\"]")
_WORD = re.compile(r"[^\W_]+")
_TONE_FIRST = re.compile(rf"([{TONES}])([\u0302\u0306])")
_OPENS = re.compile(r"(?:^|[.?!:]\s+)[\s“\"'(–-]*$")


@dataclass(frozen=True, slots=True)
class Repaired:
    """A question as it was understood; what needed no repair is as it was typed."""

    text: str
    changed: bool
    foreign: bool = False  # put into Vietnamese from another language


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    raw: str
    fixed: bool  # part of a number, an address or a quotation, or an abbreviation
    name: bool  # a capital inside a sentence

    @property
    def key(self) -> str:
        return compared(self.raw)


class Repairer:
    """Repairs questions, with the words of the library at hand; knows no question in advance."""

    def __init__(self, usage: Usage, translator: Translator, places: Places) -> None:
        self._usage = usage
        self._places = places
        self._translator = translator
        bare_syllables()  # made once, here and not with the first question
        self._typed = load_typed()
        self._repaired = lru_cache(MOST)(self._repair)  # a question is looked at several times

    @classmethod
    def of(cls, shelf: Shelf, vocabulary: Vocabulary) -> Repairer:
        """Learn from the texts of a shelf and the tables; linear in the length of the texts."""
        places = Places.of(document.text for document in shelf.documents.values())
        return cls(Usage.of(shelf, vocabulary), Translator(load_glossary()), places)

    def repaired(self, text: str) -> Repaired:
        """Return the question with its words as they were meant, each change being certain."""
        return self._repaired(text)

    def _repair(self, text: str) -> Repaired:
        typed = _normal(text)
        meant = self._translator.translated(typed)
        foreign = meant is not None
        if meant is None:
            meant = self._places.corrected(typed)
            meant = self._without_keys(written_out(meant, self._typed))
            bare = folded(meant) == meant.casefold()
            meant = self._with_diacritics(meant) if bare else self._well_spelt(meant)
        return Repaired(meant, meant != typed, foreign)

    def _without_keys(self, text: str) -> str:
        tokens = _tokens(text)
        found = [None if token.fixed else decoded(token.raw.casefold()) for token in tokens]
        sure = [self._surely(tokens, i, typed) for i, typed in enumerate(found)]
        share = sum(1 for typed in found if typed) / (len(found) or 1)
        throughout = sum(sure) >= SURE and share >= MOSTLY
        words = [
            typed.word if typed and (certain or throughout) else token.key
            for token, typed, certain in zip(tokens, found, sure, strict=True)
        ]
        return _written(text, tokens, words)

    def _surely(self, tokens: Sequence[_Token], at: int, typed: Typed | None) -> bool:
        """Tell whether keys made a word of the texts out of one that is of no known language.

        Where they made a tone only, the texts must have the word beside a neighbour.
        """
        if typed is None or len(typed.word) == 1:
            return False
        raw = tokens[at].raw.casefold()
        known = self._usage.counts
        if typed.word not in known or raw in known or self._translator.knows(raw):
            return False
        return typed.shaped or self._beside(tokens, at, typed.word)

    def _beside(self, tokens: Sequence[_Token], at: int, word: str) -> bool:
        pairs = self._usage.pairs
        before = at > 0 and pairs[tokens[at - 1].key, word]
        return bool(before or (at + 1 < len(tokens) and pairs[word, tokens[at + 1].key]))

    def _with_diacritics(self, text: str) -> str:
        tokens = _tokens(text)
        keys = [token.raw if token.fixed else token.key for token in tokens]
        return _written(text, tokens, restored(keys, self._usage))

    def _well_spelt(self, text: str) -> str:
        tokens = _tokens(text)
        loud = text.isupper()
        words = [Word(token.key, fixed=loud or token.fixed or _named(token)) for token in tokens]
        return _written(text, tokens, corrected(words, self._usage))


def _named(token: _Token) -> bool:
    """Tell whether a word is part of a name; one that is no syllable may still be misspelt."""
    return token.name and syllable(token.key) is not None


def _normal(text: str) -> str:
    """Return NFC, also where a tone was typed before the mark that it stands above."""
    apart = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", _TONE_FIRST.sub(r"\2\1", apart))


def _tokens(text: str) -> list[_Token]:
    protected = [match.span() for match in _PROTECTED.finditer(text)]
    loud = text.isupper()

    def token(match: re.Match[str]) -> _Token:
        raw = match[0]
        inside = any(a <= match.start() < b for a, b in protected)
        short = len(raw) > 1 and raw.isupper() and not loud
        name = raw[0].isupper() and not _OPENS.search(text[: match.start()])
        return _Token(match.start(), match.end(), raw, inside or short, name)

    return [token(match) for match in _WORD.finditer(text)]


def _written(text: str, tokens: Sequence[_Token], words: Sequence[str]) -> str:
    """Put the words in the places of the tokens, in the case of those they differ from."""
    pieces, at = [], 0
    for token, word in zip(tokens, words, strict=True):
        same = token.fixed or word == token.key
        pieces += [text[at : token.start], token.raw if same else _cased(word, token.raw)]
        at = token.end
    return "".join((*pieces, text[at:]))


def _cased(word: str, like: str) -> str:
    if len(like) > 1 and like.isupper():
        return word.upper()
    return word[0].upper() + word[1:] if like[0].isupper() else word
