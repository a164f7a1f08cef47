"""The series that a number belongs to: of the whole country, or of one place.

Every province, district and office counts its own documents from 1, with the same symbols
("KH-UBND"): there a number says nothing without the place of who issued it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus import forms
from corpus.document import Document
from corpus.mentions import Mention
from corpus.numbers import KIND_SIGN
from corpus.syllables import syllables

_YEARED = re.compile(r"\d+[A-Za-zđ]?/\d{4}/")
_STROKES = re.compile(r"[-–−/_]")
_KIND = re.compile(KIND_SIGN)
_CENTRAL = re.compile(
    r"CP|TTg|TW|QH\d*|UBTVQH\d*|CTN|VPCP|VPQH|BDVTW|BTGTW|BTCTW|UBKTTW|VPTW|TTCP|NHNN|UBDT|TLĐ"
    r"|B(?:NV|TC|TP|GDĐT|YT|CA|QP|KHĐT|LĐTBXH|TTTT|VHTTDL|CT|XD|GTVT|TNMT|NN|NNPTNT|NNMT|KHCN|NG"
    r"|DTTG)"
)
_LOCAL = re.compile(r"(?:UB|HĐ)ND|[THĐ]U|S[A-ZĐ]{2,}")
_CITY = r"(?:thành phố|t\.?p\b\.?)"
_AREA = re.compile(
    r"\b(?P<level>(?i:(?:tỉnh|huyện|quận|thành|thị)(?= (?:ủy|uỷ|đoàn)\b)"
    r"|tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã(?! hội)|phường|thị trấn))"
    rf"(?: (?i:ủy|uỷ|đoàn))?(?!\w)\s*(?i:{_CITY}\s*)?"
    rf"(?P<name>[{forms.UPPER}]\w*(?:[ -][{forms.UPPER}]\w*){{0,4}}|\d{{1,2}}\b)?"
)
_LEVELS = {"thành": "thành phố", "tp": "thành phố", "thị": "thị xã"}
_PREFIX = re.compile(rf"(?:{_CITY}|tỉnh)\s*(?=\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Where an issuer is at home: its name in the form for comparing, and the level it says.

    `said` tells that the issuer itself is called so; else the name is that of the town above the
    date, which need not be that of the province.
    """

    name: str = ""
    level: str = ""
    said: bool = False

    def may_be(self, other: Area) -> bool:
        """Tell whether nothing that is said of two issuers keeps them from being one."""
        if self.level and other.level and self.level != other.level:
            return False
        return not (self.said and other.said) or self.name == other.name


NATION = Area()


def yeared(number: str) -> bool:
    """Tell whether a number holds the year of its document: "10/2022/QH15".

    >>> yeared("10/2022/QH15"), yeared("765/KH-UBND")
    (True, False)
    """
    return _YEARED.match(number) is not None


def central(number: str) -> bool:
    """Tell whether a number is one of a series of the whole country.

    >>> central("12/2022/QĐ-UBND"), central("01/2016/TT-BNV"), central("3417/BNV-CCVC")
    (False, True, True)
    """
    organs = _organs(number)
    if yeared(number):
        return not any(map(_LOCAL.fullmatch, organs[:1]))
    return any(map(_CENTRAL.fullmatch, organs[:1]))


def is_key(number: str) -> bool:
    """Tell whether a number alone says which document it is."""
    return yeared(number) and central(number)


def area_of(document: Document) -> Area:
    """Return where the issuer of a document is at home."""
    known = document.particulars
    said = _area(known.issuer.value) if known.issuer else NATION
    if said.said or known.place is None:
        return said if said.said else Area(name=document.id, level=said.level)
    return Area(name=_compared(_PREFIX.sub("", known.place.value)), level=said.level)


def area_in(document: Document, mention: Mention) -> Area:
    """Return where the document that is mentioned comes from, as far as it is said.

    Without a word it is from where the document is that mentions it. Where only the level is said
    and it is another ("của UBND tỉnh" in a paper of a district), the name is not known.
    """
    own = area_of(document)
    said = _area(mention.issuer) if mention.issuer else NATION
    if said.said or not said.level:
        return said if said.said else own
    if not own.level or own.level == said.level:
        return Area(name=own.name, level=said.level, said=own.said)
    return Area(name=f"{said.level} · {own.name}", level=said.level)


def _organs(number: str) -> list[str]:
    """Return the symbols of a number from that of the issuer on: the kind is left out."""
    number = _YEARED.sub("0/", number)
    symbols = _STROKES.split(number)[1:]
    return symbols[1:] if len(symbols) > 1 and _KIND.fullmatch(symbols[0]) else symbols


def _area(issuer: str) -> Area:
    """Return the area that the name of an issuer holds, the nearest one first."""
    found = _AREA.search(issuer)
    if found is None:
        return NATION
    level = found["level"].casefold().rstrip(".")
    name = _compared(found["name"] or "")
    return Area(name=name, level=_LEVELS.get(level, level), said=bool(name))


def _compared(name: str) -> str:
    return " ".join(syllables(name))
