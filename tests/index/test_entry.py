"""What is indexed for a passage."""

from __future__ import annotations

from dataclasses import replace

from corpus.document import Document, Fact, IssueDate, Particulars
from corpus.passage import PassageKind
from corpus.span import Span
from index.entry import entries, naming
from tests.index.world import document, passage, shelf


def test_furniture_and_frames_are_not_indexed() -> None:
    kinds = {entry.passage.kind for entry in entries(shelf())}
    assert kinds == {PassageKind.HEADING, PassageKind.PARAGRAPH, PassageKind.ITEM}


def test_every_other_passage_is_an_entry_in_order() -> None:
    assert [entry.passage.path[0] for entry in entries(shelf())] == [
        "II.",
        "Công",
        "-",
        "-",
        "Báo",
        "Huyện",
    ]


def test_an_item_is_found_by_its_lead_in_too() -> None:
    item = entries(shelf())[2]
    assert item.context == "II. CÔNG KHAI\nCông khai cho công chức biết:"
    assert item.embedded.endswith("- Nâng bậc lương, nâng ngạch;")


def test_a_heading_above_is_not_a_lead_in() -> None:
    lead_in = entries(shelf())[1]
    assert lead_in.lead == ""
    assert lead_in.context == "II. CÔNG KHAI"


def test_both_halves_of_a_cut_sentence_are_found_by_the_whole() -> None:
    of = document("bao-cao", "Báo cáo\nnhân dân có tâm lý\n¹ Ghi chú\nổn định.")
    first = passage(of, "nhân dân có tâm lý")
    second = replace(passage(of, "ổn định."), continues=first.id)
    one, two = entries([(of, (first, second))])
    assert one.body == "nhân dân có tâm lý ổn định."
    assert two.body.split() == ["ổn", "định.", "nhân", "dân", "có", "tâm", "lý"]


def test_a_document_is_named_by_its_particulars_too() -> None:
    text = "Sở Nội vụ\nSố: 5/KH-SNV\nTrà Vinh, ngày 7/3/2024\nKẾ HOẠCH\nDân vận"
    of = Document(
        id="kh",
        source="kh.txt",
        text=text,
        particulars=Particulars(
            title=fact(text, "Dân vận"),
            kind=fact(text, "KẾ HOẠCH"),
            number=fact(text, "5/KH-SNV"),
            issuer=fact(text, "Sở Nội vụ"),
            place=fact(text, "Trà Vinh"),
            issued_on=IssueDate(year=2024, month=3, day=7, span=Span(35, 43)),
        ),
    )
    assert naming(of) == "Dân vận\nKẾ HOẠCH\n5/KH-SNV\nSở Nội vụ\nTrà Vinh\n07/3/2024"


def test_a_document_without_particulars_is_named_by_its_file() -> None:
    assert naming(Document(id="kh", source="kh.txt", text="Dân vận")) == "kh.txt"


def fact(text: str, words: str) -> Fact:
    """Return the fact that `words` in `text` prove."""
    return Fact(words, Span(start := text.index(words), start + len(words)))


def test_the_title_of_the_document_comes_with_each_entry() -> None:
    assert [entry.title for entry in entries(shelf())] == ["Kế hoạch dân chủ"] * 5 + ["Tin huyện"]


def test_a_clause_whose_article_has_no_heading_is_found_by_how_the_article_begins() -> None:
    text = "Điều 5.\n1. Nhà nước bảo đảm quyền con người; tôn trọng.\n2. Luật quy định việc này."
    of = document("hien-phap", text)
    heading = passage(of, "Điều 5.", kind=PassageKind.HEADING)
    above = ("Điều 5.",)
    whole = "1. Nhà nước bảo đảm quyền con người; tôn trọng."
    first = passage(of, whole, headings=above, parent=heading)
    second = passage(of, "2. Luật quy định việc này.", headings=above, parent=heading)

    found = entries([(of, (heading, first, second))])

    assert [entry.gist for entry in found] == ["", "", "Nhà nước bảo đảm quyền con người"]
    assert found[2].embedded == "Nhà nước bảo đảm quyền con người\n2. Luật quy định việc này."
    assert found[2].passage.headings == ("Điều 5.",)


def test_an_article_with_a_heading_needs_no_gist() -> None:
    text = "Điều 5. Quyền con người\n1. Nhà nước bảo đảm; tôn trọng.\n2. Luật quy định."
    of = document("luat", text)
    heading = passage(of, "Điều 5. Quyền con người", kind=PassageKind.HEADING)
    second = passage(of, "2. Luật quy định.", parent=heading)

    assert [entry.gist for entry in entries([(of, (heading, second))])] == ["", ""]
