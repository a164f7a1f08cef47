"""The figures of an evaluation as tables of words, for the page and the command line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evals.faults import Flaw
from evals.gold import Kind, Split
from evals.interval import Interval
from evals.measured import Figured, Measured, measured
from evals.report import Group, Report

MEASURES = {
    "right": "Trả lời đúng và đủ",
    "key_points": "Ý chính có trong câu trả lời",
    "forbidden": "Không có điều sai",
    "evidence": "Chỗ chứng minh được dẫn",
    "evidence_complete": "Dẫn đủ mọi chỗ chứng minh",
    "citation_precision": "Chỗ dẫn là chỗ chứng minh",
    "verbatim": "Trích dẫn nguyên văn",
    "refusal": "Từ chối đúng lúc",
    "premise": "Câu hỏi sai tiền đề, chỗ để trống",
    "concision": "Độ dài so với câu mẫu (trung vị)",
    "exact_match": "Trùng hẳn câu mẫu",
    "token_f1": "F1 từng tiếng với câu mẫu",
    "retrieved_1": "Căn cứ ở đoạn đầu tìm được",
    "retrieved_5": "Căn cứ trong 5 đoạn đầu",
    "retrieved_20": "Căn cứ trong 20 đoạn đầu",
    "retrieved_mrr": "Hạng của căn cứ đầu tiên (MRR@10)",
    "retrieved_ndcg": "Thứ hạng các căn cứ (nDCG@10)",
}
OF_GROUP = {
    "refusal_recall": "Câu không có lời giải được từ chối",
    "needless": "Câu có lời giải bị từ chối nhầm",
    "calibration_error": "Sai lệch của độ tin cậy (0 là tốt nhất)",
}
ROUGH = {
    Kind.UNACCENTED: "Câu không dấu, so với câu rõ",
    Kind.TYPO: "Câu gõ sai, so với câu rõ",
    Kind.ABBREVIATION: "Câu viết tắt, so với câu rõ",
    Kind.FOLLOW_UP: "Câu hỏi tiếp, so với câu rõ",
}
FLAWS = {
    Flaw.ABSENT: "lần đo không có câu trả lời",
    Flaw.REFUSED: "từ chối dù văn bản có lời giải",
    Flaw.ANSWERED: "trả lời dù văn bản không nói đến",
    Flaw.UNSAID: "thiếu ý chính",
    Flaw.FORBIDDEN: "nói điều làm câu trả lời sai",
    Flaw.UNCITED: "không dẫn chỗ chứng minh",
    Flaw.LOOSE: "dẫn chỗ không chứng minh",
    Flaw.TOO_LONG: "quá dài",
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
    return tuple(Table(HALVES[group.split], HEADER, tuple(_rows(report, group))) for group in whole)


def _rows(report: Report, group: Group) -> Iterable[tuple[str, ...]]:
    names = {figure.measure: figure.measure for figure in group.figures}
    for measure, name in {**names, **MEASURES, **OF_GROUP}.items():
        yield _row(name, measured(report, Figured(measure, group.split)))
    for kind, name in ROUGH.items():
        if found := measured(report, Figured("robust", group.split, kind)):
            yield _row(name, found)
    times = f"{group.times.p50:.0f} / {group.times.p95:.0f} ms"
    yield ("Thời gian một câu (p50 / p95)", times, "", str(group.n))


def _row(name: str, found: Measured | None) -> tuple[str, ...]:
    if found is None:
        return (name, "–", "", "0")
    return (name, _number(found.value), _bounds(found.interval), str(found.n))


def _bounds(average: Interval | None) -> str:
    return f"{_number(average.low)} – {_number(average.high)}" if average else ""


def _number(value: float) -> str:
    return f"{value:.3f}".replace(".", ",")


def report_lines(report: Report) -> Iterable[str]:
    """Yield the tables as lines of text in columns."""
    for table in tables(report):
        yield from in_columns(table)
        yield ""


def in_columns(table: Table) -> Iterable[str]:
    """Yield a table as lines of text in columns."""
    yield table.title
    yield ""
    lines = (table.header, *table.rows)
    widths = [max(len(line[column]) for line in lines) for column in range(len(table.header))]
    for line in lines:
        padded = (word.ljust(width) for word, width in zip(line, widths, strict=True))
        yield "  ".join(padded).rstrip()
