"""The JSON of quizzes: what the API tells of items and papers."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.quiz.bank.kept import Kept, Paper, PaperHead, Version
from assistant.quiz.bank.studio import Studio
from assistant.quiz.quiz import Quiz
from assistant.quiz.record import item_json
from ui.contract import Json


def files(studio: Studio) -> dict[str, str]:
    """Return the names of the files of the documents, by id."""
    return {document.id: document.source for document in studio.documents()}


def quiz_json(quiz: Quiz, names: dict[str, str]) -> Json:
    """Return a quiz as `hoiquyche quiz --json` prints it."""
    items = [item_json(item, names) for item in quiz.items]
    return {"items": items, "offered": len(items), "rejected": dict(quiz.rejected)}


def kept_json(kept: Kept, studio: Studio, names: dict[str, str]) -> Json:
    """Return an item of the bank: the item as it is printed, and how it stands.

    What came from a file has no citation and no checks; `checks` are those of the wording now.
    """
    return {
        **_content(kept, names),
        "id": kept.id,
        "status": kept.status.value,
        "reason": kept.reason,
        "tags": list(kept.tags),
        "version": kept.version,
        "faults": list(kept.faults),
        "stale": [
            {
                "change": one.change.value,
                "document": one.document_id,
                "old": one.old,
                "new": one.new,
            }
            for one in studio.stale(kept)
        ],
        "changed_at": kept.changed_at,
    }


def _content(kept: Kept, names: dict[str, str]) -> Json:
    if kept.item:
        found = item_json(kept.item, names)
        checks = {name: name not in kept.faults for name in found["checks"]}
        return {**found, "checks": checks}
    one = kept.content
    return {
        "kind": one.kind.value,
        "stem": one.stem,
        "prompts": list(one.prompts),
        "options": list(one.options),
        "key": list(one.answers or one.key),
        "explanation": kept.explanation,
        "citation": None,
        "checks": {},
    }


def version_json(version: Version) -> Json:
    """Return one wording of an item."""
    one = version.content
    told = {"stem": one.stem, "options": list(one.options), "key": list(one.answers or one.key)}
    return {"version": version.number, "at": version.at, "faults": list(version.faults), **told}


def head_json(head: PaperHead) -> Json:
    """Return a paper as lists show it."""
    return {
        "id": head.id,
        "title": head.title,
        "made_at": head.made_at,
        "items": head.items,
        "approved": head.approved,
    }


def paper_json(paper: Paper, studio: Studio) -> Json:
    """Return a paper with its items in order."""
    names = files(studio)
    rejected: Mapping[str, int] = paper.recipe.rejected
    return {
        "id": paper.id,
        "title": paper.title,
        "made_at": paper.made_at,
        "seed": paper.recipe.wish.seed,
        "rejected": dict(rejected),
        "items": [kept_json(kept, studio, names) for kept in paper.items],
    }
