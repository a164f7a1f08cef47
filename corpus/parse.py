"""From a text to a document with its particulars and its passages."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import accumulate
from pathlib import PurePath

from corpus.document import Document
from corpus.loaders.loaded import PAGE
from corpus.particulars import particulars
from corpus.passage import Passage
from corpus.passages import passages
from corpus.reading import Mended, Reading
from corpus.repair import repaired
from corpus.syllables import folded


def parse(source: str, raw: str, origin: str = "") -> tuple[Document, tuple[Passage, ...]]:
    """Return the document that `raw` holds and the passages that tile its text.

    `source` is the file name as it was added; `origin` says where the text comes from.
    """
    text, reading = _read(raw)
    document_id = document_slug(source)
    parts = passages(document_id, text, pages=reading.pages)
    known = particulars(text, parts)
    document = Document(
        id=document_id,
        source=source,
        text=text,
        particulars=known,
        origin=origin,
        reading=reading,
    )
    return document, parts


def _read(raw: str) -> tuple[str, Reading]:
    """Return the repaired text of all pages, with where each begins."""
    pages = [repaired(page) for page in raw.split(PAGE)]
    starts = list(accumulate((len(page.text) + 1 for page in pages), initial=0))[:-1]
    text = "\n".join(page.text for page in pages)
    mended = _together(one for page in pages for one in page.mended)
    return text, Reading(pages=tuple(starts) if len(pages) > 1 else (), mended=mended)


def _together(every: Iterable[Mended]) -> tuple[Mended, ...]:
    """Return what was mended on all pages, each thing once, with its first example."""
    found: dict[str, Mended] = {}
    for one in every:
        known = found.get(one.what)
        found[one.what] = replace(known, count=known.count + one.count) if known else one
    return tuple(found.values())


def document_slug(source: str) -> str:
    """Return the id of a document: its file's stem in ASCII and six digits of a hash of `source`.

    >>> document_slug("Kế hoạch số 60.txt")
    'ke-hoach-so-60-149e18'
    """
    stem = re.sub(r"[^a-z0-9]+", "-", folded(PurePath(source).stem)).strip("-")[:60].strip("-")
    digest = hashlib.sha256(source.encode()).hexdigest()[:6]
    return f"{stem}-{digest}" if stem else digest
