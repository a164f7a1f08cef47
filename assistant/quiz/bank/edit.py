"""An item in a person's words: what an edit gives, and which checks the outcome passes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.quiz.bank.errors import Lack, LackingError
from assistant.quiz.bank.kept import NO_SOURCE, STEM_CHANGED, Content
from assistant.quiz.bank.tables import one_line
from assistant.quiz.checks.every import CHECKS, Check
from assistant.quiz.errors import EmptyScopeError
from assistant.quiz.field import Field, Scope
from assistant.quiz.item import Item, Kind
from assistant.quiz.prover import Prover
from assistant.shelf import Shelf
from corpus.syllables import syllables

LONGEST = 2_000  # characters of one text
TYPED = frozenset({Kind.FILL, Kind.SHORT})
ONE_KEY = frozenset({Kind.MC, Kind.TF})
FIXED_KEY = frozenset({Kind.MATCH, Kind.ORDER})  # the key is how the options stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """The texts of an item as a person wants them; `key` and `answers` as in `Item`."""

    stem: str
    options: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()
    key: tuple[int, ...] = ()
    answers: tuple[str, ...] = ()
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class Ground:
    """The texts that items of a scope are proved by."""

    prover: Prover
    field: Field


def edited(content: Content, edit: Edit) -> Content:
    """Return an item with other texts.

    Raises:
        LackingError: it would not be an item any more.
    """
    edit = _tidied(content, edit)
    lack = _lack(content.kind, edit)
    if lack:
        raise LackingError(lack)
    texts = {name: getattr(edit, name) for name in ("stem", "options", "prompts", "key", "answers")}
    if isinstance(content, Item):
        return replace(content, **texts, explanation=edit.explanation)
    return replace(content, **texts, short="", feedback=edit.explanation)


def faults(content: Content, before: Content, ground: Ground | None) -> tuple[str, ...]:
    """Return the names of the checks that an item does not pass.

    The checks read options, key, explanation and citation; that a stem asks for what it asked for
    before, they can only tell of the same words. Without a ground no text is left to prove it by.
    """
    if not isinstance(content, Item):
        return (NO_SOURCE,)
    if ground is None:
        return ("citation_verbatim",)
    found = [name for name, check in CHECKS.items() if not _passes(check, content, ground)]
    same = syllables(content.stem) == syllables(before.stem)
    return tuple(found) if same else (*found, STEM_CHANGED)


def ground_of(shelf: Shelf, scope: frozenset[str]) -> Ground | None:
    """Return what proves items of some documents (all when empty); None when none is left."""
    try:
        field = Field(shelf, Scope(scope))
    except EmptyScopeError:
        return None
    return Ground(Prover(field), field)


def _passes(check: Check, item: Item, ground: Ground) -> bool:
    """Tell whether an item passes a check; one that cannot even be made is not passed."""
    try:
        return check(item, ground.prover, ground.field)
    except (LookupError, ValueError, StopIteration):
        return False


def _tidied(content: Content, edit: Edit) -> Edit:
    """Return an edit with each text on one line; what its kind fixes is as it was."""
    fixed = content.kind in FIXED_KEY
    return Edit(
        stem=one_line(edit.stem),
        options=_lines(edit.options),
        prompts=_lines(edit.prompts),
        key=content.key if fixed else tuple(sorted(set(edit.key))),
        answers=tuple(dict.fromkeys(filter(None, _lines(edit.answers)))),
        explanation=one_line(edit.explanation),
    )


def _lines(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(map(one_line, texts))


def _lack(kind: Kind, edit: Edit) -> Lack | None:
    texts = (edit.stem, *edit.options, *edit.prompts, *edit.answers, edit.explanation)
    if any(len(text) > LONGEST for text in texts):
        return Lack.TOO_LONG
    if not edit.stem:
        return Lack.STEM
    if not edit.explanation:
        return Lack.EXPLANATION
    return _lacking_answers(edit) if kind in TYPED else _lacking_options(kind, edit)


def _lacking_answers(edit: Edit) -> Lack | None:
    return None if edit.answers else Lack.ANSWERS


def _lacking_options(kind: Kind, edit: Edit) -> Lack | None:
    if len(edit.options) < 2 or not all((*edit.options, *edit.prompts)):  # noqa: PLR2004 — a choice
        return Lack.OPTIONS
    if len(set(edit.options)) < len(edit.options):
        return Lack.TWICE
    inside = all(0 <= k < len(edit.options) for k in edit.key)
    if not edit.key or not inside or (kind in ONE_KEY and len(edit.key) > 1):
        return Lack.KEY
    return None
