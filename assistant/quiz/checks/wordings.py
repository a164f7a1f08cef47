"""Checks of how an item reads: it stands alone, nothing gives the key away, nothing is damaged."""

from __future__ import annotations

import re

from assistant.quiz.checks.damage import damaged
from assistant.quiz.field import Field
from assistant.quiz.form import alike, apart, form_of
from assistant.quiz.item import Item, Kind
from assistant.quiz.prover import Prover
from assistant.quiz.wording import points_outside, share, weighty
from corpus.syllables import syllables

_EVERYTHING = re.compile(
    r"tất cả (?:các )?(?:đáp án|phương án|ý|đều)|không có đáp án|cả [ABCD] và", re.IGNORECASE
)
LONGEST_STEM, LONGEST_OPTION = 520, 230  # characters
LONGER = 1.7  # times as long as the longest wrong option, or as short as its share of the shortest
SLACK = 14  # characters of difference that tell nothing
ECHO = 0.4  # how much more of the stem's words the key may repeat than a wrong option


def stem_stands_alone(item: Item, prover: Prover, field: Field) -> bool:  # noqa: ARG001
    """The stem names its document and points to nothing outside itself."""
    name = field.name(item.source.document_id)
    asked = item.stem.replace(name, "").replace("sau đây", "")
    return name in item.stem and not points_outside(asked) and len(item.stem) <= LONGEST_STEM


def no_cue_length(item: Item, prover: Prover, field: Field) -> bool:  # noqa: ARG001
    """The key is neither much longer nor much shorter than what stands beside it."""
    if item.kind is not Kind.MC:
        return True
    key, wrong = len(item.right[0]), [len(option) for option in item.wrong]
    low, high = min(wrong), max(wrong)
    return key <= max(LONGER * high, high + SLACK) and key >= min(low / LONGER, low - SLACK)


def no_cue_words(item: Item, prover: Prover, field: Field) -> bool:  # noqa: ARG001
    """The key does not repeat the stem where wrong options do not; no "all of the above"."""
    if any(_EVERYTHING.search(option) for option in item.options):
        return False
    if item.kind not in (Kind.MC, Kind.MULTI):
        return True
    asked = set(syllables(item.stem.replace(field.name(item.source.document_id), "")))
    echoes = [share(weighty(option), asked) for option in item.wrong]
    most = max(echoes, default=0.0) + ECHO
    return all(share(weighty(option), asked) <= most for option in item.right)


def same_form(item: Item, prover: Prover, field: Field) -> bool:  # noqa: ARG001
    """The options are of one form and begin alike."""
    if item.kind not in (Kind.MC, Kind.MULTI):
        return True
    forms = {form_of(option) for option in item.options}
    first = item.options[0]
    return len(forms) == 1 and all(alike(first, other) for other in item.options[1:])


def options_apart(item: Item, prover: Prover, field: Field) -> bool:  # noqa: ARG001
    """No option says another."""
    if item.kind is Kind.TF:
        return True
    pairs = ((a, b) for k, a in enumerate(item.options) for b in item.options[k + 1 :])
    return all(apart(a, b) for a, b in pairs)


def readable(item: Item, prover: Prover, field: Field) -> bool:  # noqa: ARG001
    """No words are damaged, no quote or bracket is left open, nothing is too long to read."""
    texts = (item.stem, *item.options, *item.prompts, *item.answers)
    short = all(len(option) <= LONGEST_OPTION for option in (*item.options, *item.prompts))
    return short and not any(damaged(text, field.usage) for text in texts)
