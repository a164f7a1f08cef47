"""Everyday words lead to words that the laws have, and are not such words themselves."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

import pytest

from corpus.syllables import syllables
from corpus.table import rows, several
from corpus.vocabulary import Phrase, lay_words, load_vocabulary
from tests.corpus.sources import LAWS, ROOT, SEEDS

ROWS = rows("lay.csv")
ARTICLES = sorted((ROOT.parent / "shared" / "bench").glob("*/corpus.jsonl"))
OFTEN = 3  # times in the texts, from which on a wording is one of the law itself
FORMER_NAMES = {  # of what the laws call otherwise now, but still mention
    "chứng minh nhân dân",
    "giấy chứng minh",
    "căn cước công dân",
    "thẻ căn cước công dân",
    "sổ hộ khẩu",
    "hộ khẩu",
    "hộ khẩu thường trú",
    "sổ tạm trú",
}
beside = pytest.mark.skipif(not ARTICLES, reason="the articles of laws are not in ../shared/bench")


def texts() -> Iterator[str]:
    """Yield the shipped texts and the texts of laws that stand beside the repository."""
    for path in (*SEEDS, *LAWS):
        yield path.read_text("utf-8")
    for path in ARTICLES:
        for line in path.read_text("utf-8").splitlines():
            article = json.loads(line)
            yield "\n".join((article["law"], article["title"], article["text"]))


def counted(phrases: Iterable[Phrase]) -> Counter[Phrase]:
    """Return how often each of `phrases` stands in the texts; the same text counts once."""
    starting: dict[Phrase, set[Phrase]] = defaultdict(set)
    for phrase in phrases:
        starting[phrase[:2]].add(phrase)
    found: Counter[Phrase] = Counter()
    for words in map(syllables, dict.fromkeys(texts())):
        for at in range(len(words)):
            for begun in (starting.get(words[at : at + 2]), starting.get(words[at : at + 1])):
                found.update(p for p in begun or () if words[at : at + len(p)] == p)
    return found


@cache
def in_the_laws() -> Counter[Phrase]:
    longs = (row["long"] for row in rows("abbreviations.csv"))
    return counted(map(syllables, (*(wording for pair in lay_words() for wording in pair), *longs)))


@beside
def test_what_the_law_is_said_to_say_stands_in_a_text() -> None:
    lost = {law for _, law in lay_words() if not in_the_laws()[syllables(law)]}
    assert not lost


@beside
def test_an_everyday_wording_is_not_one_of_the_law_itself() -> None:
    said = {said for said, _ in lay_words()} - FORMER_NAMES
    assert not {wording for wording in said if in_the_laws()[syllables(wording)] >= OFTEN}


@beside
def test_the_long_form_of_an_abbreviation_stands_in_a_text() -> None:
    longs = {row["long"] for row in rows("abbreviations.csv")}
    assert not {long for long in longs if not in_the_laws()[syllables(long)]}


def test_an_everyday_wording_stands_in_one_row_only() -> None:
    counts = Counter(syllables(said) for row in ROWS for said in several(row["said"]))
    assert not [said for said, count in counts.items() if count > 1]


def test_no_wording_leads_to_itself() -> None:
    assert not [said for said, law in lay_words() if syllables(said) == syllables(law)]


def test_no_everyday_wording_is_an_everyday_wording_of_a_law_word() -> None:
    laws = {syllables(law) for _, law in lay_words()}
    assert not [said for said, _ in lay_words() if syllables(said) in laws]


def test_the_table_is_plain_composed_lower_case() -> None:
    for row in ROWS:
        assert set(row) == {"branch", "said", "law"}
        assert all(row.values())
        for cell in row.values():
            assert unicodedata.is_normalized("NFC", cell)
            assert "; ".join(several(cell)) == cell
        assert row["said"] == row["said"].lower()


def test_rows_of_a_branch_stand_together() -> None:
    branches = [row["branch"] for row in ROWS]
    changes = [a for a, b in pairwise(branches) if a != b]
    assert len(changes) + 1 == len(set(branches))


@pytest.mark.parametrize(
    ("said", "law"),
    [
        ("sổ đỏ", "giấy chứng nhận quyền sử dụng đất"),
        ("nhà mạng", "doanh nghiệp viễn thông"),
        ("cắt hộ khẩu", "xóa đăng ký thường trú"),
        ("GPLX", "giấy phép lái xe"),
    ],
)
def test_the_vocabulary_knows_what_the_law_says_for_it(said: str, law: str) -> None:
    assert syllables(law) in load_vocabulary().asked()[syllables(said)]


def test_an_everyday_wording_is_near_and_leads_one_way_only() -> None:
    vocabulary = load_vocabulary()
    pair = (("nhà", "mạng"), ("doanh", "nghiệp", "viễn", "thông"))
    assert pair in vocabulary.near
    assert pair[1] not in vocabulary.asked()
    assert pair[0] not in vocabulary.others
