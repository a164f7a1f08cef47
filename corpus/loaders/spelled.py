"""What Word draws is written (equations, ticks, boxes, breaks of pages), what it hides left out.

Element names are those of ECMA-376, part 1: WordprocessingML, and 22.1 for equations.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeAlias

from corpus.loaders.archive import opened
from corpus.loaders.fonts import packed, tree_of, xml_of
from corpus.loaders.lines import superscript
from corpus.loaders.source import Source

Node: TypeAlias = Any  # an element; lxml has no types

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PARTS = re.compile(r"word/(?:document\d*|footnotes|endnotes)\.xml")
_DRAWN = re.compile(
    rb"oMath|<w:sym\b|<w:checkBox\b|<w:vanish\b|Wingdings|Webdings|w:type=\"(?:page|column)\""
)
_NO = frozenset({"0", "false", "off"})
_OPERATOR = re.compile(r"[\s+\-−–×*/=]")
_PICTURES = {  # letters of the fonts that hold pictures, by the lower byte
    "wingdings": {
        0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0xA8: "☐", 0x6F: "☐", 0x71: "☐", 0x72: "☐",
        0xA7: "▪", 0x6C: "●", 0x6E: "■", 0x76: "❖", 0xD8: "➢", 0xE0: "→", 0xF0: "⇨",
    },
    "wingdings 2": {0x50: "✓", 0x4F: "✗", 0x52: "☑", 0x51: "☒", 0x53: "☒", 0x54: "☒", 0xA3: "☐"},
    "webdings": {0x61: "✓", 0x72: "✗", 0x63: "☐"},
    "symbol": {
        0xB7: "•", 0xB3: "≥", 0xA3: "≤", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈",
        0xAE: "→", 0xDE: "⇒", 0x61: "α", 0x62: "β", 0x64: "δ", 0x6D: "μ", 0x70: "π", 0x53: "Σ",
        0x44: "Δ",
    },
}  # fmt: skip


def spelled(source: Source) -> Source:
    """Return a DOCX file with what Word draws written as letters; one without comes as it is."""
    with opened(source) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    drawn = [name for name in parts if _PARTS.fullmatch(name) and _DRAWN.search(parts[name])]
    for name in drawn:
        tree = tree_of(parts[name])
        _spell(tree)
        parts[name] = xml_of(tree)
    return replace(source, data=packed(parts)) if drawn else source


def _spell(tree: Node) -> None:
    _leave_hidden(tree)
    _spell_equations(tree)
    _spell_pictures(tree)
    for box in list(tree.iter(f"{_W}checkBox")):
        run = next(box.iterancestors(f"{_W}r"))
        run.addprevious(_run(run, "☒" if _is_ticked(box) else "☐"))
    for end in tree.iter(f"{_W}br"):
        end.attrib.pop(f"{_W}type", None)  # the words of two pages are not one word


def _leave_hidden(tree: Node) -> None:
    """Take out the words of runs that are neither shown nor printed."""
    for mark in tree.iter(f"{_W}vanish"):
        run = mark.getparent().getparent()
        if run.tag == f"{_W}r" and mark.get(f"{_W}val", "1") not in _NO:
            for words in run.iter(f"{_W}t"):
                words.text = ""


def _spell_equations(tree: Node) -> None:
    for equation in [*tree.iter(f"{_M}oMathPara"), *tree.iter(f"{_M}oMath")]:
        if equation.getparent().tag != f"{_M}oMathPara":
            _exchange(equation, _run(equation, _linear(equation)))


def _spell_pictures(tree: Node) -> None:
    for sign in list(tree.iter(f"{_W}sym")):
        code = int(sign.get(f"{_W}char") or "0", 16)
        _exchange(sign, _text(sign, _picture(sign.get(f"{_W}font", ""), chr(code))))
    for fonts in tree.iter(f"{_W}rFonts"):
        run, font = fonts.getparent().getparent(), fonts.get(f"{_W}ascii", "")
        for words in run.iter(f"{_W}t") if run.tag == f"{_W}r" else ():
            words.text = "".join(_picture(font, letter) for letter in words.text or "")


def _exchange(node: Node, other: Node) -> None:
    other.tail = node.tail
    node.getparent().replace(node, other)


def _text(near: Node, words: str) -> Node:
    made = near.makeelement(f"{_W}t")
    made.text = words
    made.set(_SPACE, "preserve")
    return made


def _run(near: Node, words: str) -> Node:
    made = near.makeelement(f"{_W}r")
    made.append(_text(near, words))
    return made


def _picture(font: str, letter: str) -> str:
    r"""Return what a letter looks like in a font of pictures, itself in any other.

    >>> _picture("Wingdings", "\uf0fe"), _picture("Arial", "a")
    ('☑', 'a')
    """
    table = _PICTURES.get(font.casefold(), {})
    code = ord(letter)
    low = code & 0xFF
    return table.get(low, letter) if code == low or code == low | 0xF000 else letter


def _is_ticked(box: Node) -> bool:
    state = box.find(f"{_W}checked")
    state = state if state is not None else box.find(f"{_W}default")
    return state is not None and state.get(f"{_W}val", "1") not in _NO


def _linear(node: Node) -> str:
    """Return an equation on one line."""
    tag = str(node.tag).removeprefix(_M)
    part: dict[str, Node] = {str(child.tag).removeprefix(_M): child for child in node}
    made: dict[str, Callable[[], str]] = {
        "f": lambda: f"{_whole(part['num'])}/{_whole(part['den'])}",
        "sSup": lambda: f"{_whole(part['e'])}{_raised(part['sup'])}",
        "sSub": lambda: f"{_whole(part['e'])}_{_whole(part['sub'])}",
        "sSubSup": lambda: f"{_whole(part['e'])}_{_whole(part['sub'])}{_raised(part['sup'])}",
        "rad": lambda: f"√{_whole(part['e'])}",
        "d": lambda: _fenced(node),
        "t": lambda: node.text or "",
    }
    if tag in made:
        return made[tag]()
    if tag == "nary":
        sign = node.find(f"{_M}naryPr/{_M}chr")
        return f"{sign.get(f'{_M}val') if sign is not None else '∫'} {_linear(part['e'])}"
    return "".join(_linear(child) for child in node if isinstance(child.tag, str))


def _whole(node: Node) -> str:
    words = _linear(node).strip()
    return f"({words})" if _OPERATOR.search(words) else words


def _raised(node: Node) -> str:
    words = _whole(node)
    return superscript(words) if words.isdecimal() else f"^{words}"


def _fenced(node: Node) -> str:
    marks = [node.find(f"{_M}dPr/{_M}{name}") for name in ("begChr", "endChr")]
    first, last = (
        mark.get(f"{_M}val", "") if mark is not None else usual
        for mark, usual in zip(marks, "()", strict=True)
    )
    return f"{first}{'; '.join(map(_linear, node.iterfind(f'{_M}e')))}{last}"
