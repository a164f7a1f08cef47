"""What staff say in an office leads to words of the rules; what these keep apart is no synonym."""

from __future__ import annotations

from collections import Counter

import pytest

from corpus.syllables import syllables
from corpus.table import rows
from corpus.vocabulary import load_vocabulary

SYNONYMS = [(row["word"], row["also"]) for row in rows("synonyms.csv")]


def test_a_synonym_stands_once_and_is_another_wording() -> None:
    pairs = Counter((syllables(word), syllables(also)) for word, also in SYNONYMS)
    assert not [pair for pair, count in pairs.items() if count > 1 or pair[0] == pair[1]]


def test_synonyms_stand_in_order() -> None:
    assert sorted(SYNONYMS) == SYNONYMS


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ("thôi không kiện nữa", "rút khiếu nại"),
        ("mail", "thư điện tử"),
        ("công ty", "người sử dụng lao động"),
        ("dán thông báo", "niêm yết"),
        ("chủ tịch xã", "chủ tịch ủy ban nhân dân cấp xã"),
        ("deadline", "chậm nhất"),
    ],
)
def test_everyday_words_of_staff_lead_to_words_of_the_rules(said: str, rule: str) -> None:
    assert syllables(rule) in load_vocabulary().asked()[syllables(said)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("công chức", "viên chức"),
        ("cơ quan", "tổ chức"),
        ("giải quyết", "thụ lý"),
        ("kiểm tra", "thanh tra"),
        ("kinh phí", "ngân sách"),
        ("kỷ luật", "xử phạt"),
        ("nội quy", "quy chế"),
        ("sơ kết", "tổng kết"),
        ("đúng hạn", "trước hạn"),
    ],
)
def test_what_the_rules_keep_apart_is_no_synonym(one: str, other: str) -> None:
    assert (one, other) not in SYNONYMS
    assert (other, one) not in SYNONYMS
