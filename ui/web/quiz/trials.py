"""Papers being taken, as the server remembers them: nothing of the key is in the browser."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field, replace
from secrets import token_urlsafe
from threading import Lock

from assistant.quiz.bank.kept import Kept, Paper, Status
from assistant.quiz.bank.marking import Given, is_right
from ui.errors import LostTrialError

MOST_TRIALS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A paper as it was when somebody began to take it; `given` are the answers so far."""

    paper: str
    title: str
    items: tuple[Kept, ...]
    drafts: bool = False
    given: tuple[Given | None, ...] = ()
    key: str = field(default_factory=lambda: token_urlsafe(16))

    @property
    def right(self) -> int:
        """How many answers are right."""
        return sum(map(self.is_right, range(len(self.items))))

    @property
    def first_open(self) -> int | None:
        """The first item without an answer; None when all have one."""
        return next((n for n, one in enumerate(self.given) if one is None), None)

    def is_right(self, n: int) -> bool:
        """Tell whether the answer to an item is right; one that was not given is not."""
        given = self.given[n]
        return given is not None and is_right(self.items[n].content, given)

    def answered(self, n: int, given: Given) -> Trial:
        """Return the trial with an answer; the first one to an item counts."""
        answers = list(self.given)
        answers[n] = answers[n] or given
        return replace(self, given=tuple(answers))


def trial_of(paper: Paper) -> Trial | None:
    """Return a trial of the approved items, of the drafts where none is; None without either."""
    drafts = tuple(one for one in paper.items if one.status is Status.DRAFT)
    items = paper.approved or drafts
    if not items:
        return None
    return Trial(
        paper=paper.id,
        title=paper.title,
        items=items,
        drafts=not paper.approved,
        given=(None,) * len(items),
    )


class Trials:
    """The trials of this process; the least recently used one goes first."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Trial] = OrderedDict()
        self._lock = Lock()

    def of(self, key: str, number: int = 1) -> Trial:
        """Return a trial that has an item of that number (from 1).

        Raises:
            LostTrialError: it is not known any more, or has no such item.
        """
        with self._lock:
            trial = self._kept.get(key)
        if trial is None or not 1 <= number <= len(trial.items):
            raise LostTrialError(key)
        return trial

    def put(self, trial: Trial) -> None:
        """Remember a trial as it is now."""
        with self._lock:
            self._kept[trial.key] = trial
            self._kept.move_to_end(trial.key)
            while len(self._kept) > MOST_TRIALS:
                self._kept.popitem(last=False)
