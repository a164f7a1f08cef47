"""Older fonts inside a Word document: runs whose letters are TCVN3 or VNI become Unicode.

Such documents mix runs in Unicode with runs in ".VnTime" or "VNI-Times"; only the font of a run
says which is which. Element names are those of ECMA-376, part 1 (WordprocessingML).
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import Any, TypeAlias

from lxml import etree

from corpus.loaders.archive import opened
from corpus.loaders.legacy import from_tcvn3, from_vni
from corpus.loaders.source import Source
from corpus.reading import Mended, Mending

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARTS = re.compile(r"word/(?:document\d*|footnotes|endnotes|header\d*|footer\d*)\.xml")
_OLD = re.compile(rb'"(?:\.Vn|VNI-)')
_UNICODE = re.compile("[\u0102-\u01b0\u1ea0-\u1ef9]")  # letters that no older code has
_DEEPEST = 20  # styles based on each other

Node: TypeAlias = Any  # an element; lxml has no types


def in_unicode(source: Source) -> tuple[Source, tuple[Mended, ...]]:
    """Return a DOCX file with the runs in older fonts rewritten, and what was done.

    A file without such fonts comes back as it is.
    """
    with opened(source) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    if not any(_OLD.search(data) for name, data in parts.items() if name.endswith(".xml")):
        return source, ()
    fonts = _Fonts.of(parts.get("word/styles.xml"))
    for name in filter(_PARTS.fullmatch, parts):
        parts[name] = fonts.rewritten(parts[name])
    return replace(source, data=packed(parts)), fonts.done()


def packed(parts: dict[str, bytes]) -> bytes:
    """Return a package of parts."""
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return kept.getvalue()


def tree_of(data: bytes) -> Node:
    """Return the XML of a part."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(data, parser)


def xml_of(tree: Node) -> bytes:
    """Return a part as it is written."""
    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))


@dataclass(slots=True)
class _Fonts:
    """The fonts of the styles of a document, and what was rewritten by them."""

    styles: dict[str, Node] = field(default_factory=dict)
    default: str = ""
    count: int = 0
    first: tuple[str, str] = ("", "")

    @classmethod
    def of(cls, data: bytes | None) -> _Fonts:
        if data is None:
            return cls()
        tree = tree_of(data)
        styles = {style.get(f"{_W}styleId", ""): style for style in tree.iter(f"{_W}style")}
        defaults = tree.find(f"{_W}docDefaults")
        return cls(styles, _font(defaults) if defaults is not None else "")

    def rewritten(self, data: bytes) -> bytes:
        tree = tree_of(data)
        for paragraph in tree.iter(f"{_W}p"):
            style = paragraph.find(f"{_W}pPr/{_W}pStyle")
            above = self._of_style(style) or self.default
            for run in paragraph.iter(f"{_W}r"):
                self._run(run, above)
        return xml_of(tree)

    def _run(self, run: Node, above: str) -> None:
        properties = run.find(f"{_W}rPr")
        own = _font(properties) if properties is not None else ""
        read = _reader(own or self._of_style(run.find(f"{_W}rPr/{_W}rStyle")) or above)
        for words in run.iter(f"{_W}t") if read else ():
            if words.text and not _UNICODE.search(words.text):
                self._change(words, read(words.text) if read else words.text)

    def _change(self, words: Node, text: str) -> None:
        if not words.text.isascii():
            self.count += 1
            self.first = self.first if self.count > 1 else (str(words.text), text)
        words.text = text

    def _of_style(self, named: Node | None) -> str:
        """Return the font of a style, or of one that it is based on."""
        name = named.get(f"{_W}val", "") if named is not None else ""
        for _ in range(_DEEPEST):
            style = self.styles.get(name)
            if style is None:
                return ""
            found = _font(style)
            if found:
                return found
            based = style.find(f"{_W}basedOn")
            name = based.get(f"{_W}val", "") if based is not None else ""
        return ""

    def done(self) -> tuple[Mended, ...]:
        before, after = self.first
        one = Mended(what=Mending.FONT, count=self.count, before=before, after=after)
        return (one,) if self.count else ()


def _font(node: Node) -> str:
    """Return the first font that a style or the properties of a run name."""
    return next(_named(node), "")


def _named(node: Node) -> Iterator[str]:
    for fonts in node.iter(f"{_W}rFonts"):
        yield from (v for k in ("ascii", "hAnsi", "cs") if (v := fonts.get(f"{_W}{k}")))


def _reader(font: str) -> Callable[[str], str] | None:
    """Return what reads the letters of an older font; those that end in H draw capitals."""
    if font.startswith(".Vn"):
        return _capitals(from_tcvn3) if font.upper().endswith("H") else from_tcvn3
    return from_vni if font.startswith("VNI-") else None


def _capitals(read: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: read(text).upper()
