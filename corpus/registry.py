"""The registry of legal status: which instruments a text cites and what is known of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from corpus.document import Fact
from corpus.facts import instrument_of
from corpus.instrument import Instrument
from corpus.lawnames import LawNames
from corpus.numbers import find_numbers
from corpus.table import rows

_DATED = re.compile(
    r"[\s,(]*ngày\s+(?P<d>\d{1,2})(?:[/.-]|\s+tháng\s+)(?P<m>\d{1,2})(?:[/.-]|\s+năm\s+)(?P<y>\d{4})"
)
_STROKES = str.maketrans("-–−", "///")
_WITH_YEAR = re.compile(r"\d+/\d{4}/")


class Registry:
    """The registered instruments, found by number or by name."""

    def __init__(self, instruments: Iterable[Instrument]) -> None:
        self.instruments = tuple(instruments)
        self._by_number = {_key(n): i for i in self.instruments for n in i.numbers}
        self._by_name = {name: i for i in self.instruments for name in i.names if i.issued_on}
        self._names = LawNames(
            {name: i.issued_on.year for name, i in self._by_name.items() if i.issued_on}
        )

    @classmethod
    def load(cls, own: Iterable[Instrument] = ()) -> Registry:
        """Read the table that ships with the project; `own` takes the place of what it says.

        Raises:
            BadFactError: a row claims more than its basis proves.
        """
        known = {_key(one.number): one for one in map(instrument_of, rows("registry.csv"))}
        return cls({**known, **{_key(one.number): one for one in own}}.values())

    def find(self, text: str) -> tuple[Instrument, ...]:
        """Return the registered instruments that `text` cites, in its order, each once.

        A number without a year ("30-CT/TW") begins anew each term or year, so it counts only with
        the date of the registered instrument after it. A law is also found by its name.

        >>> [i.label for i in Registry.load().find("theo Nghị định số 04/2015/NĐ-CP, Luật Tố cáo")]
        ['Nghị định 04/2015/NĐ-CP', 'Luật Tố cáo (25/2018/QH14)']
        """
        found = sorted((*self._numbered(text), *self._named(text)), key=lambda pair: pair[0])
        return tuple(dict.fromkeys(instrument for _, instrument in found))

    def names_in(self, text: str) -> tuple[Fact, ...]:
        """Return where `text` names a registered law, in order; the value is its name."""
        return tuple(self._names.find(text))

    def numbered(self, number: str) -> Instrument | None:
        """Return the instrument of that number, however its strokes are written."""
        return self._by_number.get(_key(number))

    def named(self, name: str) -> Instrument | None:
        """Return the law of that name."""
        return self._by_name.get(name)

    def _numbered(self, text: str) -> Iterator[tuple[int, Instrument]]:
        for number in find_numbers(text):
            instrument = self._by_number.get(_key(number.value))
            if instrument and _is_meant(number, instrument, text):
                yield number.span.start, instrument

    def _named(self, text: str) -> Iterator[tuple[int, Instrument]]:
        for name in self._names.find(text):
            yield name.span.start, self._by_name[name.value]


def _key(number: str) -> str:
    """Return a number with one kind of stroke, for offices write "NĐ-CP" and "NĐ/CP"."""
    return number.translate(_STROKES)


def _is_meant(number: Fact, instrument: Instrument, text: str) -> bool:
    if _WITH_YEAR.match(number.value):
        return True
    found = _DATED.match(text, number.span.end)
    stated = found and (int(found["y"]), int(found["m"]), int(found["d"]))
    day = instrument.issued_on
    return day is not None and stated == (day.year, day.month, day.day)
