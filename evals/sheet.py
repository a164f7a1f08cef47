r"""Gold sets as spreadsheets: an item a row, and back without a loss.

Lists stand a line each in a cell, alternatives with " | " between them; a backslash before `\`, `|`
or `n` (for a line feed) takes them for themselves. A quote is `file.txt: words`, a sealed one
`file.txt [start-end] sha256`, a turn before the question `user: words`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from evals.gold import GoldItem, split_of
from evals.quote import Quote, Sealed

LISTED = ("forbidden", "tags")
COLUMNS = (
    "id",
    "question",
    "history",
    "kind",
    "answerable",
    "split",
    "reference",
    "reference_length",
    "key_points",
    "forbidden",
    "evidence",
    "allowed",
    "tags",
    "author",
    "reviewed_by",
    "status",
    "version",
)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_SEALED = re.compile(r"(?P<source>.+) \[(?P<start>\d+)-(?P<end>\d+)\] (?P<sha256>[0-9a-f]{64})")
_NAME = re.compile(r"(?P<source>(?:\\.|[^:\\])+): (?P<quote>.+)", re.DOTALL)
_LINES = re.compile(r"(?:\\.|[^\\\n])+", re.DOTALL)
_PARTS = re.compile(r"(?:\\.|[^\\|])+", re.DOTALL)
Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class BadCellError(ValueError):
    """A cell that does not hold what its column is for."""

    column: str
    words: str

    def __str__(self) -> str:
        return f"{self.column}: {self.words[:60]!r} is not understood"


def row_of(item: GoldItem) -> dict[str, str]:
    """Return an item as cells, in the order of `COLUMNS`."""
    plain = asdict(item)
    length = item.reference_length
    cells = {
        **{name: str(plain[name]) for name in COLUMNS},
        "answerable": "yes" if item.answerable else "no",
        "reference_length": "" if length is None else str(length),
        "history": _lined(f"{turn.role}: {_escaped(turn.content)}" for turn in item.history),
        "key_points": _lined(" | ".join(map(_escaped, group)) for group in item.key_points),
        "evidence": _lined(" | ".join(map(_quoted, group)) for group in item.evidence),
        "allowed": _lined(map(_quoted, item.allowed)),
    }
    return cells | {name: _lined(map(_escaped, plain[name])) for name in LISTED}


def record_of(cells: Cells) -> dict[str, object]:
    """Return what the cells of a row say, as the fields of a JSON line; empty ones are left out.

    Raises BadCellError.
    """
    said = {name: cells.get(name, "").strip() for name in COLUMNS}
    record: dict[str, object] = {name: words for name, words in said.items() if words}
    record.setdefault("split", split_of(said["question"]).value)  # nobody has to work it out
    record["answerable"] = _truth(said["answerable"])
    record["history"] = [_turn(line) for line in _lines(said["history"])]
    record["key_points"] = [_alternatives(line) for line in _lines(said["key_points"])]
    record["evidence"] = [
        [_quote("evidence", one) for one in _PARTS.findall(line)]
        for line in _lines(said["evidence"])
    ]
    record["allowed"] = [_quote("allowed", line) for line in _lines(said["allowed"])]
    for name in LISTED:
        record[name] = [_plain(line) for line in _lines(said[name])]
    for name in ("reference_length", "version"):
        if said[name]:
            record[name] = _count(name, said[name])
    return record


def _lined(lines: Iterable[str]) -> str:
    return "\n".join(lines)


def _lines(words: str) -> list[str]:
    return [line.strip() for line in _LINES.findall(words.replace("\r\n", "\n")) if line.strip()]


def _alternatives(line: str) -> list[str]:
    return [_plain(part) for part in _PARTS.findall(line)]


def _escaped(words: str) -> str:
    r"""Return words in which nothing parts lines or alternatives.

    >>> print(_escaped("a | b\nc"))
    a \| b\nc
    """
    return words.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "\\n")


def _plain(words: str) -> str:
    r"""Return what escaped words stand for.

    >>> _plain("a \\| b\\nc")
    'a | b\nc'
    """
    return _ESCAPED.sub(lambda found: "\n" if found[1] == "n" else found[1], words.strip())


def _quoted(quote: Quote | Sealed) -> str:
    source = _escaped(quote.source).replace(":", "\\:")
    if isinstance(quote, Sealed):
        return f"{source} [{quote.start}-{quote.end}] {quote.sha256}"
    return f"{source}: {_escaped(quote.quote)}"


def _quote(column: str, words: str) -> dict[str, object]:
    told = words.strip()
    if sealed := _SEALED.fullmatch(told):
        start, end = int(sealed["start"]), int(sealed["end"])
        source = _plain(sealed["source"])
        return {"source": source, "start": start, "end": end, "sha256": sealed["sha256"]}
    if quoted := _NAME.fullmatch(told):
        return {"source": _plain(quoted["source"]), "quote": _plain(quoted["quote"])}
    raise BadCellError(column, words)


def _turn(line: str) -> dict[str, str]:
    role, parted, content = line.partition(": ")
    if not parted or role not in {"user", "assistant"}:
        raise BadCellError("history", line)
    return {"role": role, "content": _plain(content)}


def _truth(words: str) -> bool:
    known = {"yes": True, "có": True, "true": True, "1": True, "no": False, "không": False}
    known |= {"false": False, "0": False}
    if words.casefold() not in known:
        raise BadCellError("answerable", words)
    return known[words.casefold()]


def _count(column: str, words: str) -> int:
    if not words.isdigit():
        raise BadCellError(column, words)
    return int(words)
