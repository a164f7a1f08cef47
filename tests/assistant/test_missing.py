"""What a refusal says the texts do not say is so."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.question import Question
from assistant.reading import Reader
from assistant.repair import Repairer
from assistant.scope import Names
from assistant.understanding import Understanding
from assistant.warn import Warner
from corpus.agencies import FormerAgencies
from corpus.registry import Registry
from corpus.vocabulary import load_vocabulary
from index.hit import Hit
from tests.assistant.world import SHELF, refusal


class Nothing:
    """A searcher that finds nothing."""

    def search(
        self,
        query: str,
        k: int = 10,
        *,
        documents: frozenset[str] | None = None,
        original: str = "",
    ) -> tuple[Hit, ...]:
        """Return nothing."""
        del query, k, documents, original
        return ()


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Kiểm tra việc chấp hành giờ làm việc khi nào?", "nêu đúng điều được hỏi"),
        ("Bãi giữ xe mở cửa lúc nào?", "nói về “bãi giữ xe”, “mở cửa”"),
    ],
)
def test_words_that_stand_in_the_library_are_not_said_to_stand_nowhere(
    question: str, said: str
) -> None:
    vocabulary = load_vocabulary()
    reader = Reader(SHELF.frequency, Names(SHELF, vocabulary, Registry.load()), vocabulary)
    understanding = Understanding(reader, Repairer.of(SHELF, vocabulary))
    warner = Warner(Registry.load(), FormerAgencies.load())
    reply = Assistant(SHELF, Nothing(), understanding, warner).ask(Question(question))
    assert refusal(reply).missing == f"Không có đoạn nào {said}."
