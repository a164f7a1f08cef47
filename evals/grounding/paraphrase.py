"""True paraphrases by rule: other words, another order, less said, nothing else said."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from importlib import resources
from itertools import islice
from types import MappingProxyType

from corpus.table import rows
from evals.grounding.pool import Sample

Rule = Callable[[Sample], Iterator[str]]

_DAY = re.compile(r"\b(?:ngày )?(\d{1,2})/(\d{1,2})/((?:19|20)\d{2})\b")
_TIME = re.compile(r"^(?P<time>(?:Trong|Từ|Đến|Qua) [^,;:]{4,40}), (?P<rest>[^;:]+?)[.;]?$")
_BRACKET = re.compile(r" \([^()]*\)")
_ISSUES = re.compile(
    r"^(?P<who>Sở|Sở [^,;]{4,40}?) (?:đã )?(?P<verb>ban hành|xây dựng) (?P<what>(?:Kế hoạch|kế"
    r" hoạch|quy chế|Quy chế|Công văn)[^,;.:]{4,120})[.;]?$"
)
_MARK = re.compile(r"[¹²³⁰⁴⁵⁶⁷⁸⁹*]+")
_LABEL = re.compile(r"^(?:\(?\d{1,2}[.)-]+|[a-zđ]\)|[-+*])\s*")
# each for the other wherever offices write them; nothing here is a synonym in one context only
_SAME = (
    ("đảm bảo", "bảo đảm"),
    ("bảo đảm", "đảm bảo"),
    ("hàng năm", "hằng năm"),
    ("hằng năm", "hàng năm"),
    ("thường xuyên tổ chức", "tổ chức thường xuyên"),
    ("kịp thời giải quyết", "giải quyết kịp thời"),
    ("thực hiện tốt", "làm tốt"),
    ("gửi về", "gửi đến"),
    ("về việc", "về"),
    ("trên địa bàn tỉnh", "trong tỉnh"),
    ("đồng thời,", "bên cạnh đó,"),
    ("tiếp tục triển khai", "tiếp tục thực hiện"),
    ("nhằm", "để"),
    ("theo quy định", "đúng quy định"),
    ("cơ quan, đơn vị", "đơn vị, cơ quan"),
    ("cán bộ, công chức, viên chức", "công chức, viên chức, cán bộ"),
    ("có hiệu quả", "hiệu quả"),
    ("năm 2023", "trong năm 2023"),
    ("uỷ", "ủy"),
    ("hóa", "hoá"),
    ("hoá", "hóa"),
)
_BEFORE = ("Ngoài ra", "Bên cạnh đó", "Đồng thời", "Cụ thể")


def _plain(text: str) -> str:
    return _LABEL.sub("", _MARK.sub("", text)).strip()


def _lower(text: str) -> str:
    """Return a sentence begun in lower case, unless it begins with a name or an abbreviation."""
    first, _, rest = text.partition(" ")
    named = not first[1:].islower() or rest[:1].isupper()
    return text if named else text[:1].lower() + text[1:]


def _dates(sample: Sample) -> Iterator[str]:
    text = _plain(sample.text)
    if _DAY.search(text):
        yield _DAY.sub(r"ngày \1 tháng \2 năm \3", text)
        yield _DAY.sub(lambda m: f"ngày {int(m[1])}-{int(m[2])}-{m[3]}", text)


def _order(sample: Sample) -> Iterator[str]:
    found = _TIME.match(_plain(sample.text))
    if found:
        time, rest = found["time"], found["rest"]
        yield f"{rest[:1].upper()}{rest[1:]} {_lower(time)}."


def _brackets(sample: Sample) -> Iterator[str]:
    text = _plain(sample.text)
    if _BRACKET.search(text):
        yield _BRACKET.sub("", text)


def _short(sample: Sample) -> Iterator[str]:
    """Yield the clauses of a sentence, each as a sentence of its own."""
    clauses = [part.strip(" .;") for part in _plain(sample.text).split("; ")]
    if len(clauses) > 1 and ":" not in clauses[0]:
        for clause in clauses:
            if len(clause.split()) > 6:  # noqa: PLR2004 - words of a clause that says something
                yield f"{clause[:1].upper()}{clause[1:]}."


def _merged(sample: Sample) -> Iterator[str]:
    """Yield an item behind what introduces it."""
    if sample.lead:
        text = _plain(sample.text).rstrip(";.")
        yield f"{_plain(sample.lead)} {_lower(text)}."
        yield f"{_plain(sample.lead).rstrip(': ')} gồm {_lower(text)}."


def _passive(sample: Sample) -> Iterator[str]:
    found = _ISSUES.match(_plain(sample.text))
    if found:
        what = found["what"]
        yield f"{what[:1].upper()}{what[1:]} do {found['who']} {found['verb']}."


def _synonyms(sample: Sample) -> Iterator[str]:
    text = _plain(sample.text)
    for said, other in _SAME:
        pattern = re.compile(rf"\b{said}(?!\w)(?![^“”]*”)")
        if pattern.search(text) and other not in text:
            yield pattern.sub(other, text)


def _abbreviated(sample: Sample) -> Iterator[str]:
    text = _plain(sample.text)
    for row in rows("abbreviations.csv"):
        short, long = row["short"], row["long"]
        # neither in the number of a document nor in quotation marks
        written = re.compile(rf"(?<![\w/-]){short}(?![\w/-])(?![^“”]*”)")
        if written.search(text) and len(short) > 2:  # noqa: PLR2004 - letters
            yield written.sub(long, text)
        spelled = re.compile(rf"\b{re.escape(long)}\b(?![^“”]*”)", re.IGNORECASE)
        if spelled.search(text):
            yield spelled.sub(short, text)


def _introduced(sample: Sample) -> Iterator[str]:
    text = _lower(_plain(sample.text))
    for words in _BEFORE:
        yield f"{words}, {text}"
    if sample.document:
        yield f"Theo {sample.document}, {text}"


def _figures(sample: Sample) -> Iterator[str]:
    text = _plain(sample.text)
    bare = re.sub(r"(?<![\w/.,-])0(\d)(?![\w/.,-])", r"\1", text)
    if bare != text:
        yield bare
    grouped = re.sub(r"(?<=\d)\.(?=\d{3}(?:\D|$))", "", text)
    grouped = re.sub(r"(?<=\d)\.(?=\d{3}(?:\D|$))", "", grouped)
    if grouped != text:
        yield grouped


def _by_hand(sample: Sample) -> Iterator[str]:
    """Yield what somebody wrote for a sentence who did not know the rules above."""
    text = resources.files("evals").joinpath("grounding", "by_hand.csv").read_text("utf-8")
    for row in csv.DictReader(text.splitlines()):
        if sample.text.startswith(row["begins"]):
            yield row["paraphrase"]


def _several(sample: Sample) -> Iterator[str]:
    """Yield what several rules make of a sentence one after the other."""
    for first in (_order, _merged, _short, _passive, _brackets):
        for once in first(sample):
            for second in (_synonyms, _dates, _figures, _abbreviated):
                for twice in second(replace(sample, text=once)):
                    yield from islice(
                        _introduced(replace(sample, text=twice)), len(twice) % 4, None, 4
                    )


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "dates written otherwise": _dates,
        "figures written otherwise": _figures,
        "abbreviations": _abbreviated,
        "other words for the same": _synonyms,
        "another order": _order,
        "passive": _passive,
        "brackets left out": _brackets,
        "one clause alone": _short,
        "an item behind its lead-in": _merged,
        "introduced": _introduced,
        "several of these": _several,
        "by hand": _by_hand,
    }
)
