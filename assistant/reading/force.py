"""Which documents are in force on the day that a question asks about."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from corpus.day import written
from corpus.instrument import Instrument, LegalStatus
from corpus.syllables import folded

# "tại thời điểm 01/6/2020", "vào ngày 01/6/2020", "tính đến ngày 1 tháng 6 năm 2020"
_ASKED = re.compile(
    r",?\s*\b(?:(?:tai |vao |o )?thoi diem|tinh (?:den|toi)|vao)(?: ngay)?\s+"
    r"(?P<d>\d{1,2})(?:[/.-]| thang )(?P<m>\d{1,2})(?:[/.-]| nam )(?P<y>\d{4})\b(?:\s+thi\b)?,?"
)


@dataclass(frozen=True, slots=True)
class Force:
    """Tells which documents hold on a day: today, where a question names none.

    Only what the registry proves counts; a document that it does not know is taken to hold.
    """

    instruments: Mapping[str, Instrument]  # by document id
    today: Callable[[], date] = date.today

    def holds(self, document_id: str, day: date | None) -> bool:
        """Tell whether a document is in force, as far as is known."""
        instrument = self.instruments.get(document_id)
        if instrument is None:
            return True
        on = day or self.today()
        begins, ends = instrument.effective_on, instrument.since
        ended = instrument.status is LegalStatus.ENDED and ends is not None and ends <= on
        return not ended and (begins is None or begins <= on)


def asked_on(text: str) -> tuple[str, date | None]:
    """Return a question without the day for which it is asked, and that day.

    >>> asked_on("Tại thời điểm 01/6/2020, công chức được biết những gì?")
    ('công chức được biết những gì?', datetime.date(2020, 6, 1))
    >>> asked_on("Báo cáo gửi trước ngày 01/6/2020 cho ai?")[1] is None
    True
    """
    found = _ASKED.search(folded(text))
    if not found:
        return text, None
    try:
        day = date(int(found["y"]), int(found["m"]), int(found["d"]))
    except ValueError:  # "ngày 31/02/2020"
        return text, None
    return f"{text[: found.start()]} {text[found.end() :]}".strip(), day


def for_day(day: date | None) -> tuple[str, ...]:
    """Say which day an answer is for, where a question names one."""
    return (f"Xét theo văn bản có hiệu lực vào ngày {written(day)}.",) if day else ()
