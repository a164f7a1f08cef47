"""The inverted file."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from index.postings import Postings, PostingsBuilder, hashed


def built(*texts: str, chunk: int = 100) -> Postings:
    builder = PostingsBuilder(chunk)
    for text in texts:
        builder.add(text.split())
    return builder.finish()


def of(made: Postings, term: str) -> list[tuple[int, int]]:
    """Return the rows of a term with its counts."""
    place = made.place(hashed(term))
    return list(zip(made.rows[place].tolist(), made.counts[place].tolist(), strict=True))


def test_a_term_knows_its_rows_and_how_often_each_has_it() -> None:
    made = built("a b a", "c", "b a")
    assert of(made, "a") == [(0, 2), (2, 1)]
    assert of(made, "c") == [(1, 1)]
    assert of(made, "missing") == []
    assert made.lengths.tolist() == [3, 1, 2]


def test_rows_that_are_counted_in_several_chunks_are_the_same() -> None:
    texts = ("a b a", "c", "b a", "d a", "")
    whole, parts = built(*texts), built(*texts, chunk=2)
    for name in ("terms", "starts", "rows", "counts", "lengths"):
        assert np.array_equal(getattr(whole, name), getattr(parts, name))


def test_texts_without_terms_and_no_texts_have_postings_too(tmp_path: Path) -> None:
    assert of(built("", ""), "a") == []
    built().save(tmp_path / "none")
    assert of(Postings.load(tmp_path / "none"), "a") == []


def test_saved_postings_are_the_same(tmp_path: Path) -> None:
    built("a b", "b").save(tmp_path / "some")
    assert of(Postings.load(tmp_path / "some"), "b") == [(0, 1), (1, 1)]
