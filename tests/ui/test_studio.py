"""What the studio does with what is posted to it, without a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from threading import Event
from xml.etree import ElementTree as ET

import pytest
from starlette.testclient import TestClient

from assistant.quiz.bank.bank import Wanted
from assistant.quiz.bank.kept import NO_SOURCE, STEM_CHANGED, Status
from assistant.quiz.item import Kind
from assistant.quiz.stale import Change
from tests.assistant.quiz.world import PLAN
from tests.ui.hostile import PAYLOADS, elements
from tests.ui.studio import BASE, ROOT, SlowApplication, Trainer
from ui import messages
from ui.fakes import FakeLibrary
from ui.web.app import create_app
from ui.web.gate import LARGEST_BODY, LARGEST_FILE
from ui.web.jobs import Job, Jobs
from ui.web.quiz import wording as w

AIKEN = "Ai được bàn?\nA. Công chức\nB. Khách\nANSWER: A\n"


@pytest.fixture(scope="module")
def trainer() -> Iterator[Trainer]:
    """One application for all tests of this module; each makes a paper from a seed of its own."""
    made = Trainer()
    with made.client:
        yield made


def test_the_first_page_offers_documents_sections_and_kinds(trainer: Trainer) -> None:
    html = trainer.get("")

    assert all(f'value="{document.id}"' in html for document in trainer.library.documents())
    assert all(f'value="{kind.value}"' in html for kind in Kind)
    assert '<optgroup label="Kế hoạch' in html
    assert f'<a href="{ROOT}" aria-current="page">{messages.QUIZ_PAGE}</a>' in html


def test_the_same_wish_makes_the_same_paper(trainer: Trainer) -> None:
    first, second = trainer.made(), trainer.made()

    assert first.id != second.id
    assert [one.id for one in first.items] == [one.id for one in second.items]
    assert {one.content.kind for one in first.items} == {Kind.MC, Kind.TF, Kind.FILL}


def test_a_section_narrows_a_paper_to_it(trainer: Trainer) -> None:
    html = trainer.get("")
    value = re.findall(r'<option value="(\S+ II)">', html)[0]
    document, _, section = value.partition(" ")

    paper = trainer.made(section=value, kind=[], count="3")

    assert paper.recipe.scope.documents == {document}
    assert paper.recipe.scope.section == section
    assert {one.item.source.document_id for one in paper.items if one.item} == {document}


def test_each_item_stands_with_its_key_and_its_cited_words(trainer: Trainer) -> None:
    paper = trainer.made()
    html = trainer.get(f"/de/{paper.id}")

    for kept in paper.items:
        assert kept.item
        source = kept.item.source
        place = f"{source.document_id}:{source.span.start}-{source.span.end}"
        assert f'data-cite="{place}"' in html
    assert html.count('class="card draft"') == len(paper.items)


def test_fewer_items_than_asked_for_are_told_and_the_reasons_counted(trainer: Trainer) -> None:
    paper = trainer.made(count="900")

    html = trainer.get(f"/de/{paper.id}")

    assert w.fewer(len(paper.items), 900) in html
    assert w.CHECKS["not_duplicate"] in html


@pytest.mark.parametrize(
    "wrong",
    [
        {"count": "0"},
        {"count": "2000"},
        {"count": "ba"},
        {"kind": "essay"},
        {"difficulty": "x"},
        {"seed": "-1"},
        {"document": "khong-co"},
        {"section": "khong-co II"},
    ],
)
def test_a_wish_that_cannot_be_met_is_told_in_a_sentence_and_nothing_is_kept(
    trainer: Trainer, wrong: dict[str, str]
) -> None:
    before = trainer.studio.papers.heads()
    fields = {"count": "5", "difficulty": "mixed", "seed": "0", "section": ""} | wrong

    answer = trainer.client.post(f"{ROOT}/soan", data=fields)

    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert trainer.studio.papers.heads() == before


def test_an_item_is_approved_rejected_with_a_reason_and_taken_back(trainer: Trainer) -> None:
    paper = trainer.made(seed="21")
    first, second, *_ = paper.items

    trainer.gesture(paper, first, "approve")
    refused = trainer.gesture(paper, second, "reject", reason=" ")
    trainer.gesture(paper, second, "reject", reason="lời hỏi dài")

    assert refused.status_code == 422
    assert "cần ghi lý do" in refused.text
    now = trainer.now(paper)
    assert [one.status for one in now.items[:3]] == [
        Status.APPROVED,
        Status.REJECTED,
        Status.DRAFT,
    ]
    assert now.items[1].reason == "lời hỏi dài"
    trainer.gesture(paper, second, "draft")
    assert trainer.now(paper).items[1].status is Status.DRAFT


def test_items_are_moved_taken_out_and_replaced_by_others_of_their_kind(trainer: Trainer) -> None:
    paper = trainer.made(seed="22")
    a, b, c, *rest = (one.id for one in paper.items)

    trainer.gesture(paper, paper.items[1], "up")
    trainer.gesture(paper, paper.items[2], "take-out")
    answer = trainer.gesture(paper, paper.items[0], "another")

    now = trainer.now(paper)
    assert [now.items[0].id, *(one.id for one in now.items[2:])] == [b, *rest]
    new = now.items[1]
    assert new.id not in {a, b, c, *rest}
    assert new.content.kind is paper.items[0].content.kind
    assert str(answer.url).endswith(f"#cau-{new.id}")
    facts = [fact for one in now.items if one.item for fact in one.item.facts]
    assert len(facts) == len(set(facts))


def test_where_no_other_item_is_the_old_one_stays(trainer: Trainer) -> None:
    paper = trainer.made(kind=["order"], count="50", seed="3")
    before = [one.id for one in paper.items]

    answer = trainer.gesture(paper, paper.items[0], "another")

    assert answer.status_code == 422
    assert "Câu cũ được giữ nguyên" in answer.text
    assert [one.id for one in trainer.now(paper).items] == before


def test_all_that_is_proved_is_approved_at_once_but_nothing_else(trainer: Trainer) -> None:
    paper = trainer.made(seed="23", kind=["fill"], count="4")
    trainer.gesture(paper, paper.items[0], "reject", reason="x")
    edit(trainer, paper.items[1].id, stem="Lời hỏi của tôi?")

    trainer.post(f"/de/{paper.id}", gesture="approve-rest")

    assert [one.status for one in trainer.now(paper).items] == [
        Status.REJECTED,
        Status.DRAFT,
        Status.APPROVED,
        Status.APPROVED,
    ]


def edit(trainer: Trainer, item_id: str, **changed: str | list[str]) -> str:
    """Save an item with some texts changed and return the page that comes back."""
    kept = trainer.studio.bank.item(item_id)
    one = kept.content
    fields: dict[str, str | list[str]] = {
        "gesture": "save",
        "version": str(kept.version),
        "stem": one.stem,
        "option": list(one.options),
        "prompt": list(one.prompts),
        "key": [str(k) for k in one.key],
        "answers": "\n".join(one.answers),
        "explanation": kept.explanation,
    }
    return str(trainer.post(f"/cau/{item_id}", **(fields | changed)).text)


def test_an_edit_that_changes_nothing_of_the_proof_stays_proved(trainer: Trainer) -> None:
    kept = trainer.made(seed="24", kind=["mc"], count="1").items[0]

    edit(trainer, kept.id, stem=kept.content.stem + "  ")

    now = trainer.studio.bank.item(kept.id)
    assert (now.version, now.faults, now.status) == (2, (), Status.DRAFT)


def test_an_edit_that_breaks_a_proof_is_told_with_the_checks_it_fails(trainer: Trainer) -> None:
    kept = trainer.made(seed="25", kind=["mc"], count="1").items[0]
    wrong = next(k for k in range(4) if k not in kept.content.key)

    html = edit(trainer, kept.id, key=[str(wrong)])

    now = trainer.studio.bank.item(kept.id)
    assert "key_supported" in now.faults
    assert w.unproved(now.faults) in html
    assert w.UNPROVED in html


def test_a_stem_in_a_persons_words_is_not_proved_until_it_is_as_it_was(trainer: Trainer) -> None:
    kept = trainer.made(seed="26", kind=["tf"], count="1").items[0]
    stem = kept.content.stem

    edit(trainer, kept.id, stem=stem.replace("Theo", "Không theo", 1))
    assert trainer.studio.bank.item(kept.id).faults == (STEM_CHANGED,)
    edit(trainer, kept.id, stem=stem)

    assert trainer.studio.bank.item(kept.id).faults == ()


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"stem": " "}, "chưa có lời hỏi"),
        ({"option": ["Một", "", "Ba", "Bốn"]}, "không phương án nào để trống"),
        ({"option": ["Một", "Một", "Ba", "Bốn"]}, "trùng nhau"),
        ({"key": []}, "chưa chọn đáp án"),
        ({"key": ["0", "1"]}, "nhiều hơn số đáp án"),
        ({"key": ["9"]}, "chưa chọn đáp án"),
        ({"explanation": ""}, "chưa có lời giải thích"),
        ({"explanation": "x" * 2001}, "dài quá mức"),
        ({"version": "99"}, "vừa được người khác sửa"),
    ],
)
def test_an_edit_of_which_no_item_can_be_made_keeps_the_words_on_the_page(
    trainer: Trainer, changed: dict[str, str | list[str]], told: str
) -> None:
    kept = trainer.made(seed="27", kind=["mc"], count="1").items[0]
    texts = {"explanation": "Lời của tôi."} | changed

    html = edit(trainer, kept.id, **texts)

    assert told in html
    assert str(texts["explanation"]) in html
    assert trainer.studio.bank.item(kept.id).version == 1


def test_an_earlier_wording_is_used_again_as_a_new_version(trainer: Trainer) -> None:
    kept = trainer.made(seed="28", kind=["mc"], count="1").items[0]
    edit(trainer, kept.id, stem="Khác?")

    trainer.post(f"/cau/{kept.id}", gesture="restore", number="1")

    now = trainer.studio.bank.item(kept.id)
    assert (now.version, now.content, now.faults) == (3, kept.content, ())


def test_an_item_is_tagged_found_and_put_into_another_paper(trainer: Trainer) -> None:
    kept = trainer.made(seed="29", kind=["mc"], count="1").items[0]
    trainer.post(f"/cau/{kept.id}", gesture="tags", tags="tập huấn, 2024")

    found = trainer.get("/ngan-hang?nhan=t%E1%BA%ADp+hu%E1%BA%A5n&loai=mc&quyet-dinh=")
    assert f'value="{kept.id}"' in found
    assert found.count('name="item"') == 1
    assert w.NOTHING_FOUND in trainer.get("/ngan-hang?tu=khongcotunay")
    answer = trainer.post("/ngan-hang/chon", gesture="gather", title="Đề mới", item=kept.id)

    paper = str(answer.url).rpartition("/")[2]
    assert [one.id for one in trainer.studio.papers.paper(paper).items] == [kept.id]
    other = trainer.made(seed="30", kind=["tf"], count="1")
    trainer.post("/ngan-hang/chon", gesture="put", paper=other.id, item=kept.id)
    assert [one.id for one in trainer.now(other).items][1:] == [kept.id]


def test_nothing_chosen_is_told(trainer: Trainer) -> None:
    answer = trainer.post("/ngan-hang/chon", gesture="gather", title="Đề")

    assert (answer.status_code, "chưa chọn câu nào" in answer.text) == (422, True)


def test_an_item_is_removed_for_good(trainer: Trainer) -> None:
    paper = trainer.made(seed="31", kind=["mc"], count="2")

    trainer.post(f"/cau/{paper.items[0].id}", gesture="remove", de=paper.id)

    assert [one.id for one in trainer.now(paper).items] == [paper.items[1].id]


def test_a_paper_is_renamed_and_removed(trainer: Trainer) -> None:
    paper = trainer.made(seed="32", count="1")

    trainer.post(f"/de/{paper.id}", gesture="rename", title="Đề số 1")
    assert trainer.now(paper).title == "Đề số 1"
    trainer.post(f"/de/{paper.id}", gesture="remove")

    assert trainer.client.get(f"{ROOT}/de/{paper.id}").status_code == 404


def test_only_approved_items_are_downloaded(trainer: Trainer) -> None:
    paper = trainer.made(seed="33", kind=["mc"], count="3")
    assert w.NONE_APPROVED in trainer.get(f"/de/{paper.id}/tai-ve")
    trainer.gesture(paper, paper.items[1], "approve")

    answer = trainer.client.get(f"{ROOT}/de/{paper.id}/tai-ve/moodle-xml")

    root = ET.fromstring(answer.content)  # noqa: S314 — our own file
    assert [one.text for one in root.findall(".//questiontext/text")] == [
        f"<p>{paper.items[1].content.stem}</p>"
    ]
    assert answer.headers["content-type"] == "application/xml"
    assert answer.headers["content-disposition"].startswith("attachment; filename=")


def test_each_format_tells_what_it_loses_and_is_downloaded(trainer: Trainer) -> None:
    paper = trainer.made(seed="34", kind=["mc", "tf"], count="4")
    trainer.post(f"/de/{paper.id}", gesture="approve-rest")

    html = trainer.get(f"/de/{paper.id}/tai-ve")

    assert "bỏ 2 câu vì dạng tệp không có loại câu đó" in html
    assert "không giữ được lời giải thích và nguồn trích" in html
    for name in w.FORMATS:
        answer = trainer.client.get(f"{ROOT}/de/{paper.id}/tai-ve/{name}?variants=2")
        assert (answer.status_code, bool(answer.content)) == (200, True)
    for path in ("tai-ve/word", "tai-ve/docx?variants=99", "tai-ve/docx?variants=x"):
        assert trainer.client.get(f"{ROOT}/de/{paper.id}/{path}").status_code == 422


def taken_in(trainer: Trainer, data: bytes, name: str = "aiken") -> tuple[int, str]:
    answer = trainer.client.post(
        f"{ROOT}/ngan-hang/nhap", files={"file": ("cau.txt", data)}, data={"format": name}
    )
    return answer.status_code, str(answer.text)


def test_items_of_a_changed_document_show_old_and_new_words_and_stay_out_of_files() -> None:
    changed = Trainer(FakeLibrary({"ke-hoach.txt": PLAN}))
    with changed.client:
        paper = changed.made(count="50", kind=["short", "tf"])
        changed.post(f"/de/{paper.id}", gesture="approve-rest")
        assert w.SEE_STALE not in changed.get("")
        changed.library.become({"ke-hoach.txt": PLAN.replace("120 hồ sơ", "130 hồ sơ")})

        html = changed.get(f"/de/{paper.id}")

        assert w.STALE in html
        assert "<del>120</del> hồ sơ" in html
        assert "<ins>130</ins> hồ sơ" in html
        old = html.count('class="stale"')
        assert 0 < old < len(paper.items)
        assert w.left_out(old) in changed.get(f"/de/{paper.id}/tai-ve")
        assert changed.get("/ngan-hang?quyet-dinh=stale").count('name="item"') == old
        assert w.stale_items(old) in changed.get("")


def test_an_item_is_taken_over_to_the_new_words_by_a_gesture() -> None:
    changed = Trainer(FakeLibrary({"ke-hoach.txt": PLAN}))
    with changed.client:
        paper = changed.made(count="1", kind=["short"])
        changed.library.become({"ke-hoach.txt": PLAN.replace("120 hồ sơ", "130 hồ sơ")})
        renewed = changed.gesture(paper, paper.items[0], "renew").text
        changed.library.become({"khac.txt": "I. MỤC ĐÍCH\n\nKhông còn gì."})

        gone = changed.get(f"/de/{paper.id}")

    assert w.STALE not in renewed
    assert w.CHANGES[Change.GONE] in gone
    assert 'value="renew"' not in gone


def test_a_file_is_taken_into_the_bank_once_and_marked_as_not_proved(trainer: Trainer) -> None:
    first = taken_in(trainer, AIKEN.encode())
    again = taken_in(trainer, AIKEN.encode())

    assert w.imported(1, 1) in first[1]
    assert w.imported(1, 0) in again[1]
    found = [
        one for one in trainer.studio.bank.find(Wanted(words="Ai được bàn")) if one.item is None
    ]
    assert [one.faults for one in found] == [(NO_SOURCE,)]
    assert w.NO_SOURCE in trainer.get(f"/cau/{found[0].id}")


def test_a_damaged_file_is_told_and_nothing_of_it_is_kept(trainer: Trainer) -> None:
    before = trainer.studio.bank.count()

    status, html = taken_in(trainer, (AIKEN + "\nHỏng?\nA. Một\nANSWER: C\n").encode())

    assert (status, "Chưa nhập câu nào" in html) == (422, True)
    assert taken_in(trainer, b"\xff\xfe")[0] == 422
    assert taken_in(trainer, AIKEN.encode(), "word")[0] == 422
    assert trainer.post("/ngan-hang/nhap", format="aiken").status_code == 422
    assert trainer.studio.bank.count() == before


def test_a_file_may_be_larger_than_other_bodies_but_has_an_end(trainer: Trainer) -> None:
    many = "".join(AIKEN.replace("bàn?", f"bàn {n}?") + "\n" for n in range(1500))
    assert len(many.encode()) > LARGEST_BODY

    assert taken_in(trainer, many.encode())[0] == 200
    assert taken_in(trainer, b"x" * (LARGEST_FILE + 1))[0] == 413


def test_a_paper_is_taken_and_each_answer_judged_with_its_proof(trainer: Trainer) -> None:
    paper = trainer.made(seed="35", kind=["mc", "fill"], count="2")
    trainer.post(f"/de/{paper.id}", gesture="approve-rest")
    here = str(trainer.post(f"/de/{paper.id}/lam-thu").url).rpartition("/")[0]
    key = here.rpartition("/")[2]
    mc = paper.items[0].content
    question = trainer.get(f"/lam-thu/{key}/1")
    assert w.KEY not in question

    right = trainer.post(f"/lam-thu/{key}/1", key=str(mc.key[0]))
    again = trainer.post(f"/lam-thu/{key}/1", key=str((mc.key[0] + 1) % 4))
    wrong = trainer.post(f"/lam-thu/{key}/2", words="không biết")

    assert f'class="verdict good" role="alert"><strong>{w.RIGHT_ANSWER}' in right.text
    assert "verdict good" in again.text
    assert "verdict bad" in wrong.text
    assert "data-cite" in right.text
    sheet = trainer.get(f"/lam-thu/{key}/ket-qua")
    assert w.scored(1, 2) in sheet
    assert "không biết" in sheet
    assert "data-print" in sheet


def test_an_answer_that_is_none_is_asked_for_again(trainer: Trainer) -> None:
    paper = trainer.made(kind=["order"], count="1", seed="36")
    key = str(trainer.post(f"/de/{paper.id}/lam-thu").url).split("/")[-2]
    size = len(paper.items[0].content.options)

    empty = trainer.post(f"/lam-thu/{key}/1")
    twice = trainer.post(f"/lam-thu/{key}/1", place=["1"] * size)
    outside = trainer.post(f"/lam-thu/{key}/1", place=["7"] * size)

    assert [one.status_code for one in (empty, twice, outside)] == [422] * 3
    assert w.PLACE_TWICE in twice.text
    places = [str(paper.items[0].content.key.index(k) + 1) for k in range(size)]
    assert "verdict good" in trainer.post(f"/lam-thu/{key}/1", place=places).text


@pytest.mark.parametrize(
    "path",
    [
        "/de/khong-co",
        "/de/khong-co/tai-ve",
        "/cau/khong-co",
        "/lam-thu/khong-co/1",
        "/lam-thu/khong-co/ket-qua",
        "/soan/khong-co",
    ],
)
def test_what_is_not_there_is_told(trainer: Trainer, path: str) -> None:
    answer = trainer.client.get(ROOT + path)

    assert (answer.status_code, "<html" in answer.text) == (404, True)


def test_a_gesture_that_does_not_exist_does_nothing(trainer: Trainer) -> None:
    paper = trainer.made(count="1")

    answer = trainer.gesture(paper, paper.items[0], "explode")

    assert (answer.status_code, w.NOT_ITEM in answer.text) == (422, True)


def test_a_page_of_another_origin_cannot_make_or_judge(trainer: Trainer) -> None:
    paper = trainer.made(count="1", seed="37")
    path = f"{ROOT}/de/{paper.id}/cau/{paper.items[0].id}"

    answer = trainer.client.post(
        path, data={"gesture": "approve"}, headers={"origin": "http://evil.test"}
    )

    assert answer.status_code == 403
    assert trainer.now(paper).items[0].status is Status.DRAFT


def test_words_of_documents_files_and_people_never_become_markup() -> None:
    body = "\n\n".join(
        f"- Năm 2023, Sở tiếp nhận {n}0 hồ sơ về {payload}." for n, payload in enumerate(PAYLOADS)
    )
    hostile = Trainer(FakeLibrary({f"{PAYLOADS[1]}.txt": f"I. QUYỀN {PAYLOADS[0]}\n\n{body}"}))
    question = "".join(f"{p}?\nA. {p}\nB. x\nANSWER: A\n\n" for p in PAYLOADS if "\n" not in p)
    with hostile.client:
        taken_in(hostile, question.encode())
        items = [one.id for one in hostile.studio.bank.find(Wanted())]
        hostile.post(f"/cau/{items[0]}", gesture="tags", tags=PAYLOADS[1][:50])
        url = hostile.post("/ngan-hang/chon", gesture="gather", title=PAYLOADS[0], item=items).url
        paper = hostile.studio.papers.paper(str(url).rpartition("/")[2])
        hostile.gesture(paper, paper.items[0], "reject", reason=PAYLOADS[0])
        for kept in paper.items[1:]:
            hostile.gesture(paper, kept, "approve")
        trial = str(hostile.post(f"/de/{paper.id}/lam-thu").url).partition(ROOT)[2]
        paths = ["", "/ngan-hang?quyet-dinh=", f"/de/{paper.id}", f"/de/{paper.id}/tai-ve", trial]
        for path in (*paths, f"/cau/{items[0]}", f"/ngan-hang?quyet-dinh=&tu={PAYLOADS[0]}"):
            found = elements(hostile.get(path))
            assert not found.tags & {"img", "svg", "iframe", "style", "image", "base"}, path
            assert not [name for name in found.attributes if name.startswith("on")]
            assert not [a for a in found.addresses if "canary" in a or "javascript" in a]


def test_a_database_that_cannot_be_written_is_told_and_nothing_is_half_done() -> None:
    broken = Trainer()
    with broken.client:
        paper = broken.made(count="2", kind=["mc"])
        broken.studio.bank.database.rows("PRAGMA query_only = ON")

        judged = broken.gesture(paper, paper.items[0], "approve")
        told = broken.client.post(
            f"/api/quiz/items/{paper.items[0].id}", json={"status": "approved"}
        )
        made = broken.asked(count="2", difficulty="mixed")

    sentence = "Hãy kiểm tra chỗ trống và quyền ghi"
    assert (judged.status_code, sentence in judged.text) == (500, True)
    assert (told.status_code, sentence in told.json()["detail"]) == (500, True)
    assert (made.status_code, sentence in made.text) == (422, True)
    assert [one.status for one in broken.now(paper).items] == [Status.DRAFT] * 2


def test_a_paper_that_takes_long_is_watched() -> None:
    go = Event()
    client = TestClient(create_app(SlowApplication(go=go)), base_url=BASE)
    with client:
        wish = {"count": "2", "difficulty": "mixed"}
        waiting = client.post(f"{ROOT}/soan", data=wish)
        key = str(waiting.url).rpartition("/")[2]
        before = client.get(f"/api/quiz/jobs/{key}").json()
        go.set()
        while not client.get(f"/api/quiz/jobs/{key}").json()["done"]:
            pass
        after = client.get(str(waiting.url))

    assert w.MAKING in waiting.text
    assert f'data-watch="/api/quiz/jobs/{key}"' in waiting.text
    assert (before["done"], before["paper"]) == (False, "")
    assert "/de/" in str(after.url)


def test_a_job_that_fails_unexpectedly_is_told_and_the_next_one_runs() -> None:
    making = Jobs()

    def broken(_: Job) -> str:
        raise RuntimeError

    failed, done = making.of(making.begin(broken)), making.of(making.begin(lambda _: "paper"))

    assert failed
    assert done
    assert (failed.fault, done.made) == (messages.UNEXPECTED, "paper")
