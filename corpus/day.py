"""Days: what a date with blanks can mean, and how offices write a day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from corpus.document import MARCH, IssueDate


def possible_days(day: IssueDate | None) -> tuple[date, date] | None:
    """Return the first and the last day that a date can mean; None when there is no such day.

    >>> from corpus.span import Span
    >>> [str(day) for day in possible_days(IssueDate(year=2021, month=11, span=Span(0, 1)))]
    ['2021-11-01', '2021-11-30']
    """
    if day is None:
        return None
    first, last = day.month or 1, day.month or 12
    try:
        end = day.day or monthrange(day.year, last)[1]
        return date(day.year, first, day.day or 1), date(day.year, last, end)
    except ValueError:  # a text may say "ngày 31 tháng 11"
        return None


def written(day: date) -> str:
    """Write a day as offices do.

    >>> written(date(2023, 7, 1))
    '01/7/2023'
    """
    month = f"{day.month:02d}" if day.month < MARCH else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"
