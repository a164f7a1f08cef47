"""Questions out of GIFT."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.quiz.errors import BadImportError, Fault
from assistant.quiz.export.question import Question
from assistant.quiz.imports.words import decoded, plain_words
from assistant.quiz.item import FALSE, TRUE, Kind

_COMMENT = re.compile(r"^//\s?(?P<words>.*)$")
_NAME = re.compile(r"^::(?P<name>(?:\\.|[^\\:]|:(?!:))*)::")
_MARKUP = re.compile(r"^\s*\[(?P<markup>html|plain|moodle|markdown)\]")
_HELD = {f"\\{c}": chr(0xE000 + k) for k, c in enumerate("\\~=#{}:")}  # while it is cut apart
_FREE = {held: pair[1] for pair, held in _HELD.items()}
_ANSWER = re.compile(r"(?P<mark>[=~])(?P<words>[^=~]*)")
_WEIGHT = re.compile(r"^\s*%(?P<weight>-?\d+(?:\.\d+)?)%")
_PLACE = re.compile(r"\d+$")
BLANK = "……"


@dataclass(frozen=True, slots=True)
class _Answer:
    right: bool
    words: str


def from_gift(data: bytes) -> tuple[Question, ...]:
    """Return the questions of a GIFT file, all or none.

    Raises:
        BadImportError: the file, or one of its questions, cannot be read.
    """
    text = decoded(data)
    for pair, held in _HELD.items():
        text = text.replace(pair, held)
    found: list[Question] = []
    for block in _blocks(text):
        lines = block.split("\n")
        notes = [c["words"] for line in lines if (c := _COMMENT.match(line))]
        comment = notes[-1].strip() if notes else ""
        body = "\n".join(line for line in lines if not _COMMENT.match(line)).strip()
        if body and not body.startswith("$CATEGORY"):
            found.append(_question(body, comment, len(found) + 1))
    if not found:
        raise BadImportError("", Fault.EMPTY)
    return tuple(found)


def _blocks(text: str) -> list[str]:
    """Return the questions, parted by blank lines outside of braces."""
    blocks: list[str] = []
    lines: list[str] = []
    depth = 0
    for line in text.split("\n"):
        if not line.strip() and not depth:
            blocks.append("\n".join(lines))
            lines = []
            continue
        lines.append(line)
        if not _COMMENT.match(line):
            depth += line.count("{") - line.count("}")
    return [block for block in (*blocks, "\n".join(lines)) if block.strip()]


def _question(body: str, comment: str, number: int) -> Question:
    named = _NAME.match(body)
    name = _freed(named["name"]) if named else f"{number}"
    rest = body[named.end() :] if named else body
    opened, closed = rest.find("{"), rest.rfind("}")
    if opened < 0 or closed < opened:
        raise BadImportError(name, Fault.UNCLOSED)
    after = rest[closed + 1 :].strip()
    stem = _read(rest[:opened] + (f" {BLANK} {after}" if after else ""))
    answers, _, feedback = rest[opened + 1 : closed].partition("####")
    if not stem:
        raise BadImportError(name, Fault.STEM)
    made = _made(name, stem, answers, comment)
    return replace(made, feedback=_read(feedback))


def _made(name: str, stem: str, answers: str, comment: str) -> Question:
    truth = answers.split("#", maxsplit=1)[0].strip().upper()
    if truth in ("T", "TRUE", "F", "FALSE"):
        key = (0,) if truth.startswith("T") else (1,)
        return Question(name=name, kind=Kind.TF, stem=stem, options=(TRUE, FALSE), key=key)
    found = _answers(answers)
    if not found:
        return Question(name=name, kind=Kind.SHORT, stem=stem)
    if all(one.right and "->" in one.words for one in found):
        return _matching(name, stem, found, comment)
    if all(one.right for one in found) and "~" not in answers:
        kind = Kind.FILL if comment == Kind.FILL.value else Kind.SHORT
        texts = tuple(_read(one.words) for one in found)
        return Question(name=name, kind=kind, stem=stem, answers=texts)
    return _choice(name, stem, found)


def _answers(text: str) -> list[_Answer]:
    """Return the answers of a question; one is right by its mark or by a weight above 0."""
    made = []
    for hit in _ANSWER.finditer(text):
        words = hit["words"].split("#")[0]
        weight = _WEIGHT.match(words)
        right = float(weight["weight"]) > 0 if weight else hit["mark"] == "="
        made.append(_Answer(right, words[weight.end() :] if weight else words))
    return made


def _choice(name: str, stem: str, found: list[_Answer]) -> Question:
    key = tuple(k for k, one in enumerate(found) if one.right)
    if len(found) < 2:  # noqa: PLR2004 — a choice has two options
        raise BadImportError(name, Fault.OPTIONS)
    if not key:
        raise BadImportError(name, Fault.KEY)
    options = tuple(_read(one.words) for one in found)
    kind = Kind.MC if len(key) == 1 else Kind.MULTI
    return Question(name=name, kind=kind, stem=stem, options=options, key=key)


def _matching(name: str, stem: str, found: list[_Answer], comment: str) -> Question:
    """Return a matching, or what was written as one: parts beside their places."""
    pairs = [tuple(map(_read, one.words.split("->", 1))) for one in found]
    rights = tuple(right for _, right in pairs)
    if comment == Kind.ORDER.value and all(_PLACE.match(left) for left, _ in pairs):
        options = tuple(sorted(rights))
        key = tuple(options.index(right) for right in rights)
        return Question(name=name, kind=Kind.ORDER, stem=stem, options=options, key=key)
    options = tuple(sorted(dict.fromkeys(rights)))
    return Question(
        name=name,
        kind=Kind.MATCH,
        stem=stem,
        prompts=tuple(left for left, _ in pairs),
        options=options,
        key=tuple(options.index(right) for right in rights),
    )


def _read(text: str) -> str:
    """Return words as they are meant: markup gone where it is said to be HTML, escapes undone."""
    markup = _MARKUP.match(text)
    words = _freed(text[markup.end() :] if markup else text)
    return plain_words(words) if markup and markup["markup"] == "html" else " ".join(words.split())


def _freed(text: str) -> str:
    for held, char in _FREE.items():
        text = text.replace(held, char)
    return text.replace("\\n", "\n").strip()
