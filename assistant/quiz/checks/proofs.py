"""Checks against the texts: the key is right, the rest is not, the words are the document's."""

from __future__ import annotations

import re

from assistant.quiz.drafts.truth import NOT_TOLD, RIGHT_IS
from assistant.quiz.field import Field
from assistant.quiz.frame import Frame, Proof
from assistant.quiz.item import FALSE, TRUE, Item, Kind, Source
from assistant.quiz.points.chronology import day_of
from assistant.quiz.prover import Prover
from assistant.quiz.wording import in_order, raised
from corpus.syllables import syllables

_QUOTED = re.compile(r"“([^“”]+)”")
_CUT = "…"


def key_supported(item: Item, prover: Prover, field: Field) -> bool:  # noqa: ARG001 — one signature
    """The citation proves every part of the key."""
    if item.kind is Kind.ORDER:
        return _ordered(item)
    if item.kind is Kind.MATCH:
        return all(_paired(item, prover, k, right) for k, right in enumerate(item.key))
    if item.kind is Kind.TF:
        return prover.holds(item.frame, item.true, item.source) and _judged(item)
    if item.kind in (Kind.FILL, Kind.SHORT):
        return _answered(item, prover)
    return bool(item.key) and all(
        prover.holds(item.frame, value, item.source) for value in item.right
    )


def distractors_unsupported(item: Item, prover: Prover, field: Field) -> bool:  # noqa: ARG001
    """No text of the scope says, or nearly says, that a wrong option is right."""
    if item.kind is Kind.TF:
        wrong = (item.stated,) if item.right == (FALSE,) else ()
        return not any(prover.may_hold(item.frame, value, item.source) for value in wrong)
    if item.kind is Kind.MATCH:
        return not any(
            prover.may_hold(pair_frame(item.frame, prompt), option, _source(item, prompt))
            for k, prompt in enumerate(item.prompts)
            for at, option in enumerate(item.options)
            if at != item.key[k]
        )
    if item.kind is Kind.ORDER:
        return True
    return not any(prover.may_hold(item.frame, value, item.source) for value in item.wrong)


def exactly_one_right(item: Item, prover: Prover, field: Field) -> bool:  # noqa: ARG001
    """As many options are right as the kind has it, and they are the key."""
    if item.kind is Kind.MC:
        found = [k for k, value in enumerate(item.options) if _is_right(item, prover, value)]
        return len(item.key) == 1 and found == list(item.key)
    if item.kind is Kind.MULTI:
        found = [k for k, value in enumerate(item.options) if _is_right(item, prover, value)]
        return 1 < len(item.key) < len(item.options) and found == list(item.key)
    if item.kind is Kind.TF:
        return item.options == (TRUE, FALSE) and len(item.key) == 1
    if item.kind in (Kind.MATCH, Kind.ORDER):
        return sorted(item.key) == list(range(len(item.options)))
    return bool(item.answers)


def citation_verbatim(item: Item, prover: Prover, field: Field) -> bool:  # noqa: ARG001
    """Every quote stands in its document at its place."""
    return all(
        source.document_id in field.documents
        and source.span.of(field.text(source.document_id)) == source.quote
        for source in item.sources
    )


def explanation_supported(item: Item, prover: Prover, field: Field) -> bool:  # noqa: ARG001
    """What the explanation quotes stands in a citation, and the key is among it."""
    main, told = _parted(item.explanation)
    for source in item.sources:  # an address may name its section in quotes
        main = main.replace(raised(source.address), "")
    quotes = [quote for quote in _QUOTED.findall(main) if quote not in field.name_words]
    known = [source.quote for source in item.sources]
    stands = all(any(_quotes(quote, words) for words in known) for quote in quotes)
    fits = not told or _corrects(item, tuple(_QUOTED.findall(told)))
    return bool(quotes) and stands and fits and _tells(item, " ".join((*quotes, main)))


def _parted(explanation: str) -> tuple[str, str]:
    """Return an explanation in two: what the source says, and what is said of a false value."""
    for correction in (RIGHT_IS, NOT_TOLD):
        main, mark, told = explanation.partition(f"; {correction}")
        if mark:
            return main, told
    return explanation, ""


def _corrects(item: Item, values: tuple[str, ...]) -> bool:
    """Tell whether a correction names the true value and the false one, or the false one alone."""
    told = [syllables(value) for value in values]
    true, stated = syllables(item.true), syllables(item.stated)
    return told == ([stated] if item.frame.proof is Proof.MEMBER else [true, stated])


def _quotes(quote: str, words: str) -> bool:
    return in_order(tuple(part for part in re.split(r"\[?…\]?", quote) if syllables(part)), words)


def _tells(item: Item, told: str) -> bool:
    """Tell whether the right values stand in the words of an explanation."""
    if item.kind in (Kind.MATCH, Kind.ORDER):
        return True
    if item.kind is Kind.TF:
        return in_order((item.true,), told)
    if item.kind is Kind.SHORT and ";" in item.answers[0]:
        return True
    if item.frame.proof is Proof.PAIR or _CUT in told:
        return True
    values = item.right if item.kind in (Kind.MC, Kind.MULTI) else (item.true,)
    return all(in_order((value,), told) for value in values)


def _is_right(item: Item, prover: Prover, value: str) -> bool:
    return prover.holds(item.frame, value, item.source)


def _judged(item: Item) -> bool:
    """Tell whether "Đúng" goes with the true value and "Sai" with another."""
    same = syllables(item.stated) == syllables(item.true)
    return item.right == ((TRUE,) if same else (FALSE,)) and in_order((item.stated,), item.stem)


def _answered(item: Item, prover: Prover) -> bool:
    """Tell whether the accepted answers are what the citation says."""
    if item.true:
        first = in_order((item.answers[0],), item.true)
        return first and prover.holds(item.frame, item.true, item.source)
    values = item.answers[0].split("; ")
    return all(in_order((value,), item.source.quote) for value in values)


def _ordered(item: Item) -> bool:
    parts = tuple(item.options[k] for k in item.key)
    if item.frame.before != "ngày":
        return in_order(parts, item.source.quote)
    days = [day_of(source.quote) for source in item.sources]
    named = all(
        in_order((_sign(part),), source.quote)
        for part, source in zip(parts, item.sources, strict=True)
    )
    return named and days == sorted(set(days))


def _sign(part: str) -> str:
    """Return the number of a document in an option."""
    found = re.search(r"\d+\S*[-/]\S+", part)
    return found.group() if found else part


def _paired(item: Item, prover: Prover, k: int, right: int) -> bool:
    prompt, option = item.prompts[k], item.options[right]
    return prover.holds(pair_frame(item.frame, prompt), option, _source(item, prompt, option))


def _source(item: Item, prompt: str, option: str = "") -> Source:
    """Return the citation that proves a pair: the one that holds both, or the option."""
    for source in item.sources:
        if option and not in_order((option,), source.quote):
            continue
        if item.frame.proof is Proof.DUTY or in_order((_sign(prompt),), source.quote):
            return source
    return item.source


def pair_frame(frame: Frame, prompt: str) -> Frame:
    """Return the claim that pairs one prompt of a matching with an option."""
    if frame.proof is Proof.WORDS:
        return Frame(frame.proof, after=prompt)
    if frame.proof is Proof.PAIR:
        return Frame(frame.proof, _sign(prompt))
    return Frame(frame.proof, prompt)
