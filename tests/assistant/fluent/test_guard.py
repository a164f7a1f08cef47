"""The limits of a model: its time, its rest, its places, its tokens."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.fluent.guard import Budget, Guarded, Limits
from assistant.fluent.model import Fault, Message, ModelError
from tests.assistant.fluent.scripted import Clock, Scripted

ASKED = (Message("user", "Hỏi"),)


def guarded(model: Scripted, limits: Limits | None = None) -> Guarded:
    return Guarded(model, limits or Limits(retries=0), model.clock, model.clock.sleep)


def fault_of(model: Guarded) -> Fault | None:
    try:
        list(model.stream(ASKED))
    except ModelError as error:
        return error.fault
    return None


def test_what_takes_too_long_is_ended() -> None:
    model = Scripted([["a", 40.0, "b", 40.0, "c", 40.0, "d"]])

    with pytest.raises(ModelError) as error:
        list(guarded(model, Limits(seconds=60)).stream(ASKED))

    assert error.value.fault is Fault.SLOW
    assert model.closed == 1


def test_a_server_that_is_not_reached_is_tried_again_unless_it_has_begun() -> None:
    late = Scripted([[Fault.UNREACHABLE], ["ok"]])
    begun = Scripted([["o", Fault.UNREACHABLE], ["ok"]])

    assert [p.text for p in guarded(late, Limits(retries=1)).stream(ASKED)] == ["ok"]
    assert fault_of(guarded(begun, Limits(retries=1))) is Fault.UNREACHABLE
    assert len(begun.asked) == 1


def test_after_three_faults_a_model_is_left_alone_for_a_while() -> None:
    model = Scripted([[Fault.BROKEN], [Fault.BROKEN], [Fault.BROKEN], [Fault.BROKEN], ["ok"]])
    guard = guarded(model, Limits(retries=0, rest=30))

    assert [fault_of(guard) for _ in range(4)] == [Fault.BROKEN] * 3 + [Fault.RESTING]
    model.clock.now += 31
    assert fault_of(guard) is Fault.BROKEN
    model.clock.now += 31
    assert fault_of(guard) is Fault.RESTING  # twice as long
    model.clock.now += 31
    assert fault_of(guard) is None
    assert guard.breaker.faults == 0


def test_only_so_many_write_at_once() -> None:
    model = Scripted([["a", "b"]])
    guard = guarded(model, Limits(at_once=1, seconds=0.04))
    first = guard.stream(ASKED)
    next(first)

    assert fault_of(guard) is Fault.BUSY
    list(first)
    assert fault_of(guard) is None


def test_a_reader_who_goes_away_gives_the_place_back() -> None:
    model = Scripted([["a", "b"]])
    guard = guarded(model, Limits(at_once=1, seconds=0.04))
    first = guard.stream(ASKED)
    next(first)
    first.close()  # type: ignore[attr-defined] # it is a generator

    assert fault_of(guard) is None


def test_the_tokens_of_a_day_come_to_an_end_and_begin_anew() -> None:
    days = [date(2026, 1, 1)]
    budget = Budget(100, today=lambda: days[-1])
    budget.require_some()
    budget.spend(100)

    with pytest.raises(ModelError):
        budget.require_some()
    days.append(date(2026, 1, 2))
    budget.require_some()
    assert budget.used == 0


def test_what_a_server_counts_is_spent() -> None:
    guard = guarded(Scripted([["a", "b", "c"]]))

    list(guard.stream(ASKED))

    assert guard.budget.used == 11  # ten read, one written, as first told


def test_no_error_of_a_model_holds_what_was_asked() -> None:
    error = ModelError(Fault.REFUSED, "AuthenticationError")

    assert str(error) == "the language model: refused (AuthenticationError)"


def test_a_clock_of_the_tests_moves_only_when_somebody_waits() -> None:
    clock = Clock()
    clock.sleep(2.0)
    assert clock() == 2.0
