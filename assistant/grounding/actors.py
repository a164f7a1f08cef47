"""Who does something, and to whom: an actor must be the one whom the evidence names there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.grounding.align import Alignment
from assistant.grounding.words import FORCES, Sort, Words
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
    "; trưởng phòng; hội viên; nông dân; kiểm toán; thanh niên; phụ nữ; cựu chiến binh"
    "; hợp tác xã; người cao tuổi; sinh viên; phụ huynh; đoàn viên; chiến sĩ; quân đội; bộ đội"
    "; công nhân; nhà đầu tư; thanh tra viên; kiểm sát viên; thẩm phán; luật sư; chuyên viên"
    "; kế toán; văn thư; thủ quỹ; tổ trưởng; trưởng ban; phó trưởng ban; phó trưởng phòng"
    "; trưởng thôn; đại biểu quốc hội; tổ chức chính trị; mặt trận tổ quốc; liên đoàn lao động"
    "; hội liên hiệp phụ nữ; đoàn thể; người có thẩm quyền; người dân tộc; thành viên; ủy viên"
    "; thanh tra nhân dân; kho bạc nhà nước; ngân hàng nhà nước; bảo hiểm xã hội; báo chí"
    "; công ty; tập đoàn; trường; học viện; bệnh viện; trạm y tế; hải quan; thuế; kiểm lâm"
    "; quản lý thị trường; tổng bí thư; thứ trưởng; phó thủ tướng"
)
_ALONE = (
    "trường; thuế; hải quan; tổ chức; ban; hội; bộ; tổ; sở; viện; trưởng; cục; ấp; phòng; chánh"
    "; hội nghị"
)
_ON = frozenset(
    syllables(
        "nhân dân tỉnh huyện xã thành phố trung ương cấp cơ quan đơn vị nhà nước cơ sở phường "
        "thị trấn việt nam "
    )
)
_MANY = frozenset({"các", "những"})  # "thủ trưởng các cơ quan" are "thủ trưởng cơ quan"
_TABLE = frozenset(syllables(head) for head in _HEADS.split(";"))
_ONLY_NAMED = frozenset(syllables(head) for head in _ALONE.split(";"))
_LONGEST = max(map(len, _TABLE))
_BEHIND = 2  # words between a verb and to whom it is done
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
        keys = tuple(word.key for word in words[at:end] if word.key not in _MANY)
        if head and not (keys[:head] in _ONLY_NAMED and not words[at].capital):
            yield Actor(at, end, keys)
            at = end
        else:  # "tổ chức Công đoàn" is something done, to somebody
            at += 1


def _head(words: Words, at: int) -> int:
    for length in range(min(_LONGEST, len(words) - at), 0, -1):
        if tuple(word.key for word in words[at : at + length]) in _TABLE:
            return length
    return 0


def _whole(words: Words, at: int, end: int) -> int:
    """Return where a name ends: it goes on with capitals and with whom it is the head of."""
    clause = words[at].clause
    while end < len(words) and words[end].clause == clause and not words[end].pause:
        many = words[end].key in _MANY
        head = _inner(words, end + many)
        if not (words[end].capital or words[end].key in _ON or head):
            break
        end += many + (head or 1)
    return end


def _inner(words: Words, at: int) -> int:
    """Return the length of the head of a name inside another name, 0 where there is none."""
    head = _head(words, at)
    keys = tuple(word.key for word in words[at : at + head])
    return 0 if keys in _ONLY_NAMED and not words[at].capital else head


def wrong_actor(alignment: Alignment) -> str:
    """Return who does something that the evidence gives to nobody or to somebody else."""
    mine, theirs = actors(alignment.words), actors(alignment.run)
    for actor in mine:
        if not _named(actor, alignment):
            return " ".join(actor.keys)
    for group in groups(mine):
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
            return not rest or any(_stands(rest, text) for text in texts)
    return False


def _stands(part: Phrase, words: Phrase) -> bool:
    return any(words[i : i + len(part)] == part for i in range(len(words) - len(part) + 1))


def groups(named: tuple[Actor, ...]) -> list[tuple[Actor, ...]]:
    """Return actors that stand together, as "cán bộ, công chức, viên chức" do."""
    found: list[list[Actor]] = []
    for actor in named:
        if found and actor.start - found[-1][-1].end <= 1:
            found[-1].append(actor)
        else:
            found.append([actor])
    return [tuple(group) for group in found]


def is_doer(group: Sequence[Actor], words: Words) -> bool:
    """Tell whether a group stands where somebody does something, not "của cán bộ", "tiếp dân"."""
    start = group[0].start
    first = words[start]
    if not start or first.pause or words[start - 1].clause != first.clause:
        return True
    return words[start - 1].key in _DOERS


def _misplaced(
    group: tuple[Actor, ...], alignment: Alignment, theirs: tuple[Actor, ...]
) -> Actor | None:
    """Return the actor of a group who in the evidence does not do what follows here.

    Or to whom something is done that in the evidence is done to somebody else.
    """
    if group[0].keys in _GENERIC:
        return None
    others = _doers(group, alignment, theirs) or _done_to(group, alignment, theirs)
    same = any(alike(a.keys, other.keys) for a in group for other in others)
    return group[0] if others and not same else None


def _doers(
    group: tuple[Actor, ...], alignment: Alignment, theirs: tuple[Actor, ...]
) -> tuple[Actor, ...]:
    """Return who in the evidence may do what the group does in the sentence; () when unknown."""
    deed = _deed(group, alignment) if is_doer(group, alignment.words) else None
    if deed is None:
        return ()
    place, run = alignment.places[deed], alignment.run
    clause = run[place].clause
    before = tuple(a for a in theirs if a.end <= place and run[a.start].clause == clause)
    standing = groups(before)
    doers = [one for one in standing if is_doer(one, run)]
    return (*doers[-1], *standing[-1]) if doers else ()


def _done_to(
    group: tuple[Actor, ...], alignment: Alignment, theirs: tuple[Actor, ...]
) -> tuple[Actor, ...]:
    """Return who in the evidence stands right behind the verb that the group stands behind."""
    words, at = alignment.words, group[0].start - 1
    bare = at >= 0 and words[at].sort is Sort.MATTER and not words[at + 1].pause
    if not bare or words[at].key in FORCES or at not in alignment.places:
        return ()
    place = alignment.places[at]
    behind = tuple(a for a in theirs if 0 < a.start - place <= _BEHIND)
    return groups(behind)[0] if behind else ()


def _deed(group: tuple[Actor, ...], alignment: Alignment) -> int | None:
    """Return the first word of matter after a group that the evidence has too."""
    words, end = alignment.words, group[-1].end
    clause = words[group[0].start].clause
    for at in range(end, min(end + _DEEDS, len(words))):
        if words[at].clause != clause:
            return None
        if words[at].key == "là":  # who is somebody does nothing
            return None
        if words[at].sort is Sort.MATTER and words[at].key not in _MODAL:
            return at if at in alignment.places else None
    return None


_MODAL = frozenset(syllables("phải được có thể không chưa trách nhiệm quyền nên cần nghĩa vụ"))


_DOERS = frozenset(
    syllables("do bởi được các những khi nếu thì mà để rằng và việc hằng mỗi mọi toàn thể tất cả")
)
_GENERIC = frozenset({syllables("cơ quan"), syllables("đơn vị"), syllables("cơ quan đơn vị")})


def alike(mine: Phrase, other: Phrase) -> bool:
    """Tell whether two names may be of one: one begins with the other."""
    short, long = sorted((_core(mine), _core(other)), key=len)
    return long[: len(short)] == short


def _core(name: Phrase) -> Phrase:
    """Return a name without "cơ quan" in front of what sort of agency it is."""
    for generic in _GENERIC:
        if name[: len(generic)] == generic and len(name) > len(generic):
            return name[len(generic) :]
    return name
