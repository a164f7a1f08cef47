"""The tables of the bank, beside those of the library in its database."""

from __future__ import annotations

import json
import re
from typing import Any

from assistant.quiz.bank.kept import NO_SOURCE, Content, Kept, Status, Version
from assistant.quiz.errors import BadImportError, Fault
from assistant.quiz.export.question import Question
from assistant.quiz.item import Item, Kind
from assistant.quiz.record import item_json, item_of
from corpus.syllables import folded, syllables

Json = dict[str, Any]
Row = tuple[Any, ...]
MARK = "quiz-bank 1"  # in the library's table of marks: these tables are there, in this form
TABLES = """
CREATE TABLE quiz_items (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    reason TEXT NOT NULL,
    version INTEGER NOT NULL,
    scope TEXT NOT NULL,
    words TEXT NOT NULL,
    changed_at TEXT NOT NULL
) STRICT;
CREATE TABLE quiz_versions (
    item_id TEXT NOT NULL REFERENCES quiz_items (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    content TEXT NOT NULL,
    faults TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (item_id, version)
) STRICT, WITHOUT ROWID;
CREATE TABLE quiz_tags (
    item_id TEXT NOT NULL REFERENCES quiz_items (id) ON DELETE CASCADE,
    tag TEXT NOT NULL,
    PRIMARY KEY (item_id, tag)
) STRICT, WITHOUT ROWID;
CREATE TABLE quiz_papers (
    id TEXT PRIMARY KEY,
    recipe TEXT NOT NULL,
    made_at TEXT NOT NULL
) STRICT;
CREATE TABLE quiz_places (
    paper_id TEXT NOT NULL REFERENCES quiz_papers (id) ON DELETE CASCADE,
    item_id TEXT NOT NULL REFERENCES quiz_items (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    PRIMARY KEY (paper_id, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX quiz_places_of_items ON quiz_places (item_id)
"""
KEPT = """
SELECT i.id, i.status, i.reason, i.version, i.scope, i.changed_at, v.content, v.faults,
    (SELECT json_group_array(tag) FROM quiz_tags t WHERE t.item_id = i.id)
FROM quiz_items i JOIN quiz_versions v ON v.item_id = i.id AND v.version = i.version
"""
_SPACES = re.compile(r"\s+")


def kept_of(row: Row) -> Kept:
    """Return the record of a row of `KEPT`."""
    key, status, reason, version, scope, changed_at, content, faults, tags = row
    found = content_of(content)
    lacking = () if isinstance(found, Item) else (NO_SOURCE,)
    return Kept(
        id=key,
        content=found,
        status=Status(status),
        reason=reason,
        tags=tuple(sorted(json.loads(tags))),
        version=version,
        faults=tuple(json.loads(faults)) or lacking,
        scope=frozenset(json.loads(scope)),
        changed_at=changed_at,
    )


def version_of(row: Row) -> Version:
    """Return the record of a row (version, content, faults, at)."""
    number, content, faults, at = row
    found = tuple(json.loads(faults))
    return Version(number=number, content=content_of(content), faults=found, at=at)


def content_row(content: Content) -> str:
    """Return what the column `content` holds of an item."""
    if isinstance(content, Item):
        return dumped({"item": item_json(content, {})})
    return dumped({"question": _question_json(content)})


def content_of(row: str) -> Content:
    """Return the item that the column `content` holds.

    An item whose proof this version of the program cannot read comes back without it: its words
    and its key are not lost, and it is not called proved.

    Raises:
        BadImportError: the record lacks a field, or a field cannot be what it is.
    """
    record = json.loads(row)
    try:
        return item_of(record["item"]) if "item" in record else _question(record["question"])
    except BadImportError:
        return _without_proof(record["item"])
    except (KeyError, TypeError, ValueError) as error:
        raise BadImportError("", Fault.RECORD) from error


def _without_proof(record: Json) -> Question:
    key = record.get("key", [])
    texts = [one for one in key if isinstance(one, str)]
    told = {"name": record.get("id", ""), "feedback": record.get("explanation", "")}
    try:
        return _question({**record, **told, "key": [] if texts else key, "answers": texts})
    except (KeyError, TypeError, ValueError) as error:
        raise BadImportError("", Fault.RECORD) from error


def words_of(content: Content) -> str:
    """Return the syllables that a search looks at, with blanks around: as written, and bare.

    >>> words_of(Question(name="", kind=Kind.SHORT, stem="Ai ký?", answers=("Sở",)))
    ' ai ký sở ai ky so '
    """
    told = content.explanation if isinstance(content, Item) else content.feedback
    texts = (content.stem, *content.options, *content.prompts, *content.answers, told)
    words = [word for text in texts for word in syllables(text)]
    return " ".join(("", *words, *map(folded, words), ""))


def dumped(value: object) -> str:
    """Return a value as JSON, its letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def one_line(words: str) -> str:
    r"""Return words on one line.

    >>> one_line(" tập huấn\n2024 ")
    'tập huấn 2024'
    """
    return _SPACES.sub(" ", words).strip()


def _question_json(one: Question) -> Json:
    return {
        "name": one.name,
        "kind": one.kind.value,
        "stem": one.stem,
        "options": list(one.options),
        "prompts": list(one.prompts),
        "key": list(one.key),
        "answers": list(one.answers),
        "feedback": one.feedback,
    }


def _question(record: Json) -> Question:
    return Question(
        name=record["name"],
        kind=Kind(record["kind"]),
        stem=record["stem"],
        options=tuple(record["options"]),
        prompts=tuple(record["prompts"]),
        key=tuple(record["key"]),
        answers=tuple(record["answers"]),
        feedback=record["feedback"],
    )
