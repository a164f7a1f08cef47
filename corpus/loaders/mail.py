"""EML: the words of a letter; what is attached to it are files of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage, Message

from corpus.errors import Unreadable
from corpus.loaders.html import html_text
from corpus.loaders.source import Source

_HEADERS = ("From", "To", "Date", "Subject")
_POLICY = policy.default


def letter_text(source: Source) -> str:
    """Return the head of a letter, a line each, and its words; of two forms the plain one.

    Raises:
        UnreadableSourceError: it has no words.
    """
    letter = _letter(source)
    head = [f"{name}: {letter[name]}" for name in _HEADERS if letter[name]]
    return "\n".join([*head, "", _words(source, letter)])


def attachments(source: Source) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each file that is attached to a letter.

    Raises:
        UnreadableSourceError: the letter is damaged.
    """
    for part in _letter(source).iter_attachments():
        name, data = part.get_filename(), part.get_payload(decode=True)
        if name and isinstance(data, bytes):
            yield name, data


def _letter(source: Source) -> EmailMessage:
    letter: Message = message_from_bytes(source.data, policy=_POLICY)
    if not isinstance(letter, EmailMessage) or not letter.keys():
        raise source.refused(Unreadable.DAMAGED)
    return letter


def _words(source: Source, letter: EmailMessage) -> str:
    body = letter.get_body(("plain", "html"))
    if body is None:
        return ""
    try:
        words = str(body.get_content())
    except (LookupError, UnicodeError, KeyError) as error:
        raise source.refused(Unreadable.GARBLED) from error
    plain = body.get_content_subtype() == "plain"
    return words if plain else html_text(replace(source, data=words.encode()))
