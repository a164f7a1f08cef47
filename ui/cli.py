"""The command line: `hoiquyche ask | search | add | list | show | remove | rebuild | quiz | …`.

Exit codes: 0 done, 1 a check or gate failed, 2 wrong use, 3 the state folder needs repair or is
in use. Results go to stdout; progress and errors to stderr.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from assistant.settings import Settings, load_settings
from corpus.errors import HoiQuyCheError, LibraryLockedError, StateError
from ui import failures
from ui.commands import (
    answers,
    backups,
    embedders,
    graph,
    keeping,
    library,
    questions,
    quizzes,
    serving,
    users,
    wording,
)
from ui.commands.given import WRONG_USE, Parser

Command = Callable[[argparse.Namespace, Settings], int]
NEEDS_REPAIR, INTERRUPTED = 3, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    options = parser().parse_args(answers.spelled(given))
    command: Command = options.command
    try:
        return command(options, load_settings(os.environ))
    except HoiQuyCheError as error:
        print(failures.sentence(error), file=sys.stderr)
        return exit_code(error)
    except BrokenPipeError:
        # the reader of our output went away (`hoiquyche list | head`): nothing is wrong
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED


def exit_code(error: HoiQuyCheError) -> int:
    """Return the exit code that an error stands for."""
    return NEEDS_REPAIR if isinstance(error, StateError | LibraryLockedError) else WRONG_USE


def parser() -> Parser:
    """Return the parser of the whole command line."""
    top = Parser(prog="hoiquyche", description=wording.DESCRIPTION)
    commands = top.add_subparsers(required=True, metavar=wording.COMMAND, title=wording.COMMANDS)
    every = (
        questions,
        library,
        keeping,
        graph,
        quizzes,
        answers,
        embedders,
        users,
        backups,
        serving,
    )
    for module in every:
        module.register(commands)
    return top


if __name__ == "__main__":
    sys.exit(main())
