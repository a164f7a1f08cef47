"""EML: the words of a letter; what is attached to it are files of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from mimetypes import guess_extension

from corpus.errors import Unreadable
from corpus.loaders.encoding import decoded
from corpus.loaders.html import html_text
from corpus.loaders.source import Source

_HEADERS = ("From", "To", "Cc", "Date", "Subject")
_PAGE = "Snapshot-Content-Location"  # of a page of the web that a browser kept as a letter
_MARKS = re.compile(r"[\\/\s]+")
_POLICY = policy.default


def letter_text(source: Source) -> str:
    """Return the head of a letter, a line each, and its words; of two forms the plain one.

    A page that a browser kept as MHTML has no head.

    Raises:
        UnreadableSourceError: it has no words.
    """
    letter = _letter(source)
    if letter[_PAGE]:
        return _words(source, letter)
    head = [f"{name}: {letter[name]}" for name in _HEADERS if letter[name]]
    return "\n".join([*head, "", _words(source, letter)])


def attachments(source: Source) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each file that is attached to a letter, and of each letter.

    Raises:
        UnreadableSourceError: the letter is damaged.
    """
    for number, part in enumerate(_letter(source).iter_attachments(), 1):
        data = _enclosed(part)
        name = part.get_filename() or _named(part, number)
        if name and data:
            yield name, data


def _enclosed(part: Message) -> bytes | None:
    """Return the bytes of what is attached, be it a letter that is passed on."""
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload(0)
        return inner.as_bytes() if isinstance(inner, Message) else None
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else None


def _named(part: Message, number: int) -> str | None:
    """Return a name for what has none; a picture without a name belongs to the words."""
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload(0)
        subject = str(inner["Subject"] or "") if isinstance(inner, Message) else ""
        return f"{_MARKS.sub(' ', subject).strip() or f'thư kèm {number}'}.eml"
    if part.get_content_maintype() != "application":
        return None
    return f"tệp kèm {number}{guess_extension(part.get_content_type()) or ''}"


def _letter(source: Source) -> EmailMessage:
    letter: Message = message_from_bytes(source.data, policy=_POLICY)
    if not isinstance(letter, EmailMessage) or not letter.keys():
        raise source.refused(Unreadable.DAMAGED)
    return letter


def _words(source: Source, letter: EmailMessage) -> str:
    body = letter.get_body(("plain", "html"))
    if body is None:
        return ""
    plain = body.get_content_subtype() == "plain"
    raw = body.get_payload(decode=True)
    if body.get_content_charset("us-ascii") == "us-ascii" and isinstance(raw, bytes):
        named = replace(source, data=raw)  # not named, or so by a program that knew no better
        return decoded(named).text if plain else html_text(named)
    try:
        words = str(body.get_content())
    except (LookupError, UnicodeError, KeyError) as error:
        raise source.refused(Unreadable.GARBLED) from error
    return words if plain else html_text(replace(source, data=words.encode()))
