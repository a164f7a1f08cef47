"""What passages are made from: real texts, cut into entries, and questions about them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.parse import parse
from corpus.shipped import shipped_texts
from index.entry import Entry, entries

ASKED = 200  # questions that are asked at most
WORDS = 14  # of a question that is made from a passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """The entries of real texts, those of a document together, and questions about them."""

    entries: tuple[Entry, ...]
    questions: tuple[str, ...]


def base(source: Path | None, most: int) -> Base:
    """Read the shipped texts, else the `source`: a folder of texts or of the BEIR layout.

    Of more than `most` entries whole documents at even distances are taken.
    """
    documents = list(_documents(source))
    total = sum(len(some) for some in documents)
    step = max(1, -(-total // most))
    some = tuple(entry for document in documents[::step] for entry in document)
    asked = _queries(source) or [_question(entry) for entry in some]
    return Base(entries=some, questions=tuple(asked[:: max(1, len(asked) // ASKED)])[:ASKED])


def _documents(source: Path | None) -> Iterator[tuple[Entry, ...]]:
    for name, text in _texts(source):
        yield entries([parse(name, text)])


def _texts(source: Path | None) -> Iterator[tuple[str, str]]:
    if source is not None and (source / "corpus.jsonl").exists():
        for row in _rows(source / "corpus.jsonl"):
            yield f"{row['_id']}.txt", f"{row['title']}\n{row['text']}"
        return
    for path in shipped_texts() if source is None else sorted(source.glob("*.txt")):
        yield path.name, path.read_text("utf-8")


def _queries(source: Path | None) -> list[str]:
    path = source / "queries.jsonl" if source is not None else None
    return [row["text"] for row in _rows(path)] if path is not None and path.exists() else []


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _question(entry: Entry) -> str:
    return " ".join(entry.passage.text.split()[:WORDS])
