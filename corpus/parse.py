"""From a text to a document with its particulars and its passages."""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePath

from corpus.document import Document
from corpus.normalise import normalised
from corpus.particulars import particulars
from corpus.passage import Passage
from corpus.passages import passages
from corpus.syllables import folded


def parse(source: str, raw: str, origin: str = "") -> tuple[Document, tuple[Passage, ...]]:
    """Return the document that `raw` holds and the passages that tile its text.

    `source` is the file name as it was added; `origin` says where the text comes from.
    """
    text = normalised(raw)
    document_id = document_slug(source)
    parts = passages(document_id, text)
    known = particulars(text, parts)
    return Document(
        id=document_id, source=source, text=text, particulars=known, origin=origin
    ), parts


def document_slug(source: str) -> str:
    """Return the id of a document: its file's stem in ASCII and six digits of a hash of `source`.

    >>> document_slug("Kế hoạch số 60.txt")
    'ke-hoach-so-60-149e18'
    """
    stem = re.sub(r"[^a-z0-9]+", "-", folded(PurePath(source).stem)).strip("-")[:60].strip("-")
    digest = hashlib.sha256(source.encode()).hexdigest()[:6]
    return f"{stem}-{digest}" if stem else digest
