"""The figures of a retrieval evaluation as lines of words for the command line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from evals.interval import Interval
from evals.retrieval.report import Report, System

NAMES = {
    "product": "Hỏi Quy chế",
    "tutorial": "LangChain + MiniLM",
    "bm25": "bm25s",
}
TIMES = "ms một câu (p50 / p95)"
SPEED = "dòng lập chỉ mục mỗi giây"
UNITS = "đoạn trong chỉ mục (mới tính véc-tơ)"
UNREACHABLE = "dòng không có đoạn nào"
SHORT = "câu tìm được chưa đủ 20 dòng"
MEMORY = "bộ nhớ cao nhất (MB)"


def retrieval_lines(report: Report) -> Iterator[str]:
    """Yield what was measured over, then a table: a line for each figure, a column a system."""
    yield f"{report.collection} ({report.digest}): {_over(report)}"
    yield ""
    header = ("", *(NAMES.get(system.name, system.name) for system in report.systems))
    lines = [header, *_rows(report.systems)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(header))]
    for line in lines:
        padded = (word.ljust(width) for word, width in zip(line, widths, strict=True))
        yield "  ".join(padded).rstrip()


def _over(report: Report) -> str:
    parts = [f"{report.rows} dòng", f"{report.queries} câu hỏi"]
    if report.unaccented:
        parts.append("hỏi không dấu")
    if report.limit is not None:
        parts.append(f"chỉ lấy {report.limit} dòng đầu, để thử")
    if report.unjudged:
        parts.append(f"bỏ qua {report.unjudged} câu không có dòng nào trả lời")
    return ", ".join(parts)


def _rows(systems: Sequence[System]) -> Iterable[tuple[str, ...]]:
    for measure in (value.measure for value in systems[0].values):
        yield (measure, *(_average(system.value(measure)) for system in systems))
    yield (TIMES, *(f"{_one(s.times.p50)} / {_one(s.times.p95)}" for s in systems))
    yield (SPEED, *(_one(s.build.rows_per_second) for s in systems))
    yield (UNITS, *(f"{s.build.units} ({s.build.embedded})" for s in systems))
    yield (UNREACHABLE, *(str(s.build.unreachable) for s in systems))
    yield (SHORT, *(str(s.short) for s in systems))
    yield (MEMORY, *(f"{s.memory:.0f}" for s in systems))


def _average(average: Interval | None) -> str:
    if average is None:
        return "–"
    return f"{_three(average.value)} [{_three(average.low)} – {_three(average.high)}]"


def _three(value: float) -> str:
    return f"{value:.3f}".replace(".", ",")


def _one(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
