"""What is read off a run and what counts as right, by numbers typed here; no model is played."""

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from coprod_sim.errors import InputError
from coprod_sim.learning import checking
from coprod_sim.learning.exercise import find_exercise
from coprod_sim.learning.grading import guess_chance, swapped, true_order
from coprod_sim.learning.items import RunQuestion
from coprod_sim.learning.kinds import kind_of
from coprod_sim.learning.kinds.repair import Goal, share_of
from coprod_sim.learning.model_counts import answers_of, asked_of
from coprod_sim.learning.progress import LedgerEntry, calibration_bins
from coprod_sim.learning.readouts import Readout, ends, model_values, ranged, run_values, value
from coprod_sim.learning.runs import PlayedRun, Run
from coprod_sim.library_files import check

NAMES = ("tickbox", "co_production")
TRUST = {  # two runs of eight, all else equal, three decisions; the mean of a decision is easy to see
    ("tickbox", "less_heard"): (0.1, 0.2, 0.1),
    ("tickbox", "well_connected"): (0.4, 0.4, 0.6),
    ("co_production", "less_heard"): (0.3, 0.5, 0.6),
    ("co_production", "well_connected"): (0.4, 0.6, 0.8),
}
AWAY = (0.05, -0.05, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
"""How far each run lies from the mean."""


def made(before: tuple[str, ...] = ()) -> PlayedRun:
    variant = {"name": "co_production", "before": before}
    run = check(Run, {"engagements": ["tickbox"], "variants": [variant], "runs": 8}, "a run")
    rows = [
        {"engagement": way, "group": group, "trust": path[d] + AWAY[k]}
        for (way, group), path in TRUST.items()
        for k in range(8)
        for d in range(3)
    ]
    rows += [
        {**r, "group": "all", "trust": r["trust"] / 2 + 0.1} for r in rows if r["group"][0] == "w"
    ]
    comparison = SimpleNamespace(
        scenario=SimpleNamespace(decisions=SimpleNamespace(count=3)),
        frame=pd.DataFrame(rows),
        start_trust=np.full((8, 3), [0.2, 0.3, 0.25]),
        draws=0,
        efforts={
            "tickbox": SimpleNamespace(weeks=4.0),
            "co_production": SimpleNamespace(weeks=20.0),
        },
    )
    return PlayedRun(run=run, comparison=comparison)


@pytest.mark.parametrize(
    ("read", "number"),
    [
        ({}, 50.0),  # the last variant, the last decision, everybody: 0.8 / 2 + 0.1
        ({"group": "less_heard"}, 60.0),
        ({"group": "less_heard", "of": "tickbox", "decision": 2}, 20.0),
        ({"rule": "difference", "group": "less_heard"}, 50.0),
        ({"rule": "difference", "of": "tickbox", "against": "co_production"}, -10.0),
        ({"rule": "gap"}, 20.0),
        ({"rule": "gap", "group": "less_heard", "than": "well_connected"}, -20.0),
        ({"rule": "gap_difference", "group": "less_heard", "than": "all"}, 40.0),
        ({"rule": "gap", "of": "tickbox"}, 50.0),
        ({"rule": "gap_difference"}, -30.0),
        ({"rule": "change", "group": "less_heard"}, 30.0),
        ({"rule": "change", "group": "less_heard", "since": 2}, 10.0),
        ({"rule": "change", "group": "less_heard", "since": 0}, 40.0),
        ({"rule": "change", "group": "well_connected", "since": 0, "decision": 2}, 30.0),
        ({"rule": "first_time", "group": "less_heard", "mark": 50.0}, 2.0),
        ({"rule": "first_time", "group": "less_heard", "mark": 61.0}, 4.0),
        ({"rule": "first_time", "group": "less_heard", "mark": 30.0}, 1.0),
        ({"rule": "change_difference", "group": "less_heard"}, 30.0),
        ({"rule": "change_difference", "group": "less_heard", "since": 2}, 20.0),
        ({"measure": "weeks"}, 20.0),
        ({"measure": "weeks", "rule": "difference"}, 16.0),
    ],
)
def test_each_rule_reads_what_it_says(read, number):
    assert value(Readout(**{"measure": "trust"} | read), made()) == pytest.approx(number)


def test_winners_and_losers_are_read_off_only_where_runs_are_split():
    read = Readout(measure="trust", group="losers", than="winners", rule="gap")
    with pytest.raises(ValueError, match="need split = true"):
        read.fits(made().run)
    read.fits(made().run.but(split=True))
    with pytest.raises(ValueError, match="need split = true"):
        read.but(rule="change", since=0).fits(made().run.but(split=True))


def test_what_went_before_does_not_count_as_the_time_it_took():
    read = Readout(rule="first_time", measure="trust", group="less_heard", mark=50.0)
    assert value(read, made(before=("tickbox",))) == 1.0
    never = read.but(mark=99.0)
    assert value(never, made(before=("tickbox",))) == 3.0


def test_the_range_holds_nine_in_ten_runs():
    values = run_values(Readout(measure="trust", group="less_heard"), made())
    assert sorted(values) == pytest.approx([55.0, *[60.0] * 6, 65.0])
    low, high = ends(Readout(measure="trust", group="less_heard"), made())
    assert (low, high) == pytest.approx((56.75, 63.25))  # a 20th of the way along eight values


def with_models(*apart: float) -> PlayedRun:
    """The same runs, and eight runs in each of some other models, which lie apart from them."""
    plain = made()
    frame = plain.comparison.frame
    runs = [
        part
        for _, rows in frame.groupby(["engagement", "group"], sort=False)
        for part in [rows, *(rows.assign(trust=rows["trust"] + away) for away in apart)]
    ]
    found = SimpleNamespace(
        **vars(plain.comparison) | {"frame": pd.concat(runs), "draws": len(apart)}
    )
    return PlayedRun(run=plain.run, comparison=found)


def test_a_range_takes_in_the_other_models_and_the_mean_does_not():
    read = Readout(measure="trust", group="less_heard")
    played = with_models(-0.2, 0.1)
    assert value(read, played) == pytest.approx(60.0)
    assert model_values(read, played) == pytest.approx([40.0, 70.0])
    low, high = ends(read, played)
    assert (low, high) == pytest.approx((38.75, 71.25))
    assert ranged(read, played) == "60 (39 to 71)"


def test_a_range_is_never_narrower_than_luck():
    read = Readout(measure="trust", group="less_heard")
    low, high = ends(read, with_models(0.0))
    assert (low, high) == pytest.approx(ends(read, made()))


def test_each_other_model_has_a_first_time_of_its_own():
    read = Readout(rule="first_time", measure="trust", group="less_heard", mark=50.0)
    assert value(read, with_models(-0.3, 0.3)) == 2.0
    assert model_values(read, with_models(-0.3, 0.3)) == pytest.approx([4.0, 1.0])


def question(rule: str, *options: tuple[str, float, float]) -> RunQuestion:
    given = [{"id": k, "text": k, "low": a, "high": b, "feedback": k} for k, a, b in options]
    read = {"rule": rule, "measure": "trust"}
    return check(RunQuestion, {"question": "What?", "read": read, "options": given}, "a question")


def answer_now(asked: RunQuestion, played: PlayedRun) -> str:
    return answers_of(asked_of(asked, played.run), played)[0]


def test_a_band_holds_its_low_end_and_not_its_high_one():
    fifty = with_models(0.0)  # everybody's trust comes out at 50, here exactly
    exact = value(Readout(measure="trust"), fifty)
    low = question("value", ("below", -1e9, exact), ("from", exact, 1e9))
    assert answer_now(low, fifty) == "from"
    above = np.nextafter(exact, 99)
    high = question("value", ("to", -1e9, above), ("above", above, 1e9))
    assert answer_now(high, fifty) == "to"


def test_the_highest_and_the_lowest_are_ways_that_are_on_offer():
    options = [(name, -1e9, 1e9) for name in NAMES]
    assert answer_now(question("highest", *options), with_models(0.0)) == "co_production"
    assert answer_now(question("lowest", *options), with_models(0.0)) == "tickbox"
    assert answer_now(question("highest", options[0]), with_models(0.0)) == "tickbox"


def test_an_order_is_right_unless_two_stand_the_wrong_way_round_by_more_than_is_close():
    order = [{"id": k, "text": k} for k in NAMES]
    read = {"rule": "order", "measure": "trust"}
    asked = check(RunQuestion, {"question": "?", "read": read, "order": order}, "a question")
    assert true_order(asked, made()) == ["co_production", "tickbox"]
    values = {"a": 50.0, "b": 51.0, "c": 40.0}
    assert swapped(["a", "b", "c"], values, 1.0) is None
    assert swapped(["a", "b", "c"], values, 0.9) == ("a", "b")
    assert swapped(["c", "b", "a"], values, 1.0) == ("c", "b")


def test_bands_leave_no_hole_and_no_overlap():
    for second in (("b", 11.0, 1e9), ("b", 9.0, 1e9)):
        with pytest.raises(InputError, match="no hole and no overlap"):
            question("value", ("a", -1e9, 10.0), second)


@pytest.mark.parametrize(
    ("goal", "share"),
    [({"at_least": 65.0}, 1 / 8), ({"at_least": 60.0}, 7 / 8), ({"at_most": 60.0}, 7 / 8),
     ({"at_most": 59.9}, 1 / 8)],
)  # fmt: skip
def test_a_goal_counts_the_runs_that_reach_it_the_mark_itself_included(goal, share):
    read = Readout(measure="trust", group="less_heard")
    assert share_of(Goal(read=read, says="x", **goal), rounded(made())) == share


def rounded(played: PlayedRun) -> PlayedRun:
    """Take the last bit off, which sums of tenths have too much."""
    played.comparison.frame["trust"] = played.comparison.frame["trust"].round(6)
    return played


# Whose luck an answer is held against.


@pytest.mark.parametrize(
    ("number", "given", "luck"),
    [
        ("1_3", 3, 3),  # write: the run the learner has seen, which the page gives
        ("2_2", None, 99),
        ("4_1", None, 99),  # repair: a new one each time
        ("1_1", None, 99),  # sort: no run at all, so it does not matter
    ],
)
def test_a_seed_inside_an_answer_counts_for_nothing(monkeypatch, number, given, luck):
    one = find_exercise(number)
    assert (
        one.kind
        in {"1_3": ("write",), "4_1": ("repair",), "1_1": ("sort",), "2_2": ("predict",)}[number]
    )
    heard = []
    kind = SimpleNamespace(
        SEED=checking.kind_of(one.kind).SEED, check=lambda *told: heard.append(told)
    )
    monkeypatch.setattr(checking, "kind_of", lambda _name: kind)
    monkeypatch.setattr(checking, "fresh_seed", lambda: 99)
    checking.check_answer(one, {"seed": 7}, given)
    assert heard[0][2] == luck


# How sure one was.


def test_bets_are_counted_in_steps_of_twenty_that_hold_their_low_end():
    sure = [0.0, 19.0, 20.0, 60.0, 79.0, 80.0, 100.0]
    made_ = [LedgerEntry(item="x", question="?", sure=s, right=s != 60.0, guess=0.5) for s in sure]
    rows = calibration_bins(made_)
    assert [(r.bets, r.sure, r.right) for r in rows] == [
        (2, 9.5, 100.0), (1, 20.0, 100.0), (2, 69.5, 50.0), (2, 90.0, 100.0),
    ]  # fmt: skip


def test_a_pure_guess_is_one_of_the_options_or_one_order_of_many():
    bands = [(name, -1e9, 1e9) for name in NAMES]
    assert guess_chance(question("highest", *bands)) == 1 / 2
    one = find_exercise("3_2").detail
    assert len(one.order) == 4
    assert guess_chance(one) == 1 / 24
    ranked = find_exercise("6_1").detail
    assert (len(ranked.order), ranked.need) == (5, 0.5)
    assert kind_of("calibrate").guess_chance(ranked) == 27 / 120


# What a run may say.


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"scenario": "referenc", "engagements": ["tickbox"]}, "did you mean 'reference'"),
        ({"engagements": ["tickbix"]}, "did you mean 'tickbox'"),
        ({}, "at least one engagement or variant"),
        ({"engagements": ["tickbox", "tickbox"]}, "'tickbox' is named twice"),
        ({"variants": [{"name": "x", "engagement": "tickbox", "dials": {"feedbak": 0.5}}]},
         "did you mean 'feedback'"),
        ({"variants": [{"name": "x", "engagement": "tickbox", "dials": {"feedback": 1.5}}]},
         "between 0 and 1"),
        ({"variants": [{"name": "x", "engagement": "tickbox", "assumptions": {"trust_half_lif": 0.1}}]},
         "did you mean 'trust_half_life'"),
        ({"engagements": ["tickbox"], "assumptions": {"trust_half_lif": 0.1}},
         "did you mean 'trust_half_life'"),
        ({"engagements": ["tickbox"], "settings": {"decisions.cout": 3}}, "did you mean 'count'"),
        ({"engagements": ["tickbox"], "ways": []}, "ways"),
    ],
)  # fmt: skip
def test_a_fault_in_a_run_gets_a_sentence(table, said):
    with pytest.raises(InputError, match=said):
        check(Run, table, "a file")


def test_turning_a_dial_changes_one_variant_and_leaves_the_run_as_it_was():
    run = made().run
    new = run.turned("tickbox", {"feedback": 0.9}, {"slant": 0.1})
    assert new.names == run.names == NAMES
    assert new.dials_at("tickbox", ["feedback"]) == {"feedback": 0.9}
    assert new.variant("tickbox").assumptions == {"slant": 0.1}
    assert new.variant("co_production") == run.variant("co_production")
    assert run.dials_at("tickbox", ["feedback"]) == {"feedback": 0.1}
