"""Questions out of Moodle XML."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from assistant.quiz.errors import BadImportError, Fault
from assistant.quiz.export.question import Question
from assistant.quiz.imports.words import decoded, plain_words
from assistant.quiz.item import FALSE, TRUE, Kind

_LEFT_OUT = frozenset({"category", "description"})  # they ask nothing


def from_moodle_xml(data: bytes) -> tuple[Question, ...]:
    """Return the questions of a Moodle XML file, all or none.

    Raises:
        BadImportError: the file, or one of its questions, cannot be read.
    """
    text = decoded(data)
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise BadImportError("", Fault.XML)
    try:
        root = ET.fromstring(text.encode())  # noqa: S314 — no entities are declared
    except ET.ParseError as error:
        raise BadImportError("", Fault.XML) from error
    asked = [node for node in root.iter("question") if node.get("type") not in _LEFT_OUT]
    if not asked:
        raise BadImportError("", Fault.EMPTY)
    return tuple(_question(node, number) for number, node in enumerate(asked, start=1))


def _question(node: ET.Element, number: int) -> Question:
    name = _words(node.find("name")) or str(number)
    stem = _words(node.find("questiontext"))
    feedback = _words(node.find("generalfeedback"))
    if not stem:
        raise BadImportError(name, Fault.STEM)
    made = _READ.get(node.get("type", ""))
    if made is None:
        raise BadImportError(name, Fault.KIND)
    return made(node, name, stem, feedback)


def _choice(node: ET.Element, name: str, stem: str, feedback: str) -> Question:
    answers = node.findall("answer")
    key = tuple(k for k, one in enumerate(answers) if _fraction(one) > 0)
    if len(answers) < 2:  # noqa: PLR2004 — a choice has two options
        raise BadImportError(name, Fault.OPTIONS)
    single = node.findtext("single", "true").strip() in ("true", "1")
    if not key or (single and len(key) > 1):
        raise BadImportError(name, Fault.KEY)
    return Question(
        name=name,
        kind=Kind.MC if single else Kind.MULTI,
        stem=stem,
        options=tuple(map(_words, answers)),
        key=key,
        feedback=feedback,
    )


def _truth(node: ET.Element, name: str, stem: str, feedback: str) -> Question:
    right = [_words(one).casefold() for one in node.findall("answer") if _fraction(one) > 0]
    if right not in (["true"], ["false"]):
        raise BadImportError(name, Fault.KEY)
    key = (0,) if right == ["true"] else (1,)
    options = (TRUE, FALSE)
    return Question(name=name, kind=Kind.TF, stem=stem, options=options, key=key, feedback=feedback)


def _matching(node: ET.Element, name: str, stem: str, feedback: str) -> Question:
    pairs = [(_words(one), _words(one.find("answer"))) for one in node.findall("subquestion")]
    options = tuple(sorted({right for _, right in pairs}))
    asked = [(left, right) for left, right in pairs if left]
    if len(asked) < 2:  # noqa: PLR2004 — a matching has two pairs
        raise BadImportError(name, Fault.OPTIONS)
    return Question(
        name=name,
        kind=Kind.MATCH,
        stem=stem,
        prompts=tuple(left for left, _ in asked),
        options=options,
        key=tuple(options.index(right) for _, right in asked),
        feedback=feedback,
    )


def _ordering(node: ET.Element, name: str, stem: str, feedback: str) -> Question:
    parts = [_words(one) for one in sorted(node.findall("answer"), key=_fraction)]
    if len(parts) < 2:  # noqa: PLR2004 — an order has two parts
        raise BadImportError(name, Fault.OPTIONS)
    options = tuple(sorted(parts))
    key = tuple(options.index(part) for part in parts)
    return Question(
        name=name, kind=Kind.ORDER, stem=stem, options=options, key=key, feedback=feedback
    )


def _short(node: ET.Element, name: str, stem: str, feedback: str) -> Question:
    answers = tuple(_words(one) for one in node.findall("answer") if _fraction(one) > 0)
    if not answers:
        raise BadImportError(name, Fault.KEY)
    tags = [_words(tag) for tag in node.iter("tag")]
    kind = Kind.FILL if Kind.FILL.value in tags else Kind.SHORT
    return Question(name=name, kind=kind, stem=stem, answers=answers, feedback=feedback)


def _essay(node: ET.Element, name: str, stem: str, feedback: str) -> Question:
    told = _words(node.find("graderinfo"))
    answers = (told,) if told else ()
    return Question(name=name, kind=Kind.SHORT, stem=stem, answers=answers, feedback=feedback)


_READ = {
    "multichoice": _choice,
    "truefalse": _truth,
    "matching": _matching,
    "ordering": _ordering,
    "shortanswer": _short,
    "essay": _essay,
}


def _words(node: ET.Element | None) -> str:
    """Return the words under a node; those in HTML without their markup."""
    text = node.findtext("text", "") if node is not None else ""
    plain = node is None or node.get("format") not in ("html", None)
    named = node is not None and node.tag in ("name", "tag", "answer") and not node.get("format")
    return " ".join(text.split()) if plain or named else plain_words(text)


def _fraction(node: ET.Element) -> float:
    try:
        return float(node.get("fraction", "0"))
    except ValueError:
        return 0.0
