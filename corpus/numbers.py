"""The numbers of documents (số, ký hiệu) in running text."""

from __future__ import annotations

import re

from corpus.document import Fact
from corpus.span import Span

_UPPER = "A-ZĐƯƠÂÊÔĂ"
_LOWER = "".join(c for c in map(chr, range(0x61, 0x1F00)) if c.islower())
_DASH = "[-–−]"
_UNIT = rf"[{_UPPER}]{{2,}}\d*"  # "UBND", "UBTVQH15", "BCĐ389"
_TAIL = rf"(?:{_DASH}[{_UPPER}]+\d*)*(?![{_LOWER}])"  # "31-CT/TUQuyết" ends at TU
KIND_SIGN = (
    "(?:CTr|Ctr|TTr|Ttr|CTHĐ|QĐi|NQLT|TTLT|NQ|QĐ|CT|QC|QyĐ|TC|TT|TB|HD|KH|PA|ĐA|DA|BC|BB|HĐ|CĐ|KL"
    "|CV|LB|GM|CL|LKG|VBHN)"
)
_SPACED = rf"(?: [{_UPPER}]{{2,4}}(?=,? +ngày))?"  # "4595/UBND-CN XD ngày"
_N = r"\d{1,5}[A-Za-zđ]?"  # "77a/KH-UBND"
_FAMILIES = (
    # 10/2022/QH15, 34/2007/PL-UBTVQH11, 01/2016/TT-BNV, 22/2018/QĐ-TTg, 05/2022/L-CTN
    rf"\d{{1,4}}/\d{{4}}/(?:QH\d+|UBTVQH\d+|[{_UPPER}]{{1,5}}(?:{_DASH}|/)(?:TTg|{_UNIT}){_TAIL})",
    rf"\d{{1,4}}/NQ{_DASH}CP{_TAIL}",
    rf"{_N} ?/{KIND_SIGN}{_DASH}(?:TTg|{_UNIT}){_TAIL}",  # 765/KH-UBND, 33/CT-TTg
    rf"{_N} ?/{_UNIT}{_DASH}{_UNIT}{_TAIL}{_SPACED}",  # 575/UBND-NC, 1022/UBND-NV1
    rf"{_N}{_DASH}{KIND_SIGN}/[{_UPPER}]{{2,8}}{_TAIL}",  # 30-CT/TW, 22-KH/ĐUK
)
_NUMBER = re.compile(
    r"(?<![\w/.,–−-])(?:" + "|".join(_FAMILIES) + ")"
    # 215/SNV, 5/P.VHTT: short enough to be something else, so only where it is called a number
    r"|(?i:(?<!tổng )\b(?:số|công văn|sắc lệnh)\s*:?\s*)"
    rf"(?P<short>{_N}/(?:P\.)?{_UNIT}(?![\w/–−-]))"
)
_DASHES = str.maketrans("–−", "--")

# "3417/BNV-CCVC", "55/VPCP", "5/P.VHTT": issuer and unit, and no letters of a kind
_LETTER = re.compile(
    rf"\d{{1,5}}/(?!(?:{KIND_SIGN[3:-1]}|NĐ|TT|PL|NQLT|VBHN|TTLT|KQ|PT|HĐLĐ|HĐKT)(?![{_UPPER}]))"
    rf"(?:P\.)?[{_UPPER}]{{2,}}(?:\.[{_UPPER}]+)?(?:-[{_UPPER}]+\d*)*"
    rf"|\d{{1,5}}[-/]CV[-/][{_UPPER}]{{2,}}{_TAIL}"
)


def is_letter(number: str) -> bool:
    """Tell whether a number is that of a công văn, which has no letters for its kind.

    >>> [is_letter(n) for n in ("575/UBND-NC", "403-CV/TU", "765/KH-UBND", "10/2022/QH15")]
    [True, True, False, False]
    """
    return bool(_LETTER.fullmatch(number))


def find_numbers(text: str) -> tuple[Fact, ...]:
    """Return the document numbers in `text`, in order; the value is without spaces, dashes short.

    Five families: legal (10/2022/QH15), resolutions of the Government (76/NQ-CP), state
    (765/KH-UBND), công văn (575/UBND-NC) and Party (30-CT/TW).

    >>> [n.value for n in find_numbers("Chỉ thị số 31-CT/TUQuyết định, 4595/UBND-CN XD ngày 29/9")]
    ['31-CT/TU', '4595/UBND-CNXD']
    """
    found = ((one, "short" if one["short"] else 0) for one in _NUMBER.finditer(text))
    return tuple(
        Fact(one[group].replace(" ", "").translate(_DASHES), Span(*one.span(group)))
        for one, group in found
    )
