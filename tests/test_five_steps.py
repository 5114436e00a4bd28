"""The rules of the five steps give what docs/odd.md says, and each step costs what it declares."""

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coprod_sim.assumptions import Assumptions
from coprod_sim.five_steps import awareness, buy_in, conditions, expectations, feedback, performance
from coprod_sim.five_steps.cost import ASKING, Cost

P = Assumptions(
    openness_teaches=0.2,
    slant=0.3,
    responsiveness_base=0.54,
    hopes_raised=0.31,
    unclear_scope=0.4,
    ready_base=-4.1,
    ready_influence=1.7,
    ready_trust=0.6,
    ready_buy_in=1.2,
    ready_hours=0.1,
    ready_access=0.8,
    ready_stake=2.0,
    ready_opposed=3.1,
    session_teaches=0.37,
    room_floor=5.0,
    error_spread=0.9,
    valence_gain=0.25,
    valence_loss=0.16,
    capture=0.35,
    plan_moves=0.95,
    feedback_teaches=0.14,
    influence_believed=0.65,
)
SHARE = st.floats(0, 1)
LEVEL = st.floats(-1, 1)
FLAG = st.booleans()
PEOPLE = st.integers(0, 200).map(float)
YES, NO = True, False


def close(value: float) -> object:
    return pytest.approx(value, rel=1e-9, abs=1e-12)


# Awareness
@pytest.mark.parametrize(("luck", "heard"), [(0.39, True), (0.4, False), (0.41, False)])
def test_whoever_draws_below_the_reach_is_told(luck, heard):
    assert awareness.told(luck, 0.4) == heard


@pytest.mark.parametrize(("exposure", "heard"), [(6, False), (7, True), (8, True)])
def test_a_person_hears_once_it_was_mentioned_as_often_as_they_need(exposure, heard):
    assert awareness.hears(7, exposure) == heard


def test_open_information_closes_a_part_of_the_gap_of_the_aware():
    assert awareness.learn_openly(0.2, YES, 0.5, P) == close(0.28)
    assert awareness.learn_openly(0.2, NO, 0.5, P) == 0.2
    assert awareness.learn_openly(1.0, YES, 1.0, P) == 1.0


@pytest.mark.parametrize(
    ("before", "aware", "trust", "slant", "after"),
    [
        (0.1, YES, 0.9, 0.3, 0.16),
        (0.1, YES, 0.1, 0.3, 0.04),
        (0.1, YES, 0.9, -0.3, 0.04),
        (0.1, NO, 0.9, 0.3, 0.1),
        (0.99, YES, 0.9, 0.3, 1.0),
        (-0.99, YES, 0.1, 0.3, -1.0),
    ],
)
def test_people_read_what_is_open_as_their_trust_suggests(before, aware, trust, slant, after):
    p = P._replace(slant=slant)
    assert awareness.read_with_trust(before, aware, trust, 0.5, p) == close(after)


# Expectations
@pytest.mark.parametrize(
    ("influence", "responsiveness", "offered"), [(0.3, 0.2, 0.222), (0.9, 0.9, 1.0), (0.0, 1.0, 0.0)]
)  # fmt: skip
def test_the_offer_is_the_dial_as_far_as_the_body_trusts_the_public(
    influence, responsiveness, offered
):
    assert expectations.offered_influence(influence, responsiveness, P) == close(offered)


@pytest.mark.parametrize(("said", "lands"), [(0.0, 0.48), (0.25, 0.56), (1.0, 0.8)])
def test_what_cannot_be_decided_is_lost_unless_it_is_said(said, lands):
    assert expectations.realised_influence(0.8, said, P) == close(lands)


@pytest.mark.parametrize(
    ("expected", "said", "hoped"), [(0.9, 0.25, 0.775), (0.2, 0.25, 0.4075), (0.2, 1.0, 0.1)]
)
def test_asking_lifts_hope_and_plain_words_pull_it_to_the_offer(expected, said, hoped):
    assert expectations.hoped_influence(expected, 0.1, said, P) == close(hoped)


# Buy-in
@pytest.mark.parametrize(
    ("bought_in", "access", "hours", "less_heard", "score"),
    [(0.5, 0.25, 4.0, 1.0, -4.5), (0.5, 0.25, 4.0, 0.0, -3.9), (0.0, 1.0, 0.0, 1.0, -4.1)],
)
def test_an_invitation_weighs_buy_in_hours_and_ways_in(bought_in, access, hours, less_heard, score):
    assert buy_in.invitation(bought_in, access, hours, less_heard, P) == close(score)


@pytest.mark.parametrize(
    ("view", "pull", "score"), [(-0.4, 1.5, 0.13), (0.4, 1.5, -1.73), (0.0, 1.5, -2.93), (-0.4, 0.0, -2.93)]
)  # fmt: skip
def test_those_with_a_stake_come_and_those_against_most_of_all(view, pull, score):
    ready = buy_in.readiness(view, 0.5, 0.7, -3.9, pull, P)
    assert ready == close(1 / (1 + math.exp(-score)))


def test_whether_trust_draws_people_in_or_keeps_them_away_is_a_matter_of_one_number():
    def drawn(trust: float, p: Assumptions) -> float:
        return buy_in.readiness(0.0, 0.5, trust, -3.9, 0.0, p)

    assert drawn(0.9, P) > drawn(0.1, P)
    mobilised = P._replace(ready_trust=-0.6)
    assert drawn(0.9, mobilised) < drawn(0.1, mobilised)


@pytest.mark.parametrize(
    ("less", "well", "buy_in_", "kept"),
    [
        (6.0, 14.0, 0.25, 3.25),  # .75 * 6 / 20 + .25 * .4 of ten seats
        (6.0, 14.0, 0.0, 3.0),
        (6.0, 14.0, 1.0, 4.0),
        (2.0, 18.0, 1.0, 2.0),  # no more than want one
        (16.0, 4.0, 1.0, 6.0),  # what the others leave empty
        (3.0, 4.0, 1.0, 3.0),  # room for all
        (0.0, 0.0, 0.5, 0.0),
    ],
)
def test_seats_follow_the_willing_or_with_buy_in_the_town(less, well, buy_in_, kept):
    assert buy_in.seats_for_less_heard(less, well, 10.0, 0.4, buy_in_) == close(kept)


@pytest.mark.parametrize(
    ("kept", "willing", "seats", "chance"),
    [
        (3.25, 6.0, 10.0, 3.25 / 6),
        (6.0, 3.0, 10.0, 1.0),
        (1.0, 1.0, 10.0, 1.0),
        (0.0, 0.0, 10.0, 0.0),
        (0.0, 6.0, 0.0, 1.0),
    ],
)
def test_the_willing_of_a_group_have_the_same_chance_of_its_seats(kept, willing, seats, chance):
    assert buy_in.seat_chance(kept, willing, seats) == close(chance)


@given(less=PEOPLE, well=PEOPLE, seats=st.floats(0.5, 300), town=SHARE, bought_in=SHARE)
@example(less=5.0, well=10.0, seats=12.0, town=0.9, bought_in=1.0)
def test_no_seat_stays_empty_while_somebody_willing_is_turned_away(
    less, well, seats, town, bought_in
):
    kept = buy_in.seats_for_less_heard(less, well, seats, town, bought_in)
    coming = less * buy_in.seat_chance(kept, less, seats)
    coming += well * buy_in.seat_chance(seats - kept, well, seats)
    assert coming == pytest.approx(min(seats, less + well))


# Performance
def test_a_session_closes_a_part_of_the_gap_of_those_in_it():
    assert performance.learn_together(0.2, YES, 0.8, 0.5, P) == close(0.2 + 0.37 * 0.32)
    assert performance.learn_together(0.2, NO, 0.8, 0.5, P) == 0.2
    assert performance.learn_together(1.0, YES, 1.0, 1.0, P) == 1.0


@pytest.mark.parametrize(("room", "step"), [(0.0, 0.0), (5.0, 0.38), (20.0, 0.608)])
def test_a_plan_moves_by_the_influence_that_lands_less_for_a_few(room, step):
    assert performance.room_step(0.8, room, P) == close(step)
    assert performance.room_step(0.8, room, P._replace(plan_moves=0.0)) == 0


@pytest.mark.parametrize(
    ("luck", "known", "wish"),
    [(1.0, 0.0, 0.6), (-1.0, 0.5, -0.75), (2.0, 0.5, 0.6), (3.0, 1.0, -0.3)],
)
def test_a_room_that_knows_little_misses_what_suits_it(luck, known, wish):
    assert performance.room_wish(-0.3, luck, known, P) == close(wish)


@pytest.mark.parametrize(("step", "plan"), [(0.0, 0.6), (0.25, 0.35), (1.0, -0.4)])
def test_the_plan_goes_a_step_of_the_way_to_the_wish(step, plan):
    assert performance.moved_plan(0.6, -0.4, step) == close(plan)


@pytest.mark.parametrize(
    ("skill", "openness", "added"), [(0.8, 0.5, 0.002), (1.0, 1.0, 0.125), (0.0, 1.0, -0.08)]
)  # fmt: skip
def test_a_room_adds_to_a_plan_if_equipped_and_takes_from_it_if_not(skill, openness, added):
    assert performance.workmanship(0.5, skill, openness, P) == close(added)


def test_a_room_unlike_the_town_moves_costs_onto_those_outside():
    assert performance.captured(0.5, 0.4, P) == close(0.07)
    assert performance.captured(0.5, 0.0, P) == performance.captured(0.0, 0.4, P) == 0


# Feedback
@pytest.mark.parametrize(
    ("luck", "part", "got_it"),
    [(0.29, YES, YES), (0.3, YES, NO), (0.59, NO, YES), (0.6, NO, NO), (0.45, YES, NO)],
)
def test_feedback_reaches_those_who_took_part_by_one_chance_and_others_by_another(
    luck, part, got_it
):
    assert feedback.reached(luck, part, 0.3, 0.6) == got_it


def test_feedback_closes_a_part_of_the_gap_of_those_it_reaches():
    assert feedback.learn_from_feedback(0.2, YES, 0.5, P) == close(0.256)
    assert feedback.learn_from_feedback(0.2, NO, 0.5, P) == 0.2


@pytest.mark.parametrize(
    ("got_it", "realised", "trust", "seen"),
    [(YES, 0.6, 0.2, 0.6), (NO, 0.6, 0.2, 0.13), (NO, 0.1, 0.2, 0.1), (NO, 0.6, 0.0, 0.0)],
)
def test_without_feedback_people_believe_what_their_trust_allows(got_it, realised, trust, seen):
    assert feedback.seen_influence(got_it, realised, trust, P) == close(seen)


# Costs and dials: staff hours, hours each, weeks, as in the table of docs/odd.md, section 7.16
COSTS = [
    (ASKING, 160, 0.5, 8),
    (awareness.COST, 120, 0, 3),
    (buy_in.COST, 80, 1, 4),
    (expectations.COST, 40, 0, 2),
    (performance.COST, 240, 12, 8),
    (feedback.COST, 120, 0.5, 3),
    (conditions.OPENNESS_COST, 60, 0, 1),
    (conditions.EQUAL_ACCESS_COST, 80, 0.5, 2),
    (conditions.INFLUENCE_COST, 100, 2, 4),
]


@pytest.mark.parametrize(("cost", "staff", "each", "weeks"), COSTS)
def test_each_step_costs_what_the_description_says(cost, staff, each, weeks):
    assert (cost.staff_hours, cost.hours_each, cost.weeks) == (staff, each, weeks)
    assert cost.source == "assumption"


def test_a_cost_is_nothing_unless_it_is_said_and_cannot_be_changed():
    assert (Cost().staff_hours, Cost().hours_each, Cost().weeks) == (0, 0, 0)
    with pytest.raises(AttributeError):
        ASKING.weeks = 1  # pyright: ignore[reportAttributeAccessIssue]


DIALS = {
    "Awareness": awareness.DIAL,
    "Buy-in": buy_in.DIAL,
    "Expectations": expectations.DIAL,
    "Performance": performance.DIAL,
    "Feedback": feedback.DIAL,
    "Open information": conditions.OPENNESS,
    "Equal access": conditions.EQUAL_ACCESS,
    "Real influence": conditions.INFLUENCE,
}


@pytest.mark.parametrize("label", DIALS)
def test_a_dial_runs_from_0_to_1_with_a_question_and_five_positions_in_words(label):
    dial = DIALS[label]
    assert (dial.label, dial.low, dial.high) == (label, 0.0, 1.0)
    steps = ["Awareness", "Buy-in", "Expectations", "Performance", "Feedback"]
    step = f"step {steps.index(label) + 1} of the source; scale: " if label in steps else ""
    assert dial.source == f"{step}assumption"
    assert dial.question.endswith("?")
    assert dial.plain.endswith(".")
    assert len(set(dial.anchors)) == 5
    assert all(anchor.endswith(".") for anchor in dial.anchors[1:])


def test_seats_are_people_and_none_means_room_for_all():
    seats = conditions.SEATS
    assert (seats.label, seats.low, seats.high) == ("Seats", 0.0, 10_000.0)
    assert seats.unit == "people; 0 = room for all who come"
    assert (seats.in_words(0), seats.in_words(40)) == ("room for all who come", "40 people")
