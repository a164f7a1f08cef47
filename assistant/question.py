"""A question as it was asked, with the conversation before it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Literal

from assistant.mode import Mode
from assistant.reply import RefusalReason

LONGEST_QUESTION = 2_000  # characters; a longer text is a document, not a question
MOST_SYMBOLS = (
    0.6  # of the characters that are not white space; above it there are no words to read
)


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of the conversation before a question."""

    role: Literal["user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question, the turns before it (oldest first), and the documents it is limited to.

    An empty `documents` means the whole library. `mode` is how the answer shall be worded, None as
    it is set up.
    """

    text: str
    history: tuple[Turn, ...] = ()
    documents: frozenset[str] = frozenset()
    mode: Mode | None = None


def unanswerable(text: str) -> RefusalReason | None:
    """Return why `text` cannot be read as a question, None when it can.

    >>> unanswerable("Ai được giám sát?") is None
    True
    >>> unanswerable("   ").value
    'empty'
    """
    if not text.strip():
        return RefusalReason.EMPTY
    if len(text) > LONGEST_QUESTION:
        return RefusalReason.TOO_LONG
    shown = [c for c in text if not c.isspace()]
    wordless = sum(1 for c in shown if not (c.isalnum() or unicodedata.category(c)[0] == "M"))
    broken = "\ufffd" in text or "\0" in text
    if broken or wordless / len(shown) > MOST_SYMBOLS:
        return RefusalReason.UNREADABLE
    return None
