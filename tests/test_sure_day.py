"""What is to be deleted on a day stays while the clock may be wrong, and goes once two days say so."""

import json
from datetime import date, timedelta

import pytest

from coprod_sim.live.expiry import delete_due
from coprod_sim.live.sure_day import GAP, MARK, day_is_sure

TODAY = date.today()


def days(count: int) -> date:
    return TODAY + timedelta(days=count)


@pytest.fixture
def record(tmp_path):
    folder = tmp_path / "sessions" / "one"
    folder.mkdir(parents=True)
    (folder / "session.json").write_text(json.dumps({"delete_on": days(30).isoformat()}))
    return folder


def look(record, day: int, *, asked: bool = False):
    return delete_due(record.parents[1] / "rooms.sqlite", record.parent, days(day), asked=asked)


def test_a_clock_forty_days_ahead_for_one_start_deletes_nothing(record):
    assert not look(record, 0)
    for _ in range(2):  # and none of the further starts of that day either
        gone = look(record, 40)
        assert gone.waiting
        assert "clock may be wrong" in gone.sentence
        assert record.exists()
    assert not look(record, 0)
    assert record.exists()


def test_what_is_due_after_a_long_gap_goes_on_the_second_day(record):
    look(record, 0)
    assert look(record, 40).waiting
    assert look(record, 41).records == ("one",)
    assert not record.exists()


def test_somebody_who_asks_need_not_wait(record):
    look(record, 0)
    assert look(record, 40, asked=True).records == ("one",)


def test_whoever_uses_the_kit_now_and_then_has_all_deleted_on_the_day(record):
    for day in range(0, 30, GAP):
        assert not look(record, day)
    assert look(record, 30).records == ("one",)


@pytest.mark.parametrize(
    "mark", ["", "[" * 200_000, '{"day": 5, "doubted": 7}', "[1]"], ids=list("abcd")
)
def test_a_damaged_mark_of_the_last_day_stops_nothing(record, mark):
    (record.parent / MARK).write_text(mark)
    assert day_is_sure(record.parent)
    assert not day_is_sure(record.parent, days(40))
