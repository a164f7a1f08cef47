"""Why a gesture in the gold bank is not allowed, in Vietnamese."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from evals.bank.errors import Barred

BARRED: Mapping[Barred, str] = MappingProxyType(
    {
        Barred.LOCKED: "Câu đã khóa. Muốn sửa phải trả lại với lý do.",
        Barred.FAULTY: "Câu còn lỗi nên chưa duyệt được. Hãy sửa các lỗi nêu bên dưới.",
        Barred.NOBODY: "Hãy ghi tên người thực hiện.",
        Barred.OWN: "Người viết không tự duyệt câu của mình. Hãy nhờ người khác soát.",
        Barred.NOT_REVIEWED: "Chỉ khóa được câu đã duyệt.",
        Barred.REASON: "Hãy ghi lý do trả lại.",
        Barred.TAKEN: "Bộ đã có câu mang mã này. Hãy đặt mã khác.",
        Barred.NAMELESS: "Hãy đặt tên bộ và mã của câu.",
    }
)
