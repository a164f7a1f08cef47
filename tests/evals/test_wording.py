"""What counts as said."""

from __future__ import annotations

import pytest

from evals.wording import markers, says


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("Có hiệu lực từ ngày 01/7/2023.", "1/7/2023"),
        ("niêm yết tại trụ Sở cơ quan", "niêm yết tại trụ sở"),
        ("kiện toàn, củng cố hoà giải", "hòa giải"),
        ("- nâng bậc lương [1]\n- nâng ngạch [2]", "nâng bậc lương, nâng ngạch"),
        ("Số: 60 /KH-SVHTTDL", "60/KH-SVHTTDL"),
    ],
)
def test_setting_of_words_does_not_count(answer: str, words: str) -> None:
    assert says(answer, words)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("giao 141 biên chế", "41 biên chế"),
        ("quỹ 11.652.622đ", "652.622"),
        ("Ban Giám đốc", "Giám đốc Sở"),
        ("gì cũng được", ""),
        ("theo nguồn [514]", "514"),
    ],
)
def test_part_of_a_word_or_number_or_a_marker_says_nothing(answer: str, words: str) -> None:
    assert not says(answer, words)


def test_markers_keep_order_and_repeats() -> None:
    assert markers("a [2], b [1][2]") == (2, 1, 2)
