"""An independent verifier: reads stem, options and key as a person would, and the source text.

It shares no code with the generator: it knows the wordings of the stems and the text of the file,
and looks up for itself what the text says.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

Json = dict[str, Any]
WH = (
    "bao nhiêu phần trăm",
    "bao nhiêu đồng",
    "ngày nào",
    "bao lâu một lần",
    "ai",
    "cơ quan, tổ chức hoặc cá nhân nào",
)


def tokens(text: str) -> list[str]:
    """Return words and numbers in small letters, the tone on the first of two open vowels."""
    text = unicodedata.normalize("NFC", text).lower()
    text = re.sub(r"[¹²³]", " ", text)
    for late, early in (("oà", "òa"), ("oá", "óa"), ("uỷ", "ủy"), ("uý", "úy"), ("hoá", "hóa")):
        text = text.replace(late, early)
    found = re.findall(r"\d+(?:[.,]\d+)+|\d+|[^\W\d_]+", text)
    return [word.lstrip("0") or "0" if word.isdigit() else word for word in found]


def contains(text: list[str], part: list[str], start: int = 0) -> int:
    """Return where `part` ends in `text` from `start` on, -1 when it does not stand there."""
    for at in range(start, len(text) - len(part) + 1):
        if text[at : at + len(part)] == part:
            return at + len(part)
    return -1


def in_row(text: str, *parts: str) -> bool:
    """Tell whether parts follow each other in a text."""
    words, at = tokens(text), 0
    for part in parts:
        at = contains(words, tokens(part), at)
        if at < 0:
            return False
    return True


@dataclass(frozen=True)
class Verifier:
    """The texts of the files, by document id."""

    texts: dict[str, str]

    def faults(self, item: Json) -> list[str]:
        """Return what is wrong with an item, nothing when the text bears it out."""
        text, cited = self.texts[item["citation"]["document"]], item["citation"]
        if text[cited["start"] : cited["end"]] != cited["quote"]:
            return ["the quote does not stand in the text"]
        check = getattr(self, f"_{item['kind']}")
        return [f"{item['kind']}: {fault}" for fault in check(item, text)]

    # --- one kind each

    def _mc(self, item: Json, text: str) -> list[str]:
        right = [k for k, option in enumerate(item["options"]) if self.holds(item, option, text)]
        return [] if right == item["key"] else [f"right {right}, key {item['key']}"]

    _multi = _mc

    def _tf(self, item: Json, text: str) -> list[str]:
        said = re.sub(r"^Đúng hay sai\? ", "", item["stem"]).rstrip(".")
        true = self.states(after_name(said, item), item, text)
        return [] if item["key"] == [0 if true else 1] else [f"the text says {true}: {said}"]

    def _fill(self, item: Json, text: str) -> list[str]:
        return [] if self.holds(item, item["key"][0], text) else ["the gap is filled otherwise"]

    def _short(self, item: Json, text: str) -> list[str]:
        if "hãy nêu" in item["stem"]:
            named = all(in_row(item["citation"]["quote"], v) for v in item["key"][0].split("; "))
            return [] if named else ["a thing to be named is not in the list"]
        return [] if self.holds(item, item["key"][0], text) else ["the text answers otherwise"]

    def _match(self, item: Json, text: str) -> list[str]:
        faults = []
        for prompt, key in zip(item["prompts"], item["key"], strict=True):
            fitting = [
                k for k, option in enumerate(item["options"]) if belongs(prompt, option, text)
            ]
            if fitting != [key]:
                faults.append(f"{prompt}: fits {fitting}, key {key}")
        return faults

    def _order(self, item: Json, text: str) -> list[str]:
        parts = [item["options"][k] for k in item["key"]]
        if "thời gian ban hành" in item["stem"]:
            days = [day_after(part, text) for part in parts]
            return [] if days == sorted(set(days)) and all(days) else [f"days {days}"]
        return [] if in_row(item["citation"]["quote"], *parts) else ["another order in the text"]

    # --- what the text says

    def holds(self, item: Json, option: str, text: str) -> bool:
        """Tell whether an option answers the stem."""
        stem = after_name(item["stem"], item)
        if found := re.search(r"đơn vị nào được giao nhiệm vụ “(.+)”\?", stem):
            return under(option, found[1], text)
        if found := re.search(r"nhiệm vụ nào sau đây được giao cho (.+?)\?", stem):
            return under(found[1], option, text)
        if found := re.search(r"nội dung nào sau đây thuộc phần “(.+?)”\?", stem):
            return under(found[1], option, text)
        if found := re.search(r"nội dung “(.+)” thuộc phần nào\?", stem):
            return under(option, found[1], text)
        if re.search(r"nội dung nào sau đây được nêu|nơi nào sau đây có tên", stem):
            return in_row(item["citation"]["quote"], option)
        return self.answers(stem, option, text)

    def answers(self, stem: str, option: str, text: str) -> bool:
        """Tell whether an option answers a question that has a place for it."""
        if found := re.search(r"^(.+) có số, ký hiệu nào\?", stem):
            return cites(text, option, KIND.sub("", found[1]))
        for form, looks_up in LOOKED_UP:
            if found := re.search(form, stem):
                return looks_up(text, found[1], option)
        if found := re.search(r"“(.*……?.*)”", stem):
            return self.gap(found[1], option, text)
        return self.asked(stem.rstrip("?"), option, text)

    def gap(self, sentence: str, option: str, text: str) -> bool:
        """Tell whether a sentence with an option in its gap stands in the text."""
        left, _, right = sentence.partition("……")
        digits = re.match(r"\d[\d.,]*", option)
        units = (
            {option, digits[0]} if digits and tokens(right)[:1] == tokens(option)[1:2] else {option}
        )
        called = re.match(r"^[^\W\d]+(?: [^\W\d]+)*(?: 5K)?: ‘(.*)$", left)
        left = called[1] if called else left
        ways = (left, re.sub(r"ngày\s*$", "", left))
        return any(stands(text, f"{way}{value}{right}") for value in units for way in ways)

    def asked(self, stem: str, option: str, text: str) -> bool:
        """Tell whether the text says what the stem asks, with the option where the asking is."""
        counted = "bao nhiêu " + re.sub(r"^\d[\d.,]*\s*", "", option)
        for wh in (counted, *WH):
            for hit in re.finditer(rf"(?<!\w){re.escape(wh)}(?!\w)", stem):
                left, right = stem[: hit.start()], stem[hit.end() :]
                if any(stands(text, f"{left} {way}{option} {right}") for way in ("", "ngày ")):
                    return True
        return False

    def states(self, said: str, item: Json, text: str) -> bool:
        """Tell whether the text says a sentence of a true/false item."""
        if found := re.search(r"^(?P<h>.+?) được giao nhiệm vụ “(?P<w>.+)”$", said) or re.search(
            r"^nội dung “(?P<w>.+)” thuộc phần “(?P<h>.+)”$", said
        ):
            return under(found["h"], found["w"], text)
        if found := re.search(r"^“(.+)” là một trong những nội dung được nêu", said):
            return in_row(item["citation"]["quote"], found[1])
        rest = (
            (r"^(?P<k>.+) có số, ký hiệu là (?P<v>\S+)$", "{k} có số, ký hiệu nào?"),
            (r"^(?P<k>.+) được ban hành về việc (?P<v>.+)$", "{k} được ban hành về việc gì?"),
            (
                r"^(?P<k>.* số \S+.*?) do (?P<v>(?:Bộ|Ban) .+) ban hành$",
                "{k} do cơ quan nào ban hành?",
            ),
            (r"^(?P<k>\S+ \S+ số \S+.*?) ban hành (?P<v>.+)$", "{k} ban hành văn bản nào?"),
            (r"^(?P<k>“.+”) được viết tắt là (?P<v>.+)$", "{k} được viết tắt là gì?"),
            (r"^(?P<k>tên viết tắt “.+”) dùng để chỉ (?P<v>.+)$", "{k} dùng để chỉ"),
            (r"^(?P<k>việc “.+”) nhằm mục đích (?P<v>.+)$", "{k} nhằm mục đích gì"),
        )
        for form, question in rest:
            found = re.search(form, said)
            if found and self.answers(question.format(k=found["k"]), found["v"], text):
                return True
        called = re.match(r"^.+ được nêu là: “(.+)”$", said)
        said = called[1] if called else said
        return stands(text, said) or stands(text, re.sub(r"từ ngày (?=\d)", "từ ", said))


def stands(text: str, sentence: str) -> bool:
    """Tell whether a sentence stands in a text, in any one paragraph; "[…]" leaves words out."""
    sentence = re.sub(r"(\d)đ\b", r"\1 đ", sentence)
    parts = [part for part in sentence.split("[…]") if tokens(part)]
    whole = re.sub(r"(\d)đ\b", r"\1 đ", text)
    blocks = whole.split("\n\n")
    joined = [f"{block} {after}" for block, after in pairwise(blocks)]
    return any(in_row(block, *parts) for block in (*blocks, *joined))


def after_name(stem: str, item: Json) -> str:
    """Return a stem without "Theo <document>, ": what stands after the comma of the name."""
    for name in item["names"]:
        stem = re.sub(rf"^Theo (?:Điều \w+ )?{re.escape(name)}, ", "", stem)
        stem = stem.replace(f"theo đúng {name}: ", "")
    return stem


def under(heading: str, words: str, text: str) -> bool:
    """Tell whether words stand in the section whose heading is `heading`."""
    wanted, inside = tokens(heading), False
    for line in text.split("\n"):
        plain = line.replace("*", "")
        numbered = re.match(r"^\s*(?:[IVX]+|\d+)[.)]\s*(.+?):?\s*$", plain)
        run_in = re.match(r"^([^:.]{10,130}):\s", plain)
        if numbered and len(numbered[1]) < 200:
            inside = tokens(numbered[1])[: len(wanted)] == wanted
        elif run_in and not re.match(r"\s*[-+]", plain):
            inside = tokens(run_in[1]) == wanted
        if inside and in_row(line, words):
            return True
    return False


def cites(text: str, number: str, about: str) -> bool:
    """Tell whether a number of a document and what is said of it stand in one citation."""
    for hit in re.finditer(re.escape(number), text):
        rest = re.split(r"[;]|\.(?:\s|$)", text[hit.end() : hit.end() + 420], maxsplit=1)[0]
        if in_row(rest.replace("\n", " "), about):
            return True
    return False


def belongs(prompt: str, option: str, text: str) -> bool:
    """Tell whether two sides of a matching belong together."""
    number = re.search(r"số (\S+)$", prompt)
    if number:
        return cites(text, number[1], option)
    return under(prompt, option, text) or in_row(text, f"{option} {prompt}")


def day_after(part: str, text: str) -> tuple[int, ...]:
    """Return year, month and day that the text gives after the number in an option."""
    number = re.search(r"số (\S+)", part)
    at = text.find(number[1]) if number else -1
    found = re.search(r"ngày (\d+)/(\d+)/(\d+)", text[at : at + 60]) if at >= 0 else None
    return tuple(int(found[k]) for k in (3, 2, 1)) if found else ()


def aims(text: str, done: str, aim: str) -> bool:
    """Tell whether something is done for an aim."""
    return any(in_row(text, f"{done} {way} {aim}") for way in ("nhằm", "để"))


KIND = re.compile(r"^[^\W\d]+(?: [^\W\d]+)?? (?=về |ban hành |quy định |triển khai |hướng dẫn )")
LOOKED_UP: tuple[tuple[str, Callable[[str, str, str], bool]], ...] = (
    (r"số (\S+) .*(?:được ban hành về việc gì|ban hành văn bản nào)\?", cites),
    (r"số (\S+).* do cơ quan nào ban hành\?", lambda t, k, v: cites(t, k, f"của {v}")),
    (r"tên viết tắt “(.+)” dùng để chỉ", lambda t, k, v: in_row(t, f"{v} {k}")),
    (r"“(.+)” được viết tắt là gì", lambda t, k, v: in_row(t, f"{k} {v}")),
    (r"việc “(.+)” nhằm mục đích gì", aims),
)
