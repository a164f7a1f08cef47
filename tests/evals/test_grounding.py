"""Sentences made false are false, paraphrases stay true, and the bars of the checker hold."""

from __future__ import annotations

import pytest

from corpus.shipped import shipped_texts
from evals.gold import Split
from evals.grounding.damage import facts, sense
from evals.grounding.damage.actors import Actors
from evals.grounding.drawn import damaged, damages, paraphrased
from evals.grounding.measured import checked, damage_table, paraphrase_table, withheld
from evals.grounding.paraphrase import RULES
from evals.grounding.pool import Pool, Sample

TEXT = "Sở phải gửi 12 báo cáo theo Kế hoạch số 7/KH-UBND ngày 20/3/2023 của UBND tỉnh."


def test_a_figure_a_date_and_a_number_are_changed_each_alone() -> None:
    assert "Sở phải gửi 22 báo cáo" in " ".join(facts.digits(TEXT))
    assert all("7/KH-UBND ngày 20/3/2023" in text for text in facts.digits(TEXT))
    assert {text.partition("ngày ")[2][:9] for text in facts.dates(TEXT)} == {
        "21/3/2023", "20/4/2023", "20/3/2024",
    }  # fmt: skip
    assert {text.partition("số ")[2].split()[0] for text in facts.documents(TEXT)} == {
        "8/KH-UBND", "78/KH-UBND", "7/QĐ-UBND",
    }  # fmt: skip


def test_a_figure_that_the_sentence_has_anyway_makes_nothing_false() -> None:
    assert not any("3 và 3" in text for text in facts.digits("Gửi các mẫu 2 và 3."))


def test_negation_and_modality_are_turned() -> None:
    assert "Không gửi báo cáo." in set(sense.negations("Gửi báo cáo."))
    assert "Sở được gửi." in set(sense.negations("Sở không được gửi."))
    assert "Sở có thể nộp đơn." in set(sense.modalities("Sở phải nộp đơn."))
    assert "Sở phải nộp đơn." in set(sense.modalities("Sở có thể nộp đơn."))


def test_nobody_is_put_where_he_is_named_anyway() -> None:
    replaced = Actors.load().replaced

    assert any("HĐND tỉnh" in text for text in replaced(TEXT))
    assert not any("UBND tỉnh" in text for text in replaced("Tỉnh ủy, Ủy ban nhân dân tỉnh họp."))


@pytest.mark.parametrize(
    ("rule", "text", "paraphrase"),
    [
        ("dates written otherwise", TEXT, "ngày 20 tháng 3 năm 2023"),
        ("abbreviations", TEXT, "của ủy ban nhân dân tỉnh"),
        ("other words for the same", "Gửi về Sở để đảm bảo.", "Gửi về Sở để bảo đảm."),
        ("another order", "Trong năm 2023, Sở nhận 2 đơn.", "Sở nhận 2 đơn trong năm 2023."),
    ],
)
def test_a_rule_says_the_same_otherwise(rule: str, text: str, paraphrase: str) -> None:
    made = list(RULES[rule](Sample(text, "", "", (), Split.TUNE)))

    assert any(paraphrase in one for one in made), made


def test_the_number_of_a_document_is_no_abbreviation() -> None:
    made = RULES["abbreviations"](Sample(TEXT, "", "", (), Split.TUNE))

    assert all("7/KH-UBND" in text for text in made)


def test_false_sentences_are_caught_and_true_ones_let_through() -> None:
    pool = Pool(shipped_texts())
    samples = pool.samples(Split.REPORT)
    false = checked(damaged(samples, 500), pool.checker)
    true = checked(paraphrased(samples, 500), pool.checker)

    assert (len(false), len(true)) == (500, 500)
    assert {one.drawn.kind for one in false} == set(damages())
    assert withheld(false) >= 495, "\n".join(damage_table(false))
    assert withheld(true) <= 25, "\n".join(paraphrase_table(true))


def test_a_section_is_in_one_half_only() -> None:
    pool = Pool(shipped_texts()[:2])
    tune, report = ({one.text for one in pool.samples(split)} for split in Split)

    assert tune
    assert report
    assert not tune & report
