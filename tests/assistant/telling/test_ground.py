"""What is not proved does not leave the assistant."""

from __future__ import annotations

import pytest

from assistant.reply import (
    Citation,
    Claim,
    ClaimStatus,
    MisquotedError,
    Part,
    UnsupportedClaimError,
)
from assistant.telling.ground import proved
from corpus.document import Document
from corpus.span import Span

TEXT = "Hạn gửi báo cáo **chậm nhất\n\nngày 15/11/2024**."
DOCUMENT = Document(id="d", source="d.txt", text=TEXT)
WHOLE = Span(0, len(TEXT))


def part(claim: str, quote: str = TEXT, status: ClaimStatus = ClaimStatus.VERBATIM) -> Part:
    citation = Citation(n=1, document_id="d", span=WHOLE, quote=quote, address="")
    return Part(
        document=DOCUMENT,
        lead="",
        claims=(Claim(text=claim, citations=(citation,), status=status),),
    )


def test_the_words_of_the_quote_pass_without_its_marks_and_line_ends() -> None:
    parts = (part("Hạn gửi báo cáo chậm nhất ngày 15/11/2024."),)

    assert proved(parts, {"d": DOCUMENT}) == parts


@pytest.mark.parametrize("changed", ["Hạn gửi báo cáo chậm nhất ngày 16/11/2024.", "Không có hạn."])
def test_a_changed_digit_or_word_does_not_pass(changed: str) -> None:
    with pytest.raises(UnsupportedClaimError):
        proved((part(changed),), {"d": DOCUMENT})


def test_a_quote_that_its_document_does_not_hold_does_not_pass() -> None:
    with pytest.raises(MisquotedError):
        proved((part("Hạn", quote=TEXT.replace("15", "16")),), {"d": DOCUMENT})


def test_a_claim_without_a_citation_cannot_be_made() -> None:
    with pytest.raises(UnsupportedClaimError):
        Claim(text="Hạn", citations=())
