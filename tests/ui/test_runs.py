"""The pages of runs: measuring, reading what came of it, comparing."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from evals.answers import judge
from evals.compare.comparison import compare
from evals.gold import GoldSet, Kind, Split, split_of
from evals.lost import Stage
from evals.quote import Quote
from evals.report import Report
from evals.runs.run import Run
from tests.evals.world import answered, cited, gold, item, silent
from tests.ui.hostile import PAYLOADS, elements
from ui.compared import OTHER_GOLD, STAGES
from ui.fakes import FAKE_CARD, FakeApplication, FakeLibrary
from ui.measuring import Measuring
from ui.reports.markdown import comparison_markdown, markdown
from ui.reports.page import html
from ui.reports.sheet import csv as sheet
from ui.web.app import create_app
from ui.web.evaluation import COMPARE, ROOT
from ui.web.runs import wording as w

BASE = "http://127.0.0.1"
LIBRARY = FakeLibrary()
PLAN = LIBRARY.documents()[0]
WORDS = " ".join(PLAN.text[200:260].split()[1:-1])
START = PLAN.text.index(WORDS)
ASKED = [f"Câu {n}" for n in range(9) if split_of(f"Câu {n}") is Split.REPORT][:2]
ITEMS = tuple(
    item(
        question,
        id=f"câu/{n}",
        key_points=((WORDS,),),
        evidence=((Quote(PLAN.source, WORDS),),),
        reference=WORDS,
    )
    for n, question in enumerate(ASKED)
)
SAID = answered(f"{WORDS} [1]", replace(cited(1, PLAN, WORDS), address="mục I"), elapsed_ms=30.0)
REFUSED = answered("Kho không nói.", abstained=True, elapsed_ms=20.0)


class Bench:
    """An application whose gold set is small, with a client of its page."""

    def __init__(self, sets: dict[str, GoldSet] | None = None) -> None:
        self.application = FakeApplication(LIBRARY)
        made = self.application.measuring
        chosen = sets or {"": gold(*ITEMS)}
        # the cached property of the fake is replaced by one over a small set
        self.application.__dict__["measuring"] = Measuring(
            runs=made.runs,
            sets=lambda: chosen,
            documents=made.documents,
            evaluate=made.evaluate,
        )
        self.runs = made.runs
        self.client = TestClient(create_app(self.application), base_url=BASE)

    def keep(self, report: Report, name: str) -> Run:
        return self.runs.keep(report, FAKE_CARD, name)

    def get(self, path: str) -> str:
        answer = self.client.get(path)
        assert answer.status_code == 200, answer.text
        return answer.text


@pytest.fixture
def bench() -> Iterator[Bench]:
    made = Bench()
    with made.client:
        yield made


def report(*outcomes: object) -> Report:
    given = dict(zip((one.id for one in ITEMS), outcomes, strict=True))
    return judge(gold(*ITEMS), given, LIBRARY.documents())  # type: ignore[arg-type]


def test_before_the_first_run_the_page_says_how_to_make_one(bench: Bench) -> None:
    shown = bench.get(ROOT)
    assert w.NO_RUNS in shown
    assert w.TOO_FEW in shown


def test_a_run_is_made_from_the_page_and_its_figures_are_shown(bench: Bench) -> None:
    form = {"gold": "", "half": "report", "name": "thử"}
    answer = bench.client.post(f"{ROOT}/do", data=form)
    assert answer.status_code == 200
    (head,) = bench.runs.heads()
    assert (head.name, head.questions, head.half) == ("thử", 2, Split.REPORT)
    assert str(answer.url) == f"{BASE}{ROOT}/lan-do/{head.id}"
    assert "Trả lời đúng và đủ" in answer.text
    assert "thử" in bench.get(ROOT)


@pytest.mark.parametrize(
    ("sets", "told"),
    [
        ({"other": gold(*ITEMS)}, "Không còn bộ câu hỏi"),
        ({"": gold(replace(ITEMS[0], evidence=((Quote("x.txt", "y"),),)))}, "x.txt"),
        ({"": gold(replace(ITEMS[0], evidence=()))}, "no evidence"),
    ],
)
def test_a_gold_set_that_cannot_be_asked_is_told(sets: dict[str, GoldSet], told: str) -> None:
    made = Bench(sets)
    with made.client:
        answer = made.client.post(f"{ROOT}/do", data={"gold": "", "half": "", "name": ""})
    assert answer.status_code == 422
    assert told in answer.text
    assert made.runs.heads() == ()


def test_a_run_shows_its_questions_and_filters_them(bench: Bench) -> None:
    run = bench.keep(report(SAID, REFUSED), "một")
    here = f"{ROOT}/lan-do/{run.id}"
    links = {f"{here}/cau/{quote(one.id, safe='')}" for one in ITEMS}
    assert links <= elements(bench.get(here)).addresses
    lost = elements(bench.get(f"{here}?state=mat")).addresses
    assert links & lost == {f"{here}/cau/{quote('câu/1', safe='')}"}
    assert links & elements(bench.get(f"{here}?words=không có câu này")).addresses == set()
    assert links & elements(bench.get(f"{here}?kind=figure")).addresses == set()


def test_a_question_of_a_run_shows_answer_proof_and_faults(bench: Bench) -> None:
    run = bench.keep(report(SAID, REFUSED), "một")
    here = f"{ROOT}/lan-do/{run.id}/cau"
    good = bench.get(f"{here}/{quote('câu/0', safe='')}")
    assert f'data-cite="{PLAN.id}:{START}-{START + len(WORDS)}"' in good
    assert w.NO_FAULTS in good
    bad = bench.get(f"{here}/{quote('câu/1', safe='')}")
    assert "từ chối dù văn bản có lời giải" in bad
    assert bench.client.get(f"{here}/khong-co").status_code == 404


def test_two_runs_are_compared_and_a_loss_is_drilled_into(bench: Bench) -> None:
    before, after = (
        bench.keep(report(SAID, SAID), "trước"),
        bench.keep(report(SAID, REFUSED), "sau"),
    )
    shown = bench.get(f"{COMPARE}?truoc={before.id}&sau={after.id}")
    assert f"{w.LOSSES} (1)" in shown
    assert w.NONE_WON in shown
    (loss,) = re.findall(rf'href="({COMPARE}/[^"]+)"', shown)
    both = bench.get(loss)
    assert (both.count(f">{w.REFUSED}<"), both.count(f">{w.ANSWERED}<")) == (1, 1)
    assert "trước" in both
    assert "sau" in both


def test_a_run_is_not_compared_with_itself_or_with_one_that_is_not_there(bench: Bench) -> None:
    run = bench.keep(report(SAID, REFUSED), "một")
    assert w.SAME_RUN in bench.get(f"{COMPARE}?truoc={run.id}&sau={run.id}")
    assert bench.client.get(f"{COMPARE}?truoc={run.id}&sau=abcd").status_code == 404
    assert bench.client.get(f"{ROOT}/lan-do/abcd").status_code == 404
    assert bench.client.get(f"{COMPARE}/{run.id}/{run.id}/khong-co").status_code == 404


def test_two_editions_of_a_gold_set_are_told(bench: Bench) -> None:
    before = bench.keep(report(SAID, SAID), "trước")
    after = bench.keep(replace(report(SAID, SAID), digest="other"), "sau")
    address = f"{COMPARE}?truoc={before.id}&sau="
    assert OTHER_GOLD in bench.get(address + after.id)
    same = bench.keep(report(SAID, SAID), "lại")
    assert OTHER_GOLD not in bench.get(address + same.id)


def test_runs_over_the_same_questions_are_plotted_quality_against_time(bench: Bench) -> None:
    bench.keep(report(SAID, REFUSED), "nhanh")
    assert "<svg" not in bench.get(ROOT)
    bench.keep(report(SAID, SAID), "chậm")
    assert "<svg" in bench.get(ROOT)


def test_a_run_is_forgotten_by_its_own_button(bench: Bench) -> None:
    run = bench.keep(report(SAID, REFUSED), "nháp")
    answer = bench.client.post(f"{ROOT}/lan-do/{run.id}/xoa")
    assert w.FORGOTTEN.format("nháp") in answer.text
    assert bench.runs.heads() == ()


@pytest.mark.parametrize("form", ["html", "md", "csv", "json"])
def test_a_run_is_taken_away_as_a_file(bench: Bench, form: str) -> None:
    run = bench.keep(report(SAID, REFUSED), "một")
    answer = bench.client.get(f"{ROOT}/lan-do/{run.id}/tai.{form}")
    assert answer.status_code == 200
    assert f"m%E1%BB%99t.{form}" in answer.headers["content-disposition"]
    assert ASKED[1] in answer.text


def test_a_form_that_there_is_not_is_not_found(bench: Bench) -> None:
    run = bench.keep(report(SAID, REFUSED), "một")
    assert bench.client.get(f"{ROOT}/lan-do/{run.id}/tai.exe").status_code == 404


def test_the_html_report_stands_alone(bench: Bench) -> None:
    made = html(bench.keep(report(SAID, REFUSED), "một"))
    found = elements(made)
    assert found.addresses == set()
    assert "<script" not in made
    assert made.count("<details") >= 2
    assert WORDS in made
    assert "<svg" in made


def test_json_comes_back_as_the_run(bench: Bench) -> None:
    run = bench.keep(report(SAID, REFUSED), "một")
    told = json.loads(run.as_json())
    assert (told["schema"], told["card"]["code"], len(told["report"]["rows"])) == (1, "0", 2)


def test_a_cell_that_a_spreadsheet_would_compute_is_inert(bench: Bench) -> None:
    outcome = replace(SAID, answer=f"=1+1 {WORDS} [1]")
    made = sheet(bench.keep(report(outcome, REFUSED), "một"))
    rows = list(csv.DictReader(io.StringIO(made.removeprefix("\ufeff"))))
    assert [row["câu trả lời"][:5] for row in rows] == ["'=1+1", "Kho k"]
    assert rows[1]["từ chối"] == "có"


def test_markdown_names_what_was_lost_and_what_changed(bench: Bench) -> None:
    before, after = (
        bench.keep(report(SAID, SAID), "trước"),
        bench.keep(report(SAID, REFUSED), "sau"),
    )
    assert "Chưa được: 1 câu" in markdown(after)
    told = comparison_markdown(before, after, compare(before.report, after.report))
    assert "**Kém hơn: 1 câu**" in told
    assert "**Tốt hơn: 0 câu**" in told


def test_what_stands_in_gold_sets_and_answers_is_text_and_never_markup() -> None:
    wicked = replace(ITEMS[0], question=f"{ITEMS[0].question} {' '.join(PAYLOADS)}")
    half = split_of(wicked.question)
    wicked = replace(wicked, split=half, reference=f"{WORDS} {PAYLOADS[0]}")
    outcome = replace(SAID, answer=" ".join(PAYLOADS) + " [1]")
    made = Bench({PAYLOADS[0]: gold(wicked)})
    result = judge(gold(wicked), {wicked.id: outcome}, LIBRARY.documents())
    with made.client:
        run = made.keep(result, PAYLOADS[1])
        other = made.keep(result, PAYLOADS[2])
        here = f"{ROOT}/lan-do/{run.id}"
        paths = (
            ROOT,
            here,
            f"{here}/cau/{quote(wicked.id, safe='')}",
            f"{COMPARE}?truoc={run.id}&sau={other.id}",
        )
        for path in paths:
            assert "<img" not in made.get(path)
            assert "onerror" not in "".join(elements(made.get(path)).addresses)
    assert "<img" not in html(run)


def test_every_stage_has_a_sentence() -> None:
    assert set(STAGES) == set(Stage)


def test_a_silent_question_that_was_answered_is_told(bench: Bench) -> None:
    nothing = silent(ASKED[0], kind=Kind.UNANSWERABLE)
    result = judge(gold(nothing), {nothing.id: replace(SAID, id=nothing.id)}, LIBRARY.documents())
    run = bench.keep(result, "một")
    assert "trả lời dù văn bản không nói đến" in bench.get(
        f"{ROOT}/lan-do/{run.id}/cau/{nothing.id}"
    )
