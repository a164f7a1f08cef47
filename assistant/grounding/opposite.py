"""Words that say the opposite of each other: "tăng" and "giảm", "trước" and "sau"."""

from __future__ import annotations

from assistant.grounding.align import Alignment
from corpus.syllables import syllables
from corpus.vocabulary import Phrase

_PAIRS = (
    ("tăng", "giảm"),
    ("trước", "sau"),
    ("tối đa", "tối thiểu"),
    ("ít nhất", "nhiều nhất"),
    ("chậm nhất", "sớm nhất"),
    ("cao", "thấp"),
    ("nhiều", "ít"),
    ("đồng ý", "từ chối"),
    ("tán thành", "phản đối"),
    ("ban hành", "bãi bỏ"),
    ("có hiệu lực", "hết hiệu lực"),
    ("công khai", "bí mật"),
    ("trực tiếp", "gián tiếp"),
    ("bắt buộc", "tự nguyện"),
    ("bắt đầu", "kết thúc"),
    ("đầu tiên", "cuối cùng"),
    ("thường xuyên", "đột xuất"),
    ("định kỳ", "đột xuất"),
    ("khen thưởng", "kỷ luật"),
    ("hoàn thành", "dở dang"),
    ("đã", "sẽ"),
    ("hằng tháng", "hằng năm"),
    ("hằng quý", "hằng năm"),
    ("hằng tháng", "hằng quý"),
)
_OPPOSED: tuple[tuple[Phrase, Phrase], ...] = tuple(
    (syllables(a), syllables(b)) for pair in _PAIRS for a, b in (pair, pair[::-1])
)


def opposite(alignment: Alignment) -> str:
    """Return a word of the sentence where the evidence has only its opposite; "" when none."""
    mine = tuple(word.key for word in alignment.words)
    theirs = tuple(word.key for word in alignment.run)
    for said, other in _OPPOSED:
        turned = _has(theirs, other) and not _has(theirs, said)
        if turned and _has(mine, said) and not _has(mine, other):
            return " ".join(said)
    return ""


def _has(words: Phrase, part: Phrase) -> bool:
    return any(words[i : i + len(part)] == part for i in range(len(words) - len(part) + 1))
