"""A declared number refuses what is no number or lies outside its range, and is found by its name."""

from typing import Annotated

import numpy as np
import pytest
from pydantic import BaseModel, ValidationError

from coprod_sim.errors import InputError
from coprod_sim.library_files import FileValue, check
from coprod_sim.quantities import Dial, Measure, Quantity, declared, number_between, whole_number

DEPTH = Quantity(label="Depth", low=0.5, high=2.5)
COUNT = Quantity(label="Count", low=1, high=8, whole=True)
OPENNESS = Dial(label="Openness")


class Hole(BaseModel):
    depth: Annotated[float, DEPTH] = 1.0
    count: Annotated[int, COUNT] = 1
    openness: Annotated[float, "a note", OPENNESS] = 0.5
    name: Annotated[str, "a note"] = ""
    plain: float = 0.0


@pytest.mark.parametrize("depth", [0.5, 1, 2.5])
def test_a_number_in_its_range_is_taken(depth):
    assert Hole(depth=depth).depth == depth


@pytest.mark.parametrize("depth", [0.49, 2.51, float("nan"), float("inf"), "1", True, None])
def test_anything_else_is_refused(depth):
    with pytest.raises(ValidationError):
        Hole(depth=depth)


@pytest.mark.parametrize("count", [1, 8])
def test_a_whole_number_in_its_range_is_taken(count):
    assert Hole(count=count).count == count


@pytest.mark.parametrize("count", [0, 9, 2.0, 2.5, "2", True])
def test_anything_but_a_whole_number_in_its_range_is_refused(count):
    with pytest.raises(ValidationError):
        Hole(count=count)


def test_infinity_is_refused_even_where_there_is_no_limit():
    class Endless(BaseModel):
        x: Annotated[float, Quantity(label="x", low=-float("inf"), high=float("inf"))]

    with pytest.raises(ValidationError, match="finite"):
        Endless(x=float("inf"))


def test_the_quantities_of_a_class_are_listed_by_name():
    assert list(declared(Hole)) == [("depth", DEPTH), ("count", COUNT), ("openness", OPENNESS)]
    assert list(declared(Hole, Dial)) == [("openness", OPENNESS)]
    assert list(declared(Hole, Measure)) == []


def test_what_is_not_said_about_a_quantity_is_a_share_and_an_assumption():
    plain = Quantity(label="x")
    assert (plain.low, plain.high, plain.unit, plain.source) == (0, 1, "0 to 1", "assumption")
    assert (plain.plain, plain.whole) == ("", False)
    assert (OPENNESS.question, OPENNESS.anchors) == ("", ())
    assert Measure(label="x").better == "high"


def test_a_declaration_cannot_be_changed_and_its_words_need_names():
    with pytest.raises(AttributeError):
        DEPTH.low = 0.0  # pyright: ignore[reportAttributeAccessIssue]
    with pytest.raises(TypeError):
        Quantity("x")  # pyright: ignore[reportCallIssue]
    assert Quantity(label="x") == Quantity(label="x") != Quantity(label="y")
    assert not hasattr(DEPTH, "__dict__")


@pytest.mark.parametrize("given", [1, 5, 8, 5.0, np.int64(5), np.uint8(8)])
def test_a_count_is_a_plain_whole_number(given):
    found = whole_number("runs", given, 1, 8)
    assert (type(found), found) == (int, int(given))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (0, "runs must be between 1 and 8, but is 0"),
        (9, "runs must be between 1 and 8, but is 9"),
        (4.5, "runs must be a whole number, but is 4.5"),
        ("4", "runs must be a whole number, but is '4'"),
        (None, "runs must be a whole number, but is None"),
        (True, "runs must be a whole number, but is True"),
        ("4" * 90, "runs must be a whole number, but is '" + "4" * 59),
    ],
)
def test_what_is_no_count_is_refused_in_a_sentence(given, said):
    with pytest.raises(InputError) as caught:
        whole_number("runs", given, 1, 8)
    assert str(caught.value) == said


@pytest.mark.parametrize("given", [0.0, 0.25, 1, np.float32(0.5), np.int64(1)])
def test_a_number_between_two_ends_is_given_back(given):
    assert number_between("sure", given, 0.0, 1.0) == float(given)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (-0.01, "sure must be between 0 and 1, but is -0.01"),
        (80, "sure must be between 0 and 1, but is 80"),
        ("0.8", "sure must be a number, but is '0.8'"),
        (True, "sure must be a number, but is True"),
        (None, "sure must be a number, but is None"),
        (float("nan"), "sure must be a number, but is nan"),
    ],
)
def test_what_is_no_number_between_two_ends_is_refused_in_a_sentence(given, said):
    with pytest.raises(InputError) as caught:
        number_between("sure", given, 0.0, 1.0)
    assert str(caught.value) == said


def test_a_dial_is_seen_in_hundredths_unless_it_says_otherwise():
    seats = Dial(label="Seats", high=500, times=1.0, shown_in="people", step=10.0, at_zero="all")
    assert (OPENNESS.shown(0.155), OPENNESS.value(15.5)) == (15.5, 0.155)
    assert (OPENNESS.in_words(0.0), OPENNESS.in_words(0.25)) == ("0 in 100", "25 in 100")
    assert (seats.shown(40.0), seats.value(40.0)) == (40.0, 40.0)
    assert (seats.in_words(0), seats.in_words(1200)) == ("all", "1,200 people")
    assert (OPENNESS.steps(0.5), seats.steps(20.0)) == (50.0, 2.0)


def test_a_dial_whose_zero_means_something_else_begins_above_it_where_more_is_more():
    seats = Dial(label="Seats", high=500, at_zero="all", least=2.0)
    assert (seats.line.low, seats.line.high, seats.low) == (2.0, 500, 0.0)
    assert OPENNESS.line is OPENNESS
    assert [seats.allows(v) for v in (0, 0.08, 1, 2, 500, 501)] == [
        True,
        False,
        False,
        True,
        True,
        False,
    ]
    assert [OPENNESS.allows(v) for v in (-0.1, 0, 0.5, 1, 1.1)] == [False, True, True, True, False]


def test_a_quantity_that_may_be_left_open_takes_nothing_and_still_keeps_its_range():
    class Asked(FileValue):
        chance: Annotated[float | None, Quantity(label="Chance")] = None

    assert check(Asked, {"chance": None}, "the view").chance is None
    assert check(Asked, {"chance": 0.5}, "the view").chance == 0.5
    with pytest.raises(InputError, match="chance must be between 0 and 1"):
        check(Asked, {"chance": 7.0}, "the view")
    assert dict(declared(Asked))["chance"].label == "Chance"
