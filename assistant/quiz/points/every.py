"""Every point of a field."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from assistant.quiz.field import Field
from assistant.quiz.point import Point
from assistant.quiz.points.agencies import agencies
from assistant.quiz.points.chronology import chronology
from assistant.quiz.points.dates import dates
from assistant.quiz.points.duties import duties
from assistant.quiz.points.figures import figures
from assistant.quiz.points.habits import habits
from assistant.quiz.points.laws import laws
from assistant.quiz.points.lists import lists
from assistant.quiz.points.names import names
from assistant.quiz.points.periods import periods
from assistant.quiz.points.phrases import phrases
from assistant.quiz.points.purposes import purposes
from assistant.quiz.points.recipients import recipients
from assistant.quiz.points.references import references
from assistant.quiz.points.subjects import subjects
from assistant.quiz.points.terms import terms
from assistant.quiz.points.topics import topics

_FINDERS: tuple[Callable[[Field], Iterator[Point]], ...] = (
    duties,
    subjects,
    figures,
    dates,
    agencies,
    habits,
    terms,
    phrases,
    lists,
    purposes,
    laws,
    periods,
    names,
    references,
    topics,
    recipients,
    chronology,
)


def every_point(field: Field) -> tuple[Point, ...]:
    """Return the points of a field, in the order of the finders and of the text."""
    return tuple(point for find in _FINDERS for point in find(field))
