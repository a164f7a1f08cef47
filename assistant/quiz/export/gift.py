"""GIFT, the text format of Moodle: https://docs.moodle.org/en/GIFT_format."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.quiz.export.question import Exported, Question
from assistant.quiz.item import Kind

SPECIAL = "\\~=#{}:"


def gift(asked: Sequence[Question]) -> Exported:
    """Write questions as GIFT; what is to be ordered becomes a matching with the places."""
    return Exported("".join(map(_question, asked)).encode())


def escaped(text: str) -> str:
    r"""Return text with the characters escaped that mean something in GIFT.

    >>> escaped("Theo {a}: 1 = 1")
    'Theo \\{a\\}\\: 1 \\= 1'
    """
    line = " ".join(text.split())
    return "".join(f"\\{c}" if c in SPECIAL else c for c in line)


def _question(one: Question) -> str:
    feedback = f"\n####{escaped(one.feedback)}" if one.feedback else ""
    body = "\n".join(_answers(one))
    return f"// {one.kind}\n::{escaped(one.name)}::{escaped(one.stem)} {{\n{body}{feedback}\n}}\n\n"


def _answers(one: Question) -> list[str]:
    """Return the lines between the braces; none for an essay, whose feedback says what is right."""
    if one.is_list:
        return []
    if one.kind in (Kind.FILL, Kind.SHORT):
        return [f"={escaped(answer)}" for answer in one.answers]
    return _WRITTEN[one.kind](one)


def _judged(one: Question) -> list[str]:
    return ["TRUE" if one.key == (0,) else "FALSE"]


def _single(one: Question) -> list[str]:
    return [f"{'=' if k in one.key else '~'}{escaped(o)}" for k, o in enumerate(one.options)]


def _paired(one: Question) -> list[str]:
    pairs = zip(one.prompts, one.key, strict=True)
    return [f"={escaped(prompt)} -> {escaped(one.options[k])}" for prompt, k in pairs]


def _placed(one: Question) -> list[str]:
    return [f"={n} -> {escaped(one.options[k])}" for n, k in enumerate(one.key, start=1)]


def _weighed(one: Question) -> list[str]:
    """Return the options of a multiple response: right ones share 100 %, wrong ones cost all."""
    weight = f"{100 / len(one.key):.5f}".rstrip("0").rstrip(".")
    return [
        f"~%{weight if k in one.key else '-100'}%{escaped(option)}"
        for k, option in enumerate(one.options)
    ]


_WRITTEN = {
    Kind.MC: _single,
    Kind.MULTI: _weighed,
    Kind.TF: _judged,
    Kind.MATCH: _paired,
    Kind.ORDER: _placed,
}
