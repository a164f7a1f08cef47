"""Warnings name what an answer cites that has ended, may have ended or was amended."""

from __future__ import annotations

from assistant.reply import Citation, Claim, Part
from assistant.telling.warn import Warner
from corpus.agencies import FormerAgencies
from corpus.document import Document, Fact, IssueDate, Particulars
from corpus.passage import Passage, PassageKind
from corpus.registry import Registry
from corpus.span import Span

REGISTRY = Registry.load()
AGENCIES = FormerAgencies.load()
ANY = Span(0, 1)

ORDINANCE = "Thực hiện Pháp lệnh số 34/2007/PL-UBTVQH11 của Ủy ban Thường vụ Quốc hội."
DECREE = "Thực hiện dân chủ theo Nghị định số 04/2015/NĐ-CP ngày 09/01/2015."
ENDED = "đã hết hiệu lực từ 01/7/2023 (Luật 10/2022/QH15, Điều 90 khoản 2)."
INHERITED = (
    "Nghị định 04/2015/NĐ-CP: nội dung đã được Luật 10/2022/QH15 (Chương III) kế thừa "
    "từ 01/7/2023; cần kiểm tra hiệu lực."
)


def fact(value: str | None) -> Fact | None:
    return Fact(value, ANY) if value else None


def day(year: int, month: int | None = None) -> IssueDate:
    return IssueDate(year=year, month=month, span=ANY)


def part(*quotes: str, date: IssueDate | None = None, **known: str) -> Part:
    """Return a part whose claims quote `quotes`, of a document with the particulars `known`."""
    text = "\n".join(quotes)
    key = f"{known.get('number', '')}{date}"
    document = Document(
        id=key,
        source=f"{key}.txt",
        text=text,
        particulars=Particulars(
            issued_on=date,
            number=fact(known.get("number")),
            title=fact(known.get("title")),
            issuer=fact(known.get("issuer")),
            place=fact(known.get("place")),
        ),
    )
    citations = [
        Citation(
            n=n,
            document_id=key,
            span=Span(text.index(quote), text.index(quote) + len(quote)),
            quote=quote,
            address="",
        )
        for n, quote in enumerate(quotes, 1)
    ]
    claims = tuple(Claim(text=c.quote, citations=(c,)) for c in citations)
    return Part(document=document, lead="Theo văn bản:", claims=claims)


def warnings(*parts: Part) -> tuple[str, ...]:
    return Warner(REGISTRY, AGENCIES).warnings(parts)


def test_an_ended_instrument_is_named_with_its_end_and_the_article() -> None:
    assert warnings(part(ORDINANCE)) == (
        f"Pháp lệnh 34/2007/PL-UBTVQH11 được nhắc trong đoạn trích {ENDED}",
    )


def test_a_report_older_than_the_end_is_not_blamed() -> None:
    assert warnings(part(ORDINANCE, date=day(2021, 11))) == (
        (
            "Pháp lệnh 34/2007/PL-UBTVQH11, được nhắc trong văn bản tháng 11/2021, đã hết hiệu lực "
            "sau đó, từ 01/7/2023 (Luật 10/2022/QH15, Điều 90 khoản 2)."
        ),
    )


def test_one_citation_after_the_end_makes_the_plain_sentence() -> None:
    parts = (part(ORDINANCE, date=day(2021)), part(ORDINANCE, date=day(2024)))

    assert warnings(*parts) == (
        f"Pháp lệnh 34/2007/PL-UBTVQH11 được nhắc trong đoạn trích {ENDED}",
    )


def test_an_uncertain_instrument_is_told_in_safe_words() -> None:
    assert warnings(part(DECREE)) == (INHERITED,)


def test_instruments_of_which_the_same_is_to_be_said_share_a_sentence() -> None:
    (shared,) = warnings(part("theo Nghị định 60/2013/NĐ-CP", "và Nghị định 149/2018/NĐ-CP"))
    three = part("Các nghị định 110/2004/NĐ-CP, 09/2010/NĐ-CP; " + ORDINANCE)

    assert shared.startswith("Nghị định 60/2013/NĐ-CP và Nghị định 149/2018/NĐ-CP: từ 01/02/2021")
    assert [sentence.split(" được nhắc")[0] for sentence in warnings(three)] == [
        "Nghị định 110/2004/NĐ-CP và Nghị định 09/2010/NĐ-CP",
        "Pháp lệnh 34/2007/PL-UBTVQH11",
    ]


def test_an_uncertain_instrument_of_which_nothing_is_known_is_not_warned_of() -> None:
    assert warnings(part("Thực hiện Chỉ thị số 30-CT/TW, ngày 18/02/1998.")) == ()


def test_nothing_is_said_where_nothing_is_at_stake() -> None:
    assert warnings(part("Công chức được biết nội quy.", "Nghị định 59/2023/NĐ-CP")) == ()
    assert warnings() == ()


def test_an_amended_law_cited_by_name_is_named_with_what_amended_it() -> None:
    assert warnings(part("Quán triệt Luật Tiếp công dân.")) == (
        (
            "Luật Tiếp công dân (42/2013/QH13) đã được sửa đổi bởi Luật 136/2025/QH15; "
            "cần đọc cùng văn bản sửa đổi."
        ),
    )


def test_a_document_younger_than_the_amendment_needs_no_word_of_it() -> None:
    quote = "Quán triệt Luật Thực hiện dân chủ ở cơ sở."

    assert len(warnings(part(quote, date=day(2024, 3)))) == 1
    assert warnings(part(quote, date=day(2026))) == ()


def test_what_ended_comes_before_what_is_uncertain_and_what_was_amended() -> None:
    found = warnings(part("Luật Tiếp công dân", DECREE, ORDINANCE))

    assert [sentence.split()[0] for sentence in found] == ["Pháp", "Nghị", "Luật"]


def test_there_are_at_most_three_and_none_twice() -> None:
    many = part(DECREE, ORDINANCE, ORDINANCE + " " + DECREE, "Nghị định 60/2013/NĐ-CP")
    found = warnings(many, part("Nghị định 149/2018/NĐ-CP; Luật Tố cáo"))

    assert len(found) == len(set(found)) == 3


def test_a_document_that_is_itself_ended_comes_first() -> None:
    own = part("Dân bàn và quyết định.", ORDINANCE, number="159/2016/NĐ-CP", date=day(2016, 11))
    found = warnings(own)

    assert found[0] == (
        "Nghị định 159/2016/NĐ-CP, văn bản được trích, đã hết hiệu lực từ 08/8/2023 "
        "(Nghị định 59/2023/NĐ-CP, Điều 28 khoản 2)."
    )


def test_the_title_of_a_document_counts() -> None:
    title = "Hướng dẫn thực hiện Nghị định 04/2015/NĐ-CP"

    assert warnings(part("Công khai nội quy.", title=title)) == (INHERITED,)


def test_the_heading_above_the_quoted_words_counts() -> None:
    answer = part("Công khai nội quy.")
    text = answer.document.text
    passage = Passage(
        id="p",
        document_id=answer.document.id,
        span=Span(0, len(text)),
        kind=PassageKind.ITEM,
        path=("II", "3"),
        headings=("Kết quả", "Việc của cơ quan (theo Nghị định 04/2015/NĐ-CP)"),
        text=text,
    )

    assert Warner(REGISTRY, AGENCIES, [passage]).warnings((answer,)) == (INHERITED,)


def test_a_number_that_a_footnote_cut_off_from_its_date_is_still_known() -> None:
    quotes = ("theo Quy định số 11-QĐi/TW", "ngày 18/02/2019")
    whole = part(*quotes)
    cut = Claim(
        text=" ".join(quotes), citations=tuple(c for m in whole.claims for c in m.citations)
    )
    answer = Part(document=whole.document, lead="", claims=(cut,))

    assert "Kết luận 215-KL/TW" in warnings(answer)[0]


def test_merged_agencies_are_told_in_one_sentence() -> None:
    known = {"issuer": "Sở Thông tin và Truyền thông", "place": "Trà Vinh"}
    first = part("Công khai.", date=day(2021, 11), **known)
    second = part("Công bố.", date=day(2022), **known)

    assert warnings(first, second) == (
        (
            "Văn bản của cơ quan đã sáp nhập hoặc giải thể: tỉnh Trà Vinh đã nhập vào "
            "tỉnh Vĩnh Long mới từ 01/7/2025; Sở Thông tin và Truyền thông đã sáp nhập vào "
            "Sở Khoa học và Công nghệ từ 01/3/2025."
        ),
    )


def test_a_living_agency_is_not_told_of() -> None:
    assert warnings(part("Công khai.", date=day(2024), issuer="Sở Nội vụ", place="Hà Nội")) == ()
