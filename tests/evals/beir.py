"""A small BEIR folder made by hand: two laws and two notes, for the tests of retrieval."""

from __future__ import annotations

import json
from pathlib import Path

LAWS: tuple[dict[str, str], ...] = (
    {
        "_id": "Luật Chợ|1",
        "title": "Phạm vi điều chỉnh",
        "text": "Luật này quy định việc họp chợ phiên ở các xã vùng cao.",
        "law": "Luật Chợ",
        "law_number": "01/2001/QH10",
        "article": "1",
    },
    {
        "_id": "Luật Chợ|2",
        "title": "Ngày họp chợ",
        "text": "1. Chợ phiên họp vào ngày rằm:\na) Từ sáng sớm;\nb) Đến trưa.\n2. Mưa thì nghỉ.",
        "law": "Luật Chợ",
        "law_number": "01/2001/QH10",
        "article": "2",
    },
    {
        "_id": "Luật Đò|1",
        "title": "",
        "text": "Người lái đò phải có phao cứu sinh cho mỗi khách qua sông.",
        "law": "Luật Đò",
        "law_number": "02/2002/QH11",
        "article": "1",
    },
)
NOTES: tuple[dict[str, str], ...] = (
    {"_id": "tin 1", "title": "Tin về thư viện huyện", "text": "Thư viện mở cửa cả chủ nhật."},
    {"_id": "tin 2", "title": "", "text": "Trạm y tế tiêm phòng cho trẻ em vào thứ tư."},
)
QUESTIONS = {
    "q1": "Chợ phiên họp vào ngày nào?",
    "q2": "Người lái đò phải có gì?",
    "q3": "Thư viện huyện mở cửa ngày nào?",
    "q4": "Ai nuôi mèo?",
}
GOLD = (("q1", "Luật Chợ|2", 1), ("q2", "Luật Đò|1", 1), ("q3", "tin 1", 1), ("q1", "tin 2", 0))


def beir(folder: Path) -> Path:
    """Write the folder and return it; `q4` has no row that answers it."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps(row, ensure_ascii=False) for row in (*LAWS, *NOTES))
    (folder / "corpus.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    asked = (json.dumps({"_id": q, "text": t, "metadata": {}}) for q, t in QUESTIONS.items())
    (folder / "queries.jsonl").write_text("\n".join(asked) + "\n", encoding="utf-8")
    judged = "".join(f"{query}\t{row}\t{value}\n" for query, row, value in GOLD)
    (folder / "qrels.tsv").write_text(f"query-id\tcorpus-id\tscore\n{judged}", encoding="utf-8")
    return folder
