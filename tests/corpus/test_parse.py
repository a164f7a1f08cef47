"""From raw text to a document."""

from __future__ import annotations

import gc
import hashlib
import json
import time

import pytest

from corpus.normalise import normalised
from corpus.parse import document_slug, parse
from tests.corpus.sources import LAWS, SEEDS, parsed


def test_only_what_cannot_be_seen_is_normalised() -> None:
    raw = "\ufeff**Quy chế**\r\ndân\u00a0chủ\u200b ở cơ\u00ad sở  \u2003của..."
    assert normalised(raw) == "**Quy chế**\ndân chủ ở cơ sở   của..."


def test_a_source_text_is_itself_except_for_its_spaces() -> None:
    for path in SEEDS:
        raw = path.read_text(encoding="utf-8")
        assert normalised(raw) == raw.replace("\u00a0", " ")


def test_a_document_id_is_an_ascii_slug_that_tells_like_names_apart() -> None:
    slug = document_slug("Kế hoạch số 60/KH – đợt 2.docx")
    assert slug.isascii()
    assert slug != document_slug("ke-hoach-so-60-kh-dot-2.docx")
    assert len(document_slug("a" * 200 + ".txt")) == 67


def test_a_text_without_any_structure_is_one_paragraph() -> None:
    _, passages = parse("ghi-chu.txt", "Công khai, minh bạch các nội dung theo quy định.")
    assert [p.path for p in passages] == [("đoạn 1",)]


def test_a_blank_text_has_no_passages() -> None:
    assert parse("trong.txt", " \n\u00a0\n")[1] == ()


def seconds(raw: str) -> float:
    """Return the least time of three in which a text is parsed, without pauses of the collector."""
    gc.disable()
    try:
        return min(_timed(raw) for _ in range(3))
    finally:
        gc.enable()


def _timed(raw: str) -> float:
    start = time.process_time()
    parse("luat.txt", raw)
    return time.process_time() - start


@pytest.mark.skipif(not LAWS, reason="the law texts are not on this machine")
def test_a_law_parses_in_time_that_grows_with_its_length() -> None:
    raw = max(LAWS, key=lambda path: path.stat().st_size).read_text(encoding="utf-8")
    assert seconds(raw) < 8 * seconds(raw[: len(raw) // 4])  # 4 if in proportion, 16 if squared


def test_the_manifest_lists_the_shipped_texts_by_their_digest() -> None:
    manifest = json.loads((SEEDS[0].parent / "manifest.json").read_text(encoding="utf-8"))
    digests = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in SEEDS}
    assert {text["source"]: text["sha256"] for text in manifest["texts"]} == digests


def test_the_spans_of_particulars_lie_within_the_text() -> None:
    for path in SEEDS:
        document, _ = parsed(path)
        assert all(fact.span.end <= len(document.text) for fact in document.facts().values())
