"""False actors: somebody else does it, or it is done to somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.grounding.words import Speller, load_speller

# who is named, and others who are neither the same nor part of it
_OTHERS = (
    ("Sở Nội vụ", ("Sở Tài chính", "Sở Tư pháp", "Sở Y tế")),
    ("Sở Thông tin và Truyền thông", ("Sở Công Thương", "Sở Tư pháp")),
    ("Sở Văn hóa, Thể thao và Du lịch", ("Sở Xây dựng", "Sở Nội vụ")),
    ("Sở VHTTDL", ("Sở Xây dựng", "Sở Nội vụ")),
    ("Giám đốc", ("Chánh Thanh tra", "Chủ tịch Công đoàn", "Kế toán trưởng")),
    ("UBND tỉnh", ("HĐND tỉnh", "Tỉnh ủy")),
    ("Ủy ban nhân dân tỉnh", ("Hội đồng nhân dân tỉnh", "Tỉnh ủy")),
    ("Tỉnh ủy", ("UBND tỉnh", "Quốc hội")),
    ("Chính phủ", ("Quốc hội", "Bộ Nội vụ")),
    ("Bộ Chính trị", ("Chính phủ", "Quốc hội")),
    ("Bộ Nội vụ", ("Bộ Tài chính", "Bộ Tư pháp")),
    ("Quốc hội", ("Chính phủ", "Bộ Nội vụ")),
    ("Ban Chỉ đạo", ("Ban Thanh tra nhân dân", "Hội đồng nhân dân")),
    ("Ban Dân vận", ("Ban Tổ chức", "Ban Tuyên giáo")),
    ("Ban Giám đốc", ("Ban Thanh tra nhân dân", "Ban Chấp hành Công đoàn")),
    ("Đảng ủy", ("Công đoàn", "Đoàn Thanh niên")),
    ("Công đoàn", ("Hội Cựu chiến binh", "Đoàn Thanh niên")),
    ("công đoàn", ("hội cựu chiến binh", "đoàn thanh niên")),
    ("Ban Thanh tra nhân dân", ("Ban Chỉ đạo", "Công đoàn")),
    ("người đứng đầu", ("kế toán trưởng", "chủ tịch công đoàn")),
    ("Người đứng đầu", ("Kế toán trưởng", "Chủ tịch công đoàn")),
    ("thủ trưởng", ("kế toán trưởng", "chủ tịch công đoàn")),
    ("Thủ trưởng", ("Kế toán trưởng", "Chủ tịch công đoàn")),
    ("Văn phòng Sở", ("Thanh tra Sở", "Phòng Kế toán")),
    ("Thanh tra Sở", ("Văn phòng Sở", "Phòng Kế toán")),
    ("Nhân dân", ("doanh nghiệp", "học sinh")),
    ("người dân", ("doanh nghiệp", "học sinh")),
    ("công chức, viên chức", ("học sinh, sinh viên", "hội viên, đoàn viên")),
    ("Công chức, viên chức", ("Học sinh, sinh viên", "Hội viên, đoàn viên")),
    ("CCVC", ("học sinh, sinh viên", "đoàn viên")),
    ("đảng viên", ("giáo viên", "đoàn viên")),
    ("người lao động", ("nhà đầu tư", "đại biểu Quốc hội")),
    ("người sử dụng lao động", ("công đoàn", "Bộ Nội vụ")),
    ("đoàn thể", ("doanh nghiệp", "ngân hàng")),
)
_BOUND = r"(?<![\w]){}(?![\w])"


@dataclass(frozen=True, slots=True)
class Actors:
    """Puts somebody else in the place of one who is named."""

    speller: Speller

    @classmethod
    def load(cls) -> Actors:
        """Read the tables of the words that say the same."""
        return cls(load_speller())

    def replaced(self, text: str) -> Iterator[str]:
        """Yield `text` with somebody else wherever one is named.

        Who is named in it anyway is put in nobody's place: that might be true.
        """
        for name, others in _OTHERS:
            pattern = re.compile(_BOUND.format(re.escape(name)))
            for other in others if pattern.search(text) else ():
                if not self._names(text, other):
                    yield pattern.sub(other, text)

    def _names(self, text: str, other: str) -> bool:
        """Tell whether a text names somebody, whichever way it is written."""
        said, name = ([w.key for w in self.speller.words(one)] for one in (text, other))
        return any(said[i : i + len(name)] == name for i in range(len(said)))
