"""Templates, slide shows and documents with macros: packages that read like ordinary ones."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.loaders.archive import opened
from corpus.loaders.fonts import packed
from corpus.loaders.source import Source

_TYPES = "[Content_Types].xml"
_OFFICE = b"application/vnd.openxmlformats-officedocument."
_WORD, _SLIDES = _OFFICE + b"wordprocessingml.", _OFFICE + b"presentationml."
_MAINS = (  # every type of a main part, and the one that the libraries know
    (re.compile(re.escape(_WORD) + rb"\w+\.main\+xml"), _WORD + b"document.main+xml"),
    (re.compile(re.escape(_SLIDES) + rb"\w+\.main\+xml"), _SLIDES + b"presentation.main+xml"),
    (re.compile(rb"application/vnd\.ms-word\.[\w.]+\.main\+xml"), _WORD + b"document.main+xml"),
    (
        re.compile(rb"application/vnd\.ms-powerpoint\.[\w.]+\.main\+xml"),
        _SLIDES + b"presentation.main+xml",
    ),
)


def ordinary(source: Source) -> Source:
    """Return a package with the ordinary type for its main part; macros are never run."""
    with opened(source) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    types = parts.get(_TYPES, b"")
    for pattern, usual in _MAINS:
        types = pattern.sub(usual, types)
    if types == parts.get(_TYPES, b""):
        return source
    return replace(source, data=packed({**parts, _TYPES: types}))
