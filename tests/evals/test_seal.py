"""Sealed gold sets hold no words of the texts that they are about, and judge the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.question import Turn
from corpus.document import Document
from evals.answers import judge
from evals.check import check
from evals.errors import EvaluationFileError
from evals.gold import GoldItem, merged
from evals.goldfile import load, written
from evals.quote import Quote, Sealed
from evals.repeats import Repeats
from evals.seal import main, seal
from evals.sources import Sources
from tests.evals.world import NEWS, PLAN, SOURCES, answered, cited, gold, item, silent

LONG = " ".join(f"chữ{n}" for n in range(30))
SECRET = Document(id="secret", source="secret.txt", text=f"Điều 1. {LONG}.\nĐiều 2. Ngắn.")


def law(**fields: Any) -> GoldItem:  # noqa: ANN401 - any field of an item
    """Return an item over the secret document."""
    quote = Quote("secret.txt", f"{LONG}.")
    made: dict[str, Any] = {
        "reference": f"Điều 1: {LONG}.",
        "key_points": (("chữ1",),),
        "evidence": ((quote, Quote("plan.txt", "lập kế hoạch")),),
        "allowed": (Quote("secret.txt", "Ngắn."),),
    }
    return item(**{**made, **fields})


def sealed_item(**fields: Any) -> GoldItem:  # noqa: ANN401 - any field of an item
    done = seal(gold(law(**fields)), [SECRET], [PLAN])
    assert done.problems == ()
    return done.items[0]


def test_a_quote_becomes_its_place_and_digest_and_a_told_text_stays() -> None:
    closed, told = sealed_item().evidence[0]
    assert isinstance(closed, Sealed)
    assert (closed.start, closed.end) == (8, 8 + len(LONG) + 1)
    assert told == Quote("plan.txt", "lập kế hoạch")
    assert Sources([SECRET]).opened(closed) == Quote("secret.txt", f"{LONG}.")


def test_of_the_reference_only_its_length_is_kept() -> None:
    done = sealed_item()
    assert (done.reference, done.reference_length) == ("", len(f"Điều 1: {LONG}."))


def test_an_item_about_told_texts_alone_stays_what_it_is() -> None:
    plain = item(evidence=((Quote("plan.txt", "lập kế hoạch"),),))
    assert seal(gold(plain), [SECRET], [PLAN]).items == (plain,)


def test_a_turn_of_the_assistant_is_cut_after_twelve_words_and_it_is_said() -> None:
    turns = (Turn("user", "Điều 1?"), Turn("assistant", f"Đây: {LONG}"))
    done = seal(gold(law(history=turns)), [SECRET], [PLAN])
    assert done.items[0].history == (
        turns[0],
        Turn("assistant", "Đây: " + " ".join(f"chữ{n}" for n in range(12)) + " …"),
    )
    assert [note.partition(":")[0] for note in done.notes] == ["line 1 (g1)"]


def test_an_item_that_still_repeats_the_text_is_a_problem() -> None:
    asked = law(question=f"Có phải {LONG}?")
    (problem,) = seal(gold(asked), [SECRET], [PLAN]).problems
    assert problem.line == 1
    assert "repeats a sealed text: 'chữ0 chữ1" in problem.reason


def test_a_set_with_a_fault_is_not_sealed() -> None:
    wrong = law(evidence=((Quote("secret.txt", "nowhere"),),))
    done = seal(gold(wrong), [SECRET], [PLAN])
    assert [problem.reason for problem in done.problems] == ["secret.txt does not hold 'nowhere'"]


def test_a_seal_that_its_document_does_not_match_is_named_with_its_line() -> None:
    done = sealed_item(line=7)
    changed = Document(id="secret", source="secret.txt", text=SECRET.text.replace("chữ3", "chữ9"))
    reasons = {str(problem) for problem in check(gold(done), [changed, PLAN])}
    place = f"[8, {8 + len(LONG) + 1})"
    assert reasons == {
        f"line 7 (g1): secret.txt does not hold the words that were sealed at {place}"
    }


def test_a_sealed_item_is_judged_as_the_open_one() -> None:
    outcome = answered(f"Điều 1: {LONG}. [1]", cited(1, SECRET, LONG))
    documents = (SECRET, PLAN)
    (plain,) = judge(gold(law()), {"g1": outcome}, documents).rows
    (closed,) = judge(gold(sealed_item()), {"g1": outcome}, documents).rows
    words = {"exact_match", "token_f1"}  # of a reference that is not there
    assert [s for s in closed.scores if s.measure not in words] == [
        s for s in plain.scores if s.measure not in words
    ]
    assert [closed.score(name) for name in words] == [None, None]
    assert plain.score("concision") == 1.0


def test_what_is_written_is_read_again_and_holds_no_words(tmp_path: Path) -> None:
    items = seal(gold(law(), silent(line=2)), [SECRET], [PLAN]).items
    path = tmp_path / "law.jsonl"
    path.write_text(written(items), encoding="utf-8")
    again = load(path)
    assert [one.evidence for one in again.items] == [one.evidence for one in items]
    assert again.items[0].reference_length == items[0].reference_length
    assert "chữ2" not in path.read_text("utf-8")
    assert check(again, [SECRET, PLAN]) == ()


@pytest.mark.parametrize(
    "entry",
    [
        {"source": "a.txt", "quote": "a", "start": 0, "end": 1, "sha256": "0" * 64},
        {"source": "a.txt", "start": 1, "end": 1, "sha256": "0" * 64},
        {"source": "a.txt", "start": 0, "end": 1, "sha256": "0"},
        {"source": "a.txt", "start": 0, "end": 1},
    ],
)
def test_an_entry_that_is_neither_quote_nor_seal_is_refused(
    tmp_path: Path, entry: dict[str, object]
) -> None:
    path = tmp_path / "gold.jsonl"
    fields = {"id": "a", "question": "?", "kind": "who", "answerable": True, "split": "tune"}
    path.write_text(json.dumps({**fields, "evidence": [[entry]]}), encoding="utf-8")
    with pytest.raises(EvaluationFileError, match=r"line 1: evidence\.0\.0"):
        load(path)


def test_a_length_beside_its_reference_is_a_fault() -> None:
    plain = item(evidence=((Quote("plan.txt", "lập kế hoạch"),),), reference_length=26)
    (problem,) = check(gold(plain), (PLAN, NEWS))
    assert "length of a reference" in problem.reason


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one law, the record of its source and two gold files."""
    text = "Điều 1. Trưởng thôn họp dân mỗi quý một lần.\n"
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "law.txt").write_text(text, encoding="utf-8")
    (tmp_path / "texts" / "law.provenance.json").write_text("{}", encoding="utf-8")
    proof = ((Quote("law.txt", "họp dân mỗi quý một lần"),),)
    one = item(reference="Họp mỗi quý.", key_points=(("mỗi quý",),), evidence=proof)
    two = silent("Ai trả phụ cấp?", id="g3")
    for name, made in (("a.jsonl", one), ("b.jsonl", two)):
        (tmp_path / name).write_text(written([made]), encoding="utf-8")
    return tmp_path


def ran(folder: Path, *names: str) -> tuple[int, list[str]]:
    said: list[str] = []
    paths = [str(folder / name) for name in names]
    return main([*paths, "--texts", str(folder / "texts")], said.append), said


def test_the_command_joins_seals_and_says_so(folder: Path) -> None:
    code, said = ran(folder, "a.jsonl", "b.jsonl", "law.jsonl")
    assert (code, said) == (0, [f"2 items written to {folder / 'law.jsonl'}\n"])
    assert [one.id for one in load(folder / "law.jsonl").items] == ["g1", "g3"]


def test_the_command_writes_nothing_while_an_item_has_a_fault(folder: Path) -> None:
    (folder / "b.jsonl").write_bytes((folder / "a.jsonl").read_bytes())
    code, said = ran(folder, "a.jsonl", "b.jsonl", "law.jsonl")
    assert code == 1
    assert said == [
        "b.jsonl, line 1 (g1): same id as a.jsonl, line 1\n",
        "b.jsonl, line 1 (g1): same question as a.jsonl, line 1\n",
        "nothing written: 2 problems\n",
    ]
    assert not (folder / "law.jsonl").exists()


def test_the_command_names_a_file_that_is_not_there(folder: Path) -> None:
    code, said = ran(folder, "absent.jsonl", "law.jsonl")
    assert (code, len(said)) == (2, 1)
    assert "absent.jsonl" in said[0]


def test_no_run_is_found_in_other_words() -> None:
    assert Repeats(["một hai ba"]).first("một hai bốn", 3) == ""
    assert Repeats(["một hai ba"]).first("một", 3) == ""


def test_sets_are_joined_in_order() -> None:
    one, two = gold(item()), gold(silent())
    assert merged([one]) is one
    both = merged([one, two])
    assert (both.name, len(both.items)) == ("small.jsonl, small.jsonl", 2)
    assert both.sources == ("news.txt", "plan.txt")


def test_words_that_are_open_open_to_themselves() -> None:
    assert SOURCES.opened(Quote("plan.txt", "lập")) == Quote("plan.txt", "lập")
    assert SOURCES.sealed(Quote("plan.txt", "nowhere")) is None
