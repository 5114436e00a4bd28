"""Days stand in words, and are those of the trainer's calendar."""

import os
import subprocess
import sys
import time
from datetime import date, datetime, timedelta

import pytest
from room_visitor import Visitor

from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.errors import InputError
from coprod_sim.live.control import RoomControl
from coprod_sim.live.record_open import find_open, keep_open
from coprod_sim.live.steps import CloseActivity, KeepFor, OpenActivity
from coprod_sim.words import words_in
from coprod_sim.words.days import day_in_words, day_of

NEW_YEAR = 1798759800000
"""Half past eleven in the evening of 31 December 2026 in London, half past twelve in Berlin."""


def test_a_day_is_said_with_its_weekday():
    t = words_in("en")
    assert day_in_words("2026-12-05", t) == "Saturday 5 December 2026"
    assert day_in_words(date(2028, 2, 29), t) == "Tuesday 29 February 2028"


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows keeps one time zone a computer")
@pytest.mark.parametrize(
    ("zone", "day"), [("Europe/London", "2026-12-31"), ("Europe/Berlin", "2027-01-01")]
)
def test_the_day_is_that_of_the_trainers_calendar(zone, day):
    code = f"from coprod_sim.words.days import day_of; print(day_of({NEW_YEAR}))"
    said = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | {"TZ": zone}, capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    assert said.stdout.strip() == day


def test_the_phone_says_the_day_on_which_its_room_is_deleted(control: RoomControl):
    control.do(KeepFor(days=40))
    day = datetime.now().astimezone().date() + timedelta(days=40)
    phone = Visitor(control.server.port)
    phone.ask("GET", f"/{control.code}")
    assert f"All of it is deleted on {day:%A} {day.day} {day:%B} {day.year}" in phone.text
    assert day_of(control.state()["delete_after"]) == day


def test_the_day_that_people_were_promised_can_only_be_made_sooner(control: RoomControl):
    control.do(KeepFor(days=20))
    phone = Visitor(control.server.port)
    phone.join(control.code)
    day = datetime.now().astimezone().date() + timedelta(days=20)
    named = f"{day:%A} {day.day} {day:%B} {day.year}"
    phone.ask("GET", f"/{control.code}")
    assert f"All of it is deleted on {named}" in phone.text.split("<footer")[1]
    refused = f"People were promised {named}; you can only make it sooner"
    with pytest.raises(InputError, match=refused):
        control.do(KeepFor(days=21))
    assert day_of(control.state()["delete_after"]) == day
    control.do(KeepFor(days=3))
    assert day_of(control.state()["delete_after"]) == day - timedelta(days=17)


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_room_and_record_keep_one_day_and_it_is_not_one_that_has_passed():
    trainer = Trainer()
    trainer.start(lan=False)
    week_ago = datetime.now().astimezone() - timedelta(days=7)
    keep_open(find_open().but(begun=week_ago.isoformat(timespec="seconds")))
    trainer.refresh()
    trainer.keep(10)
    assert day_of(trainer.status["delete_after"]) == date.today() + timedelta(days=3)
    assert trainer.session.deleted_on == (date.today() + timedelta(days=3)).isoformat()
    with pytest.raises(InputError, match="Choose 8 days or more"):
        trainer.keep(5)
    assert trainer.session.days == 10


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_the_clock_runs_from_the_first_start_and_not_from_opening_the_room():
    trainer = Trainer()
    trainer.start(lan=False)
    hour_ago = (datetime.now().astimezone() - timedelta(hours=1)).isoformat(timespec="seconds")
    keep_open(find_open().but(begun=hour_ago))
    trainer.refresh()
    assert (trainer.minutes, trainer.session.led, trainer.session.left) == (0, "", 12)
    trainer.do(OpenActivity(activity="start"))
    assert trainer.session.led
    assert (trainer.minutes, trainer.session.left) == (0, 12)
    keep_open(trainer.session.but(led=hour_ago, part_began=hour_ago))
    trainer.refresh()
    assert (trainer.minutes, trainer.session.left) == (60, -48)
    trainer.do(CloseActivity())
    assert trainer.session.led == hour_ago
