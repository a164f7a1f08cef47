"""IMS QTI 2.1: a content package with one XML file for each question."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from assistant.quiz.export.question import Exported, Question
from assistant.quiz.item import Kind

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_CP = "http://www.imsglobal.org/xsd/imscp_v1p1"
_MADE = (1980, 1, 1, 0, 0, 0)  # the same bytes each time
_MATCHED = "match_correct"
_RULES = f"http://www.imsglobal.org/question/qti_v2p1/rptemplates/{_MATCHED}"


def qti(asked: Sequence[Question]) -> Exported:
    """Write questions as a QTI package; the feedback is shown after answering."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        _put(package, "imsmanifest.xml", _manifest(asked))
        for one in asked:
            _put(package, f"items/{one.name}.xml", _item(one))
    return Exported(made.getvalue())


def _put(package: zipfile.ZipFile, name: str, words: str) -> None:
    package.writestr(zipfile.ZipInfo(name, _MADE), _HEAD + words)


def _manifest(asked: Sequence[Question]) -> str:
    resources = "".join(
        f'<resource identifier="i{one.name}" type="imsqti_item_xmlv2p1"'
        f' href="items/{one.name}.xml"><file href="items/{one.name}.xml"/></resource>'
        for one in asked
    )
    return (
        f'<manifest xmlns="{_CP}" identifier="quiz"><metadata><schema>IMS Content</schema>'
        "<schemaversion>1.1.3</schemaversion></metadata><organizations/>"
        f"<resources>{resources}</resources></manifest>"
    )


def _item(one: Question) -> str:
    return (
        f'<assessmentItem xmlns="{_QTI}" identifier="i{one.name}" title={quoteattr(one.name)}'
        f' adaptive="false" timeDependent="false">{_declared(one)}'
        '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>'
        '<outcomeDeclaration identifier="FEEDBACK" cardinality="single" baseType="identifier">'
        "<defaultValue><value>told</value></defaultValue></outcomeDeclaration>"
        f"<itemBody>{_body(one)}</itemBody>"
        f'<responseProcessing template="{_RULES}"/>'
        '<modalFeedback outcomeIdentifier="FEEDBACK" identifier="told" showHide="show">'
        f"{escape(one.feedback)}</modalFeedback></assessmentItem>"
    )


def _declared(one: Question) -> str:
    """Return the declaration of the response with its right values."""
    cardinality, sort, values = {
        Kind.MULTI: ("multiple", "identifier", [f"o{k}" for k in one.key]),
        Kind.ORDER: ("ordered", "identifier", [f"o{k}" for k in one.key]),
        Kind.MATCH: ("multiple", "directedPair", [f"p{n} o{k}" for n, k in enumerate(one.key)]),
        Kind.FILL: ("single", "string", list(one.answers[:1])),
        Kind.SHORT: ("single", "string", list(one.answers[:1])),
    }.get(one.kind, ("single", "identifier", [f"o{k}" for k in one.key]))
    right = "".join(f"<value>{escape(value)}</value>" for value in values)
    return (
        f'<responseDeclaration identifier="RESPONSE" cardinality="{cardinality}"'
        f' baseType="{sort}"><correctResponse>{right}</correctResponse>{_accepted(one)}'
        "</responseDeclaration>"
    )


def _accepted(one: Question) -> str:
    """Return the mapping that also takes the other right writings of a text."""
    entries = "".join(
        f'<mapEntry mapKey={quoteattr(answer)} mappedValue="1"/>' for answer in one.answers
    )
    return f'<mapping defaultValue="0">{entries}</mapping>' if entries else ""


def _body(one: Question) -> str:
    prompt = f"<prompt>{escape(one.stem)}</prompt>"
    if one.kind in (Kind.FILL, Kind.SHORT):
        return (
            f'<p>{escape(one.stem)}</p><p><textEntryInteraction responseIdentifier="RESPONSE"/></p>'
        )
    if one.kind is Kind.MATCH:
        left = _associable("p", one.prompts)
        right = _associable("o", one.options)
        return (
            f'<matchInteraction responseIdentifier="RESPONSE" shuffle="true"'
            f' maxAssociations="{len(one.prompts)}">{prompt}'
            f"<simpleMatchSet>{left}</simpleMatchSet><simpleMatchSet>{right}</simpleMatchSet>"
            "</matchInteraction>"
        )
    choices = "".join(
        f'<simpleChoice identifier="o{k}">{escape(option)}</simpleChoice>'
        for k, option in enumerate(one.options)
    )
    most = "" if one.kind is Kind.ORDER else f' maxChoices="{0 if one.kind is Kind.MULTI else 1}"'
    tag = "orderInteraction" if one.kind is Kind.ORDER else "choiceInteraction"
    return f'<{tag} responseIdentifier="RESPONSE" shuffle="false"{most}>{prompt}{choices}</{tag}>'


def _associable(letter: str, texts: Sequence[str]) -> str:
    return "".join(
        f'<simpleAssociableChoice identifier="{letter}{k}" matchMax="1">{escape(text)}'
        "</simpleAssociableChoice>"
        for k, text in enumerate(texts)
    )
