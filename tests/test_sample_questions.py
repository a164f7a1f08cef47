"""Questions of the users' own sort over the shipped documents, with the real model."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from assistant.question import Question
from assistant.reply import Answer, Refusal, Reply
from assistant.settings import Settings
from assistant.wiring import open_workbench
from assistant.workbench import Workbench
from ui.plain import reply_text

pytestmark = pytest.mark.model

SAMPLES = {
    "Những nội dung nào được công khai và công khai bằng hình thức nào?": [
        "nâng bậc lương, nâng ngạch",
        "các đề án, dự án",
        "bản kê tài sản, thu nhập",
        "công khai nội quy, quy chế của cơ quan",
        "Công khai qua hệ thống văn phòng điện tử Sở",
    ],
    "Công chức, viên chức được bàn, quyết định, tham gia ý kiến và giám sát những nội dung gì?": [
        "Nội quy, quy chế hoạt động cơ quan",
        "Quy chế chi tiêu nội bộ",
        "kế hoạch hoạt động của đơn vị hàng năm",
        "các khoản chi phí của cơ quan",
        "các chế độ, quyền lợi của CCVC",
    ],
    "Văn phòng Sở Công Thương có nhiệm vụ gì?": [
        "Tham mưu xây dựng kế hoạch",
        "Tổ chức học tập, tuyên truyền",
        "Cập nhật thông tin chuyên ngành",
        "giao ban định kỳ",
        "hội nghị cán bộ, công chức hàng năm",
        "tự chấm điểm, đánh giá xếp loại",
    ],
    "Thanh tra Sở có nhiệm vụ gì?": ["Ban hành nội quy", "Chủ trì phối hợp các phòng, đơn vị"],
    "Công đoàn Sở Công Thương phải làm gì?": [
        "Phát huy vai trò giám sát",
        "Ban hành quy chế phối hợp",
        "chăm lo đời sống",
    ],
    "Các đơn vị gửi báo cáo kết quả dân vận về Sở chậm nhất ngày nào?": ["27/10/2023"],
    "Văn phòng báo cáo UBND tỉnh kết quả dân vận chính quyền chậm nhất khi nào?": ["01/11/2023"],
    "Năm 2023 Sở Văn hóa, Thể thao và Du lịch tiếp nhận bao nhiêu hồ sơ?": ["514 hồ sơ"],
    "Phương châm thực hiện dân chủ năm 2024 là gì?": ["dân giám sát, dân thụ hưởng"],
    "Đường dây nóng được công khai ở đâu?": ["đường dây nóng của Đoàn kiểm tra công vụ"],
    "Báo cáo của Trà Vinh nói gì về Nghị định 145/2020?": [
        "thực hiện tốt các nội dung nêu trong Nghị định số 145/2020/NĐ-CP",
        "Hội nghị CCVC",
    ],
    "cong chuc, vien chuc duoc ban, quyet dinh va giam sat nhung gi": ["Quy chế chi tiêu nội bộ"],
}

SILENT = [
    "Mức lương cơ sở hiện nay là bao nhiêu?",
    "Năm 2022 Sở VHTTDL tiếp nhận bao nhiêu hồ sơ?",
    "Số điện thoại đường dây nóng là số nào?",
    "Ban Thanh tra nhân dân có bao nhiêu thành viên?",
]


@pytest.fixture(scope="module")
def bench(office: Settings) -> Iterator[Workbench]:
    with open_workbench(office, owner="tests") as opened:
        opened.prepare(lambda _done, _total: None)
        yield opened


@pytest.fixture(scope="module")
def assistant(bench: Workbench) -> Assistant:
    return bench.assistant


def quotes_stand(reply: Reply, bench: Workbench) -> bool:
    cited = reply.citations if isinstance(reply, Answer) else reply.nearest
    return all(c.span.of(bench.document(c.document_id).text) == c.quote for c in cited)


@pytest.mark.parametrize(("question", "points"), SAMPLES.items(), ids=SAMPLES)
def test_the_answer_holds_each_point_and_each_quote_stands_in_its_text(
    question: str, points: list[str], assistant: Assistant, bench: Workbench
) -> None:
    reply = assistant.ask(Question(question))

    assert isinstance(reply, Answer)
    answer = reply_text(reply)
    assert [point for point in points if point not in answer] == []
    assert reply.citations
    assert quotes_stand(reply, bench)


@pytest.mark.parametrize("question", SILENT)
def test_where_the_texts_are_silent_it_refuses_with_the_nearest_passages(
    question: str, assistant: Assistant, bench: Workbench
) -> None:
    reply = assistant.ask(Question(question))

    assert isinstance(reply, Refusal)
    assert reply.nearest
    assert quotes_stand(reply, bench)
