"""A folder of laws as a collection that nothing is asked of: its articles are its rows."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from corpus.identity import Identities
from corpus.instrument import Instrument
from corpus.parse import parse
from corpus.registry import Registry
from evals.retrieval.beir import Collection, Row

_ARTICLE = re.compile(r"(?m)^Điều (?P<number>\d+[a-zđ]?)\. *(?P<heading>.*)\n")


def read_laws(folder: Path) -> Collection:
    """Return the articles of the texts of `folder` that the registry knows by name and number."""
    identities, whole = Identities(Registry.load()), hashlib.sha256()
    rows: list[Row] = []
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text("utf-8")
        document, _ = parse(path.name, text)
        instrument = identities.of(document)
        if instrument:
            whole.update(text.encode())
            rows += _rows(document.text, instrument.number, _called(instrument))
    return Collection(
        name=folder.name, digest=whole.hexdigest()[:12], rows=tuple(rows), queries=(), qrels={}
    )


def _called(instrument: Instrument) -> str:
    """Return the name with the kind before it: that of a decree only tells its subject."""
    named = instrument.name.startswith(instrument.kind)
    return instrument.name if named else f"{instrument.kind} {instrument.name}".strip()


def _rows(text: str, number: str, name: str) -> Iterator[Row]:
    starts = list(_ARTICLE.finditer(text))
    ends = [start.start() for start in starts[1:]] + [len(text)]
    for start, end in zip(starts, ends, strict=True):
        yield Row(
            id=f"{number}|{start['number']}",
            title=start["heading"],
            text=text[start.end() : end].strip(),
            law=name,
            law_number=number,
            article=start["number"],
        )
