"""The parts of a question that asks two things: "những nội dung gì và bằng hình thức nào"."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.reading.cues import Found, find
from assistant.reading.reading import Reader, Reading, Side
from assistant.reading.runs import characters
from assistant.reading.scope import Scope
from corpus.syllables import syllables
from corpus.vocabulary import Phrase

_DENIES = frozenset({"không", "chưa", "chẳng"})
REACH = 3  # syllables between "không" and what it denies
_JOINT = re.compile(r"(?:\s*[,;?]\s+(?:và |va |còn )?|\s+(?:và|va)\s+)", re.IGNORECASE)
_TOPIC = re.compile(r"(?P<topic>[^:?]{4,90}): +(?P<rest>\S.*)", re.DOTALL)
_WHETHER = re.compile(r"\bcó\b.*\bkhông\W*$|\bchưa\W*$", re.IGNORECASE)
# what stands behind the name of a document and belongs to it
_BEHIND = re.compile(r"(?: ?\([^)]*\))?(?: (?:năm )?(?:19|20)\d\d\b)?(?: (?:và|với|còn)\b)?")
_AHEAD = re.compile(
    r"(?:(?:và|với|còn|,) +)?(?:(?:của|ở|tại|theo|bên|trong) +)?"
    r"(?:(?:huyện|tỉnh|thành phố|thị xã|quận|xã|phường) +)?$",
    re.IGNORECASE,
)


_LAST_JOINT = re.compile(rf"(?:{_JOINT.pattern})$", re.IGNORECASE)


def parted(text: str, asking: frozenset[Phrase]) -> tuple[str, ...]:
    """Return the parts of a question, each with an asking word of its own.

    >>> parted("Ai ký và ký khi nào?", frozenset({("ai",), ("nào",)}))
    ('Ai ký', 'ký khi nào?')
    >>> parted("Ai được biết và được bàn?", frozenset({("ai",), ("nào",)}))
    ('Ai được biết và được bàn?',)
    >>> parted("Biên chế: ai giao, giao khi nào?", frozenset({("ai",), ("nào",)}))
    ('Biên chế: ai giao', 'Biên chế: giao khi nào?')
    """
    headed = _TOPIC.fullmatch(text)
    pieces = _pieces(headed["rest"], asking) if headed else ()
    if headed and len(pieces) > 1:
        return tuple(f"{headed['topic']}: {piece}" for piece in pieces)
    return _pieces(text, asking)


def _pieces(text: str, asking: frozenset[Phrase]) -> tuple[str, ...]:
    starts, begin = [0], 0
    for joint in _JOINT.finditer(text):
        asked = _asks(text[begin : joint.start()], asking)
        asks = _asks(text[joint.end() :], asking)
        if asked and asks:
            starts.append(joint.end())
            begin = joint.end()
    ends = [*starts[1:], len(text)]
    pieces = (text[a:b] for a, b in zip(starts, ends, strict=True))
    cut = tuple(_LAST_JOINT.sub("", piece) for piece in pieces)
    return cut if len(cut) > 1 else (text,)


def _asks(text: str, asking: frozenset[Phrase]) -> bool:
    """Tell whether a stretch asks something; "không nói gì" asks nothing."""
    words = syllables(text)
    return bool(_WHETHER.search(text)) or any(
        not _DENIES & set(words[max(0, at.start - REACH) : at.start]) for at in find(words, asking)
    )


def readings(text: str, reader: Reader) -> tuple[Reading, ...]:
    """Read each part of a question; a later part takes over what the first is about."""
    headed = _of_each(text, reader)
    if headed:
        return headed
    first, *later = (reader.read(part) for part in parted(text, reader.asking))
    if not later or any(_adds_nothing(part, first) for part in later):
        whole = reader.read(text)
        return _by_document(whole, reader) or _sides(whole)
    return (first, *(_with_topic(part, first) for part in later))


def _of_each(text: str, reader: Reader) -> tuple[Reading, ...]:
    """Read "Ai ký: kế hoạch của A và báo cáo của B?" once for each of the two; () for any other."""
    headed = _TOPIC.fullmatch(text)
    if headed is None or not _asks(headed["topic"], reader.asking):
        return ()
    topic, rest = headed["topic"], headed["rest"]
    for joint in _JOINT.finditer(rest):
        halves = (rest[: joint.start()], rest[joint.end() :])
        parts = tuple(reader.read(f"{topic}: {half}") for half in halves)
        one, other = (part.scope.documents for part in parts)
        if one and other and not one & other:
            return parts
    return ()


def _adds_nothing(part: Reading, first: Reading) -> bool:
    """Tell whether a part asks the same of the same as the first: "mấy khâu, là những khâu gì"."""
    elsewhere = part.scope.documents - first.scope.documents
    return not elsewhere and part.wanted is first.wanted and set(part.firm) <= set(first.firm)


def _by_document(reading: Reading, reader: Reader) -> tuple[Reading, ...]:
    """Read a question about several documents once for each; () for any other.

    What it asks of one of them is found badly among the words that it has for the others.
    """
    scope = reading.scope
    if len(scope.groups) < 2:  # noqa: PLR2004
        return ()
    every = frozenset(at for named in scope.named for at in named)
    parts = []
    for named in scope.named:
        text = reading.text
        for start, end in characters(text, every - set(named)):
            behind = _BEHIND.match(text, end)
            text = _AHEAD.sub("", text[:start]) + text[behind.end() if behind else end :]
        parts.append(reader.read(" ".join(text.split())))
    limits = [part.scope.documents for part in parts]
    apart = all(limits) and sum(map(len, limits)) == len(frozenset().union(*limits))
    return tuple(parts) if apart and all(part.firm for part in parts) else ()


def _sides(reading: Reading) -> tuple[Reading, ...]:
    """Read a comparison of two things in the same documents once for each of them."""
    if reading.compared is None or len(reading.scope.groups) > 1:
        return (reading,)
    one, other = reading.compared
    return tuple(_without(reading, left) for left in (other, one))


def _without(reading: Reading, left: Side) -> Reading:
    """Return a question without what it says of one of two things."""
    phrases = (r"\s+".join(map(re.escape, chunk.words)) for chunk in left)
    found = re.search(rf"\b(?:{'|'.join(phrases)})\b", reading.text, re.IGNORECASE)
    chunks = tuple(chunk for chunk in reading.chunks if chunk not in left)
    asked = None if reading.asked in left else reading.asked
    kept = replace(reading, chunks=chunks, asked=asked)
    if found is None:
        return kept
    before, behind = reading.text[: found.start()], reading.text[found.end() :]
    start = len(syllables(before))
    scope = _moved(reading.scope, Found(start, start + len(syllables(found[0]))))
    return replace(kept, text=before + behind, scope=scope)


def _moved(scope: Scope, gone: Found) -> Scope:
    """Return a scope whose names stand where they do when some words of the question are gone."""
    by = gone.end - gone.start
    before = [at for at in scope.stretches if at.end <= gone.start]
    behind = [Found(at.start - by, at.end - by) for at in scope.stretches if at.start >= gone.end]
    return replace(scope, stretches=(*before, *behind), named=())


def _with_topic(part: Reading, first: Reading) -> Reading:
    """Give a part that says little of its own the matter and the limits of the first."""
    own = part.scope.documents
    scope = Scope(
        own or first.scope.documents,
        part.scope.years if own else part.scope.years or first.scope.years,
        part.scope.names,
        part.scope.stretches,
    )
    if len(part.firm) > 1:
        return replace(part, scope=scope)
    taken = tuple(chunk for chunk in first.firm if chunk not in part.chunks)
    return replace(part, chunks=(*part.chunks, *taken), scope=scope)
