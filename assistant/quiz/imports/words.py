"""Text out of import files: decoding, HTML."""

from __future__ import annotations

import html
import re
import unicodedata

from assistant.quiz.errors import BadImportError, Fault

_TAG = re.compile(r"<[^<>]*>")
_BREAK = re.compile(r"<(?:br|/p|/div|/li)\b[^<>]*>", re.IGNORECASE)


def decoded(data: bytes) -> str:
    """Return the text of a file: UTF-8 with or without a mark, NFC, LF.

    Raises:
        BadImportError: it is not UTF-8.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadImportError("", Fault.ENCODING) from error
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def plain_words(markup: str) -> str:
    """Return the words of HTML on one line; nothing of the markup stays.

    >>> plain_words("<p>Luật &amp; <b>Nghị định</b></p>")
    'Luật & Nghị định'
    """
    text = _TAG.sub("", _BREAK.sub(" ", markup))
    return " ".join(html.unescape(text).split())
