"""Which documents speak of something: one sentence out of each that does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from assistant.evidence.candidate import Candidate
from assistant.evidence.match import held
from assistant.evidence.support import PROVED
from assistant.reading.absent import squeezed, stands_in
from assistant.reading.reading import Reader, Reading
from assistant.shelf import Sentence, Shelf
from corpus.numbers import find_numbers
from corpus.syllables import folded, syllables

_SPEAKS = r"(?:nhắc|nói|đề cập|viện dẫn|dẫn chiếu|dẫn|trích dẫn)(?: (?:tới|đến|về|ra))?"
_WHICH = (
    r"(?:những |các |mấy )?"
    r"(?P<kind>văn bản|tài liệu|báo cáo|kế hoạch|bài viết|bài|nguồn) (?:nào|gì)\b"
)
_SPEAKING = re.compile(
    rf"^\W*{_WHICH}(?: (?:trong kho|có|đã|cũng|đều))* {_SPEAKS} (?P<matter>[^?]+)", re.IGNORECASE
)
_SPOKEN_OF = re.compile(
    rf"^\W*(?P<matter>[^?]+?) (?:đã |có )?(?:được|bị) {_SPEAKS}"
    rf" (?:ở|trong|tại|bởi) (?:cả )?{_WHICH}",
    re.IGNORECASE,
)
MOST = 12  # documents
Holds = Callable[[Sentence], bool]


def mentions_of(
    shelf: Shelf, reader: Reader, text: str, chosen: frozenset[str]
) -> tuple[Candidate, ...]:
    """Return the first sentence of each document that speaks of what a question asks about.

    Out of the documents `chosen` by the user, if there are any. Those that say its very words are
    taken before those that have each of its parts. Empty when the question does not ask which
    documents do, or none does.
    """
    found = _SPEAKING.search(text) or _SPOKEN_OF.search(text)
    if found is None:
        return ()
    known = _of_kind(shelf, folded(found["kind"]))
    documents = [document for document in known if not chosen or document in chosen]
    for holds in _tests(shelf, reader.read(found["matter"].strip(" ,."))):
        first = (next(filter(holds, shelf.read(document)), None) for document in documents)
        said = [sentence for sentence in first if sentence]
        if said:
            return tuple(_candidate(sentence) for sentence in said[:MOST])
    return ()


def _of_kind(shelf: Shelf, kind: str) -> list[str]:
    """Return the documents of a kind, all where the word is of none."""
    known = {key: one.particulars.kind for key, one in shelf.documents.items()}
    of_it = [key for key, fact in known.items() if fact and folded(fact.value) == kind]
    return of_it or list(known)


def _tests(shelf: Shelf, matter: Reading) -> Iterator[Holds]:
    """Yield by what a sentence is known to speak of something, the surest first."""
    numbers = [number.value for number in find_numbers(matter.text)]
    if numbers:
        yield lambda sentence: all(
            stands_in(number, squeezed(shelf.text(sentence))) for number in numbers
        )
        return
    phrase = f" {' '.join(syllables(matter.text))} "
    yield lambda sentence: phrase in f" {' '.join(sentence.words)} "
    if matter.firm:
        yield lambda sentence: all(held(chunk, sentence.words) == 1 for chunk in matter.firm)


def _candidate(sentence: Sentence) -> Candidate:
    return Candidate(head=sentence.passage, sentence=sentence, support=PROVED)
