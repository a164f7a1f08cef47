"""Rows of the table of rights say what the text says of whom, and nothing that it does not."""

from __future__ import annotations

import pytest

from assistant.evidence.grants import Deed, Grant, grants, said
from assistant.shelf import Shelf
from corpus.parse import parse
from tests.corpus.sources import LAWS
from ui.fakes import FakeLibrary

KNOW, DECIDE, ADVISE, SUPERVISE = Deed.KNOW, Deed.DECIDE, Deed.ADVISE, Deed.SUPERVISE
STAFF = ("Công chức", "Viên chức", "Người lao động")


def of(text: str) -> tuple[Grant, ...]:
    return grants(Shelf([parse("a.txt", text)]))


def row(grant: Grant) -> tuple[tuple[str, ...], tuple[Deed, ...], str]:
    return grant.who, grant.deeds, grant.citation.quote


@pytest.mark.parametrize(
    ("words", "who", "deeds"),
    [
        ("Viên chức được biết, được bàn.", ("Viên chức",), (KNOW, DECIDE)),
        ("Công khai cho người lao động biết kết quả.", ("Người lao động",), (KNOW,)),
        ("Thông qua hội nghị, lấy ý kiến của công chức.", ("Công chức",), (ADVISE,)),
        ("Nhân dân có quyền kiểm tra, giám sát.", ("Nhân dân",), (SUPERVISE,)),
        (
            "Phát huy vai trò giám sát quy chế của Ban Thanh tra nhân dân.",
            ("Ban Thanh tra nhân dân",),
            (SUPERVISE,),
        ),
    ],
)
def test_who_and_what_stand_in_the_words(
    words: str, who: tuple[str, ...], deeds: tuple[Deed, ...]
) -> None:
    assert said(words) == ((who, deeds),)


@pytest.mark.parametrize(
    "words",
    [
        "Tăng cường kiểm tra, giám sát việc thực hiện quy chế.",
        "Xây dựng kế hoạch lấy ý kiến Nhân dân.",
        "Ủy ban nhân dân ban hành quyết định.",
        "Công chức trên địa bàn tỉnh.",
        "Viên chức làm việc tại bàn.",
    ],
)
def test_where_the_text_does_not_say_whose_right_it_is_nothing_is_said(words: str) -> None:
    assert said(words) == ()


def test_each_hit_keeps_its_own_people() -> None:
    """Those who advise do not decide because somebody else does in the same sentence."""
    heading = "Những nội dung viên chức tham gia ý kiến trước khi người đứng đầu quyết định"
    assert said(heading) == (
        (("Viên chức",), (ADVISE,)),
        (("Người đứng đầu",), (DECIDE,)),
    )


def test_the_items_under_a_heading_are_what_the_right_is_about() -> None:
    rows = of(
        "Điều 5. Những nội dung công chức, viên chức, người lao động bàn và quyết định\n"
        "1. Nội dung nghị quyết hội nghị cán bộ.\n"
        "2. Việc tự quản trong nội bộ cơ quan.\n"
        "Điều 6. Hình thức công chức bàn và quyết định\n"
        "1. Tổ chức hội nghị toàn thể cơ quan.\n"
    )
    assert [row(grant) for grant in rows] == [
        (STAFF, (DECIDE,), "1. Nội dung nghị quyết hội nghị cán bộ."),
        (STAFF, (DECIDE,), "2. Việc tự quản trong nội bộ cơ quan."),
    ]
    assert {grant.basis.quote.split(".")[0] for grant in rows} == {"Điều 5"}


def test_what_stands_behind_the_colon_is_what_the_right_is_about() -> None:
    (grant,) = of("I. KẾT QUẢ\n- Công khai đến viên chức biết: nâng lương; khen thưởng.\n")
    assert row(grant) == (("Viên chức",), (KNOW,), "nâng lương; khen thưởng.")


def test_an_item_that_tells_how_is_no_content() -> None:
    rows = of(
        "Điều 5. Nội dung, hình thức người lao động được kiểm tra, giám sát\n"
        "1. Việc thực hiện hợp đồng lao động.\n"
        "2. Hình thức kiểm tra theo quy định của pháp luật.\n"
    )
    assert [grant.citation.quote for grant in rows] == ["1. Việc thực hiện hợp đồng lao động."]


def test_every_cell_stands_in_the_shipped_texts_word_for_word() -> None:
    library = FakeLibrary()
    rows = grants(library.shelf)
    assert len(rows) >= 10
    for grant in rows:
        for citation in (grant.citation, grant.basis):
            text = library.document(citation.document_id).text
            assert citation.span.of(text) == citation.quote
        assert grant.who
        assert grant.deeds


@pytest.mark.skipif(not LAWS, reason="the laws for measuring are not here")
def test_the_articles_of_a_real_law_become_its_rows() -> None:
    """Luật 10/2022/QH15: Điều 49, 53 and 56 have 4, 11 and 2 points for staff of agencies."""
    path = next(law for law in LAWS if law.name == "luat-10-2022-qh15.txt")
    rows = grants(Shelf([parse(path.name, path.read_text("utf-8"))]))
    for article, deed, count in (
        ("Điều 49", DECIDE, 4),
        ("Điều 53", ADVISE, 11),
        ("Điều 56", SUPERVISE, 2),
        ("Điều 46", Deed.DISCLOSE, 12),
    ):
        found = [g for g in rows if g.citation.address.endswith(article) and deed in g.deeds]
        assert len(found) == count, article
