"""The tables of what was measured, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.scale.measured import Asked, Built, Times


def rows(built: Sequence[Built], asked: Sequence[Asked]) -> Iterator[str]:
    """Give the lines of both tables, a row for each size; times as p50 / p95 (p95 of CPU)."""
    yield "| passages | build s | a second | memory MB | disk MB |"
    yield "|---|---|---|---|---|"
    for one in built:
        speed = one.passages / one.seconds
        yield (
            f"| {one.passages:,} | {one.seconds:,.0f} | {speed:,.0f} | {one.memory:,.0f} "
            f"| {one.disk:,.0f} |"
        )
    yield ""
    yield (
        "| passages | open s | lexical ms | unaccented ms | dense ms | exact ms | question ms "
        "| recall@10 | add 50 s | memory MB |"
    )
    yield "|---|---|---|---|---|---|---|---|---|---|"
    for told in asked:
        legs = (told.lexical, told.unaccented, told.dense, told.exact, told.both)
        yield (
            f"| {told.passages:,} | {told.opened:.1f} | {' | '.join(map(_pair, legs))} "
            f"| {told.recall:.3f} | {told.added:.1f} | {told.memory:,.0f} |"
        )


def _pair(times: Times) -> str:
    return f"{times.p50:.1f} / {times.p95:.1f} ({times.cpu:.1f})"
