"""The picture of the graph: documents of the library on the left, what they cite on the right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from corpus.instrument import LegalStatus
from corpus.relations import Graph, Held, Link, Reference
from ui.library_words import HELD, known_as
from ui.markup import Html, joined, tag
from ui.web.library import wording as w

LINE, TOP, WIDE = 22, 16, 1000  # pixels
LEFT, RIGHT = 330, 640  # where links begin and end
LONGEST = 44  # characters of a label
NARROW, SHORTER = 352, 42  # a branch fits a phone


def picture(graph: Graph) -> Html:
    """Return the picture as SVG; the table beside it says the same in words."""
    cited = {link.target for link in graph.links}
    right = sorted((o for o in graph.references if o.id in cited), key=_order)
    left = [one for one in graph.references if any(k.source == one.id for k in graph.links)]
    height = 2 * TOP + LINE * max(len(right), len(left))
    ends = {one.id: TOP + LINE * at for at, one in enumerate(right)}
    starts = _starts(left, graph.links, ends, height)
    curves = (_curve(starts[link.source], ends[link.target], link) for link in graph.links)
    names = [_name(one, starts[one.id], LEFT - 10, "end") for one in left]
    names += [_name(one, ends[one.id], RIGHT + 12, "start") for one in right]
    return tag(
        "svg",
        tag("title", w.RELATIONS),
        *curves,
        *names,
        viewBox=f"0 0 {WIDE} {height}",
        width=WIDE,
        height=height,
        role="img",
    )


def branch(graph: Graph, root: str) -> Html:
    """Return the picture of one document: what it cites and, before that, what cites it."""
    by_id = {one.id: one for one in graph.references}
    citing = sorted({k.source for k in graph.links if k.target == root} - {root})
    cited = sorted(
        {k.target for k in graph.links if k.source == root}, key=lambda key: _order(by_id[key])
    )
    order = [*citing, root, *cited]
    ends = {key: TOP + LINE * at for at, key in enumerate(order)}
    height = 2 * TOP + LINE * len(order)
    joins = [k for k in graph.links if root in (k.source, k.target)]
    curves = (_stem(ends[root], ends[k.target if k.source == root else k.source], k) for k in joins)
    names = (_leaf(by_id[key], ends[key], 12 if key == root else 34) for key in order)
    drawn = joined([tag("title", w.RELATIONS), *curves, *names])
    box = f"0 0 {NARROW} {height}"
    return tag("svg", drawn, viewBox=box, width=NARROW, height=height, role="img")


def _stem(start: int, end: int, link: Link) -> Html:
    line = f"M12 {start}C12 {end} 12 {end} 34 {end}"
    told = tag("title", link.relation.value)
    return tag("path", told, d=line, class_=f"link {link.relation.name.lower()}", fill="none")


def _leaf(one: Reference, y: int, x: int) -> Html:
    words = known_as(one)
    dot = tag("circle", cx=x, cy=y, r=4)
    told = tag("title", f"{words} – {HELD[one.held]}")
    label = tag("text", shortened(words, SHORTER), x=x + 10, y=y + 4)
    return tag("g", joined([told, dot, label]), class_=_look(one))


def _order(one: Reference) -> tuple[int, str]:
    ended = one.instrument is not None and one.instrument.status is LegalStatus.ENDED
    rank = {Held.LIBRARY: 0, Held.REGISTERED: 1, Held.MISSING: 3}[one.held]
    return (rank + (1 if ended else 0), one.label)


def _starts(
    left: Sequence[Reference], links: Sequence[Link], ends: Mapping[str, int], height: int
) -> dict[str, int]:
    """Spread the citing documents over the height, each near the middle of what it cites."""
    middles = {
        one.id: sum(hit) / len(hit)
        for one in left
        if (hit := [ends[k.target] for k in links if k.source == one.id])
    }
    order = sorted(left, key=lambda one: (middles[one.id], one.id))
    step = (height - 2 * TOP) / max(len(order), 1)
    return {one.id: round(TOP + step * (at + 0.5)) for at, one in enumerate(order)}


def _curve(start: int, end: int, link: Link) -> Html:
    middle = (LEFT + RIGHT) // 2
    line = f"M{LEFT} {start}C{middle} {start} {middle} {end} {RIGHT} {end}"
    return tag("path", d=line, class_=f"link {link.relation.name.lower()}", fill="none")


def _name(one: Reference, y: int, x: int, anchor: str) -> Html:
    words = known_as(one)
    dot = tag("circle", cx=LEFT if anchor == "end" else RIGHT, cy=y, r=4)
    told = tag("title", f"{words} – {HELD[one.held]}")
    label = tag("text", shortened(words), x=x, y=y + 4, text_anchor=anchor)
    return tag("g", joined([told, dot, label]), class_=_look(one))


def _look(one: Reference) -> str:
    ended = one.instrument is not None and one.instrument.status is LegalStatus.ENDED
    return f"node {one.held.value}{' ended' if ended else ''}"


def shortened(words: str, longest: int = LONGEST) -> str:
    """Return words that fit a line of the picture."""
    return words if len(words) <= longest else f"{words[: longest - 1].rstrip()}…"
