"""The difference between the two ways, held against plain arithmetic done another way."""

import re

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coprod_sim.errors import InputError
from coprod_sim.live.activities import Evaluate, RoomPlan
from coprod_sim.live.record_evaluation import changes, written
from coprod_sim.live.scores import scored, share_lost, starting
from coprod_sim.live.session_plan import shared_activities
from coprod_sim.live.treatment_effect import (
    Effect,
    Suppressed,
    carry_over,
    check_design,
    effect,
    effects,
    first_round,
)

COLUMNS = ["person", "decision", "arm", "turn", "lost", "acceptance"]
TWINS = shared_activities()["experiment"]
LEAFLET, FULL = "tickbox", "co_production"
WAYS = (
    (("bus", LEAFLET), ("library", FULL)),
    (("bus", FULL), ("library", LEAFLET)),
    (("library", LEAFLET), ("bus", FULL)),
    (("library", FULL), ("bus", LEAFLET)),
)
"""The four sequences of a crossover, written down once more."""


def room(sequences, score, lost=lambda _p, _d: True, turns: int = 2) -> pd.DataFrame:
    """Make up a room: one person for each sequence named, scored by `score(person, arm, turn, decision)`."""
    rows = [
        (p, decision, arm, turn, lost(p, decision), score(p, arm, turn, decision))
        for p, way in enumerate(sequences)
        for turn, (decision, arm) in enumerate(WAYS[way][:turns], 1)
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def exact(_person, arm, turn, decision) -> float:
    return 4.0 + 2.0 * (arm == FULL) + 1.5 * (turn == 2) - 0.7 * (decision == "library")


def by_hand(frame: pd.DataFrame) -> float:
    """Fit arm, order and decision as 0 or 1 with NumPy's least squares; the code under test does not."""
    terms = [
        np.ones(len(frame)),
        frame["arm"] == FULL,
        frame["turn"] == 2,
        frame["decision"] == "library",
    ]
    design = np.column_stack([np.asarray(term, dtype=float) for term in terms])
    return float(np.linalg.lstsq(design, frame["acceptance"].to_numpy(float), rcond=None)[0][1])


def spread_by_hand(frame: pd.DataFrame) -> float:
    """Fit with a term for each person; the error is that of textbooks. The code takes differences."""
    people = pd.get_dummies(frame["person"]).to_numpy(float)
    terms = [frame["arm"] == FULL, frame["turn"] == 2, frame["decision"] == "library"]
    design = np.column_stack([people, *(np.asarray(term, float) for term in terms)])
    values = frame["acceptance"].to_numpy(float)
    slopes, *_ = np.linalg.lstsq(design, values, rcond=None)
    left = values - design @ slopes
    freedom = len(values) - np.linalg.matrix_rank(design)
    place = people.shape[1]
    return float(np.sqrt(left @ left / freedom * np.linalg.pinv(design.T @ design)[place, place]))


@pytest.mark.parametrize(
    "sequences", [[0, 1, 2, 3] * 2, [0] * 6 + [1, 2, 3], [0, 0, 0, 1, 1, 2, 2, 2]]
)
def test_without_luck_the_difference_is_found_exactly_also_in_an_unbalanced_room(sequences):
    found = effect(room(sequences, exact), "acceptance")
    assert found.mean == pytest.approx(2.0, abs=1e-9)
    assert found.error == pytest.approx(0.0, abs=1e-9)
    assert found.people == len(sequences)


def test_order_alone_makes_no_difference_even_if_nearly_all_had_the_full_picture_last():
    late = room([0] * 9 + [1], lambda _p, _a, turn, _d: 3.0 + 4.0 * (turn == 2))
    assert effect(late, "acceptance").mean == pytest.approx(0.0, abs=1e-9)
    other = room([0] * 5 + [2] * 5 + [1], lambda _p, _a, _t, d: 6.0 - 4.0 * (d == "library"))
    assert effect(other, "acceptance").mean == pytest.approx(0.0, abs=1e-9)


def test_the_two_means_are_those_of_an_even_room():
    found = effect(room([0, 1, 2, 3] * 2, exact), "acceptance")
    # in the middle of order and decision: 4 + 0.75 - 0.35
    assert found.tickbox == pytest.approx(4.4)
    assert found.co_production == pytest.approx(6.4)


@settings(max_examples=40, deadline=None)
@given(
    sequences=st.lists(st.integers(0, 3), min_size=6, max_size=14),
    luck=st.integers(0, 10**6),
)
def test_difference_and_spread_are_those_of_least_squares_with_a_term_for_each_person(
    sequences, luck
):
    rng = np.random.default_rng(luck)
    frame = room([*sequences, 0, 1, 2, 3] * 1, lambda *a: exact(*a) + rng.normal())
    found = effect(frame, "acceptance")
    assert found.mean == pytest.approx(by_hand(frame), abs=1e-7)
    assert found.error == pytest.approx(spread_by_hand(frame), abs=1e-7)


def test_degrees_of_freedom_go_down_by_what_is_held_apart():
    assert effect(room([0, 1, 2, 3] * 2, exact), "acceptance").freedom == 5  # 8 people, 3 terms
    apart = room([0, 1] * 6, exact, turns=1)  # order and decision cannot be told apart from none
    assert effect(apart, "acceptance").freedom == 10  # 12 people in two groups


def made(mean: float, error: float, freedom: int) -> Effect:
    rest = {"people": 11, "tickbox": 4.0, "co_production": 5.0}
    return Effect(measure="acceptance", who="all", mean=mean, error=error, freedom=freedom, **rest)


def test_the_intervals_have_the_ends_that_students_table_gives():
    found = made(1.0, 0.5, 10)
    # Student's t with 10 degrees of freedom: 1.372 (80 %), 2.228 (95 %), and 0.879 for power 0.8
    assert found.interval(0.80) == pytest.approx((1 - 0.5 * 1.372, 1 + 0.5 * 1.372), abs=5e-4)
    assert found.interval(0.95) == pytest.approx((1 - 0.5 * 2.228, 1 + 0.5 * 2.228), abs=5e-4)
    assert found.smallest == pytest.approx(0.5 * (2.228 + 0.879), abs=5e-4)


@pytest.mark.parametrize(
    ("mean", "clear"), [(1.12, True), (1.11, False), (-1.11, False), (-1.12, True), (0.0, False)]
)
def test_a_difference_is_clear_once_the_wider_interval_leaves_zero_out(mean, clear):
    assert made(mean, 0.5, 10).clear is clear  # the reach is 1.114


@pytest.mark.parametrize(
    ("losers", "people", "shown"),
    [(5, 12, True), (4, 12, False), (7, 12, True), (8, 12, False), (12, 12, True), (0, 12, False)],
)
def test_five_who_lost_are_shown_and_fewer_or_a_small_rest_are_not(losers, people, shown):
    frame = room([0, 1, 2, 3] * (people // 4), exact, lambda p, _d: p < losers)
    found = effect(frame, "acceptance", "lost")
    assert isinstance(found, Effect if shown else Suppressed)
    assert found.people == losers
    assert isinstance(effect(frame, "acceptance", "all"), Effect)


def test_a_group_that_is_large_in_all_but_small_in_one_arm_is_hidden():
    frame = room([0, 1, 2, 3] * 3, exact)
    one_arm = frame[~((frame["arm"] == FULL) & (frame["person"] >= 4))]
    assert isinstance(effect(one_arm, "acceptance"), Suppressed)
    assert isinstance(effect(frame[frame["arm"] == FULL], "acceptance"), Suppressed)


def test_who_did_not_say_what_they_wanted_is_not_among_those_who_lost():
    frame = room([0, 1, 2, 3] * 4, exact, lambda p, _d: None if p < 5 else p < 10)
    assert effect(frame, "acceptance", "lost").people == 5


def test_only_who_scored_both_ways_is_compared_and_each_with_themselves():
    frame = room([0, 1, 2, 3] * 3, exact)
    late = pd.DataFrame([(99, "bus", FULL, 2, True, 10.0)], columns=COLUMNS)
    found = effect(pd.concat([frame, late]), "acceptance")
    assert found.mean == pytest.approx(2.0, abs=1e-9)
    assert found.people == 12


def test_those_who_lost_are_the_same_people_in_both_ways():
    """Who lost one decision alone would stand on one side only: they count in neither."""

    def once(p, decision):
        return p < 8 or (p < 16 and decision == "bus")

    frame = room([0, 1, 2, 3] * 6, lambda p, *a: exact(p, *a) + 4.0 * (8 <= p < 16), once)
    found = effect(frame, "acceptance", "lost")
    assert (found.people, found.mean) == (8, pytest.approx(2.0, abs=1e-9))


def test_what_is_carried_over_is_seen_in_who_had_which_way_first():
    def carried(p, arm, turn, decision):
        return exact(p, arm, turn, decision) - 1.0 * (turn == 2 and arm == LEAFLET)

    frame = room([0, 1, 2, 3] * 3, carried)  # the full picture spoils the leaflet after it
    assert effect(frame, "acceptance").mean == pytest.approx(2.5)  # half a point too large
    assert carry_over(frame, "acceptance").mean == pytest.approx(0.5)
    assert first_round(frame, "acceptance").mean == pytest.approx(2.0)


def test_scores_that_were_left_out_do_not_count():
    frame = room([0, 1, 2, 3] * 3, exact)
    frame.loc[frame["person"] == 0, "acceptance"] = np.nan
    assert effect(frame, "acceptance").people == 11


def test_forty_people_are_enough_for_two_separate_arms_and_thirty_nine_are_not():
    def people(n):
        return room([k % 2 for k in range(n)], exact, turns=1)

    check_design(people(40))
    with pytest.raises(InputError, match="at least 40 people, and there are 39"):
        check_design(people(39))
    check_design(room([0, 1, 2, 3], exact))  # each lives both ways
    check_design(people(0))


def test_every_measure_is_worked_out_for_those_who_lost_and_then_for_all():
    frame = room([0, 1, 2, 3] * 3, exact).assign(fairness=1.0, trust=2.0)
    found = [(e.measure, e.who) for e in effects(frame)]
    assert found == [(m, w) for m in ("acceptance", "fairness", "trust") for w in ("lost", "all")]


def row(person, part, question, value, decision=None, arm=None, kind="experiment"):
    about = {"activity": TWINS.key, "kind": kind, "person": person, "cell": 0}
    return about | {
        "round": part, "question": question, "value": value, "decision": decision, "arm": arm,
    }  # fmt: skip


def test_exported_rows_become_one_row_a_person_and_decision():
    one, two = TWINS.decisions
    rows = [
        row(1, "preference", f"preference_{one.key}", one.final),
        row(1, "preference", f"preference_{two.key}", two.final + 1),
        row(1, "first", "form", 0, one.key, LEAFLET),
        row(1, "first_scores", "acceptance", 7, one.key, LEAFLET),
        row(1, "first_scores", "fact_1", 1, one.key, LEAFLET),
        row(1, "second_scores", "trust", 2, two.key, FULL),
        row(2, "second_scores", "acceptance", 9, one.key, FULL),
        {**row(3, "first_scores", "acceptance", 9, one.key, FULL), "activity": "another"},
    ]
    found = scored(rows, TWINS)
    nan = np.nan
    expected = [
        (1, one.key, LEAFLET, 1, False, 7, nan, nan),
        (1, two.key, FULL, 2, True, nan, nan, 2),
        (2, one.key, FULL, 2, None, 9, nan, nan),
    ]
    assert found.astype(object).where(found.notna(), None).to_numpy().tolist() == [
        [None if v is nan else v for v in line] for line in expected
    ]
    assert share_lost(rows, TWINS) == 0.5
    assert share_lost([], TWINS) is None


def test_starting_answers_are_one_row_a_person_and_gaps_stay_gaps():
    rows = [
        row(4, "answer", "trust", 3, kind="start"),
        row(4, "answer", "come", 8, kind="start"),
        row(9, "answer", "trust", 0, kind="start"),
        row(9, "answer", "trust", 5, kind="vote"),
    ]
    found = starting(rows)
    assert found["trust"].to_dict() == {4: 3.0, 9: 0.0}
    assert found.loc[4, "come"] == 8.0
    assert np.isnan(found.loc[9, "come"])


def said(before, now):
    pairs = [("before", before), ("now", now)]
    return [
        {"activity": "end", "kind": "evaluate", "round": "answer", "person": p,
         "question": f"statement_1_{when}", "value": v}
        for when, values in pairs for p, v in enumerate(values) if v is not None
    ]  # fmt: skip


END = RoomPlan(
    title="x",
    activities=(Evaluate(kind="evaluate", key="end", title="End", statements=("I can say no",)),),
)


def test_what_has_changed_has_the_interval_of_paired_answers():
    found = changes(said([1, 2, 3, 4, 5], [2, 4, 4, 6, 9]), END).iloc[0]
    assert (found["What"], found["People"]) == ("I can say no", 5)
    assert (found["Before"], found["Now"], found["Change"]) == (3.0, 5.0, 2.0)
    # changes 1 2 1 2 4: standard deviation 1.2247, t with 4 degrees of freedom 2.776, so 2 -+ 1.52
    assert found["95 in 100 range"] == "+0.48 to +3.52"


def test_where_everybody_changes_by_the_same_no_range_is_given():
    found = changes(said([1, 2, 3, 4, 5], [3, 4, 5, 6, 7]), END).iloc[0]
    assert (found["Change"], found["95 in 100 range"]) == (2.0, "none")
    alone = END.model_copy(update={"floor": 1})
    assert changes(said([1], [3]), alone).iloc[0]["95 in 100 range"] == "none"


def test_means_and_changes_are_written_in_as_many_digits_with_a_sign():
    two = Evaluate(
        kind="evaluate", key="end", title="End", statements=("I can say no", "I was heard")
    )
    plan = RoomPlan(title="x", activities=(two,))
    rows = [r | {"question": r["question"].replace("_1_", f"_{k}_")} for k, now in
            ((1, [4, 5, 6, 8, 9, 2, 2]), (2, [5, 5, 5, 5, 5, 5, 5]))
            for r in said([3, 4, 5, 6, 5, 5, 2], now)]  # fmt: skip
    found = written(changes(rows, plan))
    # 30, 36 and 35 of 7 people: 4.3, 5.1 and 5.0, and 0.86 apart
    assert found[["Before", "Now", "Change"]].to_numpy().tolist() == [
        ["4.29", "5.14", "+0.85"],
        ["4.29", "5.00", "+0.71"],
    ]
    assert all(
        re.fullmatch(r"[+\u2212]\d\.\d\d to [+\u2212]\d\.\d\d", r) for r in found["95 in 100 range"]
    )


def test_only_who_said_both_is_compared_and_four_stay_hidden():
    found = changes(said([1, 2, 3, 4, 5, 9], [2, 4, 4, 6, None, 1]), END).iloc[0]
    assert found["People"] == 5
    hidden = changes(said([1, 2, 3, 4, 5], [2, 4, 4, 6, None]), END).iloc[0]
    assert hidden["People"] == "fewer than 5"
    assert hidden[["Before", "Now", "Change"]].isna().all()
    assert hidden["95 in 100 range"] == "hidden"
