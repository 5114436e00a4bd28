"""People are allocated at random, in balance, for good; and a record tells nobody who came when."""

from collections import Counter
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from room_stage import PLAN

from coprod_sim.errors import InputError
from coprod_sim.live import room as rooms
from coprod_sim.live import seats
from coprod_sim.live.activities import RoomPlan
from coprod_sim.live.allocation import allocate
from coprod_sim.live.arms import treatment_sequences
from coprod_sim.live.pseudonyms import all_names, is_made_up, offer_names, person_numbers
from coprod_sim.live.schema import open_engine
from coprod_sim.live.session_plan import shared_activities

TWINS = shared_activities()["experiment"]


def test_rooms_on_disk_keep_their_allocation():
    """These come from the first version of the kit; who was told what must not change afterwards."""
    assert [allocate("secret", seat, 4) for seat in range(16)] == [
        0,
        2,
        1,
        3,
        3,
        2,
        1,
        0,
        0,
        3,
        1,
        2,
        3,
        2,
        0,
        1,
    ]
    assert [allocate("0f" * 16, seat, 4) for seat in range(8)] == [1, 2, 0, 3, 1, 0, 3, 2]
    assert [allocate("secret", seat, 2) for seat in range(8)] == [0, 1, 1, 0, 0, 1, 1, 0]
    assert person_numbers("secret", [0, 1, 2, 3, 4, 7]) == {1: 1, 2: 2, 3: 3, 0: 4, 7: 5, 4: 6}


@given(secret=st.text(max_size=40), count=st.integers(1, 6), blocks=st.integers(1, 8))
def test_each_block_holds_each_sequence_once(secret, count, blocks):
    drawn = [allocate(secret, seat, count) for seat in range(blocks * count)]
    for start in range(0, len(drawn), count):
        assert Counter(drawn[start : start + count]) == Counter(range(count))
    assert drawn == [allocate(secret, seat, count) for seat in range(blocks * count)]


def test_every_order_within_a_block_is_about_as_likely():
    rooms = 2400
    seen = Counter(tuple(allocate(f"room {k}", s, 4) for s in range(4)) for k in range(rooms))
    assert set(seen) == set(permutations(range(4)))
    assert max(abs(n - 100) for n in seen.values()) < 50  # five standard deviations


def test_blocks_of_one_room_differ():
    assert len({tuple(allocate("s", 4 * b + k, 4) for k in range(4)) for b in range(50)}) > 10


def test_without_an_experiment_nobody_is_allocated():
    assert allocate("secret", 3, 0) is None


def test_a_crossover_has_four_sequences_and_two_arms_have_two():
    crossover = [(s.number, s.order, s.arms) for s in treatment_sequences("crossover")]
    leaflet, full = "tickbox", "co_production"
    assert crossover == [
        (0, (0, 1), (leaflet, full)),
        (1, (0, 1), (full, leaflet)),
        (2, (1, 0), (leaflet, full)),
        (3, (1, 0), (full, leaflet)),
    ]
    two = [(s.number, s.order, s.arms) for s in treatment_sequences("two_arms")]
    assert two == [(0, (0, 1), (leaflet, full)), (1, (0, 1), (full, leaflet))]


@pytest.mark.parametrize(
    ("sequence", "first", "second"),
    [
        (0, (0, "tickbox"), (1, "co_production")),
        (1, (0, "co_production"), (1, "tickbox")),
        (2, (1, "tickbox"), (0, "co_production")),
        (3, (1, "co_production"), (0, "tickbox")),
    ],
)
def test_each_round_lives_its_decision_in_its_arm(sequence, first, second):
    way = treatment_sequences("crossover")[sequence]
    for part in ("first", "first_scores"):
        assert (way.decision(part), way.arm(part)) == first
    for part in ("second", "second_scores"):
        assert (way.decision(part), way.arm(part)) == second


def test_a_person_reads_the_paper_of_the_arm_and_then_what_was_decided():
    for way in TWINS.sequences:
        for part in ("first", "second"):
            decision = TWINS.decisions[way.decision(part)]
            papers = {"tickbox": decision.tickbox, "co_production": decision.co_production}
            paper = papers[way.arm(part)]
            assert TWINS.shows(part, way)[2:] == paper.told
            lines = TWINS.shows(f"{part}_scores", way)[1:]
            assert lines[: len(paper.greeting)] == paper.greeting
            assert lines[len(lines) - len(paper.reasons) :] == paper.reasons


def test_a_corner_keeps_its_people_and_its_name_says_nothing_of_its_paper():
    for way, colour in zip(TWINS.sequences, ("Blue", "Orange", "Green", "Pink"), strict=True):
        for part in ("first", "second"):
            assert colour in TWINS.shows(part, way)[0]
    for name in TWINS.corners:
        assert not {"leaflet", "full", "picture", "library", "bus"} & set(name.casefold().split())


def test_who_wanted_something_else_has_lost_and_who_said_nothing_is_not_counted():
    decision = TWINS.decisions[0]
    assert decision.lost(decision.final) is False
    assert decision.lost(decision.final + 1) is True
    assert decision.lost(None) is None


@given(secret=st.text(max_size=40), seats=st.sets(st.integers(0, 2000), max_size=60))
def test_people_are_numbered_from_one_in_an_order_of_their_own(secret, seats):
    numbers = person_numbers(secret, sorted(seats))
    assert sorted(numbers) == sorted(seats)
    assert sorted(numbers.values()) == list(range(1, len(seats) + 1))
    assert person_numbers(secret, sorted(seats, reverse=True)) == numbers


def test_numbers_say_nothing_about_who_came_when_and_differ_between_rooms():
    seats = list(range(200))
    one, other = person_numbers("one", seats), person_numbers("other", seats)
    assert one != other
    early = [one[seat] for seat in range(100)]
    assert 80 < sum(early) / 100 < 121  # the mean of all is 100.5
    left = person_numbers("one", seats[1:])
    assert sorted(left, key=left.__getitem__) == [s for s in sorted(one, key=one.__getitem__) if s]


def test_names_are_offered_while_there_are_free_ones():
    names = all_names("Blue|Red", "Heron|Wren")
    assert names == ["Blue Heron", "Blue Wren", "Red Heron", "Red Wren"]
    offered = offer_names(names, {"Blue Wren"}, 6)
    assert {"Blue Heron", "Red Heron", "Red Wren"} < set(offered)
    assert len(offer_names(names, set(), 2)) == 2
    few = names[:3]
    assert len(offer_names(names, set(few))) == 6  # one is left; the others have a number
    more = offer_names(names, set(names))
    assert len(more) == 6
    assert {name[-2:] for name in more} == {" 2", " 3"}
    assert all(is_made_up(name, names, len(names)) for name in more)
    for wrong in ("Blue Wren 1", "Blue Wren 99", "Blue 2", "Blue Wren 02", "Blue Wren 2 2"):
        assert not is_made_up(wrong, names, len(names)), wrong


def test_joining_never_fails_for_want_of_names(tmp_path):
    names, engine = all_names("Blue|Red", "Heron|Wren"), open_engine(str(tmp_path / "rooms.sqlite"))
    with engine.begin() as c:
        code, _ = rooms.create(c, RoomPlan.model_validate(PLAN))
        for k in range(30):  # everybody leaves again, and made-up names stay on the list
            (name, *_) = offer_names(names, seats.taken_names(c, code))
            seat = seats.join(c, code, name, f"{k:032d}", names)
            seats.leave(c, code, seat.number)
        assert len(seats.taken_names(c, code)) == 30
        with pytest.raises(InputError, match="names shown"):
            seats.join(c, code, "Blue Heron 99", "f" * 32, names)
    engine.dispose()
