"""`users`: who may use the page; works while the page is being served."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from contextlib import closing

from assistant.settings import Settings
from corpus.document import Document
from corpus.errors import UnknownDocumentError
from corpus.state import StateFolder, private_folder
from ui.commands import operating_wording as w
from ui.commands import wording
from ui.commands.output import print_json
from ui.people.audit import Deed
from ui.people.passwords import generated
from ui.people.people import People
from ui.people.role import Role
from ui.people.users import tidy
from ui.talks.talks import Talks

SOURCE = "hoiquyche users"  # where from, in the audit log


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `users`."""
    users = commands.add_parser("users", help=w.USERS, description=w.USERS)
    ways = users.add_subparsers(required=True, metavar=wording.COMMAND, title=wording.COMMANDS)
    listed = ways.add_parser("list", help=w.USERS_LIST)
    listed.add_argument("--json", action="store_true", help=wording.JSON_HELP)
    listed.set_defaults(command=run_list)
    add = ways.add_parser("add", help=w.USERS_ADD)
    _with_role(add)
    _with_password(add)
    add.set_defaults(command=run_add)
    role = ways.add_parser("role", help=w.USERS_ROLE)
    _with_role(role)
    role.set_defaults(command=run_role)
    password = ways.add_parser("password", help=w.USERS_PASSWORD)
    password.add_argument("name", metavar="TÊN")
    _with_password(password)
    password.set_defaults(command=run_password)
    remove = ways.add_parser("remove", help=w.USERS_REMOVE)
    remove.add_argument("name", metavar="TÊN")
    remove.set_defaults(command=run_remove)


def run_list(options: argparse.Namespace, settings: Settings) -> int:
    """Print the users by name."""
    with closing(_opened(settings)) as people:
        users = people.users.all()
    if options.json:
        told = [{"name": u.name, "role": u.role.value, "created_at": u.created_at} for u in users]
        print_json({"users": told})
        return 0
    for user in users:
        print(f"{user.name}\t{user.role.value}\t{user.created_at}")
    return 0


def run_add(options: argparse.Namespace, settings: Settings) -> int:
    """Add a user; a password that was made is printed, this once."""
    password = _password(options)
    with closing(_opened(settings)) as people:
        first = people.alone()
        role = Role.ADMINISTRATOR if first and not options.role else Role(options.role or "reader")
        person = people.users.add(options.name, role, password or (made := generated()))
        _told(people, Deed.ADDED, person.name)
    print(w.user_added(person.name, role.value), file=sys.stderr)
    if not password:
        print(made)
    return 0


def run_role(options: argparse.Namespace, settings: Settings) -> int:
    """Give a user another role."""
    with closing(_opened(settings)) as people:
        people.users.assign(options.name, Role(options.role or "reader"))
        _told(people, Deed.CHANGED, options.name)
    return 0


def run_password(options: argparse.Namespace, settings: Settings) -> int:
    """Give a user another password; one that was made is printed, this once."""
    password = _password(options)
    with closing(_opened(settings)) as people:
        people.users.renew(options.name, password or (made := generated()))
        _told(people, Deed.CHANGED, options.name)
    if not password:
        print(made)
    return 0


def run_remove(options: argparse.Namespace, settings: Settings) -> int:
    """Remove a user with sessions, tokens and conversations."""
    with closing(_opened(settings)) as people:
        people.users.remove(options.name)
        Talks(people.database, _unasked).clear(tidy(options.name))
        _told(people, Deed.REMOVED, options.name)
    return 0


def _opened(settings: Settings) -> People:
    """Open the users; the state folder may be another process's: SQLite keeps changes apart."""
    private_folder(settings.home)
    return People.open(StateFolder(settings.home).library)


def _unasked(document_id: str) -> Document:
    raise UnknownDocumentError(document_id)  # no conversation is read here


def _told(people: People, deed: Deed, name: str) -> None:
    who = getpass.getuser() if os.environ.get("USER") or os.environ.get("LOGNAME") else "?"
    people.audit.record("", deed, f"user {name}", f"{SOURCE} ({who})")


def _password(options: argparse.Namespace) -> str:
    """Return the password that was given: behind the option, or on the standard input for "-"."""
    given: str = options.password or ""
    return sys.stdin.readline().rstrip("\r\n") if given == "-" else given


def _with_role(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="TÊN")
    parser.add_argument("--role", choices=[role.value for role in Role], help=w.USERS_WHAT)


def _with_password(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--password", metavar="MẬT-KHẨU", help=w.USERS_GIVEN)
