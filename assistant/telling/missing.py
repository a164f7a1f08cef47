"""What the texts do not say: the reason of a refusal in words."""

from __future__ import annotations

from dataclasses import replace

from assistant.evidence.match import held
from assistant.evidence.members import only_counts
from assistant.evidence.where import asks_area
from assistant.reading.absent import titled
from assistant.reading.cues import Wanted
from assistant.reading.reading import Reading
from assistant.shelf import READ, Shelf
from assistant.weighing.select import Selector
from corpus.passage import PassageKind
from corpus.syllables import folded, syllables
from index.hit import Hit

NEAREST = 3  # passages shown with a refusal
LEAST = 0.4  # the share of a run of words that a text has to hold to speak of it
NOTHING = "Không có đoạn nào nêu đúng điều được hỏi."
AREA = "Không có đoạn nào nêu tên địa phương được hỏi."
COUNTED = "Có đoạn nêu số lượng nhưng không nêu tên hay chi tiết của từng trường hợp."
STRANGE = 2  # things of more than a syllable: one may be a lay word for what the texts have
# Sorts of answer that may be left out while the rest still helps, with what is then said.
NOT_STATED = {
    Wanted.WHERE: "Các đoạn trích không nêu rõ nơi được hỏi.",
    Wanted.MEANS: "Các đoạn trích không nêu rõ hình thức được hỏi.",
    Wanted.NUMBER: "Các đoạn trích không nêu số, ký hiệu văn bản được hỏi.",
}
LOOSE, MATTER = frozenset(NOT_STATED), 0.5  # the log odds from which such a rest helps
_VALUES = {
    Wanted.COUNT: "con số được hỏi",
    Wanted.WHEN: "ngày, thời hạn được hỏi",
    Wanted.PHONE: "số điện thoại cụ thể",
    Wanted.EMAIL: "địa chỉ thư điện tử cụ thể",
}


def missing(reading: Reading, hits: tuple[Hit, ...], selector: Selector, shelf: Shelf) -> str:
    """Return a sentence that says what no passage near the question states; "" when unsure.

    The first that applies: what the library does not know, names of what is only counted, the area,
    words that no passage holds, the year, the sort of value.
    """
    not_there = _not_there(reading, hits, shelf)
    if not_there:
        return not_there
    if any(only_counts(reading.text, hit.passage.text) for hit in hits[:NEAREST]):
        return COUNTED
    if asks_area(reading):
        return AREA
    absent = _absent(reading, hits, LEAST, shelf)
    unsaid = [words for words in absent if not _is_said(words, shelf)]
    if unsaid:
        return f"Không có đoạn nào nói về {', '.join(f'“{words}”' for words in unsaid)}."
    return _other(reading, hits, selector) or (NOTHING if absent else "")


def _is_said(words: str, shelf: Shelf) -> bool:
    """Tell whether some passage has all the words, though none that was found does."""
    said = set(syllables(words))
    bare = words.isascii()
    known = ((passage, shelf.words(passage)) for passage in shelf.passages.values())
    return any(
        said <= (set(map(folded, own)) if bare else set(own))
        for passage, own in known
        if passage.kind is not PassageKind.FURNITURE
    )


def _other(reading: Reading, hits: tuple[Hit, ...], selector: Selector) -> str:
    """Return a sentence about the year or the sort of value, "" when neither is what lacks."""
    scope = reading.scope
    anytime = replace(reading, scope=replace(scope, years=frozenset()))
    if scope.years and selector.select(anytime, hits):
        years = ", ".join(str(year) for year in sorted(scope.years))
        return f"Có đoạn nói về việc này nhưng không phải của năm {years}."
    anything = replace(reading, wanted=Wanted.OPEN)
    if reading.wanted in _VALUES and selector.select(anything, hits):
        return f"Có đoạn nói về việc này nhưng không nêu {_VALUES[reading.wanted]}."
    return ""


def _not_there(reading: Reading, hits: tuple[Hit, ...], shelf: Shelf) -> str:
    """Return a sentence about places and documents that the library does not know, or ""."""
    scope = reading.scope
    if scope.nowhere:
        return f"Kho không có văn bản nào về {', '.join(scope.nowhere)}."
    if scope.unknown:
        names = ", ".join(titled(reading.text, name) for name in scope.unknown)
        return f"Kho văn bản không có {names} và không văn bản nào nhắc đến."
    if scope.absent and (scope.by_place or not scope.documents):
        return lacking(reading.text, scope.absent, hits, shelf)
    return ""


def lacking(text: str, absent: tuple[str, ...], hits: tuple[Hit, ...], shelf: Shelf) -> str:
    """Return a sentence that names the documents that the library lacks.

    That the passages shown mention them is said only where they do.
    """
    names = ", ".join(titled(text, name) for name in absent)
    shown = [set(shelf.words(hit.passage)) for hit in hits if hit.passage.kind in READ][:NEAREST]
    told = [set(syllables(name)) - {"số"} for name in absent]
    if any(words <= passage for words in told for passage in shown):
        return f"Kho văn bản không có {names}; các đoạn dưới đây chỉ nhắc đến."
    return f"Kho văn bản không có {names}."


def is_foreign(reading: Reading, hits: tuple[Hit, ...], shelf: Shelf) -> bool:
    """Tell whether a question speaks of several things that no passage near it speaks of."""
    absent = _absent(reading, hits, LEAST, shelf)
    return sum(" " in words for words in absent) >= STRANGE


def _absent(reading: Reading, hits: tuple[Hit, ...], least: float, shelf: Shelf) -> list[str]:
    read = [shelf.words(hit.passage) for hit in hits]
    return [
        " ".join(chunk.words)
        for chunk in reading.firm
        if max((held(chunk, words) for words in read), default=0.0) < least
    ]
