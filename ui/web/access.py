"""What each route asks of who calls it; a route that no rule names is not there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ui.people.audit import Deed
from ui.people.role import Right

READING = frozenset({"GET", "HEAD"})
POSTING = frozenset({"POST"})
METHODS = READING | POSTING


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """The paths and methods that ask for one right; None is open to everybody.

    What was done by a request that went well is recorded as `deed`.
    """

    paths: re.Pattern[str]
    methods: frozenset[str] = METHODS
    right: Right | None = Right.ASK
    deed: Deed | None = None


def _rule(
    paths: str, methods: frozenset[str], right: Right | None = Right.ASK, deed: Deed | None = None
) -> Rule:
    return Rule(paths=re.compile(paths), methods=methods, right=right, deed=deed)


# The first that fits holds. Gradio has some fifty routes (uploads, files, proxy, monitoring …); the
# conversation needs those that are named here.
RULES = (
    _rule(r"/healthz|/favicon\.ico|/robots\.txt|/ui/.*", READING, None),
    _rule(r"/dang-nhap|/dang-xuat", METHODS, None),
    _rule(r"/tieng/\w+", READING, None),
    _rule(r"/|/config/?|/theme\.css|/(?:assets|static|svelte)/.*", READING),
    _rule(r"/gradio_api/(?:info|app_id|theme\.css|startup-events)/?", READING),
    _rule(r"/gradio_api/(?:heartbeat/[^/]+|queue/data|queue/status)", READING),
    _rule(r"/gradio_api/(?:queue/join|cancel|reset/?)", POSTING),
    _rule(r"/source/[^/]+", READING),
    _rule(r"/tai-khoan/so-lieu", READING, Right.ASK, Deed.EXPORTED),
    _rule(r"/tai-khoan(?:/.*)?", READING),
    _rule(r"/tai-khoan/.*", POSTING, Right.ASK, Deed.CHANGED),
    _rule(r"/cuoc-hoi/.*/tai\.\w+", READING, Right.ASK, Deed.EXPORTED),
    _rule(r"/cuoc-hoi(?:/.*)?", READING),
    _rule(r"/cuoc-hoi/.*/xoa", POSTING, Right.ASK, Deed.REMOVED),
    _rule(r"/cuoc-hoi/.*", POSTING),
    _rule(r"/quyen/tai\.\w+", READING, Right.ASK, Deed.EXPORTED),
    _rule(r"/quyen", READING),
    _rule(r"/van-ban/(?:hieu-luc|quan-he)/\w+", READING, Right.ASK),
    _rule(r"/van-ban(?:/.*)?", READING),
    _rule(r"/van-ban/them", POSTING, Right.KEEP, Deed.ADDED),
    _rule(r"/van-ban/[^/]+/bo", POSTING, Right.KEEP, Deed.REMOVED),
    _rule(r"/van-ban/.*", POSTING, Right.KEEP, Deed.CHANGED),
    _rule(r"/trac-nghiem/de/[^/]+/tai-ve/.*", READING, Right.QUIZ, Deed.EXPORTED),
    _rule(r"/trac-nghiem(?:/.*)?", READING, Right.QUIZ),
    _rule(r"/trac-nghiem/.*", POSTING, Right.QUIZ, Deed.CHANGED),
    _rule(r"/danh-gia/.*tai\.\w+", READING, Right.MEASURE, Deed.EXPORTED),
    _rule(r"/danh-gia(?:/.*)?", READING, Right.MEASURE),
    _rule(r"/danh-gia/do", POSTING, Right.MEASURE, Deed.MEASURED),
    _rule(r"/danh-gia/.*", POSTING, Right.MEASURE, Deed.CHANGED),
    _rule(r"/quan-tri/nhat-ky/tai\.\w+", READING, Right.ADMINISTER, Deed.EXPORTED),
    _rule(r"/quan-tri(?:/.*)?", READING, Right.ADMINISTER),
    _rule(r"/quan-tri/.*", POSTING, Right.ADMINISTER, Deed.CHANGED),
    _rule(r"/api/quiz/papers/[^/]+/export/[^/]+", READING, Right.QUIZ, Deed.EXPORTED),
    _rule(r"/api/quiz(?:/.*)?", READING, Right.QUIZ),
    _rule(r"/api/quiz(?:/.*)?", POSTING, Right.QUIZ, Deed.CHANGED),
    _rule(r"/api/eval(?:/.*)?", READING, Right.MEASURE),
    _rule(r"/api/ask", POSTING, Right.ASK, Deed.ASKED),
    _rule(r"/api/.*", METHODS),
    _rule(r"/v1/chat/completions", POSTING, Right.ASK, Deed.ASKED),
    _rule(r"/v1/models", READING),
    _rule(r"/mcp", METHODS),
)


def rule_of(path: str, method: str) -> Rule | None:
    """Return the rule that holds for a request, None when there is none.

    >>> rule_of("/van-ban/them", "POST").right.value, rule_of("/gradio_api/upload", "POST")
    ('keep', None)
    """
    fitting = (r for r in RULES if method in r.methods and r.paths.fullmatch(path))
    return next(fitting, None)
