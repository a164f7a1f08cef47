"""The figures of an evaluation in words."""

from __future__ import annotations

from evals.answers import judge
from evals.gold import Kind
from tests.evals.world import DOCUMENTS, REFUSED, answered, gold, item, silent
from ui.figures import MEASURES, OF_GROUP, ROUGH, tables

SAID = answered("lập kế hoạch, báo cáo năm", confidence=0.5)


def test_every_measure_has_a_row_with_its_vietnamese_name() -> None:
    (table,) = tables(judge(gold(item()), {"g1": SAID}, DOCUMENTS))
    names = [row[0] for row in table.rows]
    assert names[: len(MEASURES)] == list(MEASURES.values())
    assert set(OF_GROUP.values()) <= set(names)
    assert not any("_" in name for name in names)


def test_shares_of_refusals_have_their_count_and_interval() -> None:
    asked = item("Câu 1", id="a"), item("Câu 1", id="b")
    (table,) = tables(judge(gold(*asked), {"a": SAID, "b": REFUSED}, DOCUMENTS))
    rows = {row[0]: row[1:] for row in table.rows}
    assert rows[OF_GROUP["needless"]] == ("0,500", "0,000 – 1,000", "2")
    assert rows[OF_GROUP["refusal_recall"]] == ("–", "", "0")


def test_a_rough_kind_is_shown_where_it_is_asked() -> None:
    rough = item("Câu 1", id="t", kind=Kind.TYPO)
    asked = gold(item("Câu 1", id="a"), rough, silent("Câu 1", id="s"))
    (table,) = tables(judge(asked, {"a": SAID, "t": SAID, "s": REFUSED}, DOCUMENTS))
    rows = {row[0]: row[1:] for row in table.rows}
    assert rows[ROUGH[Kind.TYPO]] == ("1,000", "1,000 – 1,000", "1")
    assert ROUGH[Kind.UNACCENTED] not in rows
