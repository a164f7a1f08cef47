"""`python -m ui.load`: users at once over the shipped texts; times, errors, crossings, memory.

The questions are those of the shipped gold set. Half of the users ask through the page's queue,
half through the API; nobody waits between two questions. What the page shows names its
conversation: another one in it is a crossing. In the middle a backup is taken; restored, it answers
as the library does.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from html import unescape
from pathlib import Path

from corpus.backup import back_up
from ui.load.office import answers, asked_in_gold, furnished, memory, restored_answers, served
from ui.load.tally import Tally
from ui.load.visitor import RefusedError, Visitor

_TALK = re.compile(r'data-talk="([^"]+)"')
_NEW = 4  # questions of one conversation
_LOOK = 10.0  # seconds between two looks at the memory


def main() -> int:
    """Measure and print one JSON line; 1 when there was an error or a crossing."""
    parser = argparse.ArgumentParser(prog="python -m ui.load", description=__doc__)
    parser.add_argument("--users", type=int, default=20)
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--port", type=int, default=7899)
    options = parser.parse_args()
    tally, some = Tally(), asked_in_gold()[:50]
    with tempfile.TemporaryDirectory(prefix="hoiquyche-load-") as work:
        home, backup = Path(work) / "home", Path(work) / "backup.zip"
        passwords = furnished(home, options.users)
        with served(home, options.port) as pid:
            over = _started(tally, passwords, options.port)
            for look in range(int(options.minutes * 60 / _LOOK)):
                time.sleep(_LOOK)
                tally.memory.append((tally.requests, memory(pid)))
                if look == int(options.minutes * 60 / _LOOK) // 2:
                    back_up(home, backup)
            over()
        same = answers(home, some) == restored_answers(backup, some)
    print(json.dumps(_told(options, tally, same=same)))
    return 0 if same and not tally.errors and not tally.crossings else 1


def _started(tally: Tally, passwords: dict[str, str], port: int) -> Callable[[], None]:
    """Let every user begin to ask; what is returned ends it."""
    over = threading.Event()
    threads = [
        threading.Thread(target=_use, args=(Visitor("127.0.0.1", port, name), words, tally, over))
        for name, words in passwords.items()
    ]
    for thread in threads:
        thread.start()

    def end() -> None:
        over.set()
        for thread in threads:
            thread.join(120)

    return end


def _use(visitor: Visitor, password: str, tally: Tally, over: threading.Event) -> None:
    """Ask one question after the other until it is over."""
    number = int(visitor.name[-2:])
    try:
        visitor.sign_in(password)
    except (OSError, RefusedError) as error:
        tally.fail(error)
        return
    turn = 0
    while not over.is_set():
        turn += 1
        if turn % _NEW == 0:
            visitor.talk = ""
        try:
            _ask(visitor, number, turn, tally)
        except (OSError, RefusedError, ValueError) as error:
            tally.fail(error)


def _ask(visitor: Visitor, number: int, turn: int, tally: Tally) -> None:
    questions = asked_in_gold()
    question = questions[(101 * number + turn) % len(questions)]
    begun, before = time.perf_counter(), visitor.requests
    if number % 2:
        visitor.ask_api(question)
        crossed = False
    else:
        shown = visitor.ask(question)
        crossed = set(_TALK.findall(shown)) != {visitor.talk} or question[:20] not in unescape(
            shown
        )
    seconds = time.perf_counter() - begun
    tally.note(seconds, visitor.requests - before, crossed=crossed)


def _told(options: argparse.Namespace, tally: Tally, *, same: bool) -> dict[str, object]:
    return {
        "users": options.users,
        "minutes": options.minutes,
        "questions": len(tally.seconds),
        "requests": tally.requests,
        "errors": len(tally.errors),
        "first_errors": tally.errors[:3],
        "crossings": tally.crossings,
        "p50_s": round(tally.quantile(0.5), 3),
        "p95_s": round(tally.quantile(0.95), 3),
        "memory_mib": [round(mib) for _, mib in (tally.memory[0], tally.memory[-1])],
        "growth_mib_per_1000_requests": round(tally.growth(), 1),
        "backup_answers_the_same": same,
    }


if __name__ == "__main__":
    sys.exit(main())
