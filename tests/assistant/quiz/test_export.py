"""Exports open in other people's programs and say what they could not hold."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import zipfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import openpyxl
import pypdfium2
import pytest

from assistant.quiz.errors import UnknownKindError
from assistant.quiz.export.formats import FORMATS, exported
from assistant.quiz.export.gift import escaped
from assistant.quiz.export.printed import shuffled
from assistant.quiz.export.question import Lost, Question, questions
from assistant.quiz.export.sheets import KAHOOT_OPTION, KAHOOT_STEM
from assistant.quiz.item import Kind
from assistant.quiz.naming import name_of
from tests.assistant.quiz.world import shipped, whole_run

TRICKY = Question(
    name="tricky",
    kind=Kind.MC,
    stem="Theo {luật}: 1 = 1 ~ #2 & <b>đậm</b> \\ “ngoặc”?",
    options=("a = b", "{c}: d", "e ~ f & <g>", "h # i"),
    key=(2,),
    feedback="Nguồn: mục {I}: “a & b < c”.",
)
PARSE = """
import gift from 'gift-pegjs';
import fs from 'fs';
const found = gift.parse(fs.readFileSync(process.argv[2], 'utf8'), {});
console.log(JSON.stringify(found));
"""
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def asked(seed: int = 7) -> tuple[Question, ...]:
    shelf = shipped()
    names = {key: name_of(document, shelf) for key, document in shelf.documents.items()}
    return questions(whole_run(seed).items, names)


@pytest.fixture(scope="session")
def parser(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with gift-pegjs, or skip where node or the package cannot be had."""
    npm = shutil.which("npm")
    if shutil.which("node") is None or npm is None:
        pytest.skip("node and npm are needed to check GIFT with gift-pegjs")
    folder = tmp_path_factory.mktemp("gift")
    (folder / "parse.mjs").write_text(PARSE)
    command = (npm, "install", "--prefer-offline", "--no-audit", "--no-fund", "gift-pegjs@1.0.2")
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=120)
    if done.returncode:
        pytest.skip("gift-pegjs cannot be installed here")
    return folder


def parsed(folder: Path, data: bytes) -> list[dict[str, object]]:
    file = folder / "quiz.gift"
    file.write_bytes(data)
    done = subprocess.run(
        (shutil.which("node") or "", "parse.mjs", str(file)),
        cwd=folder,
        capture_output=True,
        check=True,
        timeout=60,
    )
    found: list[dict[str, object]] = json.loads(done.stdout)
    return found


def test_gift_pegjs_reads_every_question(parser: Path) -> None:
    own = asked()
    found = parsed(parser, exported("gift", own).data)

    types = Counter(str(one["type"]) for one in found)
    kinds = Counter(one.kind for one in own)
    essays = sum(one.is_list for one in own)
    assert len(found) == len(own)
    assert types["MC"] == kinds[Kind.MC] + kinds[Kind.MULTI]
    assert types["TF"] == kinds[Kind.TF]
    assert types["Matching"] == kinds[Kind.MATCH] + kinds[Kind.ORDER]
    assert types["Short"] + types["Essay"] == kinds[Kind.FILL] + kinds[Kind.SHORT]
    assert types["Essay"] == essays


def test_gift_pegjs_reads_the_characters_that_mean_something_in_gift(parser: Path) -> None:
    found = parsed(parser, exported("gift", [TRICKY]).data)

    assert found[0]["stem"] == {"format": "moodle", "text": TRICKY.stem}
    assert found[0]["globalFeedback"] == {"format": "moodle", "text": TRICKY.feedback}


def test_gift_escapes_what_means_something() -> None:
    assert escaped("~=#{}:\\") == "\\~\\=\\#\\{\\}\\:\\\\"


def test_moodle_xml_has_the_published_structure() -> None:
    root = ET.fromstring(exported("moodle-xml", asked()).data)  # noqa: S314 — our own file

    assert root.tag == "quiz"
    for node in root:
        assert node.tag == "question"
        assert node.findtext("name/text")
        assert node.findtext("questiontext/text", "").startswith("<p>")
        assert "Nguồn: " in node.findtext("generalfeedback/text", "")
        if node.get("type") == "multichoice":
            total = sum(max(0.0, float(a.get("fraction", 0))) for a in node.findall("answer"))
            assert total == pytest.approx(100, abs=0.01)


def test_moodle_xml_escapes_markup_twice_so_that_it_is_shown() -> None:
    words = exported("moodle-xml", [TRICKY]).data.decode()

    assert "&amp;lt;b&amp;gt;đậm" in words
    assert "<b>đậm" not in words


def test_aiken_holds_choices_only_and_says_that_the_citation_is_lost() -> None:
    own = asked()
    made = exported("aiken", own)
    lost = Counter(loss.lost for loss in made.losses)
    choices = sum(one.kind is Kind.MC for one in own)

    assert made.data.decode().count("ANSWER: ") == choices
    assert lost[Lost.FEEDBACK] == 1
    assert lost[Lost.KIND] == len(own) - choices


def cells(data: bytes) -> list[list[str]]:
    """Return the texts of the rows of a workbook, read from its XML."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        root = ET.fromstring(package.read("xl/worksheets/sheet1.xml"))  # noqa: S314
    rows = root.iter(f"{SHEET}row")
    return [["".join(cell.itertext()) for cell in row.iter(f"{SHEET}c")] for row in rows]


def test_a_workbook_holds_a_row_for_each_question() -> None:
    rows = cells(exported("xlsx", asked()).data)

    assert len(rows) == len(asked()) + 1
    assert rows[0][:3] == ["Mã", "Loại", "Câu hỏi"]
    assert all("Nguồn: " in row[-1] for row in rows[1:])


def test_openpyxl_reads_the_workbook() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(exported("xlsx", asked()).data)).active

    assert sheet.max_row == len(asked()) + 1


def test_a_pdf_holds_every_question_and_its_source_on_pages_of_their_own() -> None:
    own = asked()[:6]
    pages = pypdfium2.PdfDocument(exported("pdf", own, variants=2).data)
    told = [" ".join(page.get_textpage().get_text_range().split()) for page in pages]
    whole = " ".join(told)

    assert all(" ".join(one.stem.split()) in whole for one in own)
    assert whole.count("Nguồn: ") == 2 * len(own)
    assert [text.split(" – ")[0] for text in told if " – Mã đề " in text[:40]] == [
        "ĐỀ KIỂM TRA",
        "ĐỀ KIỂM TRA",
        "ĐÁP ÁN VÀ NGUỒN TRÍCH",
        "ĐÁP ÁN VÀ NGUỒN TRÍCH",
    ]


def test_a_letter_that_the_font_lacks_is_marked_and_none_of_vietnamese_is() -> None:
    letters = "ĂẰẲẴẮẶÂẦẨẪẤẬĐÊỀỂỄẾỆÔỒỔỖỐỘƠỜỞỠỚỢƯỪỬỮỨỰỲỶỸÝỴ"
    one = Question(
        name="1", kind=Kind.SHORT, stem=f"{letters} {letters.lower()} 漢", answers=("a",)
    )
    [page, _] = pypdfium2.PdfDocument(exported("pdf", [one]).data)
    told = page.get_textpage().get_text_range().replace("\r\n", "")

    assert letters in told
    assert letters.lower() in told
    assert " ?" in told


def test_csv_begins_with_a_mark_and_no_cell_is_a_formula() -> None:
    one = Question(name="=1+1", kind=Kind.SHORT, stem="@SUM(A1)", answers=("-2",))
    data = exported("csv", [one]).data

    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig").splitlines()[1].startswith("'=1+1,short,'@SUM(A1)")


def test_kahoot_takes_only_what_is_short_enough_and_nothing_is_cut() -> None:
    own = asked()
    made = exported("kahoot", own)
    rows = cells(made.data)[1:]
    stems = {stem for one in own for stem in (one.stem, one.short)}
    lost = Counter(loss.lost for loss in made.losses)

    assert rows
    assert all(len(row[0]) <= KAHOOT_STEM and row[0] in stems for row in rows)
    assert all(len(cell) <= KAHOOT_OPTION for row in rows for cell in row[1:])
    assert lost[Lost.SHORTENED] <= len(rows)
    assert len(rows) + lost[Lost.KIND] + lost[Lost.LENGTH] == len(own)


def test_quizizz_names_the_right_options_from_one_on() -> None:
    made = exported("quizizz", [TRICKY])

    assert cells(made.data)[1][-2:] == ["3", "60"]


def test_a_paper_opens_again_with_its_variants_and_keys() -> None:
    from docx import Document  # noqa: PLC0415 — loading it takes a while

    own = asked()[:12]
    made = exported("docx", own, variants=3, seed=5).data
    words = [p.text for p in Document(io.BytesIO(made)).paragraphs]

    for number in ("001", "002", "003"):
        assert f"ĐỀ KIỂM TRA – Mã đề {number}" in words
        assert f"ĐÁP ÁN VÀ NGUỒN TRÍCH – Mã đề {number}" in words
    assert sum("Nguồn: " in line for line in words) == 3 * len(own)


def test_a_variant_has_the_same_questions_and_the_same_right_texts() -> None:
    own = asked()
    other = shuffled(own, 2, 5)

    assert [one.name for one in other] != [one.name for one in own]
    right = {one.name: sorted(one.options[k] for k in one.key) for one in own}
    for one in other:
        assert sorted(one.options[k] for k in one.key) == right[one.name]
        if one.kind is Kind.ORDER:
            first = next(was for was in own if was.name == one.name)
            ordered = [first.options[k] for k in first.key]
            assert [one.options[k] for k in one.key] == ordered
    assert shuffled(own, 2, 5) == other
    assert shuffled(own, 1, 5) == own


def test_a_qti_package_lists_every_item_and_every_item_is_well_formed() -> None:
    own = asked()
    with zipfile.ZipFile(io.BytesIO(exported("qti", [*own, TRICKY]).data)) as package:
        manifest = ET.fromstring(package.read("imsmanifest.xml"))  # noqa: S314 — our own file
        files = [node.get("href") for node in manifest.iter() if node.tag.endswith("}file")]
        roots = [ET.fromstring(package.read(str(name))) for name in files]  # noqa: S314

    assert len(files) == len(own) + 1
    assert {root.tag.rsplit("}", 1)[1] for root in roots} == {"assessmentItem"}


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_an_export_has_the_same_bytes_each_time(name: str) -> None:
    if name == "docx":
        pytest.skip("python-docx writes the time into the package")
    assert exported(name, asked()).data == exported(name, asked()).data


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_no_question_at_all_can_be_exported(name: str) -> None:
    assert exported(name, []).losses == ()


def test_an_unknown_format_is_told() -> None:
    with pytest.raises(UnknownKindError):
        exported("odt", asked())
