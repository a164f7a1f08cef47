"""Users, sessions, tokens, tries and the audit log, each with a clock that is told the time."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

import pytest

from ui.fakes import fake_database
from ui.people import sessions, tries
from ui.people.audit import Audit, Deed
from ui.people.errors import Bar, PeopleError
from ui.people.passwords import SHORTEST, Passwords, generated
from ui.people.role import Person, Right, Role
from ui.people.sessions import Sessions
from ui.people.tokens import MOST, PREFIX, Tokens
from ui.people.tries import FREE, FREE_ADDRESS, Tries
from ui.people.users import Users

SECRET = "mot hai ba bon"  # noqa: S105 - of nobody


@dataclass
class Clock:
    """A time that passes when it is told."""

    at: float = 1_000_000.0

    def __call__(self) -> float:
        return self.at

    def wait(self, seconds: float) -> None:
        self.at += seconds


@pytest.fixture
def users() -> Users:
    return Users(fake_database(), Passwords.quick())


@pytest.fixture
def an(users: Users) -> Person:
    return users.add("an", Role.READER, SECRET)


def why(error: pytest.ExceptionInfo[PeopleError]) -> Bar:
    return error.value.why


def test_a_user_is_known_by_name_and_password_only(users: Users, an: Person) -> None:
    assert users.check(" AN ", SECRET) == an
    assert users.check("an", SECRET + "x") is None
    assert users.check("binh", SECRET) is None


def test_passwords_are_kept_as_argon2id_hashes_only(users: Users, an: Person) -> None:
    (kept,) = users.database.rows("SELECT password FROM users")
    assert an.name == "an"
    assert kept[0].startswith("$argon2id$")
    assert SECRET not in kept[0]


@pytest.mark.parametrize("name", ["", " ", "-an", "a b", "a/b", "<b>", "a" * 61, "an\n"])
def test_what_cannot_be_a_name_is_refused(users: Users, name: str) -> None:
    if name == "an\n":  # blanks around a name are taken off
        assert users.add(name, Role.READER, SECRET).name == "an"
        return
    with pytest.raises(PeopleError) as error:
        users.add(name, Role.READER, SECRET)
    assert why(error) is Bar.NAME


def test_a_name_is_taken_whatever_its_capitals(users: Users, an: Person) -> None:
    with pytest.raises(PeopleError) as error:
        users.add(an.name.upper(), Role.TRAINER, SECRET)
    assert why(error) is Bar.TAKEN


@pytest.mark.parametrize(("password", "bar"), [("x" * 11, Bar.SHORT), ("x" * 201, Bar.LONG)])
def test_a_password_has_a_length(users: Users, password: str, bar: Bar) -> None:
    with pytest.raises(PeopleError) as error:
        users.add("an", Role.READER, password)
    assert why(error) is bar


def test_a_generated_password_is_long_and_never_the_same() -> None:
    made = {generated() for _ in range(50)}
    assert len(made) == 50
    assert min(map(len, made)) >= SHORTEST


def test_the_last_administrator_stays_one(users: Users) -> None:
    users.add("quantri", Role.ADMINISTRATOR, SECRET)
    with pytest.raises(PeopleError) as error:
        users.assign("quantri", Role.READER)
    assert why(error) is Bar.LAST
    with pytest.raises(PeopleError) as error:
        users.remove("quantri")
    assert why(error) is Bar.LAST
    users.add("binh", Role.ADMINISTRATOR, SECRET)
    users.remove("quantri")
    assert [user.name for user in users.all()] == ["binh"]


def test_roles_give_rights_and_only_an_administrator_has_them_all() -> None:
    rights = {role: {right for right in Right if Person("an", role).may(right)} for role in Role}
    assert rights[Role.READER] == {Right.ASK}
    assert rights[Role.TRAINER] == {Right.ASK, Right.QUIZ}
    assert rights[Role.EVALUATOR] == {Right.ASK, Right.MEASURE}
    assert rights[Role.LIBRARIAN] == {Right.ASK, Right.KEEP}
    assert rights[Role.ADMINISTRATOR] == set(Right)


def test_a_session_ends_after_its_time_without_use_or_when_it_is_ended(
    users: Users, an: Person
) -> None:
    clock = Clock()
    kept = Sessions(users.database, clock)
    token = kept.begin(an)
    clock.wait(sessions.IDLE - 1)
    assert kept.person(token) == an
    clock.wait(sessions.IDLE - 1)
    assert kept.person(token) == an
    clock.wait(sessions.IDLE + 1)
    assert kept.person(token) is None
    again = kept.begin(an)
    kept.end(again)
    assert kept.person(again) is None


def test_a_session_does_not_outlive_its_longest_time(users: Users, an: Person) -> None:
    clock = Clock()
    kept = Sessions(users.database, clock)
    token = kept.begin(an)
    for _ in range(int(sessions.LONGEST // 3600)):
        clock.wait(3600)
        last = kept.person(token)
    assert last is None


def test_sessions_and_tokens_are_kept_as_digests_only(users: Users, an: Person) -> None:
    session = Sessions(users.database).begin(an)
    token = Tokens(users.database).make("an", "máy của tôi")
    kept = str(users.database.rows("SELECT * FROM sessions"))
    kept += str(users.database.rows("SELECT * FROM tokens"))
    assert token.startswith(PREFIX)
    assert session not in kept
    assert token not in kept


def test_a_new_role_holds_at_once_and_a_new_password_ends_the_sessions(
    users: Users, an: Person
) -> None:
    kept = Sessions(users.database)
    token = kept.begin(an)
    users.assign("an", Role.TRAINER)
    assert kept.person(token) == Person("an", Role.TRAINER)
    users.renew("an", SECRET + " nam")
    assert kept.person(token) is None


def test_a_token_is_its_users_until_it_is_revoked_or_the_user_removed(
    users: Users, an: Person
) -> None:
    tokens = Tokens(users.database)
    first, second = tokens.make("an", "a"), tokens.make("an", "b")
    users.add("binh", Role.ADMINISTRATOR, SECRET)
    (one,) = [token for token in tokens.of("an") if token.label == "a"]

    tokens.revoke("binh", one.id)
    assert tokens.person(first) == an
    tokens.revoke("an", one.id)
    assert tokens.person(first) is None
    users.remove("an")
    assert tokens.person(second) is None


def test_a_user_has_so_many_tokens_and_each_a_label(users: Users, an: Person) -> None:
    tokens = Tokens(users.database)
    with pytest.raises(PeopleError) as error:
        tokens.make(an.name, "  ")
    assert why(error) is Bar.LABEL
    for number in range(MOST):
        tokens.make("an", str(number))
    with pytest.raises(PeopleError) as error:
        tokens.make("an", "one more")
    assert why(error) is Bar.FEW


def tried(tries_: Tries, password: str, source: str = "10.0.0.1", name: str = "an") -> Bar | None:
    try:
        tries_.sign_in(name, password, source)
    except PeopleError as error:
        return error.why
    return None


def test_five_tries_then_delays_that_double(users: Users, an: Person) -> None:
    clock = Clock()
    gate = Tries(users, clock)
    assert an.name == "an"
    assert [tried(gate, "wrong") for _ in range(FREE)] == [Bar.WRONG] * FREE
    assert tried(gate, SECRET) is Bar.WAIT
    clock.wait(tries.FIRST_DELAY)
    assert tried(gate, "wrong") is Bar.WRONG
    clock.wait(tries.FIRST_DELAY)
    assert tried(gate, SECRET) is Bar.WAIT
    clock.wait(tries.FIRST_DELAY)
    assert tried(gate, SECRET) is None
    assert tried(gate, "wrong") is Bar.WRONG


def test_nobody_is_shut_out_by_a_stranger(users: Users, an: Person) -> None:
    gate = Tries(users, Clock())
    for _ in range(FREE + 3):
        tried(gate, "wrong", "10.0.0.9")
    assert tried(gate, SECRET, "10.0.0.9") is Bar.WAIT
    assert tried(gate, SECRET, "10.0.0.1") is None
    assert an.role is Role.READER


def test_a_restart_does_not_forget_tries_and_many_names_count_together(users: Users) -> None:
    clock = Clock()
    for number in range(FREE_ADDRESS):
        assert tried(Tries(users, clock), "wrong", name=f"n{number}") is Bar.WRONG
    assert tried(Tries(users, clock), "wrong", name="another") is Bar.WAIT
    clock.wait(tries.FORGOTTEN + 1)
    assert tried(Tries(users, clock), "wrong", name="another") is Bar.WRONG


def test_the_audit_log_only_grows(users: Users) -> None:
    audit = Audit(users.database, lambda: "2026-11-23T08:00:00+00:00")
    for deed in (Deed.SIGNED_IN, Deed.ASKED, Deed.EXPORTED):
        audit.record("an", deed, "x", "10.0.0.1")
    assert [entry.deed for entry in audit.last(2)] == [Deed.EXPORTED, Deed.ASKED]
    assert [entry.n for entry in audit.all()] == [1, 2, 3]
    assert audit.altered() is None
    for change in ("UPDATE audit SET who = 'binh'", "DELETE FROM audit"):
        with pytest.raises(sqlite3.IntegrityError), users.database.change() as rows:
            rows.execute(change)


@pytest.mark.parametrize(
    ("change", "first"),
    [
        ("UPDATE audit SET who = 'binh' WHERE n = 2", 2),
        ("DELETE FROM audit WHERE n = 2", 2),
        ("UPDATE audit SET digest = 'x' WHERE n = 3", 3),
    ],
)
def test_who_alters_the_log_behind_our_back_is_seen(users: Users, change: str, first: int) -> None:
    audit = Audit(users.database)
    for number in range(4):
        audit.record("an", Deed.ASKED, str(number))
    with users.database.change() as rows:
        rows.execute("DROP TRIGGER audit_stays")
        rows.execute("DROP TRIGGER audit_is_kept")
        rows.execute(change)
    assert audit.altered() == first
