"""What items are made with: the field, the prover, the siblings, and one seeded chance."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from assistant.quiz.field import Field
from assistant.quiz.item import Source
from assistant.quiz.prover import Prover
from assistant.quiz.siblings import Siblings
from assistant.quiz.wording import clean, nested, raised

_ARTICLE = re.compile(r"Điều \d+[a-zđ]?")
LONGEST_QUOTE = 420  # characters of an explanation's quote


@dataclass(frozen=True, slots=True)
class Bench:
    """The parts that every kind of item is made with."""

    field: Field
    prover: Prover
    siblings: Siblings
    chance: random.Random

    def called(self, source: Source) -> str:
        """Return the document of a source as stems name it, with the article of a law."""
        article = _ARTICLE.search(source.address)
        name = self.field.name(source.document_id)
        return f"{article.group()} {name}" if article else name

    def stem(self, source: Source, asked: str) -> str:
        """Return the stem of what is asked: "Theo Kế hoạch …, …"."""
        return f"Theo {self.called(source)}, {asked}"

    def explanation(self, source: Source, heading: str = "", words: str = "") -> str:
        """Return the sentence that quotes a source: where it stands, then its words.

        `words` stand for those of a source that is too long to quote.
        """
        long = words and len(source.quote) > LONGEST_QUOTE
        quote = nested(words) if long else quoted(source.quote)
        shown = bool(heading) and heading not in source.address
        under = f" (phần “{nested(heading)}”)" if shown else ""
        place = source.address
        return f"{raised(place)}{under} của {self.field.name(source.document_id)} ghi: “{quote}”."


def quoted(quote: str) -> str:
    """Return words of a source as an explanation quotes them, cut after a word when long."""
    words = nested(clean(quote))
    if len(words) <= LONGEST_QUOTE:
        return words
    return f"{words[:LONGEST_QUOTE].rsplit(' ', 1)[0]} …"
