"""What an abbreviation stands for, where a text itself says it: "cải cách hành chính (CCHC)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.evidence.candidate import Candidate
from assistant.evidence.support import PROVED
from assistant.reading.reading import Reading
from assistant.shelf import Sentence, Shelf
from corpus.span import Span
from corpus.syllables import folded, syllables

LONGEST = 3  # words of a long form for a letter of the abbreviation
_SHORT = r"[A-ZĐ][\w&.-]*[A-ZĐ]\w*"
_NAMED = re.compile(
    rf"\((?:[^()]{{0,60}}\b(?:viết tắt|gọi tắt|gọi chung|gọi) là:? )?[“\"]?({_SHORT})[”\"]?\)"
)
_WORD = re.compile(r"[^\W_]+")
_EDGE = re.compile(r"[,;:.(“\"]\s*")
_IN_FULL = re.compile(
    r"\bviet tat\b|\b(?:viet|doc|goi|ghi|ten|chu|nghia|nguyen van)(?: \w+)? (?:day du|dung nghia)\b"
)
_NOTHING_ELSE = re.compile(
    r"^\W*(?:chu |tu )?([\w&-]+) (?:co )?(?:nghia )?la"
    r"(?: (?:chi so|co quan|ban|to chuc|chu|tu|cum tu|cai|ten))? (?:gi|nao)\W*$"
)


def longforms(shelf: Shelf, reading: Reading, chosen: frozenset[str]) -> tuple[Candidate, ...]:
    """Return where the texts say what each abbreviation stands for that a question asks about.

    Out of the documents that it names or the user has chosen, the first of these; empty where it
    asks for anything else, or they say so of none.
    """
    words = _asked(reading.text)
    if not words:
        return ()
    within = reading.scope.documents or chosen or frozenset(shelf.documents)
    read = [s for key in shelf.documents if key in within for s in shelf.read(key)]
    found = (next(_said(shelf, read, word), None) for word in words)
    return tuple(candidate for candidate in found if candidate)


def _asked(question: str) -> tuple[str, ...]:
    """Return the words, folded, that may be the abbreviations asked about.

    >>> _asked("PCI và DDCI là viết tắt của chỉ số nào?")
    ('pci', 'ddci')
    >>> _asked("SIPAS là chỉ số gì?"), _asked("sipas la chi so gi"), _asked("QCDC do ai ký?")
    (('sipas',), ('sipas',), ())
    """
    bare = folded(question)
    if _IN_FULL.search(bare):
        capitals = dict.fromkeys(map(folded, re.findall(_SHORT, question)))
        return tuple(capitals or bare.split()[:2])  # in small letters it mostly comes first
    only = _NOTHING_ELSE.match(bare)
    return (only[1],) if only else ()


def _said(shelf: Shelf, read: Iterable[Sentence], word: str) -> Iterator[Candidate]:
    """Yield each place where sentences say what an abbreviation stands for."""
    for sentence in read:
        if len(sentence.spans) > 1:
            continue
        text = shelf.text(sentence)
        for named in _NAMED.finditer(text):
            if folded(named[1]) != word:
                continue
            start = _start(text[: named.start()], named[1])
            if start is not None:
                span = Span(start, named.end()).shifted(sentence.spans[0].start)
                said = Sentence(sentence.passage, (span,), syllables(text[start : named.end()]))
                yield Candidate(head=sentence.passage, sentence=said, support=PROVED)


def _start(before: str, short: str) -> int | None:
    """Return where the long form begins that ends a text; None when there is none.

    Its words begin with the letters of the abbreviation, if some are left out between them; where
    there are no such words, as for one of another language, it is all behind the last mark.

    >>> text = "Đối thoại với công chức, viên chức và người lao động"
    >>> text[_start(text, "CCVC") :]
    'công chức, viên chức và người lao động'
    >>> text = "nâng cao PCI, chỉ số hài lòng"
    >>> text[_start(text, "SIPAS") :]
    'chỉ số hài lòng'
    """
    letters = [folded(letter) for letter in short if letter.isalpha()]
    left = list(letters)
    for word in reversed(list(_WORD.finditer(before))[-LONGEST * len(letters) :]):
        if folded(word[0])[0] == left[-1]:
            left.pop()
        if not left:
            return word.start()
    marks = list(_EDGE.finditer(before))
    start = marks[-1].end() if marks else 0
    return start if before[start:].strip() else None
