"""Every check of an item by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from assistant.quiz.checks import proofs, wordings
from assistant.quiz.field import Field
from assistant.quiz.item import Item
from assistant.quiz.prover import Prover

Check = Callable[[Item, Prover, Field], bool]

CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        check.__name__: check
        for check in (
            proofs.citation_verbatim,
            proofs.key_supported,
            proofs.exactly_one_right,
            proofs.distractors_unsupported,
            proofs.explanation_supported,
            wordings.stem_stands_alone,
            wordings.no_cue_length,
            wordings.no_cue_words,
            wordings.same_form,
            wordings.options_apart,
            wordings.readable,
        )
    }
)


def failed(item: Item, prover: Prover, field: Field) -> str:
    """Return the name of the first check that an item fails, "" when it passes all."""
    return next((name for name, check in CHECKS.items() if not check(item, prover, field)), "")
