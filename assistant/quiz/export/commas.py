"""CSV with a byte order mark, so that spreadsheets read it as UTF-8."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from assistant.quiz.export.question import Exported, Question
from assistant.quiz.export.table import rows


def commas(asked: Sequence[Question]) -> Exported:
    """Write questions as CSV."""
    made = io.StringIO()
    csv.writer(made, lineterminator="\r\n").writerows(rows(asked))
    return Exported(made.getvalue().encode("utf-8-sig"))
