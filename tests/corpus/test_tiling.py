"""What holds for the passages of every text."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from corpus.parse import parse
from corpus.passage import PassageKind
from corpus.passages import outline
from tests.corpus.sources import ARTICLES, CLAUSES_AND_POINTS, LAWS, ROOT, SEEDS, of_kind, parsed

MISSING = pytest.mark.skipif(not LAWS, reason="the law texts are not on this machine")
TEXTS = [*SEEDS, *LAWS]


def by_name(path: Path) -> str:
    return path.name


@pytest.mark.parametrize("path", TEXTS, ids=by_name)
def test_each_character_that_is_not_blank_belongs_to_one_passage(path: Path) -> None:
    document, passages = parsed(path)
    rest = document.text
    assert all(a.span.end <= b.span.start for a, b in pairwise(passages))
    for passage in reversed(passages):
        rest = rest[: passage.span.start] + rest[passage.span.end :]
    assert rest.strip() == ""


@pytest.mark.parametrize("path", TEXTS, ids=by_name)
def test_each_passage_holds_the_trimmed_words_under_its_span(path: Path) -> None:
    document, passages = parsed(path)
    assert all(p.text == p.span.of(document.text) == p.text.strip() for p in passages)


@pytest.mark.parametrize("path", TEXTS, ids=by_name)
def test_parents_and_first_halves_stand_above_what_refers_to_them(path: Path) -> None:
    _, passages = parsed(path)
    seen: set[str] = set()
    for passage in passages:
        assert passage.parent is None or passage.parent in seen
        assert passage.continues is None or passage.continues in seen
        assert passage.id not in seen
        seen.add(passage.id)


@pytest.mark.parametrize("path", SEEDS, ids=by_name)
def test_a_path_names_one_place(path: Path) -> None:
    _, passages = parsed(path)
    words = [p for p in passages if p.kind in {PassageKind.PARAGRAPH, PassageKind.ITEM}]
    paths = [p.path for p in words if p.continues is None]
    assert len(set(paths)) == len(paths)


@pytest.mark.parametrize("path", SEEDS, ids=by_name)
def test_parsing_twice_gives_the_same_passages(path: Path) -> None:
    raw = path.read_text(encoding="utf-8")
    assert parse(path.name, raw) == parse(path.name, raw) == parsed(path)


@MISSING
@pytest.mark.parametrize("path", LAWS, ids=by_name)
def test_every_article_of_a_law_is_a_heading_in_order(path: Path) -> None:
    _, passages = parsed(path)
    articles = [p.path for p in outline(passages)]
    assert articles == [(f"Điều {n}",) for n in range(1, ARTICLES[path.name] + 1)]


@MISSING
@pytest.mark.parametrize("path", LAWS, ids=by_name)
def test_the_clauses_of_an_article_count_up_from_one(path: Path) -> None:
    _, passages = parsed(path)
    last: dict[tuple[str, ...], int] = {}
    for item in of_kind(passages, PassageKind.ITEM):
        if item.path[-1].startswith("khoản"):
            number = int("".join(filter(str.isdigit, item.path[-1])))
            assert number == last.get(item.path[:-1], 0) + 1
            last[item.path[:-1]] = number


@MISSING
@pytest.mark.parametrize("path", LAWS, ids=by_name)
def test_every_clause_and_point_that_begins_a_line_of_a_law_is_a_passage_of_its_own(
    path: Path,
) -> None:
    document, passages = parsed(path)
    body = document.text[document.text.index("Điều 1") :]
    counted = {
        "khoản": len(re.findall(r"(?m)^\d+[a-zđ]?\.(?: \S|[^\W\d])", body)),
        "điểm": len(re.findall(r"(?m)^[a-zđ]{1,2}\d?\) ?\S", body)),
    }
    ends = [p.path[-1].split()[0] for p in passages if p.continues is None and len(p.path) > 1]
    assert {name: ends.count(name) for name in counted} == counted
    assert tuple(counted.values()) == CLAUSES_AND_POINTS[path.name]


def test_the_texts_of_the_project_stand_in_its_own_folder() -> None:
    assert [path.parent for path in SEEDS] == [ROOT / "corpus" / "texts"] * 5
