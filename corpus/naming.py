"""Under which names the files of one adding go in: two of one name are two documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from corpus.loaders.source import source_name


class Names:
    """The names of one adding; files that share theirs get the folders in which they lie.

    The same files get the same names at every adding, so that each finds its older version.
    """

    def __init__(self) -> None:
        self._shared: set[str] = set()
        self._taken: set[str] = set()
        self._known: dict[tuple[str, bytes], str] = {}

    def know(self, paths: Iterable[Path]) -> None:
        """Look at the paths of files that will be given, to see which share their names."""
        counts = Counter(map(source_name, paths))
        self._shared |= {name for name, count in counts.items() if count > 1}

    def of(self, path: Path, data: bytes) -> str:
        """Return the name for the next file; that of an equal one, if that has the same name.

        >>> names = Names()
        >>> names.know([Path("phong1/bc.txt"), Path("phong2/bc.txt"), Path("kh.txt")])
        >>> names.of(Path("phong1/bc.txt"), b"1"), names.of(Path("phong2/bc.txt"), b"2")
        ('bc (phong1).txt', 'bc (phong2).txt')
        >>> [names.of(Path("kh.txt"), data) for data in (b"3", b"4", b"3")]
        ['kh.txt', 'kh (2).txt', 'kh.txt']
        """
        held, plain = sha256(data).digest(), source_name(path)
        name = self._known.get((plain, held)) or self._new(path)
        self._known[plain, held] = name
        self._taken.add(name)
        return name

    def _new(self, path: Path) -> str:
        plain = Path(source_name(path))
        folders = ", ".join(source_name(Path(one)) for one in path.parts[:-1] if one != "/")
        full = f"{plain.stem} ({folders}){plain.suffix}" if folders else plain.name
        name = full if {plain.name} & (self._shared | self._taken) else plain.name
        number = 1
        while name in self._taken:
            number += 1
            name = f"{Path(full).stem} ({number}){plain.suffix}"
        return name
