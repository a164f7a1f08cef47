"""Every error as one Vietnamese sentence or two: what happened, to what, what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from assistant.fluent.model import ModelError
from assistant.fluent.picked import UnusableChoiceError
from assistant.quiz.bank.errors import (
    Lack,
    LackingError,
    NoOtherItemError,
    NothingMadeError,
    NothingNewError,
    OutdatedEditError,
    UnknownItemError,
    UnknownPaperError,
)
from assistant.quiz.errors import (
    BadCountError,
    BadImportError,
    EmptyScopeError,
    Fault,
    QuizError,
    UnknownKindError,
)
from assistant.reply import MisquotedError, UnsupportedClaimError
from assistant.settings import InvalidSettingError
from corpus import errors as e
from corpus.backup import BadBackupError, NotEmptyError
from corpus.corrections import UnprovedCorrectionError
from corpus.facts import BadFactError
from corpus.instrument import UnfoundedStatusError
from evals.bank.errors import (
    BarredError,
    GoldBankError,
    OutdatedGoldError,
    UnknownGoldItemError,
)
from evals.errors import (
    BeirFileError,
    EvaluationFileError,
    MissingDocumentsError,
    MissingPeerError,
    UnknownRunError,
)
from index.embedder import MissingModelError, UnsafeModelError
from index.vectors import VectorServerError
from ui.barred import BARRED
from ui.errors import (
    BadBatchError,
    BadItemError,
    FaultyGoldError,
    LostTrialError,
    NoTableError,
    OpenToNetworkError,
    PortInUseError,
    UnknownGoldError,
    UnwritableFileError,
)
from ui.people.errors import PeopleError
from ui.people.wording import barred
from ui.talks.errors import UnknownTalkError
from ui.unreadable import BEIR_FAULTS, REASONS
from ui.writing import FAULTS, UNUSABLE


def sentence(error: e.HoiQuyCheError) -> str:
    """Say in Vietnamese what happened, to what, and what to do.

    An error without words of its own is told in those of the nearest class above it.
    """
    told = next(kind for kind in type(error).__mro__ if kind in SENTENCES)
    return SENTENCES[told](error)


def _unreadable(error: e.UnreadableSourceError) -> str:
    return f"Không thêm được tệp “{error.path.name}”: {REASONS[error.reason]}"


def _owner(words: str) -> str:
    """Say who holds a folder, in Vietnamese but for the name of its command."""
    return words.replace("another process", "một chương trình khác").replace(
        "process", "tiến trình"
    )


def _place(path: Path, line: int | None) -> str:
    return f"tệp “{path.name}”, dòng {line}" if line else f"tệp “{path.name}”"


def _bad_batch(error: BadBatchError) -> str:
    return (
        f"Không đọc được {_place(error.path, error.line)}. "
        "Mỗi dòng phải là một JSON có “id” và “question”."
    )


IMPORT_FAULTS: Mapping[Fault, str] = MappingProxyType(
    {
        Fault.ENCODING: "tệp không phải UTF-8",
        Fault.XML: "tệp không phải XML đúng dạng, hoặc có khai báo thực thể",
        Fault.RECORD: "thiếu một mục hoặc một mục có giá trị không dùng được",
        Fault.EMPTY: "tệp không có câu hỏi nào",
        Fault.STEM: "câu hỏi không có lời",
        Fault.OPTIONS: "có ít hơn hai phương án",
        Fault.KEY: "không có đáp án đúng, hoặc đáp án không thuộc các phương án",
        Fault.UNCLOSED: "phần trả lời chưa kết thúc",
        Fault.KIND: "loại câu hỏi này chưa được hỗ trợ",
    }
)

LACKS: Mapping[Lack, str] = MappingProxyType(
    {
        Lack.STEM: "câu hỏi chưa có lời hỏi",
        Lack.OPTIONS: "cần ít nhất hai phương án, không phương án nào để trống",
        Lack.TWICE: "hai phương án trùng nhau",
        Lack.KEY: "chưa chọn đáp án đúng, hoặc chọn nhiều hơn số đáp án của loại câu này",
        Lack.ANSWERS: "chưa có đáp án được chấp nhận",
        Lack.EXPLANATION: "chưa có lời giải thích",
        Lack.ITEMS: "chưa chọn câu nào",
        Lack.REASON: "cần ghi lý do khi loại một câu",
        Lack.TITLE: "đề chưa có tên",
        Lack.TOO_LONG: "có phần dài quá mức cho phép",
    }
)

SENTENCES: Mapping[type, Callable[[Any], str]] = MappingProxyType(
    {
        e.HoiQuyCheError: lambda _: (
            "Có lỗi khi thực hiện yêu cầu. Chạy `hoiquyche doctor` để kiểm tra."
        ),
        e.InvalidSpanError: lambda x: (
            f"Đoạn trích [{x.start}, {x.end}) không nằm trong văn bản. "
            "Hãy mở lại văn bản từ Kho văn bản."
        ),
        e.UnreadableSourceError: _unreadable,
        e.UnforeseenError: lambda x: f"{_unreadable(x)} Mã lỗi: {x.cause}.",
        e.UnknownDocumentError: lambda x: (
            f"Trong kho không có văn bản “{x.name}”. Chạy `hoiquyche list` để xem các văn bản."
        ),
        BadFactError: lambda x: (
            f"Không ghi được văn bản “{x.number or '?'}”: ô “{x.column}” để trống, sai dạng, hoặc "
            "nói quá căn cứ (đã thay thế thì ghi văn bản thay thế và ngày, dạng 2024-03-05)."
        ),
        BadBackupError: lambda x: f"Tệp {x.path} không phải bản sao lưu dùng được ({x.reason}).",
        NotEmptyError: lambda x: (
            f"Thư mục dữ liệu {x.home} đã có kho văn bản. "
            "Hãy chọn thư mục trống (HOIQUYCHE_HOME) để khôi phục."
        ),
        UnprovedCorrectionError: lambda x: (
            f"Không thấy “{x.value}” trong văn bản, nên không sửa được. Hãy chép đúng lời văn bản."
        ),
        e.UnknownTagError: lambda x: f"Không có văn bản nào mang nhãn “{x.name}”.",
        e.DuplicateDocumentError: lambda x: (
            f"“{x.source}” trùng từng byte với “{x.existing}” đã có trong kho; không cần thêm lại."
        ),
        e.LibraryLockedError: lambda x: (
            f"Thư mục dữ liệu {x.home} đang được dùng bởi {_owner(x.owner)}. "
            "Hãy dừng chương trình đó, hoặc hỏi trên trang mà nó đang mở."
        ),
        e.StateError: lambda _: (
            "Thư mục dữ liệu cần sửa. Chạy `hoiquyche doctor` để biết cần làm gì."
        ),
        e.DamagedLibraryError: lambda x: (
            f"Không đọc được kho văn bản {x.path}. "
            "Hãy giữ lại bản sao của tệp này rồi chạy `hoiquyche doctor`."
        ),
        e.MissingIndexError: lambda x: (
            f"Chưa có chỉ mục tìm kiếm trong {x.folder}. Chạy `hoiquyche rebuild` để tạo."
        ),
        e.DamagedIndexError: lambda x: (
            f"Chỉ mục tìm kiếm trong {x.folder} bị hỏng; kho văn bản không mất gì. "
            "Chạy `hoiquyche rebuild` để tạo lại."
        ),
        e.StaleIndexError: lambda x: (
            f"Chỉ mục tìm kiếm không còn khớp với kho hoặc mô hình ({x.built} → {x.now}). "
            "Chạy `hoiquyche rebuild` để tạo lại."
        ),
        e.NewerLibraryError: lambda x: (
            f"Kho văn bản {x.path} do bản mới hơn của chương trình tạo ra. "
            "Hãy nâng cấp chương trình rồi mở lại."
        ),
        e.UnusableStateError: lambda x: (
            f"Không đọc hoặc ghi được {x.path} ({x.reason}). "
            "Hãy kiểm tra chỗ trống và quyền ghi của thư mục dữ liệu rồi chạy lại."
        ),
        UnfoundedStatusError: lambda x: (
            f"Tình trạng hiệu lực của {x.number} chưa có căn cứ nên không dùng được. "
            "Hãy bổ sung căn cứ trong sổ hiệu lực."
        ),
        MissingModelError: lambda x: (
            f"Không có mô hình nhúng “{x.name}” trên máy này và không tải được. "
            "Hãy ghi đường dẫn thư mục mô hình, hoặc dùng mô hình đi kèm: packaged."
        ),
        UnsafeModelError: lambda x: (
            f"Từ chối mô hình trong {x.folder} vì có mã lệnh hoặc dạng tệp không an toàn. "
            "Hãy dùng mô hình dạng safetensors."
        ),
        VectorServerError: lambda x: (
            f"Không dùng được máy chủ Chroma tại {x.url}. Hãy kiểm tra máy chủ và cài đặt "
            "HOIQUYCHE_CHROMA_URL rồi chạy lại; nếu máy chủ mất dữ liệu, chạy `hoiquyche rebuild`."
        ),
        InvalidSettingError: lambda x: (
            f"Cài đặt {x.name} có giá trị không dùng được: {x.value}. "
            "Hãy sửa trong hoiquyche.toml hoặc biến môi trường rồi chạy lại."
        ),
        ModelError: lambda x: FAULTS[x.fault],
        UnusableChoiceError: lambda x: UNUSABLE[x.field],
        UnsupportedClaimError: lambda _: (
            "Một câu của câu trả lời không có nguồn nên câu trả lời bị giữ lại. "
            "Xin hỏi lại theo cách khác."
        ),
        MisquotedError: lambda x: (
            f"Một đoạn trích không khớp với văn bản “{x.source}” nên câu trả lời bị giữ lại. "
            "Chạy `hoiquyche rebuild` rồi hỏi lại."
        ),
        EvaluationFileError: lambda x: (
            f"Không đọc được {_place(x.path, x.line)} của phép đánh giá. "
            f"Hãy sửa tệp (chi tiết: {x.reason})."
        ),
        BeirFileError: lambda x: (
            f"Không dùng được {_place(x.path, x.line)} của bộ đo tìm kiếm: {BEIR_FAULTS[x.fault]}."
        ),
        MissingPeerError: lambda x: (
            f"Chưa cài {x.package} mà --baseline {x.peer} cần. Chạy `{x.command}` rồi đo lại."
        ),
        BadItemError: lambda x: x.words,
        GoldBankError: lambda _: "Không làm được việc này với câu hỏi chuẩn.",
        BarredError: lambda x: BARRED[x.why],
        OutdatedGoldError: lambda x: (
            f"Câu {x.item_id} vừa được người khác sửa. Hãy mở lại trang rồi sửa trên bản mới."
        ),
        UnknownGoldItemError: lambda x: f"Bộ “{x.name}” không có câu {x.item_id}.",
        PeopleError: barred,
        UnknownTalkError: lambda _: "Không có cuộc hỏi này, hoặc cuộc hỏi đã bị xóa.",
        UnknownGoldError: lambda x: f"Không còn bộ câu hỏi “{x.name}”. Hãy chọn bộ khác.",
        FaultyGoldError: lambda x: (
            f"Bộ câu hỏi “{x.name}” không hợp với kho ({x.count} lỗi): {x.first}"
        ),
        UnknownRunError: lambda x: (
            f"Không có lần đo nào là “{x.name}”, hoặc có nhiều lần. "
            "Xem các lần đo: hoiquyche eval runs"
        ),
        MissingDocumentsError: lambda x: (
            f"Kho chưa có {len(x.sources)} văn bản mà bộ câu hỏi {x.gold} dẫn; "
            f"hãy thêm trước khi đo: hoiquyche add {' '.join(x.sources)}"
        ),
        PortInUseError: lambda x: (
            f"Cổng {x.port} của {x.host} đang được chương trình khác dùng. "
            "Hãy dừng chương trình đó hoặc chọn cổng khác: hoiquyche serve --port SỐ."
        ),
        OpenToNetworkError: lambda x: (
            f"Chưa mở trang cho máy khác qua {x.host} vì chưa có người dùng. Tạo quản trị viên: "
            "hoiquyche users add quantri --role administrator, rồi chạy lại."
        ),
        BadBatchError: _bad_batch,
        LostTrialError: lambda _: "Không còn lượt làm thử này. Xin bắt đầu lại từ đề.",
        NoTableError: lambda x: (
            f"Không đọc được bảng hiệu lực từ tệp “{x.path.name}”: tệp không phải CSV. "
            "Hãy dùng tệp do `hoiquyche registry --export TỆP` ghi ra làm mẫu."
        ),
        UnwritableFileError: lambda x: (
            f"Không ghi được tệp {x.path}. Hãy kiểm tra thư mục và quyền ghi rồi chạy lại."
        ),
        QuizError: lambda _: "Không soạn được bộ câu hỏi. Hãy kiểm tra lại các lựa chọn.",
        EmptyScopeError: lambda x: (
            f"Không có nội dung để soạn câu hỏi trong mục “{x.section}” của các văn bản được chọn."
            if x.section
            else "Không có văn bản nào để soạn câu hỏi. Hãy thêm văn bản: hoiquyche add TỆP."
        ),
        UnknownKindError: lambda x: (
            f"Không có lựa chọn “{x.name}”; chọn trong: {', '.join(x.known)}."
        ),
        BadCountError: lambda x: f"Số câu “{x.count}” không dùng được; cần một số từ 1 đến 1000.",
        UnknownItemError: lambda x: (
            f"Ngân hàng không có câu hỏi “{x.item_id}”. Có thể câu này đã bị xóa."
        ),
        UnknownPaperError: lambda x: f"Không có đề “{x.paper_id}”. Có thể đề này đã bị xóa.",
        OutdatedEditError: lambda _: (
            "Câu này vừa được người khác sửa. Hãy tải lại trang để xem bản mới rồi sửa tiếp."
        ),
        LackingError: lambda x: f"Chưa lưu: {LACKS[x.lack]}.",
        NoOtherItemError: lambda _: (
            "Văn bản không còn câu nào khác cùng loại đạt yêu cầu. Câu cũ được giữ nguyên."
        ),
        NothingMadeError: lambda _: (
            "Không câu nào từ phần đã chọn đạt yêu cầu nên chưa có đề. "
            "Hãy chọn thêm văn bản, mục khác hoặc loại câu khác."
        ),
        NothingNewError: lambda _: "Không tìm thấy lời văn mới cho câu này. Hãy sửa hoặc loại câu.",
        BadImportError: lambda x: (
            f"Không đọc được {f'câu hoặc dòng “{x.place}”' if x.place else 'tệp câu hỏi'}:"
            f" {IMPORT_FAULTS[x.fault]}. Chưa nhập câu nào."
        ),
    }
)
