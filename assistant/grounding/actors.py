"""Who does something, and to whom: an actor must be the one whom the evidence names there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.grounding.align import Alignment
from assistant.grounding.words import Sort, Words
from corpus.syllables import syllables
from corpus.vocabulary import Phrase

_HEADS = (
    "ủy ban; sở; ban; bộ; hội đồng; thanh tra; công an; chính phủ; quốc hội; văn phòng; phòng"
    "; cục; tổng cục; chi cục; trung tâm; đảng ủy; tỉnh ủy; huyện ủy; thành ủy; ban thường vụ"
    "; công đoàn; mặt trận; hội; liên đoàn; tòa án; viện kiểm sát; viện; cơ quan; đơn vị"
    "; tổ chức; doanh nghiệp; nhân dân; người dân; công dân; cán bộ; công chức; viên chức"
    "; người lao động; người đứng đầu; thủ trưởng; giám đốc; chủ tịch; phó chủ tịch"
    "; phó giám đốc; trưởng; bí thư; chánh; lãnh đạo; tập thể; cá nhân; đảng viên; chi bộ"
    "; đảng bộ; cấp ủy; ban chấp hành; nhà nước; thủ tướng; chủ tịch nước; bộ trưởng"
    "; nhà trường; hiệu trưởng; giáo viên; học sinh; hội nghị; tổ; khu phố; ấp; thôn"
    "; đoàn thanh niên; hội phụ nữ; hội cựu chiến binh; hội nông dân; kho bạc; ngân hàng"
    "; đại biểu; ban thanh tra nhân dân; ban giám sát đầu tư của cộng đồng; cộng đồng dân cư"
    "; hộ gia đình; người sử dụng lao động; ban chỉ đạo; tổ giúp việc; thường trực"
    "; trưởng phòng"
)
_ALONE = "tổ chức; ban; hội; bộ; tổ; sở; viện; trưởng; cục; ấp; phòng; chánh; hội nghị"
_ON = frozenset(
    syllables(
        "nhân dân tỉnh huyện xã thành phố trung ương cấp cơ quan đơn vị nhà nước cơ sở phường "
        "thị trấn việt nam "
    )
)
_TABLE = frozenset(syllables(head) for head in _HEADS.split(";"))
_ONLY_NAMED = frozenset(syllables(head) for head in _ALONE.split(";"))
_LONGEST = max(map(len, _TABLE))
_DEEDS = 6  # words between an actor and what it does, or the other way round


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody named at `[start:end)` of a run of words."""

    start: int
    end: int
    keys: Phrase


def actors(words: Words) -> tuple[Actor, ...]:
    """Return the agencies and people that a run of words names, in order."""
    return tuple(_actors(words))


def _actors(words: Words) -> Iterator[Actor]:
    at = 0
    while at < len(words):
        head = _head(words, at)
        end = _whole(words, at, at + head) if head else at
        keys = tuple(word.key for word in words[at:end])
        if head and not (keys in _ONLY_NAMED and not words[at].capital):
            yield Actor(at, end, keys)
        at = max(end, at + 1)


def _head(words: Words, at: int) -> int:
    for length in range(min(_LONGEST, len(words) - at), 0, -1):
        if tuple(word.key for word in words[at : at + length]) in _TABLE:
            return length
    return 0


def _whole(words: Words, at: int, end: int) -> int:
    """Return where a name ends: names go on with capital letters, and with what they govern."""
    clause = words[at].clause
    while end < len(words) and words[end].clause == clause:
        word, head = words[end], _head(words, end)
        named = word.capital and word.sort is Sort.MATTER
        if word.pause or not (named or word.key in _ON):
            break
        end += head or 1
    return end


def wrong_actor(alignment: Alignment) -> str:
    """Return who does something that the evidence gives to nobody or to somebody else."""
    mine, theirs = actors(alignment.words), actors(alignment.run)
    for actor in mine:
        if not _named(actor, alignment):
            return " ".join(actor.keys)
    for group in _groups(mine):
        wrong = _misplaced(group, alignment, theirs)
        if wrong:
            return " ".join(wrong.keys)
    return ""


def _named(actor: Actor, alignment: Alignment) -> bool:
    """Tell whether the evidence names an actor, perhaps without the place it is of."""
    runs = (alignment.run, *(stretch.setting for stretch in alignment.stretches))
    texts = [tuple(word.key for word in run if word.key not in _MANY) for run in runs]
    for length in range(len(actor.keys), 0, -1):
        begun, rest = actor.keys[:length], actor.keys[length:]
        if any(_stands(begun, text) for text in texts):
            return all(key in alignment.around for key in rest)
    return False


_MANY = frozenset({"các", "những"})  # "thủ trưởng các cơ quan" are "thủ trưởng cơ quan"


def _stands(part: Phrase, words: Phrase) -> bool:
    return any(words[i : i + len(part)] == part for i in range(len(words) - len(part) + 1))


def _groups(named: tuple[Actor, ...]) -> list[tuple[Actor, ...]]:
    """Return actors that stand together, as "cán bộ, công chức, viên chức" do."""
    groups: list[list[Actor]] = []
    for actor in named:
        if groups and actor.start - groups[-1][-1].end <= 1:
            groups[-1].append(actor)
        else:
            groups.append([actor])
    return [tuple(group) for group in groups]


def _is_doer(group: tuple[Actor, ...], words: Words) -> bool:
    """Tell whether a group stands where somebody does something, not "của cán bộ", "tiếp dân"."""
    start = group[0].start
    first = words[start]
    if not start or first.pause or words[start - 1].clause != first.clause:
        return True
    return words[start - 1].key in _DOERS


def _misplaced(
    group: tuple[Actor, ...], alignment: Alignment, theirs: tuple[Actor, ...]
) -> Actor | None:
    """Return the actor of a group who in the evidence does not do what follows here."""
    deed = _deed(group, alignment) if _is_doer(group, alignment.words) else None
    if deed is None or group[0].keys in _GENERIC:
        return None
    place = alignment.places[deed]
    run = alignment.run
    before = [a for a in theirs if a.end <= place and run[a.start].clause == run[place].clause]
    if not before:
        return None
    doers = _last_group(before)
    if any(_alike(a.keys, doer.keys) for a in group for doer in doers):
        return None
    return group[0]


def _deed(group: tuple[Actor, ...], alignment: Alignment) -> int | None:
    """Return the first word of matter after a group that the evidence has too."""
    words, end = alignment.words, group[-1].end
    clause = words[group[0].start].clause
    for at in range(end, min(end + _DEEDS, len(words))):
        if words[at].clause != clause:
            return None
        if words[at].sort is Sort.MATTER and words[at].key not in _FORCES:
            return at if at in alignment.places else None
    return None


_FORCES = frozenset(syllables("phải được có thể không chưa trách nhiệm quyền nên cần nghĩa vụ"))


_DOERS = frozenset(
    syllables("do bởi được các những khi nếu thì mà để rằng và việc hằng mỗi mọi toàn thể tất cả")
)
_GENERIC = frozenset({syllables("cơ quan"), syllables("đơn vị"), syllables("cơ quan đơn vị")})


def _last_group(before: list[Actor]) -> tuple[Actor, ...]:
    return _groups(tuple(before))[-1]


def _alike(mine: Phrase, other: Phrase) -> bool:
    """Tell whether two names may be of one: one begins or ends with the other."""
    short, long = sorted((mine, other), key=len)
    return long[: len(short)] == short or long[-len(short) :] == short
