"""What was exported comes back as it was; a damaged file brings nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.quiz.errors import BadImportError, Fault, UnknownKindError
from assistant.quiz.export.formats import exported
from assistant.quiz.export.question import Question
from assistant.quiz.imports.formats import imported
from assistant.quiz.item import Kind
from tests.assistant.quiz.test_export import TRICKY, asked


def alike(one: Question) -> Question:
    """Return a question without what no format holds: the order of what is to be matched."""
    one = replace(one, short="")
    if one.kind not in (Kind.MATCH, Kind.ORDER):
        return one
    options = tuple(sorted(set(one.options)))
    return replace(one, options=options, key=tuple(options.index(one.options[k]) for k in one.key))


def test_moodle_xml_comes_back_whole() -> None:
    own = [*asked(), TRICKY]
    back = imported("moodle-xml", exported("moodle-xml", own).data)

    assert list(map(alike, back)) == list(map(alike, own))


def test_gift_comes_back_whole_but_for_the_answers_of_an_essay() -> None:
    own = [*asked(), TRICKY]
    back = imported("gift", exported("gift", own).data)
    held = [replace(one, answers=()) if one.is_list else one for one in own]

    assert list(map(alike, back)) == list(map(alike, held))


def test_aiken_comes_back_with_all_that_it_holds() -> None:
    own = [one for one in (*asked(), TRICKY) if one.kind is Kind.MC]
    back = imported("aiken", exported("aiken", own).data)

    assert [(b.stem, b.options, b.key) for b in back] == [(o.stem, o.options, o.key) for o in own]


@pytest.mark.parametrize("name", ["moodle-xml", "gift", "aiken"])
def test_a_second_round_trip_gives_the_same_bytes(name: str) -> None:
    once = exported(name, asked()).data

    assert exported(name, imported(name, once)).data == once


def test_gift_of_other_people_is_read() -> None:
    text = """
$CATEGORY: Luật

// một chú thích
::Câu 1:: Ai ký? {
  =Giám đốc # đúng rồi
  ~Văn thư
}

Luật có hiệu lực từ ngày {=01/7/2023 =1/7/2023} theo quy định.

Đúng không? {T}

[html]<p>Chọn <b>hai</b></p> {~%50%A ~%50%B ~%-100%C}
"""
    found = imported("gift", text.encode())

    kinds = [one.kind for one in found]
    assert kinds == [Kind.MC, Kind.SHORT, Kind.TF, Kind.MULTI]
    assert found[0].options == ("Giám đốc", "Văn thư")
    assert found[1].stem == "Luật có hiệu lực từ ngày …… theo quy định."
    assert found[3].stem == "Chọn hai"


def test_aiken_of_other_people_is_read() -> None:
    text = "Ai ký?\nA) Giám đốc\nB) Văn thư\nANSWER: A\n"

    assert imported("aiken", text.encode())[0].options == ("Giám đốc", "Văn thư")


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("gift", b"\xff\xfe\x00", Fault.ENCODING),
        ("gift", b"", Fault.EMPTY),
        ("gift", "Ai ký? { =A ~B".encode(), Fault.UNCLOSED),
        ("gift", b"{ =A ~B }", Fault.STEM),
        ("gift", "Ai ký? { ~A ~B }".encode(), Fault.KEY),
        ("moodle-xml", b"<quiz><question", Fault.XML),
        ("moodle-xml", b"<!DOCTYPE q [<!ENTITY a 'b'>]><quiz/>", Fault.XML),
        ("moodle-xml", b"<quiz/>", Fault.EMPTY),
        ("moodle-xml", b"<quiz><question type='truefalse'/></quiz>", Fault.STEM),
        (
            "moodle-xml",
            b"<quiz><question type='numerical'><questiontext><text>1?</text></questiontext>\n\
</question></quiz>",
            Fault.KIND,
        ),
        ("aiken", "Ai ký?\nA. Giám đốc\nB. Văn thư\nANSWER: D\n".encode(), Fault.KEY),
        ("aiken", "Ai ký?\nA. Giám đốc\nANSWER: A\n".encode(), Fault.OPTIONS),
        ("aiken", "Ai ký?\nA. Giám đốc\nB. Văn thư\n".encode(), Fault.UNCLOSED),
        ("aiken", b"", Fault.EMPTY),
    ],
)
def test_a_damaged_file_is_told_and_brings_nothing(name: str, data: bytes, fault: Fault) -> None:
    with pytest.raises(BadImportError) as caught:
        imported(name, data)

    assert caught.value.fault is fault


def test_an_unknown_format_is_told() -> None:
    with pytest.raises(UnknownKindError):
        imported("docx", b"")
