"""Users, sessions, tokens and the audit log, as one thing that is opened and closed."""

from __future__ import annotations

from pathlib import Path

from corpus.database import Database
from ui.people.audit import Audit
from ui.people.passwords import Passwords
from ui.people.sessions import Sessions
from ui.people.tokens import Tokens
from ui.people.tries import Tries
from ui.people.users import Users


class People:
    """What is kept of the people who use a library, with a connection of its own."""

    def __init__(self, database: Database, passwords: Passwords | None = None) -> None:
        self.database = database
        self.users = Users(database, passwords or Passwords())
        self.sessions = Sessions(database)
        self.tokens = Tokens(database)
        self.tries = Tries(self.users)
        self.audit = Audit(database)

    @classmethod
    def open(cls, library: Path, passwords: Passwords | None = None) -> People:
        """Open what the database of a library keeps of people.

        Raises:
            DamagedLibraryError, NewerLibraryError, UnusableStateError: as for the library.
        """
        return cls(Database.open(library), passwords)

    def alone(self) -> bool:
        """Tell whether there are no users: whoever works at this machine may do everything."""
        return not self.users.exist()

    def close(self) -> None:
        """Close the database; closing twice does nothing."""
        self.database.close()
