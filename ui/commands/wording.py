"""Every Vietnamese sentence of the command line."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from assistant.quiz.export.question import Lost
from evals.judge import Verdicts

DESCRIPTION = "Hỏi đáp trên kho văn bản; mỗi câu trả lời đều dẫn nguyên văn nguồn."
COMMANDS = "lệnh"
COMMAND = "LỆNH"
QUIZ_REWORD = (
    "để mô hình ngôn ngữ viết lại câu hỏi và phương án sai; câu nào không qua kiểm tra giữ nguyên"
)
JUDGE = "hỏi thêm mô hình ngôn ngữ về từng câu trả lời; chỉ để tham khảo, không thuộc bộ đo"
MODE = "cách trả lời; mọi cách trừ extractive cần mô hình ngôn ngữ"
WRITING_SEED = "số gieo ngẫu nhiên của mô hình ngôn ngữ (mặc định 0)"
JSON_HELP = "in JSON ra stdout"

ASK = "hỏi một câu, hoặc cả tệp câu hỏi (--batch)"
QUESTION = "câu hỏi"
BATCH = "tệp JSONL, mỗi dòng một câu hỏi: {id, question, history}"
DOCUMENT = "chỉ hỏi trong văn bản này (mã hoặc tên tệp); có thể dùng nhiều lần"
NO_QUESTION = 'Chưa có câu hỏi. Ví dụ: hoiquyche ask "Công chức được biết những gì?"'
SOURCES = "Nguồn:"
SEARCH = "tìm đoạn văn bản"
HOW_MANY = "số đoạn cần tìm (mặc định 10)"

ADD = "thêm tệp, thư mục hoặc tệp nén vào kho (văn bản, bảng tính, trang chiếu, thư, ảnh quét)"
PATHS = "tệp hoặc thư mục"
LIST = "liệt kê văn bản trong kho"
SHOW = "xem một văn bản: đặc điểm, --text, --outline hoặc --json"
NAME = "mã văn bản hoặc tên tệp"
TEXT = "in toàn văn"
OUTLINE = "in các đề mục"
REMOVE = "bỏ một văn bản khỏi kho"
REBUILD = "đọc lại các bản gốc và lập lại chỉ mục"
DOCTOR = "kiểm tra kho và chỉ mục"

QUIZ = "soạn câu hỏi trắc nghiệm từ văn bản, mỗi câu có đáp án đã đối chiếu và nguồn trích"
QUIZ_DOCUMENT = "chỉ soạn từ văn bản này (mã hoặc tên tệp); có thể dùng nhiều lần"
QUIZ_SECTION = "chỉ soạn từ một mục: III, III.2, Điều 46"
QUIZ_COUNT = "số câu (mặc định 20)"
QUIZ_KINDS = "loại câu, cách nhau bằng dấu phẩy: mc,multi,tf,match,order,fill,short"
QUIZ_DIFFICULTY = "mixed, easy, medium hoặc hard (mặc định mixed)"
QUIZ_SEED = "số gieo: cùng văn bản, cùng lựa chọn, cùng số thì cùng bộ câu (mặc định 0)"
QUIZ_EXPORT = (
    "ghi ra tệp theo dạng: moodle-xml, gift, aiken, csv, xlsx, kahoot, quizizz, docx, pdf, qti"
)
QUIZ_VARIANTS = "số mã đề của bản in docx, pdf (mặc định 1)"
KEY, EXPLANATION = "Đáp án", "Giải thích"

SERVE = "mở trang hỏi đáp"
HOST = "địa chỉ máy chủ (mặc định 127.0.0.1)"
PORT = "cổng (mặc định 7860)"

EVAL = "đánh giá chất lượng"
EVAL_ANSWERS = "đo câu trả lời trên một bộ câu hỏi chuẩn"
EVAL_RETRIEVAL = "đo khả năng tìm đúng văn bản trên một thư mục BEIR"
BEIR = "thư mục có corpus.jsonl, queries.jsonl và qrels.tsv"
BASELINE = "đo thêm một hệ thống khác để so sánh; có thể dùng nhiều lần"
RUN = "ghi các dòng tìm được theo mẫu của TREC, cách nhau bằng dấu tab"
UNACCENTED = "bỏ hết dấu tiếng Việt của câu hỏi"
LIMIT = "chỉ lấy chừng ấy dòng đầu và các câu hỏi của chúng (để thử, không để báo cáo)"
CACHE = "thư mục giữ các véc-tơ đã tính (mặc định: HOIQUYCHE_CACHE)"
GOLD = "tệp bộ câu hỏi chuẩn, một hoặc nhiều (mặc định: các bộ đi kèm)"
HALF = "chỉ hỏi một nửa: report (để báo cáo) hoặc tune (để điều chỉnh)"
PAGE = "ghi kết quả thành một trang Markdown (tiếng Anh)"
GATE = "tệp TOML các mức tối thiểu; không đạt thì mã thoát là 1"

EMBEDDERS = "các mô hình nhúng dùng được trên máy này"
MODEL_FOLDERS = "thư mục mô hình dạng sentence-transformers, hoặc thư mục chứa nhiều mô hình"
MEASURE_EMBEDDERS = "đo tốc độ và chất lượng trên văn bản, câu hỏi đi kèm (nửa điều chỉnh)"
EMBEDDER_COLUMNS = ("Thiết lập", "Cách chạy", "Mô hình", "Chiều", "Chiều từng từ")
QUALITY_COLUMNS = ("Đoạn/giây", "ms/câu", "Căn cứ trong 5 đoạn", "MRR@10", "nDCG@10")
GOLD_FILES = "kiểm tra và chuyển dạng tệp bộ câu hỏi chuẩn"
GOLD_CHECK = "kiểm tra bộ câu hỏi với các văn bản trong kho, nêu từng lỗi với số dòng"
GOLD_CONVERT = "ghi bộ câu hỏi sang dạng khác: JSONL, CSV hoặc XLSX"
GOLD_IN = "tệp bộ câu hỏi"
GOLD_OUT = "tệp sẽ ghi; đuôi .jsonl, .csv hoặc .xlsx cho biết dạng"
PLOT = "ghi biểu đồ chất lượng và thời gian thành tệp SVG"
RUN_NAME = "tên của lần đo, để gọi lại khi so sánh (mặc định: thời điểm đo)"
RUNS = "liệt kê các lần đo đã lưu"
COMPARE = "so sánh các lần đo, từng câu một"
COMPARED = (
    "tên, mã hoặc tệp JSON của lần đo; lần đầu là mốc, các lần sau được so với nó; "
    "latest là lần mới nhất"
)
SWEEP = "đo một lưới thiết lập; dừng giữa chừng thì lần sau đo tiếp"
GRID = "tệp TOML: bảng [grid] gồm tên và các giá trị cần thử; gold và half nếu cần"
SETTING = "Thiết lập {}/{}: {}"
MILLISECONDS = "ms một câu (trung vị)"
MADE_BEFORE = "đã đo từ trước, không đo lại"
SHIPPED = "mặc định"
EXPORT_RUN = "ghi một lần đo thành tệp: trang HTML, Markdown, CSV hoặc JSON"
EXPORTS = "các tệp sẽ ghi; đuôi .html, .md, .csv hoặc .json cho biết dạng"
EXPORTED = "Đã ghi {}."
AS_MARKDOWN = "in thành Markdown, để dán vào yêu cầu hợp nhất"
BASELINE_OF = "lập lại các mức tối thiểu từ một lần đo, thay cho tệp cũ"
NO_REPORT_HALF = "Lần đo này không hỏi nửa báo cáo, nên không lập được các mức tối thiểu."
NEW_GATE = "tệp TOML các mức tối thiểu sẽ ghi"
FORGET = "xóa hẳn một lần đo đã lưu"
ONE_RUN = "tên, mã hoặc tệp JSON của lần đo; latest là lần mới nhất"
NO_RUNS = "Chưa có lần đo nào. Hãy chạy: hoiquyche eval answers"

EMPTY_LIBRARY = "Kho chưa có văn bản."
NOTHING_FOUND = "Không tìm thấy đoạn nào."
REBUILT = "Đã lập lại chỉ mục."
HEALTHY = "Kho và chỉ mục đều tốt."


def added(source: str, identifier: str) -> str:
    """Say that a document went in."""
    return f"Đã thêm {source} (mã {identifier})."


def replaced(source: str, identifier: str) -> str:
    """Say that a document took the place of an older one of the same name."""
    return f"Đã thay {source} bằng bản mới (mã {identifier})."


def unchanged(source: str) -> str:
    """Say that the very same file is in the library already."""
    return f"{source} đã có trong kho, không thay đổi."


def removed(source: str) -> str:
    """Say that a document was taken out."""
    return f"Đã bỏ {source} khỏi kho."


TAG = "Gắn hoặc bỏ nhãn của một văn bản; văn bản cùng nhãn là một bộ sưu tập."
TAG_ADD, TAG_DROP = "nhãn gắn thêm", "nhãn bỏ đi"
NO_TAGS = "Văn bản này chưa có nhãn."
CORRECT = "Sửa thông tin của một văn bản bằng lời của chính văn bản đó."
PARTICULAR = "thông tin cần sửa"
CORRECT_VALUE = "lời trong văn bản; để trống nếu văn bản không nêu"
CORRECT_RESTORE = "trả về thông tin máy đọc được"
READ = "Cách đọc tệp"
MARKS = "Sửa đề mục của một văn bản: dòng nào là đề mục, dòng nào không."
MARK_HEADING, MARK_TEXT = "dòng này là đề mục", "dòng này không phải đề mục"
MARK_CLEAR = "trả dòng này về như máy nhận ra"
REGISTRY = "Xem, tải về hoặc nhập tình trạng hiệu lực của các văn bản được viện dẫn."
REGISTRY_EXPORT, REGISTRY_IMPORT = "ghi ra tệp CSV", "nhập từ tệp CSV có cùng các cột"
VERSIONS = "Xem các bản trước của một văn bản."
NO_VERSIONS = "Văn bản này chưa từng được thay."
TAGGED = "chỉ những văn bản mang nhãn này"


def near(name: str, share: float) -> str:
    """Say that another document says nearly the same."""
    return f"    gần giống {name} ({round(100 * share)} % lời văn chung)"


SHOWN = 10  # words that may be damaged
GRAPH = "Xem văn bản nào viện dẫn văn bản nào, văn bản nào chưa có trong kho."
GRAPHML = "in GraphML, để mở bằng chương trình vẽ đồ thị"


def missing_documents(count: int) -> str:
    """Say how many documents are cited and not in the library."""
    return f"Được viện dẫn nhưng chưa có trong kho: {count} văn bản"


def disagreements(count: int) -> str:
    """Say how many things do not agree."""
    return f"Chỗ không thống nhất trong các văn bản: {count}"


def doubtful(document: str, words: tuple[str, ...]) -> str:
    """Say which words of a text may be damaged."""
    more = f" và {len(words) - SHOWN} từ khác" if len(words) > SHOWN else ""
    return f"  {document}: chữ có thể hỏng, không tự sửa: {', '.join(words[:SHOWN])}{more}"


def unread(document: str, pages: int) -> str:
    """Say how many pages of a document were not read."""
    return f"  {document}: {pages} trang là ảnh, chưa đọc được (cần cài Tesseract)"


def indexing(done: int, total: int, seconds_left: float | None) -> str:
    """Say how far the building of the index is."""
    bar = "█" * round(20 * done / total) if total else ""
    left = "" if seconds_left is None else f", còn khoảng {max(1, round(seconds_left))} giây"
    return f"Đang lập chỉ mục [{bar:<20}] {done}/{total} đoạn{left}"


def asking(done: int, total: int, seconds_left: float | None) -> str:
    """Say how far the questions of a gold set are asked."""
    bar = "█" * (20 * done // total if total else 20)
    left = "" if seconds_left is None else f", còn khoảng {max(1, round(seconds_left))} giây"
    return f"Đang hỏi [{bar:<20}] {done}/{total} câu{left}"


def quiz_made(made: int, wanted: int) -> str:
    """Say how many items were made, and that fewer are no fault."""
    if made >= wanted:
        return f"Đã soạn {made} câu."
    return f"Soạn được {made}/{wanted} câu: văn bản không còn nội dung cho câu đạt yêu cầu."


def quiz_rejected(rejected: Mapping[str, int]) -> str:
    """Say how many drafts each check rejected."""
    told = ", ".join(f"{name} {count}" for name, count in rejected.items() if count)
    return f"Câu nháp bị loại theo từng phép kiểm: {told or 'không có'}."


def quiz_exported(path: str, losses: Mapping[Lost, int]) -> str:
    """Say where an export is and what it could not hold."""
    told = "; ".join(LOSSES[lost].format(count) for lost, count in losses.items())
    return f"Đã ghi {path}." + (f" Lưu ý: {told}." if told else "")


LOSSES: Mapping[Lost, str] = MappingProxyType(
    {
        Lost.KIND: "bỏ {} câu vì dạng tệp này không có loại câu đó",
        Lost.SHORTENED: "rút gọn {} câu hỏi (bỏ tên văn bản) cho vừa giới hạn độ dài",
        Lost.LENGTH: "bỏ {} câu vì dài hơn giới hạn của dạng tệp",
        Lost.FEEDBACK: "dạng tệp này không giữ được giải thích và nguồn trích",
    }
)


def serving(url: str) -> str:
    """Say where the page is."""
    return f"Trang hỏi đáp: {url}   (nhấn Ctrl+C để dừng)"


def more_than_asked(sources: tuple[str, ...]) -> str:
    """Say that the library holds documents that the gold sets do not know of."""
    return (
        f"Lưu ý: kho có thêm {len(sources)} văn bản mà bộ câu hỏi không dẫn "
        f"({', '.join(sources[:3])}{', …' if len(sources) > 3 else ''}); "  # noqa: PLR2004 — as many as are named
        "câu được coi là không có lời giải có thể có lời giải trong đó."
    )


def sound_gold(questions: int) -> str:
    """Say that gold files have no fault."""
    return f"{questions} câu, không có lỗi."


def converted_gold(path: str, questions: int) -> str:
    """Say that a gold file was written in another form."""
    return f"Đã ghi {questions} câu vào {path}."


def kept_run(name: str, run_id: str) -> str:
    """Say under which name a run was kept."""
    return f"Đã lưu lần đo “{name}” (mã {run_id})."


def no_such_form(name: str, forms: tuple[str, ...]) -> str:
    """Say that a run cannot be written in the form that the ending of a file asks for."""
    return f"Không ghi được {name}: đuôi tệp phải là {', '.join(f'.{form}' for form in forms)}."


def new_gate(path: str, run: str) -> str:
    """Say that a gate was written anew."""
    return f"Đã ghi {path} theo lần đo “{run}”."


def forgotten_run(name: str) -> str:
    """Say that a run is gone."""
    return f"Đã xóa lần đo “{name}”."


def below_the_bar(bar: str, value: float | None, rows: tuple[str, ...]) -> str:
    """Say which bar of a gate was not cleared."""
    found = "không có số liệu" if value is None else f"được {value:.3f}"
    return f"Không đạt: {bar} ({found}); xem các câu {', '.join(rows[:10]) or '–'}"


def quiz_reworded(stems: int, distractors: int, refused: Mapping[str, int]) -> str:
    """Say how far a model could word a quiz anew."""
    told = ", ".join(f"{name} {count}" for name, count in refused.items())
    return f"Mô hình viết lại {stems} câu hỏi, {distractors} bộ phương án; bị từ chối: {told or 0}."


def judged(verdicts: Verdicts) -> str:
    """Say what a judge said, and that it is no measure."""
    clear = verdicts.asked - verdicts.unclear
    return (
        f"Mô hình chấm (tham khảo): {verdicts.right}/{clear} câu đúng, {verdicts.unclear} câu không"
        f" rõ; trùng với phép đo right {verdicts.agreed}/{clear}."
    )
