"""SVG as text: elements with escaped words; colours come from the classes of the page around."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

# The classes that a page has to paint; light and dark are its matter.
CLASSES = ("plot", "grid", "axis", "name", "count", "range", "dot", "best", "line", "bar")
LETTER = 7.2  # about how wide a letter of 13 pixels is


class Svg(str):
    """SVG that is escaped already; made by the functions here only."""

    __slots__ = ()


def element(name: str, /, *children: str, **attributes: str | float) -> Svg:
    """Return one element; a child that is not `Svg` is escaped, `_` in a name stands for `-`.

    >>> element("text", "a < b", x=1.5, class_="name")
    '<text x="1.5" class="name">a &lt; b</text>'
    """
    written = "".join(f' {_named(key)}="{_value(value)}"' for key, value in attributes.items())
    inner = "".join(c if isinstance(c, Svg) else escape(c, quote=False) for c in children)
    return Svg(f"<{name}{written}>{inner}</{name}>")


def figure(title: str, size: tuple[float, float], content: Iterable[str]) -> Svg:
    """Return a whole plot of `size` pixels that a reader hears by its title."""
    width, height = size
    return element(
        "svg",
        element("title", title),
        *content,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_value(width)} {_value(height)}",
        width=width,
        height=height,
        class_="plot",
        role="img",
        aria_label=title,
    )


def alone(plot: Svg, style: str) -> str:
    """Return a plot as a file of its own, with the rules that paint its classes."""
    head, _, rest = plot.partition(">")
    return f"{head}><style>{escape(style, quote=False)}</style>{rest}\n"


def _named(key: str) -> str:
    name = key.rstrip("_")
    return name if name == "viewBox" else name.replace("_", "-")


def _value(value: str | float) -> str:
    if isinstance(value, str):
        return escape(value)
    return f"{value:.1f}".removesuffix(".0")
