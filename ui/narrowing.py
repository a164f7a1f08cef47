"""Which documents a question is limited to: by kind, issuer, year, tag or one by one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from corpus.document import Document
from ui import messages
from ui.plain import named

NONE = "-"  # the id of no document: a choice that nothing meets is not the whole library
_LONGEST = 80  # characters of a choice
Tags = Mapping[str, Sequence[str]]  # by document id


def choices(documents: Sequence[Document], tags: Tags) -> list[tuple[str, str]]:
    """Return (words, value) of everything that can be chosen, documents last."""
    groups: dict[str, set[str]] = {group: set() for group in messages.NARROWING}
    for document in documents:
        for group, value in _facts(document, tags):
            groups[group].add(value)
    found = [
        (f"{messages.NARROWING[group]}: {value}"[:_LONGEST], f"{group}={value}")
        for group, values in groups.items()
        for value in sorted(values)
    ]
    titles = (
        (f"{messages.ONE_TEXT}: {named(one)}"[:_LONGEST], f"id={one.id}") for one in documents
    )
    return [*found, *titles]


def within(values: Iterable[str], documents: Sequence[Document], tags: Tags) -> tuple[str, ...]:
    """Return the ids that meet what was chosen: one of each group that has a choice.

    Nothing chosen is nothing returned: the whole library.
    """
    wanted: dict[str, set[str]] = {}
    for value in values:
        group, _, name = str(value).partition("=")
        wanted.setdefault(group, set()).add(name)
    if not wanted:
        return ()
    return tuple(one.id for one in documents if _meets(one, tags, wanted)) or (NONE,)


def _meets(document: Document, tags: Tags, wanted: Mapping[str, set[str]]) -> bool:
    known: dict[str, set[str]] = {"id": {document.id}}
    for group, value in _facts(document, tags):
        known.setdefault(group, set()).add(value)
    return all(names & known.get(group, set()) for group, names in wanted.items())


def _facts(document: Document, tags: Tags) -> Iterable[tuple[str, str]]:
    facts = document.particulars
    if facts.kind:
        yield "kind", facts.kind.value.capitalize()
    if facts.issuer:
        yield "issuer", facts.issuer.value
    if facts.issued_on:
        yield "year", str(facts.issued_on.year)
    for name in tags.get(document.id, ()):
        yield "tag", name
