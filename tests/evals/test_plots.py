"""Plots: what stands where, and nothing that a strict page would refuse."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from evals.interval import Interval
from evals.measures.calibration import Bin
from evals.plots.dots import ACROSS, Dot, dots
from evals.plots.reliability import SIDE, reliability
from evals.plots.scatter import scatter
from evals.plots.svg import CLASSES, Svg, alone
from evals.sweep.sweep import Point

SPACE = "{http://www.w3.org/2000/svg}"
DOTS = dots("Theo loại <b>", [Dot("liệt kê & số", Interval(0.25, 0.5, 1.0), 8)])
BINS = reliability("Tin cậy", [Bin(low=0.8, high=1.0, n=9, confidence=0.9, right=0.5)], ("x", "y"))
POINTS = scatter(
    "Lưới",
    [
        Point(name="nhanh", quality=0.8, milliseconds=30.0, front=True),
        Point(name="chậm <script>", quality=0.9, milliseconds=60.0, front=True),
        Point(name="kém", quality=0.7, milliseconds=60.0, front=False),
    ],
    ("ms", "đúng"),
)
EVERY = [DOTS, BINS, POINTS, dots("", []), reliability("", [], ("", "")), scatter("", [], ("", ""))]


def drawn(plot: str, name: str, class_: str) -> list[ET.Element]:
    found = ET.fromstring(plot).iter(f"{SPACE}{name}")  # noqa: S314 - our own text
    return [one for one in found if one.get("class") == class_]


@pytest.mark.parametrize("plot", EVERY)
def test_a_plot_is_sound_svg_with_a_title_and_no_style_or_script_of_its_own(plot: Svg) -> None:
    root = ET.fromstring(plot)  # noqa: S314 - our own text
    assert (root.tag, root.get("role")) == (f"{SPACE}svg", "img")
    assert root.find(f"{SPACE}title") is not None
    names = {one.tag.removeprefix(SPACE) for one in root.iter()}
    assert names <= {"svg", "title", "text", "line", "circle", "rect", "polyline"}
    assert not [one for one in root.iter() if "style" in one.attrib]
    assert {one.get("class") for one in root.iter() if one.get("class")} <= set(CLASSES)


def test_a_dot_stands_at_its_share_between_its_bounds() -> None:
    (dot,), (line,) = drawn(DOTS, "circle", "dot"), drawn(DOTS, "line", "range")
    low, at, high = (float(x or 0) for x in (line.get("x1"), dot.get("cx"), line.get("x2")))
    assert at - low == pytest.approx(0.25 * ACROSS, abs=0.2)
    assert high - at == pytest.approx(0.5 * ACROSS, abs=0.2)


def test_a_bar_is_as_high_as_the_share_that_is_right() -> None:
    (bar,) = drawn(BINS, "rect", "bar")
    assert float(bar.get("height") or 0) == pytest.approx(0.5 * SIDE)


def test_the_front_is_joined_and_named_and_what_is_quicker_stands_further_left() -> None:
    best, rest = drawn(POINTS, "circle", "best"), drawn(POINTS, "circle", "dot")
    assert (len(best), len(rest)) == (2, 1)
    assert len(drawn(POINTS, "polyline", "line")) == 1
    quick, slow = best
    assert float(quick.get("cx") or 0) < float(slow.get("cx") or 0)
    assert float(quick.get("cy") or 0) > float(slow.get("cy") or 0)  # up is better
    names = [one.text for one in drawn(POINTS, "text", "name")]
    assert {"nhanh", "chậm <script>"} <= set(names)


def test_names_of_the_front_do_not_stand_on_each_other() -> None:
    many = [
        Point(name=f"thiết lập {n}", quality=0.8 + n / 1e6, milliseconds=30.0 + n / 1e6, front=True)
        for n in range(5)
    ]
    names = drawn(scatter("x", many, ("", "")), "text", "name")
    heights = sorted(float(one.get("y") or 0) for one in names if (one.text or "").startswith("t"))
    assert len(heights) == 5
    assert all(b - a >= 14 for a, b in pairwise(heights))


def test_a_plot_that_stands_alone_brings_its_rules() -> None:
    made = alone(POINTS, "svg > .dot { fill: red }")
    (style,) = ET.fromstring(made).iter(f"{SPACE}style")  # noqa: S314 - our own text
    assert style.text == "svg > .dot { fill: red }"
