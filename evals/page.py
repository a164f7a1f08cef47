"""The page that publishes an evaluation: docs/answers.md, every figure out of a report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from evals.gate import Bar, load
from evals.gold import Kind, Split
from evals.interval import Interval
from evals.measured import Figured, Measured, measured
from evals.measures.robustness import Robustness
from evals.report import Report, Row
from evals.worst import standing, worst

GOAL = Path(__file__).parent / "gates" / "goal.toml"
WORST = 10
NAMES = {
    "right": "right: every key point, nothing wrong, not refused",
    "evidence_complete": "citations cover a complete set of the evidence",
    "citation_precision": "citations that are evidence",
    "verbatim": "quotes verbatim at their offsets, markers and citations one to one",
    "refusal_recall": "unanswerable questions refused",
    "needless": "answerable questions refused",
    "premise": "false premise refused or corrected",
    "robust": "right, as a share of the clean questions' figure",
    "concision": "length of the answer to that of the reference, median",
    "p50": "milliseconds per question, median",
    "p95": "milliseconds per question, 95th percentile",
}
HALF = "the reporting half, which was not looked at while tuning"
BY_KIND = ("right", "evidence_complete", "citation_precision", "refusal", "premise", "concision")
_MARKUP = re.compile(r"([\\`*_|<\[\]#])")

Cells = Iterable[str]


def page(report: Report, bars: Iterable[Bar], command: str) -> str:
    """Return an evaluation as Markdown: bars, kinds, robustness, calibration, worst answers.

    All of it is about the reporting half. `command` is what makes the page.
    """
    parts = (
        _head(report, command),
        _against(report, bars),
        _kinds(report),
        _robustness(report),
        _calibration(report),
        _worst(report),
    )
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def goal() -> tuple[Bar, ...]:
    """Return the bars that the page compares with."""
    return load(GOAL).bars


def _head(report: Report, command: str) -> Iterator[str]:
    half = [row for row in report.rows if row.split is Split.REPORT]
    yield "# Quality of answers"
    yield ""
    yield f"    {command}"
    yield ""
    yield (
        f"{len(report.rows)} questions of {report.gold} (digest {report.digest[:12]}); the figures "
        f"are those of the {len(half)} in {HALF}. Intervals are 95 % bootstrap intervals over the "
        "questions; one of no width comes of equal values, mostly of few questions, and says "
        "nothing of the uncertainty. Times depend on the machine. The measures: `evals/measures/`; "
        "the questions: [evals/gold](../evals/gold/README.md)."
    )


def _against(report: Report, bars: Iterable[Bar]) -> Iterator[str]:
    yield "## Against the bars\n"
    header = ("figure", "bar", "measured", "95 % interval", "questions", "reached")
    yield from _table(header, (_bar(bar, bar.measured(report)) for bar in bars))


def _bar(bar: Bar, found: Measured | None) -> Cells:
    name = NAMES.get(bar.measure, bar.measure)
    kind = f", {_kind(bar.kind)}" if bar.kind and bar.measure != "premise" else ""
    wanted = f">= {bar.at_least:g}" if bar.at_least is not None else f"<= {bar.at_most:g}"
    if found is None:
        return (name + kind, wanted, "not asked", "", "0", "–")
    reached = "yes" if bar.allows(found.value) else "**no**"
    value = _number(found.value)
    return (name + kind, wanted, value, _bounds(found.interval), str(found.n), reached)


def _kinds(report: Report) -> Iterator[str]:
    yield "## By kind of question\n"
    yield "A figure with its interval; empty where it does not apply.\n"
    groups = [group for group in report.groups if group.split is Split.REPORT]
    header = ("kind", "questions", *(name.replace("_", " ") for name in BY_KIND))
    rows = (
        (
            _kind(group.kind) if group.kind else "**all**",
            str(group.n),
            *(_with_bounds(measured(report, Figured(name, kind=group.kind))) for name in BY_KIND),
        )
        for group in groups
    )
    yield from _table(header, rows)


def _robustness(report: Report) -> Iterator[str]:
    yield "## Robustness\n"
    yield (
        "The right rate of questions that are put badly, as a share of that of the clean questions "
        "of the same half, and over the pairs of a question with its clean twin.\n"
    )
    header = ("kind", "questions", "clean", "share", "95 % interval", "pairs", "share", "interval")
    yield from _table(header, map(_rough, report.robustness(Split.REPORT)))


def _rough(found: Robustness) -> Cells:
    share, twins = found.share, found.twins
    kind, n, clean, pairs = _kind(found.kind), str(found.n), str(found.clean), str(found.pairs)
    return (kind, n, clean, _value(share), _bounds(share), pairs, _value(twins), _bounds(twins))


def _calibration(report: Report) -> Iterator[str]:
    group = report.group(Split.REPORT)
    found = group.calibration if group else None
    yield "## Confidence\n"
    if found is None or found.error is None:
        yield "Nothing was answered."
        return
    yield (
        f"Expected calibration error over {found.n} answers: {_number(found.error)} "
        "(five bins of equal width; Guo et al. 2017).\n"
    )
    header = ("confidence", "answers", "mean confidence", "right")
    rows = (
        (f"{one.low:g} – {one.high:g}", str(one.n), _number(one.confidence), _number(one.right))
        for one in found.bins
    )
    yield from _table(header, rows)


def _worst(report: Report) -> Iterator[str]:
    yield f"## The {WORST} worst answers\n"
    yield (
        "By the mean of the measures that apply, ties in the order of the gold sets; the reasons "
        "are computed (`evals/faults.py`)."
    )
    for place, row in enumerate(worst(report, WORST), start=1):
        yield from _answer(place, row)


def _answer(place: int, row: Row) -> Iterator[str]:
    yield f"\n{place}. `{row.id}`, {_kind(row.kind)}, {standing(row):.2f}: {_plain(row.question)}"
    for fault in row.faults:
        about = f": {_plain(fault.about)}" if fault.about else ""
        yield f"    - {fault.flaw}{about}"


def _table(header: Cells, rows: Iterable[Cells]) -> Iterator[str]:
    names = tuple(header)
    yield f"| {' | '.join(names)} |"
    yield f"|{'---|' * len(names)}"
    yield from (f"| {' | '.join(cells)} |" for cells in rows)


def _kind(kind: Kind) -> str:
    return kind.replace("_", " ")


def _with_bounds(found: Measured | None) -> str:
    if found is None:
        return ""
    return f"{_number(found.value)} ({_bounds(found.interval)})"


def _value(interval: Interval | None) -> str:
    return "–" if interval is None else _number(interval.value)


def _bounds(interval: Interval | None) -> str:
    return f"{_number(interval.low)} – {_number(interval.high)}" if interval else ""


def _number(value: float) -> str:
    """Return a share with three decimals, anything from 10 on with one."""
    return f"{value:.1f}" if value >= 10 else f"{value:.3f}"  # noqa: PLR2004 — said above


def _plain(text: str) -> str:
    r"""Return text that Markdown shows as it is, on one line.

    >>> print(_plain("a * b\n| c"))
    a \* b \| c
    """
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))
