"""Small parts of our own pages: forms, buttons, badges."""

from __future__ import annotations

from collections.abc import Iterable

from ui.markup import Html, joined, tag


def form(action: str, *content: str, swap: bool = False, class_: str | None = None) -> Html:
    """Return a form; the answer of one that may `swap` is put in the place of the page."""
    return tag("form", *content, method="post", action=action, data_swap=swap, class_=class_)


def button(words: str, *, gesture: str = "", look: str = "plain", said: str = "") -> Html:
    """Return the button of a gesture; `said` is what a screen reader hears when it is done."""
    return tag(
        "button",
        words,
        name="gesture" if gesture else None,
        value=gesture or None,
        class_=f"button {look}",
        data_said=said or None,
    )


def link(words: str, href: str, look: str = "plain") -> Html:
    """Return a link that looks like a button."""
    return tag("a", words, href=href, class_=f"button {look}")


def labelled(label: str, control: str, hint: str = "") -> Html:
    """Return a control under its label."""
    more = tag("small", hint) if hint else Html("")
    return tag("label", tag("span", label, class_="label"), control, more, class_="field")


def checks(name: str, legend: str, options: Iterable[tuple[str, str]], *, on: bool) -> Html:
    """Return a group of check boxes, all of them on or off."""
    boxes = (
        tag("label", tag("input", type="checkbox", name=name, value=value, checked=on), words)
        for value, words in options
    )
    return tag("fieldset", tag("legend", legend), tag("div", *boxes, class_="choices"))


def select(
    name: str, options: Iterable[tuple[str, str]], chosen: str = "", *, said: str = ""
) -> Html:
    """Return a list to choose one from; `said` is its name where no label stands above it."""
    drawn = (
        tag("option", words, value=value, selected=value == chosen) for value, words in options
    )
    return tag("select", *drawn, name=name, aria_label=said or None)


def wide(table: Html, said: str) -> Html:
    """Return a table that may be wider than the window: it is scrolled, by the keyboard, too."""
    return tag("div", table, class_="wide", role="region", tabindex=0, aria_label=said)


def badge(words: str, look: str) -> Html:
    """Return a word that says how something stands."""
    return tag("span", words, class_=f"badge {look}")


def hidden(**values: str | int) -> Html:
    """Return values that a form carries along."""
    return joined(tag("input", type="hidden", name=name, value=v) for name, v in values.items())
