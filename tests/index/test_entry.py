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
