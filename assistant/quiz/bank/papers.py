"""Papers: items of the bank in an order."""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from assistant.quiz.bank.bank import Bank, taken_in
from assistant.quiz.bank.errors import Lack, LackingError, UnknownPaperError
from assistant.quiz.bank.kept import Content, Paper, PaperHead, Recipe, Status
from assistant.quiz.bank.tables import KEPT, dumped, kept_of, one_line
from assistant.quiz.field import Scope
from assistant.quiz.item import Difficulty, Kind
from assistant.quiz.quiz import Wish

LONGEST_TITLE = 200
_PUT = "INSERT OR IGNORE INTO quiz_places (paper_id, item_id, position) VALUES (?, ?, ?)"
_ORDER = "SELECT item_id FROM quiz_places WHERE paper_id = ? ORDER BY position, item_id"
_SET = "UPDATE quiz_places SET position = ? WHERE paper_id = ? AND item_id = ?"
_HEADS = """
SELECT p.id, p.recipe, p.made_at, count(i.id), total(i.status = ?)
FROM quiz_papers p
    LEFT JOIN quiz_places l ON l.paper_id = p.id
    LEFT JOIN quiz_items i ON i.id = l.item_id
GROUP BY p.id ORDER BY p.made_at DESC, p.id
"""


def _fresh() -> str:
    return secrets.token_hex(6)


class Papers:
    """The papers of a bank; each change is done whole or not at all."""

    def __init__(self, bank: Bank, fresh: Callable[[], str] = _fresh) -> None:
        self._bank = bank
        self._database = bank.database
        self._fresh = fresh

    def heads(self) -> tuple[PaperHead, ...]:
        """Return every paper as lists show it, the newest first."""
        found = self._database.rows(_HEADS, (Status.APPROVED.value,))
        return tuple(
            PaperHead(
                id=key,
                title=json.loads(recipe)["title"],
                made_at=at,
                items=items,
                approved=int(approved),
            )
            for key, recipe, at, items, approved in found
        )

    def paper(self, paper_id: str) -> Paper:
        """Return a paper with its items.

        Raises:
            UnknownPaperError: none has that id.
        """
        asked = "SELECT recipe, made_at FROM quiz_papers WHERE id = ?"
        found = self._database.rows(asked, (paper_id,))
        if not found:
            raise UnknownPaperError(paper_id)
        recipe, made_at = found[0]
        where = "JOIN quiz_places l ON l.item_id = i.id WHERE l.paper_id = ?"
        items = self._database.rows(f"{KEPT} {where} ORDER BY l.position, i.id", (paper_id,))
        return Paper(
            id=paper_id,
            recipe=_recipe(json.loads(recipe)),
            made_at=made_at,
            items=tuple(map(kept_of, items)),
        )

    def make(self, recipe: Recipe, contents: Sequence[Content], scope: frozenset[str]) -> str:
        """Keep items and a paper of them, and return the id of the paper."""
        with self._database.change() as rows:
            keys = taken_in(rows, contents, scope, self._bank.clock())
            return self._insert(rows, recipe, keys)

    def gather(self, title: str, items: Sequence[str]) -> str:
        """Make a paper of items of the bank, and return its id."""
        keys = [self._bank.item(key).id for key in dict.fromkeys(items)]
        with self._database.change() as rows:
            return self._insert(rows, Recipe(title=_titled(title)), keys)

    def rename(self, paper_id: str, title: str) -> None:
        """Give a paper another title."""
        paper = self.paper(paper_id)
        told = _json(replace(paper.recipe, title=_titled(title)))
        with self._database.change() as rows:
            rows.execute("UPDATE quiz_papers SET recipe = ? WHERE id = ?", (told, paper_id))

    def remove(self, paper_id: str) -> None:
        """Delete a paper; its items stay in the bank."""
        with self._database.change() as rows:
            rows.execute("DELETE FROM quiz_papers WHERE id = ?", (paper_id,))

    def move(self, paper_id: str, item_id: str, by: int) -> None:
        """Move an item up (-1) or down (1); at the ends it stays."""
        with self._database.change() as rows:
            keys = _order(rows, paper_id)
            at = keys.index(item_id) if item_id in keys else -1
            if at < 0 or not 0 <= at + by < len(keys):
                return
            keys.insert(at + by, keys.pop(at))
            _number(rows, paper_id, keys)

    def put(self, paper_id: str, items: Sequence[str]) -> None:
        """Put items of the bank at the end of a paper; those that it has already stay."""
        with self._database.change() as rows:
            start = len(_order(rows, paper_id))
            every = [(paper_id, key, start + n) for n, key in enumerate(items)]
            rows.executemany(_PUT, every)
            _number(rows, paper_id, _order(rows, paper_id))

    def swap(self, paper_id: str, item_id: str, other: Content, scope: frozenset[str]) -> str:
        """Put another item in the place of one, and return the id of the new one."""
        with self._database.change() as rows:
            (key,) = taken_in(rows, (other,), scope, self._bank.clock())
            keys = [key if one == item_id else one for one in _order(rows, paper_id)]
            _take_out(rows, paper_id, item_id)
            rows.execute(_PUT, (paper_id, key, 0))
            _number(rows, paper_id, keys)
        return key

    def take_out(self, paper_id: str, item_id: str) -> None:
        """Take an item out of a paper; it stays in the bank."""
        with self._database.change() as rows:
            _take_out(rows, paper_id, item_id)
            _number(rows, paper_id, _order(rows, paper_id))

    def _insert(self, rows: sqlite3.Connection, recipe: Recipe, keys: Sequence[str]) -> str:
        paper_id = self._fresh()
        values = (paper_id, _json(recipe), self._bank.clock())
        rows.execute("INSERT INTO quiz_papers (id, recipe, made_at) VALUES (?, ?, ?)", values)
        rows.executemany(_PUT, [(paper_id, key, n) for n, key in enumerate(keys)])
        return paper_id


def _order(rows: sqlite3.Connection, paper_id: str) -> list[str]:
    return [key for (key,) in rows.execute(_ORDER, (paper_id,))]


def _number(rows: sqlite3.Connection, paper_id: str, keys: Sequence[str]) -> None:
    rows.executemany(_SET, [(n, paper_id, key) for n, key in enumerate(keys)])


def _take_out(rows: sqlite3.Connection, paper_id: str, item_id: str) -> None:
    rows.execute("DELETE FROM quiz_places WHERE paper_id = ? AND item_id = ?", (paper_id, item_id))


def _titled(title: str) -> str:
    told = one_line(title)
    if not told or len(told) > LONGEST_TITLE:
        raise LackingError(Lack.TOO_LONG if told else Lack.TITLE)
    return told


def _json(recipe: Recipe) -> str:
    wish = recipe.wish
    return dumped(
        {
            "title": recipe.title,
            "documents": sorted(recipe.scope.documents),
            "section": recipe.scope.section,
            "count": wish.count,
            "kinds": [kind.value for kind in wish.kinds],
            "difficulty": wish.difficulty.value if wish.difficulty else "",
            "seed": wish.seed,
            "rejected": dict(recipe.rejected),
        }
    )


def _recipe(record: dict[str, Any]) -> Recipe:
    level = record["difficulty"]
    return Recipe(
        title=record["title"],
        scope=Scope(frozenset(record["documents"]), record["section"]),
        wish=Wish(
            count=record["count"],
            kinds=tuple(map(Kind, record["kinds"])),
            difficulty=Difficulty(level) if level else None,
            seed=record["seed"],
        ),
        rejected=record["rejected"],
    )
