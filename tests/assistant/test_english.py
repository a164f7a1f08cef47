"""English questions, and what is none."""

from __future__ import annotations

import pytest

from assistant.english import Translator
from assistant.glossary import Sort, load_glossary

GLOSSARY = load_glossary()
TRANSLATOR = Translator(GLOSSARY)

ENGLISH = {
    "What may public employees supervise?": "Viên chức được giám sát những gì?",
    "How many complaints were settled in 2022?": "Bao nhiêu khiếu nại được giải quyết năm 2022?",
    "How many vehicles does the department have?": "Sở có bao nhiêu vehicles?",
    "By what date must the divisions send the plan?": (
        "Phòng phải gửi kế hoạch chậm nhất ngày nào?"
    ),
    "Who chairs the meeting?": "Ai chủ trì cuộc họp?",
    "Who is the director of the department?": "Giám đốc sở là ai?",
    "When was the decree issued?": "Nghị định được ban hành khi nào?",
    "Where is the fee posted?": "Lệ phí được niêm yết ở đâu?",
    "What are the duties of the inspectorate?": "Nhiệm vụ của thanh tra là gì?",
    "Which units must prepare the annual plan?": (
        "Những đơn vị nào phải xây dựng kế hoạch hằng năm?"
    ),
    "Which agency is in charge of recruitment?": "Cơ quan nào phụ trách tuyển dụng?",
    "What is the deadline for submitting dossiers?": "Thời hạn gửi hồ sơ là ngày nào?",
    "What is the phone number of the office?": "Số điện thoại của văn phòng là số nào?",
    "What does the trade union do?": "Công đoàn làm những gì?",
    "What tasks does the chief inspector have?": "Chánh thanh tra có những nhiệm vụ nào?",
    "List the responsibilities of the youth union": "Liệt kê trách nhiệm của đoàn thanh niên?",
    "How often is the staff conference held?": (
        "Hội nghị công chức, viên chức, người lao động được tổ chức bao lâu một lần?"
    ),
    "Can citizens inspect the accounts?": "Công dân có được kiểm tra accounts không?",
    "In 2021, who approved the budget estimate?": "Năm 2021, ai phê duyệt dự toán ngân sách?",
    "What is the law on complaints?": "Luật khiếu nại là gì?",
    "When does Decree 99/2020/NĐ-CP take effect?": "Nghị định 99/2020/NĐ-CP có hiệu lực khi nào?",
    "Who is responsible for the implementation of the plan?": (
        "Ai chịu trách nhiệm thực hiện kế hoạch?"
    ),
    "What's the deadline?": "Thời hạn là ngày nào?",
    "Could you please list all matters that employees can discuss?": (
        "Liệt kê tất cả việc mà người lao động được bàn?"
    ),
    "Is there a hotline for citizens?": "Có đường dây nóng cho công dân không?",
    "Please tell me who signs the department's report": "Ai ký báo cáo của sở?",
}
VIETNAMESE = (
    "the nao la dan chu co so",
    "bao cao gui cho ai",
    "co the do ai can den so to",
    "email va website cua so la gi",
    "deadline nop report la khi nao",
    "hotline cua so la so may",
    "ban to chuc can bo do ai bau",
    "list cac nhiem vu cua van phong",
    "plan 2024 co gi moi",
    "cong chuc duoc ban nhung gi",
    "an toan lao dong",
    "do the ban can an",
    "tat ca cac don vi phai lam gi",
    "file dinh kem o dau",
    "so dien thoai hotline",
    "coong chuwcs dduowcj bieets nhuwngx gif",
    "Hotline là số nào?",
    "Sở có email không?",
    "Deadline nộp báo cáo là khi nào?",
    "họp online qua Zoom hay Teams",
    "ai?",
)


@pytest.mark.parametrize(("text", "meant"), ENGLISH.items())
def test_an_english_question_gets_the_asking_words_where_vietnamese_has_them(
    text: str, meant: str
) -> None:
    assert TRANSLATOR.translated(text) == meant


@pytest.mark.parametrize("text", VIETNAMESE)
def test_vietnamese_is_never_taken_for_english(text: str) -> None:
    assert TRANSLATOR.translated(text) is None


def test_the_longest_phrase_counts() -> None:
    items = GLOSSARY.items("the People’s Inspection Committee's plans")

    assert [item.vi for item in items] == ["", "ban thanh tra nhân dân", "của", "kế hoạch"]


def test_a_word_that_is_noun_and_verb_is_told_by_what_stands_before_it() -> None:
    items = GLOSSARY.items("who must report the report")

    assert [item.sort for item in items if item.en == "report"] == [Sort.VERB, Sort.NOUN]


def test_words_that_the_glossary_does_not_have_stay_as_they_are() -> None:
    assert TRANSLATOR.translated("Who is the head of Foobar?") == "Người đứng đầu của Foobar là ai?"
