"""Spreadsheets: all questions for people, and those that game platforms can take.

The limits and titles of Kahoot and Quizizz are those of their import templates as remembered. A
stem that is too long for Kahoot loses the name of its document, which is told; what is still too
long is left out, which is told too. Nothing is cut.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.quiz.export.question import Exported, Loss, Lost, Question, kept
from assistant.quiz.export.table import rows, safe
from assistant.quiz.export.workbook import workbook
from assistant.quiz.item import Kind

KAHOOT_STEM, KAHOOT_OPTION, KAHOOT_OPTIONS = 120, 75, 4  # characters, characters, options
QUIZIZZ_OPTIONS = 5
SECONDS = "60"


def spreadsheet(asked: Sequence[Question]) -> Exported:
    """Write all questions as one sheet."""
    return Exported(workbook(rows(asked)))


def kahoot(asked: Sequence[Question]) -> Exported:
    """Write the choices that are short enough for Kahoot's template."""
    inside, losses = kept(asked, frozenset({Kind.MC, Kind.TF, Kind.MULTI}))
    shown = [one if len(one.stem) <= KAHOOT_STEM else _shortened(one) for one in inside]
    fitting = [one for one in shown if _fits(one)]
    losses += [Loss(Lost.LENGTH, one.name) for one in shown if not _fits(one)]
    changed = (one.name for one, was in zip(shown, inside, strict=True) if one != was)
    told = {one.name for one in fitting}
    losses += [Loss(Lost.SHORTENED, name) for name in changed if name in told]
    titles = ["Question", *(f"Answer {n}" for n in range(1, KAHOOT_OPTIONS + 1))]
    table = [[*titles, "Time limit (sec)", "Correct answer(s)"]]
    for one in fitting:
        options = [*one.options, *[""] * (KAHOOT_OPTIONS - len(one.options))]
        cells = [one.stem, *options, SECONDS, _numbers(one)]
        table.append([safe(cell) for cell in cells])
    return _told(table, fitting, losses)


def quizizz(asked: Sequence[Question]) -> Exported:
    """Write the questions of the kinds that Quizizz's template has."""
    kinds = frozenset({Kind.MC, Kind.TF, Kind.MULTI, Kind.FILL})
    inside, losses = kept(asked, kinds)
    titles = ["Question Text", "Question Type"]
    titles += [f"Option {n}" for n in range(1, QUIZIZZ_OPTIONS + 1)]
    table = [[*titles, "Correct Answer", "Time in seconds"]]
    for one in inside:
        options = (*one.options, *one.answers)[:QUIZIZZ_OPTIONS]
        key = "" if one.kind is Kind.FILL else _numbers(one)
        cells = [one.stem, _type(one), *options, *[""] * (QUIZIZZ_OPTIONS - len(options))]
        table.append([safe(cell) for cell in (*cells, key, SECONDS)])
    return _told(table, inside, losses)


def _shortened(one: Question) -> Question:
    return replace(one, stem=one.short) if one.short else one


def _fits(one: Question) -> bool:
    """Tell whether Kahoot takes a question as it is."""
    short = all(len(option) <= KAHOOT_OPTION for option in one.options)
    return len(one.stem) <= KAHOOT_STEM and short and len(one.options) <= KAHOOT_OPTIONS


def _numbers(one: Question) -> str:
    return ",".join(str(k + 1) for k in one.key)


def _type(one: Question) -> str:
    names = {Kind.MULTI: "Checkbox", Kind.FILL: "Fill-in-the-Blank"}
    return names.get(one.kind, "Multiple Choice")


def _told(table: list[list[str]], inside: list[Question], losses: list[Loss]) -> Exported:
    losses = [Loss(Lost.FEEDBACK), *losses] if inside else losses
    return Exported(workbook(table), tuple(losses))
