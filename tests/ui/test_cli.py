"""The command line keeps the contracts that other programs rely on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.settings import Settings
from corpus.state import own
from ui.cli import main
from ui.commands.output import plain

PLAN = "004_8f22e1142d4e47e2.txt"


@pytest.fixture
def cli(office: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run commands on the shared office."""
    monkeypatch.setenv("HOIQUYCHE_HOME", str(office.home))


def printed(capfd: pytest.CaptureFixture[str]) -> Any:  # noqa: ANN401 — JSON of any shape
    return json.loads(capfd.readouterr().out)


@pytest.mark.model
@pytest.mark.usefixtures("cli")
def test_ask_prints_an_answer_with_markers_and_the_sources(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert main(["ask", "Phương châm thực hiện dân chủ năm 2024 là gì?"]) == 0

    out = capfd.readouterr().out
    assert "dân giám sát, dân thụ hưởng”. [1]" in out
    assert "[1] 002_09536470b79317ac.txt, mục I.1" in out


@pytest.mark.model
@pytest.mark.usefixtures("cli")
def test_ask_json_has_the_fields_of_the_contract(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--json", "Thanh tra Sở có nhiệm vụ gì?", "--document", PLAN]) == 0

    reply = printed(capfd)
    assert {"answer", "abstained", "confidence", "citations", "warnings", "writer"} <= set(reply)
    citation = reply["citations"][0]
    assert citation["source"] == PLAN
    assert citation["number"] == "60/KH-SVHTTDL"
    assert {"n", "document", "title", "address", "quote", "start", "end"} <= set(citation)


@pytest.mark.model
@pytest.mark.usefixtures("cli")
def test_a_batch_is_answered_in_order_one_line_each(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    asked = [
        {"id": "b", "question": "Thế năm 2022 thì sao?", "history": [
            {"role": "user", "content": "Năm 2023 Sở VHTTDL tiếp nhận bao nhiêu hồ sơ?"},
            {"role": "assistant", "content": "514 hồ sơ"},
        ]},
        {"id": "a", "question": "Ai ký kế hoạch dân vận năm 2023?"},
    ]  # fmt: skip
    batch = tmp_path / "batch.jsonl"
    batch.write_text("\n".join(json.dumps(line) for line in asked), "utf-8")

    assert main(["ask", "--batch", str(batch)]) == 0

    lines = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert [line["id"] for line in lines] == ["b", "a"]
    assert [line["abstained"] for line in lines] == [True, False]
    assert "Trần Thị Huy Hoàng" in lines[1]["answer"]


@pytest.mark.model
@pytest.mark.usefixtures("cli")
def test_search_json_gives_ranked_passages_with_their_offsets(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert main(["search", "đường dây nóng", "-k", "3", "--json"]) == 0

    hits = printed(capfd)["hits"]
    assert [hit["rank"] for hit in hits] == [1, 2, 3]
    assert all(hit["end"] - hit["start"] == len(hit["text"]) for hit in hits)


@pytest.mark.usefixtures("cli")
def test_show_text_is_the_text_that_offsets_point_into(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert main(["show", PLAN, "--text"]) == 0
    text = capfd.readouterr().out
    assert main(["show", PLAN, "--json"]) == 0

    document = printed(capfd)
    assert document["text"] == text
    assert all(text[p["start"] : p["end"]] == p["text"] for p in document["passages"])


@pytest.mark.usefixtures("cli")
def test_show_names_who_gets_a_document(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["show", PLAN]) == 0
    assert "Nơi nhận: UBND tỉnh (b/c); Sở Nội vụ; Lãnh đạo Sở" in capfd.readouterr().out
    assert main(["show", PLAN, "--json"]) == 0
    assert printed(capfd)["recipients"][:2] == ["UBND tỉnh (b/c)", "Sở Nội vụ"]


@pytest.mark.usefixtures("cli")
def test_a_tag_option_may_be_given_several_times(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["tag", PLAN, "--add", "một", "--add", "hai"]) == 0
    assert capfd.readouterr().out == "hai, một\n"
    assert main(["tag", PLAN, "--drop", "một", "--drop", "hai"]) == 0


@pytest.mark.usefixtures("cli")
def test_list_names_the_five_shipped_documents(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--json"]) == 0

    assert len(printed(capfd)["documents"]) == 5


@pytest.mark.model
@pytest.mark.usefixtures("cli")
def test_doctor_finds_a_healthy_office_healthy(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    assert "đều tốt" in capfd.readouterr().out


@pytest.mark.usefixtures("empty_home")
def test_add_reads_what_it_can_and_names_what_it_cannot(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    good, bad = tmp_path / "noi-quy.txt", tmp_path / "hong.docx"
    good.write_text(
        "Điều 1. Giờ làm việc\n\nCông chức làm việc từ 7 giờ 30, bổ sungcác ca.", "utf-8"
    )
    bad.write_bytes(b"PK\x03\x04 not a document")

    assert main(["add", str(bad), str(good)]) == 2

    out, err = capfd.readouterr()
    assert "noi-quy.txt" in out
    assert "Tách 1 chỗ hai tiếng dính liền, ví dụ: “sungcác” → “sung các”" in out
    assert "hong.docx" in err


def test_a_document_that_is_not_there_is_wrong_use(
    empty_home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", "khong-co.txt"]) == 2
    assert "khong-co.txt" in capfd.readouterr().err
    assert empty_home.exists()


def test_a_second_owner_is_told_who_the_first_is(
    empty_home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with own(empty_home, "hoiquyche serve", "http://127.0.0.1:7860"):
        assert main(["list"]) == 3

    assert "http://127.0.0.1:7860" in capfd.readouterr().err


def test_a_setting_that_cannot_be_is_wrong_use(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HOIQUYCHE_PORT", "cổng chính")

    assert main(["list"]) == 2
    assert "port" in capfd.readouterr().err


@pytest.mark.usefixtures("empty_home")
def test_a_batch_line_that_is_no_question_is_named(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    batch = tmp_path / "batch.jsonl"
    batch.write_text('{"id": 1, "question": "Ai ký?"}\n{"id": 2}\n', "utf-8")

    assert main(["ask", "--batch", str(batch)]) == 2
    assert "dòng 2" in capfd.readouterr().err


def test_serving_other_machines_is_refused_while_there_are_no_accounts(
    empty_home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", "--host", "0.0.0.0"]) == 2  # noqa: S104 — refused
    assert "0.0.0.0" in capfd.readouterr().err  # noqa: S104
    assert not empty_home.exists()


def test_ask_without_a_question_is_wrong_use() -> None:
    assert main(["ask"]) == 2


def test_a_terminal_is_not_sent_control_characters() -> None:
    assert plain("Điều 1\x1b]0;x\x07 \u202enoi\u200b quy\n") == "Điều 1]0;x noi quy\n"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["search", "-k", "0", "x"], "-k: “0” không phải số nguyên từ 1 đến 1000"),
        (["search", "-k", "abc", "x"], "-k: “abc” không phải số nguyên từ 1 đến 1000"),
        (["serve", "--port", "99999"], "--port: “99999” không phải số nguyên từ 1 đến 65535"),
        (["show", "a", "--text", "--json"], "--json không dùng cùng --text"),
        (["tag", "a", "--add", " "], "--add: nhãn không được để trống"),
        (["list", "--what"], "thừa “--what”"),
        (["nothing"], "không có lệnh “nothing”"),
        ([], "thiếu LỆNH"),
    ],
)
def test_wrong_use_is_told_in_one_sentence(
    given: list[str], said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(given)
    assert ended.value.code == 2
    [line] = capfd.readouterr().err.splitlines()
    assert line.startswith(f"Lệnh chưa đúng: {said}. Xem cách dùng: hoiquyche")


@pytest.mark.model
@pytest.mark.usefixtures("cli")
@pytest.mark.parametrize(
    "given",
    [
        ["show", PLAN, "--text"],
        ["show", PLAN, "--json"],
        ["search", "địa chỉ email phòng gửi báo cáo", "--json"],
        ["ask", "Báo cáo gửi qua địa chỉ email nào?"],
        ["ask", "Báo cáo gửi qua địa chỉ email nào?", "--json"],
        ["quiz", "--document", PLAN, "--count", "60", "--json"],
    ],
    ids=lambda given: " ".join(given[:1] + given[2:]),
)
def test_contacts_are_hidden_where_they_are_to_be(
    given: list[str], capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOIQUYCHE_MASK", "true")

    assert main(given) == 0

    out = capfd.readouterr().out
    assert "loandtm" not in out
    assert given[0] == "quiz" or "@tayninh.gov.vn" in out
