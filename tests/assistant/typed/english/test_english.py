"""English questions, and what is none."""

from __future__ import annotations

import csv
from importlib import resources

import pytest

from assistant.typed.english.english import Translator
from assistant.typed.english.glossary import Sort, load_glossary

GLOSSARY = load_glossary()
TRANSLATOR = Translator(GLOSSARY)

ENGLISH = {
    "What may public employees supervise?": "Viên chức được giám sát những gì?",
    "How many complaints were settled in 2022?": "Bao nhiêu khiếu nại được giải quyết năm 2022?",
    "How many vehicles does the department have?": "Sở có bao nhiêu vehicles?",
    "By what date must the divisions send the plan?": (
        "Phòng phải gửi kế hoạch chậm nhất ngày nào?"
    ),
    "When is the mass mobilization report due?": "Báo cáo dân vận phải nộp khi nào?",
    "When must the units send the finance report?": "Đơn vị phải gửi báo cáo tài chính khi nào?",
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
    "What is the law on complaints?": "Luật Khiếu nại là gì?",
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
LAWS = {
    'What does "labour outsourcing" mean under the Labour Code?': (
        "Cho thuê lại lao động theo Bộ luật Lao động là gì?"
    ),
    "What is meant by whistleblowing?": "Tố cáo được hiểu là gì?",
    "How long is the probationary period?": "Thời gian thử việc là bao lâu?",
    "What is the notice period?": "Thời hạn báo trước là bao lâu?",
    "What is the retirement age?": "Tuổi nghỉ hưu là bao nhiêu?",
    "In which cases may citizen reception be refused?": (
        "Được từ chối tiếp công dân trong trường hợp nào?"
    ),
    "On which days must the chairman receive citizens?": (
        "Chủ tịch phải tiếp công dân vào những ngày nào?"
    ),
    "Within how many days must the complaint be settled?": (
        "Khiếu nại phải được giải quyết trong bao nhiêu ngày?"
    ),
    "How many times a year must the employer hold workplace dialogue?": (
        "Người sử dụng lao động phải tổ chức đối thoại tại nơi làm việc bao nhiêu lần mỗi năm?"
    ),
    "How long does it take to settle a denunciation?": "Giải quyết tố cáo mất bao lâu?",
    "Is it allowed to keep the original papers of employees?": (
        "Có được giữ bản chính giấy tờ của người lao động không?"
    ),
    "Which complaints are not accepted for settlement?": (
        "Những khiếu nại nào không được thụ lý giải quyết?"
    ),
    "Which information may citizens not access?": "Công dân không được tiếp cận thông tin nào?",
    "What assets and income must be declared?": "Tài sản, thu nhập nào phải được kê khai?",
    "What is the deposit that a bank must return?": "Tiền ký quỹ mà ngân hàng phải trả lại là gì?",
    "List the cases in which a licence is revoked.": (
        "Liệt kê trường hợp mà giấy phép được thu hồi?"
    ),
    "When an employee resigns, what must the employer pay?": (
        "Khi người lao động thôi việc, người sử dụng lao động phải trả những gì?"
    ),
    "Under the 2019 Labour Code, who is an apprentice?": (
        "Theo Bộ luật Lao động năm 2019, người học nghề là ai?"
    ),
    "What does clause 2 of Article 5 of Decree 145/2020 say?": (
        "Khoản 2 Điều 5 Nghị định 145/2020 quy định những gì?"
    ),
    "What are gifts and who may accept gifts?": "Quà tặng là gì và ai được nhận quà tặng?",
    "Can a complaint be withdrawn?": "Khiếu nại có được rút không?",
    "Who recognises village conventions?": "Ai công nhận hương ước, quy ước?",
}
SHORTENED = {
    "Can't an employee resign?": "Có phải người lao động không được thôi việc không?",
    "Isn't the fee posted?": "Có phải lệ phí không được niêm yết không?",
    "Won’t the report be published?": "Có phải báo cáo sẽ không được công khai không?",
    "Which documents don't have to be published?": "Những văn bản nào không phải được công khai?",
    "Why can’t the complaint be settled?": "Khiếu nại không được giải quyết vì sao?",
    "What happens if the employer doesn't pay?": (
        "Xử lý thế nào nếu người sử dụng lao động không trả?"
    ),
    "What must officials who can't attend the meeting do?": (
        "Cán bộ mà không được tham dự cuộc họp phải làm những gì?"
    ),
    "I'd like to know who signs the report": "Ai ký báo cáo?",
}
COUNTED = {
    "Which two laws govern the content of complaints?": (
        "Hai luật nào quy định nội dung của khiếu nại?"
    ),
    "What two duties are given to all divisions?": "Hai nhiệm vụ nào được giao cho tất cả phòng?",
    "What are the department's four key tasks for 2022?": (
        "Bốn nhiệm vụ trọng tâm của sở năm 2022 là gì?"
    ),
    "What are the first two tasks of the office?": ("Hai nhiệm vụ đầu tiên của văn phòng là gì?"),
    "Who decides if fewer than 100 people register?": ("Ai quyết định nếu dưới 100 người đăng ký?"),
    "Which tasks does the plan lay down, and for whom?": (
        "Kế hoạch quy định những nhiệm vụ nào, và cho ai?"
    ),
    "What must units regularly check?": "Đơn vị phải thường xuyên kiểm tra những gì?",
    "Which rules must be widely and promptly disseminated?": (
        "Những quy định nào phải được rộng rãi và kịp thời phổ biến?"
    ),
}
PASSIVE = {
    "Which bodies did the department set up?": "Sở thành lập những cơ quan nào?",
    "How many posts did the department cut?": "Sở cắt bao nhiêu chức vụ?",
    "How many posts were cut?": "Bao nhiêu chức vụ được cắt?",
    "Must residents be told?": "Người dân có phải được thông báo không?",
    "Which letter is the report based on?": "Báo cáo căn cứ vào đơn thư nào?",
    "Which units are involved in the plan?": "Những đơn vị nào tham gia kế hoạch?",
    "By when must gifts that could not be refused be handed in?": (
        "Quà tặng mà không được từ chối phải được nộp chậm nhất ngày nào?"
    ),
}
PARTICIPLES = {
    "To whom must the revoked licence be returned?": (
        "Giấy phép bị thu hồi phải được trả lại cho ai?"
    ),
    "By when must a newly appointed official file the declaration?": (
        "Cán bộ được cử mới phải nộp đơn kê khai chậm nhất ngày nào?"
    ),
    "Which unit checks an issued document?": "Đơn vị nào kiểm tra văn bản được ban hành?",
    "What must the receiving officer do?": "Cán bộ tiếp nhận phải làm những gì?",
    "What legal value do copies made under Decree 30/2020 have?": (
        "Bản sao làm theo Nghị định 30/2020 có giá trị pháp lý nào?"
    ),
    "Which submitted dossiers must be kept?": "Những hồ sơ được gửi nào phải được lưu giữ?",
    "Are disciplined officials given a bonus?": (
        "Cán bộ bị xử lý kỷ luật có được giao tiền thưởng không?"
    ),
    "Who is responsible for settling complaints?": "Ai chịu trách nhiệm giải quyết khiếu nại?",
    "Which units set targets?": "Những đơn vị nào đề ra chỉ tiêu?",
}
WHATS = {
    "What must be done for the denounced person?": "Phải thực hiện những gì cho người bị tố cáo?",
    "What should be regularly updated?": "Cần thường xuyên cập nhật những gì?",
    "What may be published?": "Được công khai những gì?",
    "What may not be published?": "Không được công khai những gì?",
    "What happens at the annual staff conference?": (
        "Việc gì diễn ra tại hội nghị công chức, viên chức, người lao động hằng năm?"
    ),
}
PREPOSITIONS = {
    "How long is the list posted on the agency's portal?": (
        "Danh mục được niêm yết trên cổng thông tin điện tử của cơ quan bao lâu?"
    ),
    "Which letter was sent on 5 January 2024?": ("Đơn thư nào được gửi ngày 5 tháng 1 năm 2024?"),
    "Which letter was sent on May 5, 2023?": "Đơn thư nào được gửi ngày 5 tháng 5 năm 2023?",
    "What does the plan of 28 May 2021 cover?": (
        "Kế hoạch ngày 28 tháng 5 năm 2021 bao gồm những gì?"
    ),
    "What does the law on complaints say?": "Luật Khiếu nại quy định những gì?",
    "Which bodies did the department set up by decision?": (
        "Sở thành lập những cơ quan nào bằng quyết định?"
    ),
    "How many complaints were settled by field?": (
        "Bao nhiêu khiếu nại được giải quyết theo lĩnh vực?"
    ),
    "Who requests information for a person under 18?": (
        "Ai yêu cầu cung cấp thông tin cho người dưới 18?"
    ),
    "Which units under the department must report?": "Những đơn vị nào thuộc sở phải báo cáo?",
    "What must be kept for 24 hours?": "Phải lưu giữ những gì trong 24 giờ?",
    "Must residents be consulted before a commune is merged?": (
        "Người dân có phải được lấy ý kiến trước khi xã được sáp nhập không?"
    ),
    "What does the board do after evaluating results?": (
        "Ban làm những gì sau khi đánh giá kết quả?"
    ),
    "What does Conclusion No. 43-KL/TW require?": "Kết luận 43-KL/TW yêu cầu những gì?",
}
TWICE = {
    "How many banners were designed, and by which unit?": (
        "Bao nhiêu băng rôn được thiết kế, và do đơn vị nào?"
    ),
    "To whom are proposals sent, and with what aim?": (
        "Đề xuất được gửi cho ai, và với mục đích nào?"
    ),
    "By when and to which office must units send reports?": (
        "Chậm nhất ngày nào và đơn vị phải gửi báo cáo cho văn phòng nào?"
    ),
    "Which rules must be observed by the divisions of the department?": (
        "Những quy định nào phải do phòng của sở chấp hành?"
    ),
    "Which plans were issued by the department and sent to the province?": (
        "Những kế hoạch nào do sở ban hành và gửi cho tỉnh?"
    ),
    "What is published by the office?": "Văn phòng công khai những gì?",
}
LIKE = {
    "Why is the plan late?": "Kế hoạch chậm vì sao?",
    "Which tasks are behind schedule?": "Những nhiệm vụ nào chậm tiến độ?",
    "Which documents must be public?": "Những văn bản nào phải công khai?",
    "Which documents are not public?": "Những văn bản nào không công khai?",
    "Is the list of assets public?": "Danh mục của tài sản có công khai không?",
    "Must the list be public?": "Danh mục có phải công khai không?",
    "How many units are there in the department?": "Có bao nhiêu đơn vị trong sở?",
    "Is there a public list?": "Có danh mục công khai không?",
    "What is the annual plan?": "Kế hoạch hằng năm là gì?",
}
TOLD = {
    "Which decree on democracy in agencies is named in the plan?": (
        "Nghị định nào về dân chủ trong cơ quan được nêu trong kế hoạch?"
    ),
    "Which conclusion of the Politburo does the plan implement?": (
        "Kế hoạch thực hiện kết luận nào của bộ chính trị?"
    ),
    "How many months of maternity leave does an employee get?": (
        "Người lao động được bao nhiêu tháng nghỉ thai sản?"
    ),
    "How many schools in the district submitted reports?": (
        "Bao nhiêu trường học trong huyện gửi báo cáo?"
    ),
    "What is the software called?": "Phần mềm được gọi là gì?",
    "What does the Party require?": "Đảng yêu cầu những gì?",
    "Which party must pay?": "Bên nào phải trả?",
    "May a foreigner in Vietnam ask for information?": (
        "Người nước ngoài tại Việt Nam có được yêu cầu thông tin không?"
    ),
    "What is Plan No. 12/KH-UBND about?": "Kế hoạch 12/KH-UBND về việc gì?",
    "What is the salary of a driver?": "Tiền lương của lái xe là bao nhiêu?",
}
ENTRIES = {
    "overtime": "làm thêm giờ",
    "severance allowance": "trợ cấp thôi việc",
    "public holidays": "ngày nghỉ lễ, tết",
    "labor leasing": "cho thuê lại lao động",
    "labour leasing": "cho thuê lại lao động",
    "deposit": "tiền ký quỹ",
    "internal labour regulations": "nội quy lao động",
    "collective bargaining": "thương lượng tập thể",
    "statute of limitations": "thời hiệu",
    "sexual harassment": "quấy rối tình dục",
    "village head": "trưởng thôn",
    "term of office": "nhiệm kỳ",
    "community investment supervision board": "ban giám sát đầu tư của cộng đồng",
    "asset declaration": "kê khai tài sản, thu nhập",
    "accountability": "trách nhiệm giải trình",
    "conflicts of interest": "xung đột lợi ích",
    "state secrets": "bí mật nhà nước",
    "complainants": "người khiếu nại",
    "whistleblowers": "người tố cáo",
    "denounced person": "người bị tố cáo",
    "incoming documents": "văn bản đến",
    "outgoing documents": "văn bản đi",
    "seal": "con dấu",
    "archives": "lưu trữ",
    "law on complaints": "Luật Khiếu nại",
    "Anti-Corruption Law": "Luật Phòng, chống tham nhũng",
    "veterans' association": "hội cựu chiến binh",
    "provincial chairman": "chủ tịch ủy ban nhân dân cấp tỉnh",
    "the public service unit": "đơn vị sự nghiệp công lập",
    "provincial party standing committee": "ban thường vụ tỉnh ủy",
    "second-level decision": "quyết định giải quyết khiếu nại lần hai",
    "resident": "người dân",
    "payment": "thanh toán",
}
FRAMES = (
    ENGLISH
    | LAWS
    | SHORTENED
    | COUNTED
    | PASSIVE
    | PARTICIPLES
    | WHATS
    | PREPOSITIONS
    | TWICE
    | LIKE
    | TOLD
)
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


@pytest.mark.parametrize(("text", "meant"), FRAMES.items())
def test_an_english_question_gets_the_asking_words_where_vietnamese_has_them(
    text: str, meant: str
) -> None:
    assert TRANSLATOR.translated(text) == meant


@pytest.mark.parametrize("text", VIETNAMESE)
def test_vietnamese_is_never_taken_for_english(text: str) -> None:
    assert TRANSLATOR.translated(text) is None


@pytest.mark.parametrize(("english", "vietnamese"), ENTRIES.items())
def test_the_words_of_the_laws_are_in_the_glossary(english: str, vietnamese: str) -> None:
    assert [item.vi for item in GLOSSARY.items(english)] == [vietnamese]


@pytest.mark.parametrize(
    "text", ["Who recognises wombat quokkas?", "How does a quokka greet them?"]
)
def test_unknown_words_leave_an_english_question_english(text: str) -> None:
    assert TRANSLATOR.translated(text) is not None


def test_a_phrase_is_known_with_whatever_article_stands_in_it() -> None:
    phrases = ("withdrawal of a complaint", "withdrawal of the complaint", "Head of the Village")

    assert [[item.vi for item in GLOSSARY.items(text)] for text in phrases] == [
        ["rút khiếu nại"],
        ["rút khiếu nại"],
        ["trưởng thôn"],
    ]


def test_an_article_of_a_law_is_not_an_article_of_the_news() -> None:
    items = GLOSSARY.items("according to Article 5")

    assert [item.vi for item in items] == ["theo", "điều", "5"]


def test_the_table_is_in_the_order_of_its_english_each_entry_once() -> None:
    table = resources.files("corpus").joinpath("tables", "glossary.csv").read_text("utf-8")
    rows = [(row["en"], row["sort"]) for row in csv.DictReader(table.splitlines())]

    assert [en for en, _ in rows] == sorted(en for en, _ in rows)
    assert len(rows) == len(set(rows))


def test_a_compound_of_known_words_is_taken_apart() -> None:
    items = GLOSSARY.items("a 12-month contract")

    assert [item.vi for item in items] == ["", "12", "tháng", "hợp đồng"]


def test_the_longest_phrase_counts() -> None:
    items = GLOSSARY.items("the People’s Inspection Committee's plans")

    assert [item.vi for item in items] == ["", "ban thanh tra nhân dân", "của", "kế hoạch"]


def test_a_word_that_is_noun_and_verb_is_told_by_what_stands_before_it() -> None:
    items = GLOSSARY.items("who must report the report")

    assert [item.sort for item in items if item.en == "report"] == [Sort.VERB, Sort.NOUN]


def test_words_that_the_glossary_does_not_have_stay_as_they_are() -> None:
    assert TRANSLATOR.translated("Who is the head of Foobar?") == "Người đứng đầu của Foobar là ai?"
