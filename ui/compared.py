"""Two runs beside each other as tables of words, for the page and the command line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from evals.compare.comparison import TIME, Change, Comparison, Group, Pair, Verdict
from evals.gold import Kind, Split
from evals.lost import Stage
from evals.report import Row
from evals.runs.run import Run
from ui.figures import ALL, HALVES, MEASURES, Table, in_columns

STAGES: Mapping[Stage, str] = MappingProxyType(
    {
        Stage.ABSENT: "lần đo không có câu trả lời",
        Stage.NOT_INDEXED: "chưa có trong chỉ mục",
        Stage.NOT_RETRIEVED: "không tìm thấy",
        Stage.RANKED_LOW: "tìm thấy nhưng xếp dưới đoạn khác",
        Stage.REFUSED: "xếp đầu nhưng bị từ chối",
        Stage.NOT_SELECTED: "xếp đầu nhưng không được trích",
        Stage.UNGROUNDED: "trích sai nguyên văn",
        Stage.UNSAID: "dẫn đúng chỗ nhưng nói thiếu ý hoặc thừa điều sai",
        Stage.ANSWERED: "văn bản không có lời giải mà vẫn trả lời",
    }
)
VERDICTS: Mapping[Verdict, str] = MappingProxyType(
    {
        Verdict.BETTER: "tốt hơn",
        Verdict.WORSE: "kém hơn",
        Verdict.UNSURE: "chưa chắc",
        Verdict.SAME: "như cũ",
    }
)
KINDS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.LIST: "liệt kê",
        Kind.DUTY: "nhiệm vụ",
        Kind.FIGURE: "số liệu",
        Kind.DEADLINE: "thời hạn",
        Kind.PARTICULAR: "số, ngày, người ký",
        Kind.WHO: "ai, cơ quan nào",
        Kind.DEFINITION: "định nghĩa",
        Kind.PROCEDURE: "trình tự, thủ tục",
        Kind.YES_NO: "có hay không",
        Kind.COMPARISON: "so sánh",
        Kind.MULTI: "nhiều văn bản",
        Kind.FOOTNOTE: "chú thích",
        Kind.FOLLOW_UP: "hỏi tiếp",
        Kind.UNACCENTED: "không dấu",
        Kind.TYPO: "gõ sai",
        Kind.ABBREVIATION: "viết tắt",
        Kind.ENGLISH: "tiếng Anh",
        Kind.BLANK: "văn bản để trống",
        Kind.FALSE_PREMISE: "sai tiền đề",
        Kind.UNANSWERABLE: "không có lời giải",
    }
)
OTHER_GOLD = (
    "Lưu ý: hai lần đo dùng hai bản khác nhau của bộ câu hỏi; chênh lệch có thể do bộ câu hỏi, "
    "không phải do chương trình."
)
MEANS = {  # whose mean is compared, though another figure is published
    "concision": "Độ dài so với câu mẫu (trung bình)",
    TIME: "Thời gian một câu (ms, trung bình)",
}
HEADER = ("Chỉ số", "Trước", "Sau", "Chênh lệch", "Khoảng 95 %", "p", "Thắng / thua", "Kết luận")


def changes_table(comparison: Comparison, group: Group) -> Table:
    """Return what changed over a group, measure by measure."""
    rows = tuple(map(_change, comparison.of(group)))
    return Table(group_name(group), HEADER, rows)


def group_name(group: Group) -> str:
    """Return what a group of questions is called."""
    part = KINDS[group.kind] if group.kind else f"thẻ “{group.tag}”" if group.tag else ALL
    return f"{HALVES[group.split]}: {part}"


def _change(change: Change) -> tuple[str, ...]:
    spread = change.paired.difference
    return (
        measure_name(change.measure),
        number(change.before),
        number(change.after),
        signed(spread.value),
        f"{signed(spread.low)} … {signed(spread.high)}",
        number(change.paired.p),
        f"{change.wins} / {change.losses}",
        VERDICTS[change.verdict],
    )


def measure_name(measure: str) -> str:
    """Return what a measure is called, its own name where it has no other."""
    return MEANS.get(measure) or MEASURES.get(measure, measure)


def number(value: float) -> str:
    """Return a figure with three decimals, from 10 on with one.

    >>> number(0.5), number(43.2)
    ('0,500', '43,2')
    """
    return f"{value:.{3 if abs(value) < 10 else 1}f}".replace(".", ",")  # noqa: PLR2004 - said above


def signed(value: float) -> str:
    """Return a difference with its sign; nothing has none.

    >>> signed(0.25), signed(-0.0)
    ('+0,250', '0,000')
    """
    return f"{'+' if value > 0 else ''}{number(value if abs(value) > 1e-9 else 0.0)}"  # noqa: PLR2004 - rounding


def comparison_lines(before: Run, after: Run, comparison: Comparison) -> Iterator[str]:
    """Yield a comparison as lines of text: the figures, what was lost and why, what was won."""
    yield f"Trước: {run_line(before)}"
    yield f"Sau:   {run_line(after)}"
    yield from filter(None, [gold_note(before, after)])
    yield from _uncommon(comparison)
    if comparison.pairs:
        same = sum(pair.same for pair in comparison.pairs)
        yield f"{len(comparison.pairs)} câu chung, {same} câu có câu trả lời và trích dẫn như cũ."
    for split in (Split.REPORT, Split.TUNE):
        table = changes_table(comparison, Group(split=split))
        if table.rows:
            yield ""
            yield from in_columns(table)
    yield from _listed("Kém hơn", comparison.lost)
    yield from _listed("Tốt hơn", comparison.won)


def run_line(run: Run) -> str:
    """Return a run in one line: its name, id, time and gold set."""
    at = run.at[:16].replace("T", " ")
    return ", ".join(filter(None, (run.name, run.id, at, run.report.gold)))


def gold_note(before: Run, after: Run) -> str:
    """Say that two runs were judged by two editions of their questions, "" where they were not."""
    return OTHER_GOLD if before.report.digest != after.report.digest else ""


def _uncommon(comparison: Comparison) -> Iterator[str]:
    told = {
        "chỉ lần trước có": comparison.gone,
        "chỉ lần sau có": comparison.new,
        "đã sửa câu hỏi": comparison.edited,
    }
    for words, ids in told.items():
        if ids:
            yield f"Không so sánh {len(ids)} câu ({words}): {', '.join(ids[:10])}"


def _listed(title: str, pairs: tuple[Pair, ...]) -> Iterator[str]:
    if pairs:
        yield ""
        yield f"{title}: {len(pairs)} câu"
    for pair in pairs:
        yield f"  {pair.before.id}  {pair.before.question}"
        yield f"      trước: {told(pair.before)}"
        yield f"      sau:   {told(pair.after)}"


def told(row: Row) -> str:
    """Return how a question went: well, or at which stage it was lost."""
    if row.lost_at is not None:
        return f"mất, {STAGES[row.lost_at]}"
    faults = ", ".join(dict.fromkeys(fault.flaw for fault in row.faults))
    return f"được; còn lỗi: {faults}" if faults else "được"
