"""A file of rows of numbers that grows row by row and is mapped when it is read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray


class RowFile:
    """Writes a npy file of `(rows, width)`; numpy leaves room in its header for the final count."""

    def __init__(self, path: Path, width: int, kind: str) -> None:
        self._file = path.open("w+b")
        self._width, self._kind, self._rows = width, kind, 0
        self._write_header()

    def __len__(self) -> int:
        return self._rows

    def add(self, rows: NDArray[Any]) -> None:
        """Write some rows."""
        self._file.write(np.ascontiguousarray(rows, self._kind).tobytes())
        self._rows += len(rows)

    def finish(self) -> None:
        """Write how many rows there are, and close the file."""
        self._file.seek(0)
        self._write_header()
        self._file.close()

    def _write_header(self) -> None:
        shape = (self._rows, self._width)
        header = {"descr": self._kind, "fortran_order": False, "shape": shape}
        np.lib.format.write_array_header_1_0(self._file, header)


def mapped(path: Path) -> NDArray[Any]:
    """Map a npy file; one without numbers, which cannot be mapped, is read."""
    try:
        return np.asanyarray(np.load(path, mmap_mode="r", allow_pickle=False))
    except ValueError:
        return np.asanyarray(np.load(path, allow_pickle=False))
