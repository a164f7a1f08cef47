"""From bytes to text, in the encodings that Vietnamese files are kept in; never to garbled letters.

The order: a byte order mark, strict UTF-8, UTF-16 without a mark, then the 8-bit tables of Windows
(cp1258), of TCVN 5712:1993 (TCVN3, the ".Vn" fonts) and of VNI, whichever gives Vietnamese
syllables; plain ASCII may be VIQR.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from corpus.errors import Unreadable
from corpus.loaders.legacy import from_tcvn3, from_viqr, from_vni
from corpus.loaders.legible import ENOUGH, FEW, accented, is_mangled, legal_share
from corpus.loaders.source import Source

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_TABLES: dict[str, Callable[[bytes], str]] = {
    "windows-1258": lambda data: unicodedata.normalize("NFC", data.decode("cp1258")),
    "TCVN3": lambda data: from_tcvn3(data.decode("latin-1")),
    "VNI": lambda data: from_vni(data.decode("cp1252")),
}
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_JUNK = 0.01  # share of control characters that no text has
LOST = "\ufffd"  # where bytes stand for no character
_MOST_LOST = 0.02  # share of the characters beyond ASCII; text in another encoding has far more
_MARKED = 0.3  # share of the words of a VIQR text that bear marks
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and the name of the encoding that its bytes were in."""

    text: str
    encoding: str


def decoded(source: Source) -> Decoded:
    """Return the text that the bytes of `source` stand for, as NFC.

    Raises:
        UnsupportedFormatError: the bytes are no text.
        UnreadableSourceError: they are text in no encoding that gives Vietnamese or English.
    """
    found = _unicode(source) or _eight_bits(source)
    if len(_CONTROLS.findall(found.text)) > _JUNK * len(found.text):
        raise source.refused(Unreadable.UNSUPPORTED)
    again = mended(source, found.text)
    return again if again.encoding else Decoded(again.text, found.encoding)


def mended(source: Source, text: str) -> Decoded:
    """Return `text`, read again where an earlier program took its bytes for another encoding.

    The encoding is "" when nothing had to be done. What is no Vietnamese stays as it is: names of
    places and of people, a text in another language.

    Raises:
        UnreadableSourceError: its words are what a wrong encoding makes, and cannot be made good.
    """
    if text.isascii():
        spelled = from_viqr(text)
        return Decoded(spelled, "VIQR") if _is_marked(spelled) else Decoded(text, "")
    if _is_legible(text):
        return Decoded(text, "")
    for name, read in (("UTF-8", _utf8), *_TABLES.items()):
        found = _reread(text, read)
        if found is not None and _is_legible(found):
            return Decoded(found, name)
    if is_mangled(text):
        raise source.refused(Unreadable.GARBLED)
    return Decoded(text, "")


def _is_legible(text: str) -> bool:
    return len(accented(text)) < FEW or legal_share(text) >= ENOUGH


def _is_marked(text: str) -> bool:
    """Tell whether the marks found in an ASCII text make it Vietnamese."""
    words = accented(text)
    enough = len(words) >= max(FEW, _MARKED * len(_WORD.findall(text)))
    return enough and legal_share(text) >= ENOUGH


def _reread(text: str, read: Callable[[bytes], str]) -> str | None:
    """Return what `text` was before its bytes were taken for the western table of Windows."""
    western = bytes(range(0x80, 0xA0)).decode("cp1252", "replace")
    controls = {ord(letter): 0x80 + at for at, letter in enumerate(western)}
    try:
        return read(text.translate(controls).encode("latin-1"))
    except UnicodeError:
        return None


def _utf8(data: bytes) -> str:
    return unicodedata.normalize("NFC", data.decode("utf-8"))


def _unicode(source: Source) -> Decoded | None:
    data = source.data
    name = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    try:
        wanted = name or _unmarked(data)
        return Decoded(data.decode(wanted), wanted.removesuffix("-sig"))
    except UnicodeDecodeError as error:
        if name and name != "utf-8-sig":
            raise source.refused(Unreadable.DAMAGED) from error
        return _nearly(data.removeprefix(codecs.BOM_UTF8))


def _nearly(data: bytes) -> Decoded | None:
    """Return a text in UTF-8 a few of whose bytes are damaged; a sign stands for each character."""
    text = data.decode("utf-8", "replace")
    lost, marked = text.count(LOST), len(text) - len(text.encode("ascii", "ignore"))
    return Decoded(text, "utf-8") if lost <= _MOST_LOST * marked else None


def _unmarked(data: bytes) -> str:
    """Return the encoding to try on bytes without a mark: blanks of UTF-16 tell its byte order."""
    blanks = {"utf-16-le": b" \x00", "utf-16-be": b"\x00 "}
    counts = {name: data.count(blank) for name, blank in blanks.items()}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] * 50 > len(data) else "utf-8"


def _eight_bits(source: Source) -> Decoded:
    if b"\x00" in source.data:
        raise source.refused(Unreadable.UNSUPPORTED)
    texts = []
    for name, read in _TABLES.items():
        try:
            texts.append(Decoded(read(source.data), name))
        except UnicodeDecodeError:
            continue
    best = max(texts, key=lambda one: legal_share(one.text), default=Decoded("", ""))
    if not accented(best.text) or legal_share(best.text) < ENOUGH:
        raise source.refused(Unreadable.GARBLED)
    return best
