"""What lies in an archive: one file that cannot be unpacked loses none of the others."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from corpus.errors import Unreadable, UnreadableSourceError
from corpus.loaders.load import unpacked
from corpus.loaders.source import LARGEST, LONGEST_TEXT, Source
from tests.corpus.made import formats

GOOD = "Kế hoạch tiếp công dân".encode()


def told(data: bytes, name: str = "kho.zip") -> dict[str, Unreadable | None]:
    """Return what comes of each file inside: why it cannot be unpacked, or None."""
    return {
        one.path.name: one.reason if isinstance(one, UnreadableSourceError) else None
        for one in unpacked(Source(Path(name), data))
    }


def stored(files: dict[str, bytes]) -> bytes:
    """Return an archive that packs nothing: what is in it stands in it byte for byte."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


@pytest.mark.parametrize(
    ("inner", "reason"),
    [
        (formats.packed({}), Unreadable.EMPTY),
        (b"PK\x03\x04" + b"\x00" * 90, Unreadable.DAMAGED),
        (formats.packed({"c.txt": GOOD})[:60], Unreadable.DAMAGED),
        (b"", Unreadable.EMPTY),
    ],
    ids=["nothing in it", "zeros", "cut off", "no bytes"],  # an archive has the time of its making
)
def test_an_archive_inside_that_cannot_be_opened_is_told_beside_the_rest(
    inner: bytes, reason: Unreadable
) -> None:
    assert told(formats.packed({"a.txt": GOOD, "x.zip": inner})) == {"a.txt": None, "x.zip": reason}


def test_a_file_whose_bytes_were_changed_is_told_beside_the_rest() -> None:
    data = stored({"a.txt": GOOD, "b.txt": b"Thong bao so 5"}).replace(b"bao so 5", b"bao so 6", 1)
    assert told(data) == {"a.txt": None, "b.txt": Unreadable.DAMAGED}


def test_a_file_that_is_too_large_is_told_beside_the_rest() -> None:
    data = stored({"a.txt": GOOD, "anh.bmp": b"BM" + b"\x00" * LARGEST})
    assert told(data) == {"a.txt": None, "anh.bmp": Unreadable.TOO_LARGE}


def test_a_text_that_is_too_long_is_told_before_it_is_decoded() -> None:
    data = stored({"a.txt": GOOD, "b.txt": b"Bao cao " * (LONGEST_TEXT // 2)})
    assert told(data) == {"a.txt": None, "b.txt": Unreadable.TOO_LARGE}


def test_a_damaged_archive_in_a_letter_loses_neither_the_letter_nor_the_rest() -> None:
    letter = formats.eml(["Kính gửi quý cơ quan,"], {"hỏng.zip": b"PK\x03\x04xx", "a.txt": GOOD})
    assert told(letter, "thư.eml") == {
        "thư.eml": None,
        "hỏng.zip": Unreadable.DAMAGED,
        "a.txt": None,
    }


def test_the_path_inside_tells_files_of_one_name_apart() -> None:
    inner = formats.packed({"bc.txt": b"Bao cao 3"})
    data = formats.packed({"phong1/bc.txt": b"Bao cao 1", "phong2/bc.txt": b"B 2", "p3.zip": inner})
    paths = [str(one.path) for one in unpacked(Source(Path("kho.zip"), data))]
    assert paths == ["phong1/bc.txt", "phong2/bc.txt", "p3/bc.txt"]


def test_what_archives_inside_unpack_to_is_counted_together() -> None:
    inner = formats.packed({f"{n}.txt": f"Bao cao {n}".encode() for n in range(200)})
    with pytest.raises(UnreadableSourceError) as caught:
        unpacked(Source(Path("kho.zip"), formats.packed({f"{n}.zip": inner for n in range(3)})))
    assert caught.value.reason is Unreadable.UNSAFE
