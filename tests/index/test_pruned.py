"""The vocabulary that stays."""

from __future__ import annotations

from index.pruned import kept, kept_ids


def test_every_vietnamese_syllable_stays() -> None:
    assert all(map(kept, ["▁nghiêng", "▁Đường", "ượng", "▁UBND", "▁được"]))


def test_single_characters_stay_so_that_any_word_can_be_spelt() -> None:
    assert all(map(kept, ["漢", "ж", "▁", "é", "Z"]))


def test_words_of_other_languages_go() -> None:
    assert not any(map(kept, ["▁международн", "▁Straße", "▁information", "日本"]))


def test_the_pieces_of_the_prompts_stay_whatever_they_are() -> None:
    assert kept_ids(["▁passage", "▁information", "▁có"], frozenset({"▁passage"})) == [0, 2]
