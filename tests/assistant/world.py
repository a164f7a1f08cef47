"""A small library made for the tests, and a searcher that finds everything in it."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.assistant import Assistant
from assistant.desk import speaker_over
from assistant.fluent.guard import Guarded
from assistant.fluent.model import ChatModel
from assistant.fluent.speaker import Speaker
from assistant.fluent.voice import Voice
from assistant.mode import Mode
from assistant.options import AskOptions
from assistant.question import Question, Turn
from assistant.reading.reading import Reader
from assistant.reading.scope import Names
from assistant.reply import Answer, Refusal, Reply
from assistant.shelf import Shelf
from assistant.telling.warn import Warner
from assistant.typed.repair import Repairer
from assistant.understanding import Understanding
from corpus.agencies import FormerAgencies
from corpus.parse import parse
from corpus.passage import Passage, PassageKind
from corpus.registry import Registry
from corpus.syllables import folded, syllables
from corpus.vocabulary import load_vocabulary
from index.hit import Hit, ScoreParts

PLAN = """
Số: 12/KH-SNV

Hà Nam, ngày 05 tháng 02 năm 2024

KẾ HOẠCH
Thực hiện văn hóa công sở năm 2024

Sở Nội vụ xây dựng kế hoạch thực hiện văn hóa công sở năm 2024 như sau:

I. MỤC ĐÍCH

Nâng cao thái độ phục vụ của công chức. Phương châm năm 2024 là “Lắng nghe, tận tụy”.

II. TỔ CHỨC THỰC HIỆN

1. Văn phòng

- Trang bị bảng tên cho 35 công chức.

- Tổng hợp kết quả, báo cáo Giám đốc chậm nhất ngày 15/11/2024.

2. Thanh tra

- Kiểm tra việc chấp hành giờ làm việc.

- Những việc công chức được góp ý: nội quy cơ quan; lịch trực; việc mua sắm tài sản.

Nơi nhận:

- Lưu: VT.

GIÁM ĐỐC

Lê Văn An
"""

REPORT = """
Số: /BC-STP

Hà Nam, ngày tháng 12 năm 2022

BÁO CÁO
Kết quả văn hóa công sở năm 2022

Sở Tư pháp báo cáo kết quả thực hiện văn hóa công sở năm 2022 như sau:

I. Kết quả

- Trong năm 2022, tiếp nhận 120 góp ý của người dân, đã trả lời 118 góp ý.

- Phương châm năm 2022 là “Gần dân, hiểu dân”.

II. Tổ chức

1. Văn phòng

- Theo dõi việc đeo thẻ công chức.

GIÁM ĐỐC
"""


@dataclass(frozen=True, slots=True)
class Everything:
    """A searcher that returns every passage that can be found, in the order of the library."""

    shelf: Shelf

    def search(
        self,
        query: str,
        k: int = 10,
        *,
        documents: frozenset[str] | None = None,
        original: str = "",
    ) -> tuple[Hit, ...]:
        """Return all passages of `documents`; the lexical part counts the syllables they share."""
        del k, original
        asked = {folded(word) for word in syllables(query)}
        hidden = {PassageKind.FURNITURE, PassageKind.FRAME}
        return tuple(
            Hit(passage=passage, score=0.5, parts=ScoreParts(lexical=self._shared(asked, passage)))
            for passage in self.shelf.passages.values()
            if passage.kind not in hidden
            and (documents is None or passage.document_id in documents)
        )

    def _shared(self, asked: set[str], passage: Passage) -> float:
        return float(len(asked & {folded(word) for word in self.shelf.words(passage)}))


def assistant_over(**texts: str) -> Assistant:
    """Return an assistant over texts named by their file name without its ending."""
    return assistant_on(Shelf(parse(f"{name}.txt", text) for name, text in texts.items()))


def speaker_on(shelf: Shelf, model: ChatModel | None, default: Mode = Mode.FLUENT) -> Speaker:
    """Return a speaker over a shelf, whose model is asked without limits of its own."""
    voice = Voice(default, Guarded(model) if model else None)
    return speaker_over(shelf, assistant_on(shelf), voice)


def assistant_on(
    shelf: Shelf, options: AskOptions | None = None, found: Shelf | None = None
) -> Assistant:
    """Return an assistant over a shelf, to which everything is found, or all of another shelf."""
    vocabulary = load_vocabulary()
    names = Names(shelf, vocabulary, Registry.load())
    reader = Reader(shelf.frequency, names, vocabulary)
    warner = Warner(Registry.load(), FormerAgencies.load(), shelf.passages.values())
    understanding = Understanding(reader, Repairer.of(shelf, vocabulary))
    searcher = Everything(shelf if found is None else found)
    return Assistant(shelf, searcher, understanding, warner, options)


SHELF = Shelf(
    parse(f"{name}.txt", text) for name, text in {"ke_hoach": PLAN, "bao_cao": REPORT}.items()
)
OFFICE = assistant_on(SHELF)


def ask(text: str, *before: str) -> Reply:
    """Ask the office, after the questions `before`."""
    return OFFICE.ask(Question(text, tuple(Turn("user", question) for question in before)))


def words(reply: Reply) -> list[str]:
    """Return the words of each claim of an answer."""
    assert isinstance(reply, Answer), reply
    return [claim.text for part in reply.parts for claim in part.claims]


def refusal(reply: Reply) -> Refusal:
    """Return the refusal that a reply is."""
    assert isinstance(reply, Refusal), reply
    return reply
