"""The conversations of a library's users; everybody sees one's own, and only those."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from secrets import token_urlsafe
from threading import Lock

from corpus.database import Database
from corpus.syllables import syllables
from ui.people.users import now
from ui.talks.errors import UnknownTalkError
from ui.talks.exchange import Exchange, Stage, Talk, Verdict
from ui.talks.records import DocumentOf
from ui.talks.tables import (
    CHANGE,
    EXCHANGES,
    PUT,
    Row,
    change_row,
    create,
    exchange_of,
    put_row,
)

MOST_EXCHANGES = 200  # in one conversation
MOST_LISTED = 200
LONGEST_TITLE = 120
LONGEST_REASON = 1000
_TALK = (
    "SELECT t.id, t.title, t.pinned, t.began_at, t.changed_at,"
    " (SELECT count(*) FROM exchanges e WHERE e.talk_id = t.id) FROM talks t"
)


class Talks:
    """The conversations in a database; what is being answered is in memory until it is whole."""

    def __init__(
        self, database: Database, document_of: DocumentOf, clock: Callable[[], str] = now
    ) -> None:
        self.database, self.document_of, self.clock = database, document_of, clock
        self._live: dict[str, Exchange] = {}
        self._lock = Lock()
        with database.change() as rows:
            create(rows)

    @classmethod
    def open(cls, library: Path, document_of: DocumentOf) -> Talks:
        """Open the conversations in the database of a library, with a connection of its own.

        Raises:
            DamagedLibraryError, NewerLibraryError, UnusableStateError: as for the library.
        """
        return cls(Database.open(library), document_of)

    def close(self) -> None:
        """Close the database; closing twice does nothing."""
        self.database.close()

    # --- reading

    def of(self, owner: str, talk_id: str) -> tuple[Exchange, ...]:
        """Return a conversation, oldest exchange first.

        Raises:
            UnknownTalkError: there is none of this owner.
        """
        self.talk(owner, talk_id)
        rows = self.database.rows(f"{EXCHANGES} WHERE t.id = ? ORDER BY e.n", (talk_id,))
        return tuple(map(self._exchange, rows))

    def exchange(self, owner: str, exchange_id: str) -> Exchange:
        """Return one exchange.

        Raises:
            UnknownTalkError: there is none of this owner.
        """
        asked = f"{EXCHANGES} WHERE e.id = ? AND t.owner = ?"
        found = self.database.rows(asked, (exchange_id, owner))
        if not found:
            raise UnknownTalkError(exchange_id)
        return self._exchange(found[0])

    def talk(self, owner: str, talk_id: str) -> Talk:
        """Return the line of a conversation.

        Raises:
            UnknownTalkError: there is none of this owner.
        """
        found = self.database.rows(f"{_TALK} WHERE t.id = ? AND t.owner = ?", (talk_id, owner))
        if not found:
            raise UnknownTalkError(talk_id)
        return _talk(found[0])

    def find(self, owner: str, words: str = "", most: int = MOST_LISTED) -> tuple[Talk, ...]:
        """Return conversations in which every word occurs, pinned ones first, then the latest."""
        where, values = ["t.owner = ?"], [owner]
        for word in syllables(words):
            within = "SELECT 1 FROM exchanges e WHERE e.talk_id = t.id AND instr(e.words, ?)"
            where.append(f"EXISTS ({within})")
            values.append(f" {word} ")
        order = "ORDER BY t.pinned DESC, t.changed_at DESC, t.id LIMIT ?"
        rows = self.database.rows(f"{_TALK} WHERE {' AND '.join(where)} {order}", (*values, most))
        return tuple(map(_talk, rows))

    def judged(self, most: int = MOST_LISTED) -> tuple[tuple[str, Exchange], ...]:
        """Return what readers judged, of all owners, latest first: (when, exchange)."""
        asked = f"{EXCHANGES} WHERE v.good IS NOT NULL ORDER BY v.at DESC, e.id LIMIT ?"
        return tuple((row[7], self._exchange(row)) for row in self.database.rows(asked, (most,)))

    # --- asking

    def begin(self, owner: str, talk_id: str, exchange: Exchange) -> str:
        """Add an exchange to a conversation, a new one when `talk_id` is ""; return its id.

        Raises:
            UnknownTalkError: there is no such conversation of this owner, or it is full.
        """
        kept = replace(exchange, at=exchange.at or self.clock())
        with self.database.change() as rows:
            key = talk_id or token_urlsafe(9)
            if not talk_id:
                title = " ".join(exchange.question.split())[:LONGEST_TITLE]
                values = (key, owner, title, 0, kept.at, kept.at)
                rows.execute("INSERT INTO talks VALUES (?, ?, ?, ?, ?, ?)", values)
            known = "SELECT count(e.id) FROM talks t LEFT JOIN exchanges e ON e.talk_id = t.id"
            asked = f"{known} WHERE t.id = ? AND t.owner = ? GROUP BY t.id"
            found = rows.execute(asked, (key, owner)).fetchone()
            if not found or found[0] >= MOST_EXCHANGES:
                raise UnknownTalkError(key)
            rows.execute(PUT, put_row(key, found[0] + 1, kept))
            rows.execute("UPDATE talks SET changed_at = ? WHERE id = ?", (kept.at, key))
        with self._lock:
            self._live[kept.id] = kept
        return key

    def update(self, exchange: Exchange) -> bool:
        """Put `exchange` in the place of what it was before; tell whether it was still wanted.

        One that was stopped or deleted stays as it is. It is written when it has come to its end.
        """
        with self._lock:
            before = self._live.get(exchange.id)
            if before is None:
                return False
            self._live[exchange.id] = exchange
            if exchange.stage is not Stage.ASKED:
                del self._live[exchange.id]
        if exchange.stage is not Stage.ASKED:
            self._write(exchange)
        return True

    def stop(self, owner: str, talk_id: str) -> Exchange | None:
        """Mark the last exchange as stopped, unless it had come to its end; return it as it is."""
        last = next(reversed(self.of(owner, talk_id)), None)
        if last is None:
            return None
        self.settle(last.id)
        return self.exchange(owner, last.id)

    def settle(self, exchange_id: str) -> None:
        """Mark an exchange as stopped, unless it had come to its end."""
        with self._lock:
            live = self._live.get(exchange_id)
        if live:
            self.update(replace(live, stage=Stage.STOPPED, note=""))

    # --- keeping

    def rename(self, owner: str, talk_id: str, title: str) -> None:
        """Give a conversation another title; an empty one changes nothing."""
        self.talk(owner, talk_id)
        words = " ".join(title.split())[:LONGEST_TITLE]
        if words:
            self._change("UPDATE talks SET title = ? WHERE id = ?", (words, talk_id))

    def pin(self, owner: str, talk_id: str, *, pinned: bool) -> None:
        """Pin a conversation: it stands first and does not expire."""
        self.talk(owner, talk_id)
        self._change("UPDATE talks SET pinned = ? WHERE id = ?", (int(pinned), talk_id))

    def remove(self, owner: str, talk_id: str) -> None:
        """Delete a conversation for good: nothing of it stays in the file."""
        self.talk(owner, talk_id)
        self._change("DELETE FROM talks WHERE id = ?", (talk_id,))
        self.database.flush()

    def clear(self, owner: str) -> None:
        """Delete every conversation of an owner for good."""
        self._change("DELETE FROM talks WHERE owner = ?", (owner,))
        self.database.flush()

    def expire(self, days: int) -> int:
        """Delete what nobody went on with for some days and did not pin; return how many."""
        oldest = datetime.fromisoformat(self.clock()) - timedelta(days=days)
        limit = oldest.astimezone(UTC).isoformat(timespec="seconds")
        with self.database.change() as rows:
            gone = rows.execute("DELETE FROM talks WHERE pinned = 0 AND changed_at < ?", (limit,))
        if gone.rowcount:
            self.database.flush()
        return gone.rowcount

    def adopt(self, owner: str) -> None:
        """Give what was asked while there were no users to a user, the first one."""
        self._change("UPDATE talks SET owner = ? WHERE owner = ''", (owner,))

    def judge(self, owner: str, exchange_id: str, verdict: Verdict) -> Exchange:
        """Keep what its reader says of an answer, in place of what was said before.

        Raises:
            UnknownTalkError: there is no such exchange of this owner.
        """
        found = self.exchange(owner, exchange_id)
        reason = verdict.reason.strip()[:LONGEST_REASON]
        values = (exchange_id, int(verdict.good), reason, verdict.about, self.clock())
        self._change("INSERT OR REPLACE INTO verdicts VALUES (?, ?, ?, ?, ?)", values)
        return replace(found, verdict=replace(verdict, reason=reason))

    def _exchange(self, row: Row) -> Exchange:
        with self._lock:
            live = self._live.get(row[0])
        found = live or exchange_of(row, self.document_of)
        if live is None and found.stage is Stage.ASKED:  # the program ended before the answer did
            return replace(found, stage=Stage.STOPPED, note="")
        return found

    def _write(self, exchange: Exchange) -> None:
        self._change(CHANGE, change_row(exchange))

    def _change(self, sql: str, values: Row) -> None:
        with self.database.change() as rows:
            rows.execute(sql, values)


def _talk(row: Row) -> Talk:
    key, title, pinned, began, changed, count = row
    return Talk(
        id=key,
        title=title,
        pinned=bool(pinned),
        began_at=began,
        changed_at=changed,
        exchanges=count,
    )
