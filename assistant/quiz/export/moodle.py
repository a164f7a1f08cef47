"""Moodle XML: https://docs.moodle.org/en/Moodle_XML_format."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from xml.etree import ElementTree as ET

from assistant.quiz.export.question import Exported, Question
from assistant.quiz.item import Kind

_TYPES = {
    Kind.MC: "multichoice",
    Kind.MULTI: "multichoice",
    Kind.TF: "truefalse",
    Kind.MATCH: "matching",
    Kind.ORDER: "ordering",
    Kind.FILL: "shortanswer",
    Kind.SHORT: "shortanswer",
}
_ORDERING = {
    "layouttype": "VERTICAL",
    "selecttype": "ALL",
    "gradingtype": "ABSOLUTE_POSITION",
}


def moodle_xml(asked: Sequence[Question]) -> Exported:
    """Write questions as a Moodle quiz; explanation and citation are the general feedback."""
    root = ET.Element("quiz")
    for one in asked:
        _question(root, one)
    ET.indent(root)
    return Exported(ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")


def _question(root: ET.Element, one: Question) -> None:
    sort = "essay" if one.is_list else _TYPES[one.kind]
    node = ET.SubElement(root, "question", type=sort)
    _text(ET.SubElement(node, "name"), one.name)
    _html(node, "questiontext", one.stem)
    _html(node, "generalfeedback", one.feedback)
    for tag, value in (("defaultgrade", "1"), ("penalty", "0"), ("hidden", "0")):
        ET.SubElement(node, tag).text = value
    if one.is_list:
        ET.SubElement(node, "responseformat").text = "plain"
        _html(node, "graderinfo", one.answers[0])
    elif one.kind is Kind.MATCH:
        _matching(node, one)
    elif one.kind is Kind.ORDER:
        _ordering(node, one)
    else:
        _answered(node, one)
    tags = ET.SubElement(node, "tags")
    _text(ET.SubElement(tags, "tag"), one.kind.value)


def _answered(node: ET.Element, one: Question) -> None:
    if one.kind in (Kind.MC, Kind.MULTI):
        ET.SubElement(node, "single").text = "true" if one.kind is Kind.MC else "false"
        ET.SubElement(node, "shuffleanswers").text = "true"
        ET.SubElement(node, "answernumbering").text = "ABCD"
    if one.kind in (Kind.FILL, Kind.SHORT):
        ET.SubElement(node, "usecase").text = "0"
        for answer in one.answers:
            _answer(node, "100", answer)
    elif one.kind is Kind.TF:
        _answer(node, "100" if one.key == (0,) else "0", "true")
        _answer(node, "100" if one.key == (1,) else "0", "false")
    else:
        weight = f"{100 / len(one.key):.5f}".rstrip("0").rstrip(".")
        wrong = "0" if one.kind is Kind.MC else "-100"
        for k, option in enumerate(one.options):
            _answer(node, weight if k in one.key else wrong, option, html=True)


def _answer(node: ET.Element, fraction: str, words: str, *, html: bool = False) -> None:
    """Add an answer; what a person types is plain text, what he reads is HTML."""
    written = "html" if html else "moodle_auto_format"
    made = ET.SubElement(node, "answer", fraction=fraction, format=written)
    ET.SubElement(made, "text").text = escape(words, quote=False) if html else words


def _matching(node: ET.Element, one: Question) -> None:
    ET.SubElement(node, "shuffleanswers").text = "true"
    for prompt, k in zip(one.prompts, one.key, strict=True):
        made = ET.SubElement(node, "subquestion", format="html")
        ET.SubElement(made, "text").text = escape(prompt, quote=False)
        _text(ET.SubElement(made, "answer"), one.options[k])


def _ordering(node: ET.Element, one: Question) -> None:
    for tag, value in _ORDERING.items():
        ET.SubElement(node, tag).text = value
    for place, k in enumerate(one.key, start=1):
        made = ET.SubElement(node, "answer", fraction=str(place), format="html")
        ET.SubElement(made, "text").text = escape(one.options[k], quote=False)


def _html(node: ET.Element, tag: str, words: str) -> None:
    made = ET.SubElement(node, tag, format="html")
    ET.SubElement(made, "text").text = f"<p>{escape(words, quote=False)}</p>" if words else ""


def _text(node: ET.Element, words: str) -> None:
    ET.SubElement(node, "text").text = words
