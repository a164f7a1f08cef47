"""From bytes to text, in the encodings that Vietnamese files are kept in; never to garbled letters.

The order: a byte order mark, strict UTF-8, UTF-16 without a mark, then the 8-bit tables of Windows
(cp1258) and of TCVN 5712:1993 (TCVN3, the ".Vn" fonts), whichever gives Vietnamese syllables.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from corpus.errors import Unreadable
from corpus.loaders.legible import ENOUGH, FEW, accented, legal_share
from corpus.loaders.source import Source

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# bytes 0xA0 to 0xFF
TCVN3 = (
    "\u00a0ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ"
    "ẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_JUNK = 0.01  # share of control characters that no text has


def decoded(source: Source) -> str:
    """Return the text that the bytes of `source` stand for, as NFC.

    Raises:
        UnsupportedFormatError: the bytes are no text.
        UnreadableSourceError: they are text in no encoding that gives Vietnamese or English.
    """
    text = _unicode(source)
    if text is None:
        text = _eight_bits(source)
    if len(_CONTROLS.findall(text)) > _JUNK * len(text):
        raise source.refused(Unreadable.UNSUPPORTED)
    return mended(source, text)


def mended(source: Source, text: str) -> str:
    """Return `text`, read again where an earlier program took its bytes for another encoding.

    Raises:
        UnreadableSourceError: its accented words are not Vietnamese and cannot be made so.
    """
    if _is_legible(text):
        return text
    for found in (_reread(text, "utf-8"), _reread(text, "tcvn3")):
        if found is not None and _is_legible(found):
            return found
    raise source.refused(Unreadable.GARBLED)


def _is_legible(text: str) -> bool:
    return len(accented(text)) < FEW or legal_share(text) >= ENOUGH


def _reread(text: str, name: str) -> str | None:
    """Return what `text` was before its bytes were taken for the western table of Windows."""
    western = bytes(range(0x80, 0xA0)).decode("cp1252", "replace")
    controls = {ord(letter): 0x80 + at for at, letter in enumerate(western)}
    try:
        return _table(text.translate(controls).encode("latin-1"), name)
    except UnicodeError:
        return None


def _unicode(source: Source) -> str | None:
    data = source.data
    name = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    try:
        return data.decode(name or _unmarked(data))
    except UnicodeDecodeError as error:
        if name:
            raise source.refused(Unreadable.DAMAGED) from error
        return None


def _unmarked(data: bytes) -> str:
    """Return the encoding to try on bytes without a mark: blanks of UTF-16 tell its byte order."""
    blanks = {"utf-16-le": b" \x00", "utf-16-be": b"\x00 "}
    counts = {name: data.count(blank) for name, blank in blanks.items()}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] * 50 > len(data) else "utf-8"


def _eight_bits(source: Source) -> str:
    if b"\x00" in source.data:
        raise source.refused(Unreadable.UNSUPPORTED)
    texts = []
    for name in ("cp1258", "tcvn3"):
        try:
            texts.append(_table(source.data, name))
        except UnicodeDecodeError:
            continue
    best = max(texts, key=legal_share, default="")
    if not accented(best) or legal_share(best) < ENOUGH:
        raise source.refused(Unreadable.GARBLED)
    return best


def _table(data: bytes, name: str) -> str:
    text = data.decode("latin-1" if name == "tcvn3" else name)
    if name == "tcvn3":
        text = text.translate({0xA0 + i: letter for i, letter in enumerate(TCVN3)})
    return unicodedata.normalize("NFC", text)
