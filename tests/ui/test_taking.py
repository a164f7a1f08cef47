"""Taking files in: whatever one of them does, the others go in, each under a name of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.document import Document
from corpus.errors import HoiQuyCheError, UnforeseenError
from corpus.library import Added
from corpus.loaders.source import Source
from tests.corpus.made import formats
from ui.commands.library import files
from ui.failures import sentence
from ui.fakes import FakeShelving
from ui.keeping import Keeper, Progress, Taken
from ui.taking import Taking


def source(path: str, words: str) -> Source:
    return Source(Path(path), words.encode())


def faulty(given: Source, origin: str) -> Added:
    """Take files in as a program with a fault does."""
    if given.data == b"hong":
        raise KeyError(given.path.name)
    name = given.path.name
    return Added(document=Document(id=name, source=name, text="", origin=origin))


def test_a_file_that_nobody_foresaw_is_told_in_a_sentence_and_the_next_goes_in() -> None:
    taking = Taking(faulty)
    (bad, why), (good, added) = (
        *taking.take(source("a.txt", "hong")), *taking.take(source("b.txt", "Quy chế")),
    )  # fmt: skip
    assert (bad, good) == ("a.txt", "b.txt")
    assert isinstance(why, UnforeseenError)
    assert sentence(why).startswith("Không thêm được tệp “a.txt”: chương trình gặp lỗi")
    assert "KeyError" in sentence(why)
    assert isinstance(added, Added)


def add(shelving: FakeShelving, *given: Source) -> list[tuple[str, bool, bool]]:
    def told(one: Taken) -> tuple[str, bool, bool]:
        assert one.document is not None, one.fault
        return one.document.source, one.replaced, one.unchanged

    return [told(one) for one in Keeper(shelving).add(given, silent)]


class Faulty(FakeShelving):
    """Shelves that fail on one file, and say whether their index was made ready."""

    ready = False

    def add(self, source: Source, origin: str = "") -> Added:
        if source.data == b"hong":
            raise ZeroDivisionError
        return super().add(source, origin)

    def prepare(self, progress: Progress) -> None:
        self.ready = True
        super().prepare(progress)


def test_the_index_is_made_ready_though_the_program_failed_on_a_file() -> None:
    shelving = Faulty()
    bad, good = Keeper(shelving).add([source("a.txt", "hong"), source("b.txt", "Một")], silent)
    assert "ZeroDivisionError" in bad.fault
    assert good.document is not None
    assert shelving.ready


def silent(*_: object) -> None:
    """Tell nobody how far it is."""


def test_files_of_one_name_in_two_folders_are_two_documents_that_are_found_again() -> None:
    shelving, names = FakeShelving(), ["bao-cao (phong1).txt", "bao-cao (phong2).txt"]
    packed = {"phong1/bao-cao.txt": b"Phong mot", "phong2/bao-cao.txt": b"Phong hai"}
    archive = Source(Path("kho.zip"), formats.packed(packed))
    assert add(shelving, archive) == [(name, False, False) for name in names]
    assert add(shelving, archive) == [(name, False, True) for name in names]
    newer = Source(Path("kho.zip"), formats.packed(packed | {"phong2/bao-cao.txt": b"Phong ba"}))
    assert add(shelving, newer) == [(names[0], False, True), (names[1], True, False)]


def test_files_of_one_name_that_come_together_are_told_apart_by_numbers() -> None:
    shelving = FakeShelving()
    told = add(shelving, source("a.txt", "Một"), source("a.txt", "Hai"), source("a.txt", "Một"))
    assert told == [("a.txt", False, False), ("a (2).txt", False, False), ("a.txt", False, True)]


def test_of_a_folder_every_file_is_given_but_what_programs_keep_for_themselves(
    tmp_path: Path,
) -> None:
    for name in (".git/config", "b/~$a.docx", "b/Thumbs.db", "b/desktop.ini", "b/.DS_Store"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "b" / "a.txt").write_text("x")
    (tmp_path / "lost.txt").symlink_to(tmp_path / "none")
    (tmp_path / "linked").symlink_to(tmp_path / "b")
    given = [str(name.relative_to(tmp_path.name)) for _, name in files([tmp_path])]
    assert given == ["b/a.txt", "linked", "lost.txt"]


def test_a_folder_without_files_is_given_itself(tmp_path: Path) -> None:
    assert [path for path, _ in files([tmp_path])] == [tmp_path]


@pytest.mark.parametrize("error", [UnforeseenError("a.txt", "KeyError"), HoiQuyCheError()])
def test_every_fault_has_a_sentence(error: HoiQuyCheError) -> None:
    assert sentence(error).endswith(".")
