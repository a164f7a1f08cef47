"""Which words are Vietnamese syllables."""

from __future__ import annotations

import pytest

from assistant.typed.spelling import Syllable, bare_syllables, syllable


@pytest.mark.parametrize(
    "word",
    ["nghiêng", "quyết", "gì", "giếng", "giữ", "khuỷu", "uỷ", "ủy", "hoà", "hóa", "quý", "yêu"],
)
def test_what_the_rule_of_onset_rime_and_tone_makes_is_a_syllable(word: str) -> None:
    assert syllable(word)


@pytest.mark.parametrize(
    "word", ["chưc", "nghành", "coong", "ngừoi", "ubnd", "online", "website", "đươc", "ke1", "q"]
)
def test_what_breaks_the_rule_is_none(word: str) -> None:
    assert syllable(word) is None


def test_a_rime_that_ends_in_a_stop_has_two_tones_only() -> None:
    assert [w for w in ("cac", "càc", "các", "cảc", "cãc", "cạc") if syllable(w)] == ["các", "cạc"]


def test_a_syllable_is_written_with_its_tone_where_texts_are_compared() -> None:
    assert str(Syllable("h", "oa", "\u0301")) == "hóa"
    assert str(Syllable("h", "oan", "\u0300")) == "hoàn"


def test_english_words_that_look_like_bare_syllables_are_few() -> None:
    words = {"who", "what", "which", "when", "where", "how", "is", "are", "of", "can", "do", "the"}

    assert words & bare_syllables() == {"can", "do", "the"}
