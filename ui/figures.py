"""The figures of an evaluation as tables of words, for the page and the command line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evals.gold import Split
from evals.interval import Interval
from evals.report import Figure, Group, Report

MEASURES = {
    "right": "Trả lời đúng và đủ",
    "key_points": "Ý chính có trong câu trả lời",
    "forbidden": "Không có điều sai",
    "evidence": "Chỗ chứng minh được dẫn",
    "citation_precision": "Chỗ dẫn là chỗ chứng minh",
    "verbatim": "Trích dẫn nguyên văn",
    "refusal": "Từ chối đúng lúc",
    "premise": "Câu hỏi sai tiền đề, chỗ để trống",
    "concision": "Độ dài so với câu mẫu (trung vị)",
}
HALVES = {
    Split.REPORT: "Nửa báo cáo (không dùng khi điều chỉnh)",
    Split.TUNE: "Nửa điều chỉnh",
}
HEADER = ("Chỉ số", "Giá trị", "Khoảng 95 %", "Số câu")
ALL = "Chung"


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what it is about, the words of its header and of its rows."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables(report: Report) -> tuple[Table, ...]:
    """Return a table of all measures for each half, the reporting half first."""
    whole = (group for group in report.groups if group.kind is None)
    return tuple(Table(HALVES[group.split], HEADER, tuple(_rows(group))) for group in whole)


def _rows(group: Group) -> Iterable[tuple[str, ...]]:
    for figure in group.figures:
        yield _row(MEASURES.get(figure.measure, figure.measure), figure)
    refused = group.refusals
    yield ("Câu không có lời giải được từ chối", _share(refused.recall), "", "")
    yield ("Câu có lời giải bị từ chối nhầm", _share(refused.needless), "", "")
    times = f"{group.times.p50:.0f} / {group.times.p95:.0f} ms"
    yield ("Thời gian một câu (p50 / p95)", times, "", str(group.n))


def _row(name: str, figure: Figure) -> tuple[str, ...]:
    average = figure.average
    value = _number(average.value) if average else "–"
    return (name, value, _bounds(average), str(figure.n))


def _bounds(average: Interval | None) -> str:
    return f"{_number(average.low)} – {_number(average.high)}" if average else ""


def _share(value: float | None) -> str:
    return "–" if value is None else _number(value)


def _number(value: float) -> str:
    return f"{value:.3f}".replace(".", ",")


def report_lines(report: Report) -> Iterable[str]:
    """Yield the tables as lines of text in columns."""
    for table in tables(report):
        yield table.title
        yield ""
        lines = (table.header, *table.rows)
        widths = [max(len(line[column]) for line in lines) for column in range(len(table.header))]
        for line in lines:
            padded = (word.ljust(width) for word, width in zip(line, widths, strict=True))
            yield "  ".join(padded).rstrip()
        yield ""
