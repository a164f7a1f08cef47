"""The codes that Vietnamese was written in before Unicode.

TCVN3 ("ABC", the .Vn fonts): TCVN 5712:1993. VNI: VNI Software's table for Windows, a letter
followed by one for its marks. VIQR: RFC 1456, in ASCII.
"""

from __future__ import annotations

import re
import unicodedata

# bytes 0xA0 to 0xFF
TCVN3 = (
    "\u00a0ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ"
    "ẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
)
GRAVE, ACUTE, TILDE, HOOK, DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
HAT, BREVE, HORN = "\u0302", "\u0306", "\u031b"
VNI_MARKS = {
    "ù": ACUTE, "ø": GRAVE, "û": HOOK, "õ": TILDE, "ï": DOT,
    "â": HAT, "á": HAT + ACUTE, "à": HAT + GRAVE, "å": HAT + HOOK, "ã": HAT + TILDE,
    "ä": HAT + DOT, "ê": BREVE, "é": BREVE + ACUTE, "è": BREVE + GRAVE, "ú": BREVE + HOOK,
    "ü": BREVE + TILDE, "ë": BREVE + DOT,
}  # fmt: skip
VNI_LETTERS = {
    "ñ": "đ", "ö": "ư", "ô": "ơ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ",
}  # fmt: skip
_VNI = re.compile(
    "(?P<base>[aeoyuAEOYUöÖôÔ])(?P<mark>[ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË])"
    "|(?P<letter>[ñöôíìæóòîÑÖÔÍÌÆÓÒÎ])"
)
_VIQR_MARKS = {"'": ACUTE, "`": GRAVE, "?": HOOK, "~": TILDE, ".": DOT, "^": HAT, "(": BREVE,
               "+": HORN, "*": HORN}  # fmt: skip
_VIQR = re.compile(
    r"\\(?P<plain>.)|(?P<address>\b(?:[\w.+-]{1,64}@|https?://|www\.)[\w.:/?&=%#~@+-]+)|(?P<d>[dD])(?P<bar>[dD])|(?P<base>[aeiouyAEIOUY])(?P<marks>[\^(+*]?['`?~.]?)"
)
_ENDS = re.compile(r"\s*(?:$|[\n\"”)])|\s+[A-ZĐ]")


def from_tcvn3(text: str) -> str:
    """Return what the letters of `text`, each a byte of TCVN3, stand for, as NFC.

    >>> from_tcvn3("d©n chñ")
    'dân chủ'
    """
    table = {0xA0 + i: letter for i, letter in enumerate(TCVN3)}
    return unicodedata.normalize("NFC", text.translate(table))


def from_vni(text: str) -> str:
    """Return what `text` in the VNI code stands for, as NFC.

    >>> from_vni("daân chuû ôû cô sôû, ñöôïc"), from_vni("BÌNH ÑAÚNG")
    ('dân chủ ở cơ sở, được', 'BÌNH ĐẲNG')
    """
    return unicodedata.normalize("NFC", _VNI.sub(_vni, text))


def _vni(found: re.Match[str]) -> str:
    letter = found["letter"]
    if letter:
        return _cased(VNI_LETTERS[letter.lower()], letter)
    base = found["base"]
    known = VNI_LETTERS.get(base.lower())
    marks = VNI_MARKS[found["mark"].lower()]
    return (_cased(known, base) if known else base) + marks


def _cased(letter: str, like: str) -> str:
    return letter.upper() if like.isupper() else letter


def from_viqr(text: str) -> str:
    r"""Return what `text` in VIQR stands for, as NFC.

    A full stop or question mark after a vowel is a tone (RFC 1456, 2.1), unless a backslash
    stands before it, or a sentence ends there in a text that uses no backslash. Addresses of mail
    and of the web are in plain ASCII.

    >>> from_viqr("Quy che^' da^n chu?, ddu+o+.c bie^'t"), from_viqr("o+? nha\\.")
    ('Quy chế dân chủ, được biết', 'ở nha.')
    >>> from_viqr("ddi.a chi?: vanthu@address.vn, http://add.vn/a.php?id=5")
    'địa chỉ: vanthu@address.vn, http://add.vn/a.php?id=5'
    """
    strict = "\\" in text

    def one(found: re.Match[str]) -> str:
        if found["plain"] or found["address"]:
            return found["plain"] or found["address"]
        if found["d"]:
            return "đ" if found["d"] == "d" else "Đ"
        return _viqr(found, loose=not strict)

    return unicodedata.normalize("NFC", _VIQR.sub(one, text))


def _viqr(found: re.Match[str], *, loose: bool) -> str:
    base, marks = found["base"], found["marks"]
    tone = marks[-1:]
    if loose and tone in (".", "?") and tone and _ENDS.match(found.string, found.end()):
        return base + "".join(_VIQR_MARKS[m] for m in marks[:-1]) + tone
    return base + "".join(_VIQR_MARKS[m] for m in marks)
