"""The library keeps what was added, changes whole or not at all, and says when it cannot."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest

from corpus.database import Database
from corpus.errors import (
    DamagedLibraryError,
    DuplicateDocumentError,
    InvalidSpanError,
    NewerLibraryError,
    SecretSourceError,
    UnknownDocumentError,
    UnreadableSourceError,
    UnusableStateError,
)
from corpus.library import Library
from corpus.loaders.source import source_name
from corpus.parse import parse
from corpus.reading import Reading
from corpus.records import SCHEMA
from corpus.state import StateFolder
from corpus.steps import Parsed
from tests.corpus.world import NOON, parse_words, steps

UTF8 = Reading(encoding="utf-8")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def library(home: Path) -> Iterator[Library]:
    opened = Library.open(home, steps())
    yield opened
    opened.close()


@pytest.fixture
def write(tmp_path: Path) -> Write:
    return Write(tmp_path)


class Write:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, "utf-8")
        return path


def originals(home: Path) -> set[str]:
    return {path.stem for path in StateFolder(home).originals.iterdir()}


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def test_what_was_added_is_there_after_opening_again(
    home: Path, library: Library, write: Write
) -> None:
    added = library.add(write("quy-che.txt", "Dân biết bàn"), origin="Sở Mẫu")
    library.close()
    again = Library.open(home, steps())
    document, passages = parse_words("quy-che.txt", "Dân biết bàn", "Sở Mẫu")
    document = replace(document, reading=UTF8)
    assert added.document == document
    assert again.documents() == (document,)
    assert again.passages("quy-che") == passages
    again.close()


def test_the_real_parser_gives_back_the_same_records(home: Path, write: Write) -> None:
    text = "Số: 12/KH-SCV\n\nThị Trấn, ngày 5 tháng 3 năm 2024\n\nKẾ HOẠCH\n\nI. MỤC ĐÍCH\n\n- Một;"
    library = Library.open(home)
    library.add(write("ke-hoach.txt", text))
    document, passages = parse("ke-hoach.txt", text)
    document = replace(document, reading=UTF8)
    assert library.documents() == (document,)
    assert library.passages(document.id) == passages
    library.close()


def test_the_original_is_kept_byte_for_byte_and_private(
    home: Path, library: Library, write: Write
) -> None:
    path = write("a.txt", "Một\r\nHai")
    library.add(path)
    (kept,) = StateFolder(home).originals.iterdir()
    assert kept.name == f"{hashlib.sha256(path.read_bytes()).hexdigest()}.bin"
    assert kept.read_bytes() == path.read_bytes()
    assert kept.stat().st_mode & 0o777 == 0o600


def test_the_same_bytes_under_the_same_name_change_nothing(library: Library, write: Write) -> None:
    library.add(write("a.txt", "Một"))
    digest = library.digest()
    again = library.add(write("a.txt", "Một"))
    assert (again.unchanged, again.replaced) == (True, False)
    assert library.digest() == digest


def test_other_bytes_under_the_same_name_replace(
    home: Path, library: Library, write: Write
) -> None:
    library.add(write("a.txt", "Một hai"))
    added = library.add(write("a.txt", "Ba"))
    assert (added.unchanged, added.replaced) == (False, True)
    assert [document.text for document in library.documents()] == ["Ba"]
    assert [passage.text for passage in library.passages("a")] == ["Ba"]
    [older] = library.versions.of("a")
    assert (older.document.text, older.replaced_at) == ("Một hai", NOON)
    assert originals(home) == {sha256("Ba"), sha256("Một hai")}
    library.remove("a")
    assert (library.versions.of("a"), originals(home)) == ((), set())


def test_the_same_bytes_under_another_name_are_refused(library: Library, write: Write) -> None:
    library.add(write("a.txt", "Một"))
    with pytest.raises(DuplicateDocumentError) as caught:
        library.add(write("b.txt", "Một"))
    assert (caught.value.source, caught.value.existing) == ("b.txt", "a.txt")
    library.add(write("b.txt", "Hai"))
    with pytest.raises(DuplicateDocumentError):
        library.add(write("b.txt", "Một"))
    assert [document.text for document in library.documents()] == ["Một", "Hai"]


def test_documents_come_in_the_order_of_their_names(library: Library, write: Write) -> None:
    for name in ("b.txt", "c.txt", "a.txt"):
        library.add(write(name, f"Tên {name}"))
    assert [document.source for document in library.documents()] == ["a.txt", "b.txt", "c.txt"]


@pytest.mark.parametrize("name", ["ke-hoach", "ke-hoach.txt", "ke", "kho/ke-hoach.txt"])
def test_a_document_goes_by_its_id_its_name_or_the_beginning_of_its_id(
    library: Library, write: Write, name: str
) -> None:
    library.add(write("ke-hoach.txt", "Một"))
    library.add(write("quy-che.txt", "Hai"))
    assert library.document(name).text == "Một"


@pytest.mark.parametrize("name", ["", "k", "x", "ke-hoach%", "' OR 1=1 --", "\x00", "\udcff", "."])
def test_a_name_that_fits_none_or_several_is_unknown(
    library: Library, write: Write, name: str
) -> None:
    library.add(write("ke-hoach.txt", "Một"))
    library.add(write("ket-luan.txt", "Hai"))
    with pytest.raises(UnknownDocumentError):
        library.document(name)
    with pytest.raises(UnknownDocumentError):
        library.passages(name)


def test_a_name_in_either_form_of_unicode_is_one_name(library: Library, write: Write) -> None:
    library.add(write("quy che\u0302\u0301.txt", "Một"))
    assert library.document("quy chế.txt").source == "quy chế.txt"
    assert library.document("quy che\u0302\u0301.txt").text == "Một"
    assert source_name(Path("a\n\udcffb.txt")) == "a ?b.txt"


def test_what_is_removed_is_gone_from_every_file(
    home: Path, library: Library, write: Write
) -> None:
    library.add(write("a.txt", "Một chuyện-riêng-tư"))
    library.add(write("b.txt", "Hai"))
    assert library.remove("a.txt").text == "Một chuyện-riêng-tư"
    assert [document.source for document in library.documents()] == ["b.txt"]
    with pytest.raises(UnknownDocumentError):
        library.remove("a.txt")
    library.close()
    for path in home.rglob("*"):
        assert path.is_dir() or "riêng-tư".encode() not in path.read_bytes()


def test_the_digest_tells_texts_layouts_and_particulars_apart(
    home: Path, library: Library, write: Write
) -> None:
    seen = {library.digest()}
    library.add(write("a.txt", "Một hai"))
    seen.add(library.digest())
    library.add(write("b.txt", "Ba"))
    seen.add(library.digest())
    library.close()

    def without_title(source: str, raw: str, origin: str = "") -> Parsed:
        document, passages = parse_words(source, raw, origin)
        return replace(document, particulars=replace(document.particulars, title=None)), passages

    other = Library.open(home, replace(steps(), parse=without_title))
    other.reparse()
    seen.add(other.digest())
    other.close()
    same = Library.open(home, steps())
    same.reparse()
    assert len(seen) == 4
    assert same.digest() in seen
    same.close()


def test_an_order_of_adding_leaves_no_trace_in_the_digest(tmp_path: Path, write: Write) -> None:
    files = [write("a.txt", "Một"), write("b.txt", "Hai")]
    digests = set()
    for number, order in enumerate((files, files[::-1])):
        library = Library.open(tmp_path / str(number), steps())
        for path in order:
            library.add(path)
        digests.add(library.digest())
        library.close()
    assert len(digests) == 1


def test_reading_again_keeps_when_a_document_came(
    home: Path, library: Library, write: Write
) -> None:
    library.add(write("a.txt", "Một"), origin="Sở Mẫu")
    assert library.reparse() == 1
    library.close()
    database = Database.open(StateFolder(home).library)
    assert database.rows("SELECT added_at, origin FROM documents") == [(NOON.isoformat(), "Sở Mẫu")]
    database.close()


def test_an_original_that_was_changed_is_not_read_again(
    home: Path, library: Library, write: Write
) -> None:
    library.add(write("a.txt", "Một"))
    (kept,) = StateFolder(home).originals.iterdir()
    kept.write_text("Khác", "utf-8")
    with pytest.raises(DamagedLibraryError, match="it was changed"):
        library.reparse()
    kept.unlink()
    with pytest.raises(DamagedLibraryError):
        library.reparse()
    assert library.document("a").text == "Một"


def test_a_file_that_cannot_be_read_leaves_no_trace(
    home: Path, library: Library, write: Write
) -> None:
    with pytest.raises(SecretSourceError):
        library.add(write("a.txt", "TỐI MẬT\nBáo cáo"))
    with pytest.raises(UnreadableSourceError):
        library.add(write("b.txt", " \n"))
    assert library.documents() == ()
    assert originals(home) == set()


def test_a_replacement_that_fails_leaves_what_was(home: Path, write: Write) -> None:
    def fails(source: str, raw: str, origin: str = "") -> Parsed:
        if raw == "Ba":
            raise InvalidSpanError(1, 1)
        return parse_words(source, raw, origin)

    library = Library.open(home, replace(steps(), parse=fails))
    library.add(write("a.txt", "Một"))
    with pytest.raises(InvalidSpanError):
        library.add(write("a.txt", "Ba"))
    assert library.document("a").text == "Một"
    assert originals(home) == {sha256("Một")}
    library.close()


def test_an_error_in_the_middle_of_the_change_takes_all_of_it_back(
    home: Path, write: Write
) -> None:
    library = Library.open(home, steps())
    library.add(write("a.txt", "Một"))
    library.close()

    def no_clock() -> NoReturn:
        raise ZeroDivisionError

    broken = Library.open(home, replace(steps(), clock=no_clock))
    with pytest.raises(ZeroDivisionError):
        broken.add(write("a.txt", "Ba"))
    assert broken.document("a").text == "Một"
    assert originals(home) == {sha256("Một")}
    broken.close()


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"not a database at all" * 500,
        lambda data: data[: len(data) // 2],
        lambda data: data[:4096] + b"\xff" * (len(data) - 4096),
        lambda _: b"",
    ],
)
def test_a_damaged_file_is_told_at_opening(
    home: Path, write: Write, damage: Callable[[bytes], bytes]
) -> None:
    library = Library.open(home, steps())
    for n in range(40):
        library.add(write(f"{n}.txt", f"Văn bản số {n} " * 50))
    library.close()
    path = StateFolder(home).library
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(DamagedLibraryError) as caught:
        Library.open(home, steps())
    assert caught.value.path == path


def test_a_library_that_is_gone_is_not_begun_anew_over_its_originals(
    home: Path, library: Library, write: Write
) -> None:
    library.add(write("a.txt", "Một"))
    library.close()
    StateFolder(home).library.unlink()
    with pytest.raises(DamagedLibraryError, match="originals"):
        Library.open(home, steps())
    assert originals(home) == {sha256("Một")}


def test_a_library_of_a_newer_program_is_left_alone(home: Path, library: Library) -> None:
    library.close()
    path = StateFolder(home).library
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    connection.close()
    with pytest.raises(NewerLibraryError) as caught:
        Library.open(home, steps())
    assert (caught.value.found, caught.value.known) == (SCHEMA + 1, SCHEMA)


@pytest.mark.parametrize("version", [0, 1])
def test_a_database_of_another_program_is_left_alone(home: Path, version: int) -> None:
    home.mkdir()
    connection = sqlite3.connect(StateFolder(home).library)
    connection.execute("CREATE TABLE notes (words TEXT)")
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    with pytest.raises(DamagedLibraryError, match="another program"):
        Library.open(home, steps())


def test_a_home_that_cannot_be_written_is_an_error_of_the_tree(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UnusableStateError):
        Library.open(tmp_path / "file", steps())
