"""What a citation tells of a document that the library lacks: its date, its issuer, its subject.

"Kế hoạch số 5/KH-UBND ngày 1/2/2024 của UBND tỉnh về việc …" tells these three and nothing else.
Whoever asks for them is given the citation; where no citation of the document has them, or another
thing is asked that only the document itself can tell, the texts are silent.
"""

from __future__ import annotations

import re

from assistant.direct.citing import Citing, Told, citing_places, digits_of, of_one
from assistant.direct.said import Said
from assistant.direct.standing import asks_standing
from assistant.reading.absent import of_another, titled
from assistant.reading.kinds import spelled
from assistant.reading.reading import Reader, Reading
from assistant.shelf import Shelf
from assistant.weighing.crossing import without_names
from corpus.syllables import folded, syllables

NOTHING: frozenset[Told] = frozenset()
_DATED = r"(?:,? ?(?:ngay )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?)?"  # by which it is called, too
_ASK = r"(?:nao|gi|may|bao nhieu)"
_WHO = rf"(?:ai|(?:(?:co quan|don vi|to chuc|cap|ban|bo|so|noi|ben|ong|ba) )+{_ASK})"
_ISSUED = r"(?:duoc |da )*(?:ban hanh|ra doi|ra)"
_WHEN = (
    rf"(?:khi nao|bao gio|luc nao|(?:ngay|hom|nam)(?: {_ASK})?"
    rf"|(?:ngay|thoi gian|thoi diem) ban hanh(?: (?:la )?(?:ngay |hom )?{_ASK})?)"
)
_FULL_DATE = re.compile(r"\bngay,? thang(?:,? nam)?\b")
_MATTER = r"(?:noi dung|viec|van de|chuyen|cai|dieu|cong tac|linh vuc)"
_ABOUT = (
    rf"(?:ve (?:{_MATTER} )?{_ASK}"
    r"|(?:quy dinh|dieu chinh|huong dan|phe duyet|cong bo|de cap|ghi)(?: (?:den|toi|ve))?"
    rf" (?:{_MATTER} )?{_ASK}"
    rf"|noi (?:(?:den|toi|ve) )?(?:{_MATTER} )?gi"
    rf"|(?:co )?noi dung(?: (?:la )?{_ASK})?"
    rf"|(?:trich yeu|tua de|tieu de|nhan de)(?: (?:la )?{_ASK})?"
    rf"|(?:co )?ten(?: (?:day du|goi))?(?: (?:la )?{_ASK})?)"
)
_ISSUED_BY = re.compile(  # by whose it is called
    rf"^cua (?!(?:{_WHO})\b).*?"
    rf"(?=$|[,;:]| {_ISSUED}\b| ve\b| (?:noi (?:gi|ve|den|toi)|quy dinh|la|co|do)\b)"
)
_PIECES = {
    Told.DATE: re.compile(
        rf"(?:(?:{_ISSUED}|ky(?: ban hanh)?) )?(?:vao |tu |la |de |ghi )*{_WHEN}"
    ),
    Told.ISSUER: re.compile(
        rf"(?:la )?(?:do|cua) {_WHO}(?: {_ISSUED})?|{_WHO} {_ISSUED}"
        rf"|co quan ban hanh(?: la {_WHO})?"
    ),
    Told.SUBJECT: re.compile(_ABOUT),
}
# what stands before the name: "ngày ban hành của §", "cơ quan nào ban hành §"
_AHEAD = {
    Told.DATE: re.compile(r"(?:ngay|thoi gian) ban hanh(?: cua)?"),
    Told.ISSUER: re.compile(rf"co quan ban hanh(?: cua)?|{_WHO} (?:da )?(?:ban hanh|ra)"),
    Told.SUBJECT: re.compile(r"(?:noi dung|trich yeu|ten goi|ten|tua de)(?: chinh)?(?: cua)?"),
}
_FILLING = re.compile(r"^(?:xin hoi|cho hoi|cho biet|hoi|theo) |\b(?:vay|the|nhi|a|nhe)$")
_APART = re.compile(r"\s*(?:[,;:–-]| va | voi )\s*")
# what only a document itself, or one about it, can tell: a text that cites it may say the word
_INSIDE = re.compile(
    r"\b(?:(?:con |het |co )?hieu luc|thay the|thay (?=cho\b|quyet|ke hoach|chi thi|thong tu|nghi)"
    r"|bai bo|huy bo|thu hoi|sua doi|soan thao|soan|du thao|noi nhan|ke ra|dinh nghia|dat ra"
    r"|(?:ai|nao|nguoi)(?: [a-z]+){0,5}? ky(?! luat| truoc| sau)"
    r"|(?<!duoc )(?<!noi dung )(?<!lan )giao(?! cho ai)"
    r"|gui (?:cho|den|toi|di dau|ai|nhung|cac|may)(?! cuoi| giua| dau)"
    r"|thoi han|han chot|han nop|kinh phi|so ket|tong ket|muc tieu"
    r"|(?:giao|dat|co|de ra|nhung|cac|may|bao nhieu) chi tieu"
    r"|(?:may|bao nhieu) (?:chuong|dieu|muc|phan|trang|phu luc|nhiem vu|giai phap|bieu mau|mau))\b"
)
_MADE = re.compile(r"\b(?:soan thao|soan|du thao|ky)(?= (?:ban |du thao )*$|$)")  # "ai soạn §"
_BARE = re.compile(  # without what asks for it
    r"^(?:con|het|co|dat|de ra|nhung|cac|may|bao nhieu) |^giao (?=chi tieu)"
    r"| (?:cho|den|toi|di dau|ai|nhung|cac|may)$|^(?:ai|nao|nguoi)\b.*(?=ky$)"
)


def said_of(shelf: Shelf, reader: Reader, text: str, chosen: frozenset[str]) -> Said:
    """Return what the texts say of the one cited document that a question asks about.

    Of the documents `chosen` by the user only, if there are any. Nothing where the question asks
    for something else, as whether the document is in force, or where its citations do not agree on
    its date.
    """
    text = spelled(text)
    if asks_standing(text) or not any(map(str.isdigit, text)):
        return Said()
    reading = reader.read(text)
    name = _named(reading)
    told, inside = asked_of(without_names(text, reading.scope), name) if name else (NOTHING, "")
    if not (told or inside):
        return Said()
    named = reading.scope.documents or frozenset(shelf.documents)
    places = tuple(citing_places(shelf, name, named & chosen if chosen else named))
    called = titled(text, name)
    if not places and _is_unheard(shelf, name):
        return Said(missing=f"Kho văn bản không có {called} và không văn bản nào nhắc đến.")
    citing = of_one(places, folded(text))
    if told:
        return _telling(told, citing, called)
    said = any(_says(shelf.text(one.sentence), inside) for one in citing)
    return Said() if said or not citing else _silent(called, "điều được hỏi", citing)


def _is_unheard(shelf: Shelf, name: str) -> bool:
    """Tell whether no text of the library has the number in a name."""
    number = re.compile(rf"(?<!\d)0*{digits_of(name)}(?!\d)")
    return not any(number.search(document.text) for document in shelf.documents.values())


def _says(text: str, words: str) -> bool:
    """Tell whether a text has some bare words; "ký" is told from "kỳ" and "kỷ" by its tone."""
    if words == "ky":
        return "ký" in syllables(text)
    return f" {words} " in f" {' '.join(map(folded, syllables(text)))} "


def _named(reading: Reading) -> str:
    """Return the name of the one numbered document that a question names and the library lacks."""
    absent = reading.scope.absent
    one = len(absent) == 1 and not reading.scope.unknown and any(map(str.isdigit, absent[0]))
    return absent[0] if one else ""


def asked_of(text: str, name: str) -> tuple[frozenset[Told], str]:
    """Return what a question asks of the document of a name, and what only that itself can tell.

    >>> sorted(asked_of("Kế hoạch 7/KH-UBND ban hành ngày nào, về việc gì?", "7/KH-UBND")[0])
    [<Told.DATE: 'ngày ban hành'>, <Told.SUBJECT: 'nội dung'>]
    >>> asked_of("Kế hoạch 7/KH-UBND gửi cho những ai?", "7/KH-UBND")
    (frozenset(), 'gui')
    """
    bare, called = " ".join(folded(text).split()), folded(titled(text, name))
    bare = _FULL_DATE.sub("ngay", bare)
    before, found, behind = bare.partition(called)
    if not found:
        return frozenset(), ""
    before, behind = before.strip(' ,:“"'), behind.rstrip(" ?.!")
    behind = re.sub(rf"^{_DATED}\)?", "", behind).lstrip()
    told = _pieces(before, behind)
    if told:
        return told, ""
    at = len(before)
    inside = None if of_another(text[:at], text[at + len(called) :]) else _INSIDE.search(behind)
    leads = not before or _FILLING.sub("", f"{before} ") == ""
    inside = inside if inside and leads else _MADE.search(before)
    return frozenset(), _BARE.sub("", inside.group().strip()) if inside else ""


def _pieces(before: str, behind: str) -> frozenset[Told]:
    """Return what is asked where every piece of a question asks for what a citation tells."""
    ahead = [told for told, asks in _AHEAD.items() if asks.fullmatch(before)]
    filling = not before or not _FILLING.sub("", f"{before} ").strip()
    if not (ahead or filling):
        return frozenset()
    rest = _ISSUED_BY.sub("", behind)
    pieces = [piece for piece in _APART.split(rest.strip(" ,:")) if piece]
    if ahead and pieces in ([], ["la gi"], ["la ai"], ["la ngay nao"], ["gi"]):
        return frozenset(ahead)
    found = [_piece(_FILLING.sub("", piece)) for piece in pieces]
    whole = found and None not in found
    return frozenset([*ahead, *filter(None, found)]) if whole else frozenset()


def _piece(piece: str) -> Told | None:
    return next((told for told, asks in _PIECES.items() if asks.fullmatch(piece)), None)


def _telling(told: frozenset[Told], citing: tuple[Citing, ...], name: str) -> Said:
    """Return the first citation that tells all that is asked, or what none of them tells."""
    lacking = [one for one in Told if one in told and not any(c.tells(one) for c in citing)]
    if citing and lacking and Told.ISSUER not in lacking:  # who issues may stand before it
        return _silent(name, " và ".join(lacking), citing)
    dates = {str(one.mention.issued_on) for one in citing if one.tells(Told.DATE)}
    if Told.DATE in told and len(dates) > 1:
        return Said()
    full = (one for one in citing if all(one.tells(each) for each in told))
    return Said(tuple(one.candidate for one in [*full][:1]))


def _silent(name: str, what: str, citing: tuple[Citing, ...]) -> Said:
    missing = f"Kho văn bản không có {name}; các đoạn nhắc đến không nêu {what}."
    return Said(missing=missing, near=tuple(one.candidate for one in citing))
