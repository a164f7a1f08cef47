"""Which labelled lines are headings, and where a heading runs into its own paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.blocks import Block
from corpus.frame import Role
from corpus.labels import Label, Rank
from corpus.lines import is_row

_RUN_IN = re.compile(r"[*_]*[^\W\d_][^.;!?:“”\"\n]{2,160}?[*_]*:[*_]*\s+(?=[*_“\"(]*[^\W_])")
_LEAD_WORDS = re.compile(
    r"(?:sau(?: đây)?|gồm|như|là|đó|cụ thể|rằng|tại|thấy|biết|ghi|kính gửi|về việc)$", re.IGNORECASE
)
_CLOSING = re.compile(r"[*_]*Trên đây là\b")
_LONG = 400
_FEW_WORDS = 15
_BODY_WORDS = 10  # what stands after a run-in heading has at least so many


def is_closing(text: str) -> bool:
    """Tell whether `text` is the paragraph that ends a plan or a report.

    >>> is_closing("Trên đây là Kế hoạch thực hiện dân vận./.")
    True
    """
    return _CLOSING.match(text) is not None


def heading_end(block: Block, label: Label, below: Block | None, *, article: bool) -> int | None:
    """Return where the heading at the start of `block` ends, None when the block is an item.

    `below` is the next block of the body; `article` says that an article ("Điều") is open.
    """
    words = block.text[label.end :]
    if label.rank is Rank.ARTICLE:
        return _article_end(block.text, label, below)
    if label.rank < Rank.ARTICLE:
        return len(block.text)
    if article or label.rank is Rank.INLINE or is_row(block.text):
        return None
    run_in = run_in_end(block.text, label.end, most_words=_FEW_WORDS)
    if run_in:
        return run_in
    return len(block.text) if _heads(words, label.rank, below) else None


def _article_end(text: str, label: Label, below: Block | None) -> int:
    """An article's title is short; what is long, or a sentence of its own, is its content."""
    words = text[label.end :].rstrip("*_ ")
    sentence = words.endswith((".", ";", ":", ",")) or len(words) > _LONG
    titled = words.endswith(".") and _is_short(words) and _holds(below, Rank.ARTICLE)
    return len(text) if titled or not sentence else len(text[: label.end].rstrip())


def _heads(words: str, rank: Rank, below: Block | None) -> bool:
    words = words.rstrip("*_ ")
    if words.endswith(";") or len(words) > _LONG:
        return False
    if words.endswith("."):
        return _is_short(words) and (rank <= Rank.ROMAN or _holds(below, rank, listed=True))
    return rank <= Rank.ROMAN or _holds(below, rank)


def _is_short(words: str) -> bool:
    return len(words.split()) <= _FEW_WORDS


def _holds(below: Block | None, rank: Rank, *, listed: bool = False) -> bool:
    """Tell whether the block `below` is content of a heading of that rank."""
    if below is None or is_closing(below.text):
        return False
    if below.label is None:
        return not listed or rank <= Rank.ARTICLE
    return below.label.rank > rank


def run_in_end(text: str, start: int = 0, *, most_words: int = 30) -> int | None:
    """Return where a heading that runs into its paragraph ends (after its colon), else None.

    A lead-in is no heading, nor is a colon inside a sentence.

    >>> run_in_end("Công tác tuyên truyền: Sở đã tổ chức")
    22
    >>> run_in_end("Kết quả cụ thể như sau: Sở đã tổ chức") is None
    True
    """
    found = _RUN_IN.match(text, start)
    if found is None or is_row(text):
        return None
    head, rest = found.group().rstrip("*_ :"), text[found.end() :].lstrip('*_“"(')
    if _LEAD_WORDS.search(head) or len(head.split()) > most_words:
        return None
    opens = head.lstrip("*_ ")[:1].isupper() and (rest[:1].isupper() or rest[:1].isdigit())
    return start + len(found.group().rstrip()) if opens else None


def runs_in(blocks: Sequence[Block]) -> bool:
    """Tell whether paragraphs of this text begin with headings: one alone proves nothing."""
    plain = (b.text for b in blocks if b.role is Role.BODY and b.label is None)
    return sum(_is_run_in(text) for text in plain) > 1


def _is_run_in(text: str) -> bool:
    end = run_in_end(text)
    return end is not None and len(text[end:].split()) >= _BODY_WORDS
