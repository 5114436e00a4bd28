"""What comes of my own case: the band, the first step, the plan, the second round, and what is printed."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from own_case_stage import LINES, ROUNDS, STAFF, T, actions, few, valley

from coprod_sim.engagement import load_engagement
from coprod_sim.engagement.scored import SCORED
from coprod_sim.gate import QUESTIONS
from coprod_sim.learning.own_case import Action, OwnCase, Round
from coprod_sim.learning.own_case.case_files import calendar
from coprod_sim.learning.own_case.case_sentences import (
    agreement_said,
    band_said,
    first_said,
    path_said,
    promise_said,
)
from coprod_sim.learning.own_case.completeness import PARTS as PIECES
from coprod_sim.learning.own_case.completeness import done, missing
from coprod_sim.learning.own_case.first_step import first_step, steps_from
from coprod_sim.learning.own_case.played import band_of, engagement_of, planned, points_of, up_one
from coprod_sim.learning.own_case.printed import Worked, blank_sheets, plan_page, signs_of
from coprod_sim.learning.own_case.ratings import gap_between, summary_of
from coprod_sim.learning.own_case.worksheet_charts import path, sheets

# What comes of it.


@few
@given(ROUNDS)
def test_every_point_that_is_played_lies_inside_what_the_raters_said(round_):
    table = summary_of(round_)
    points, tickbox = points_of(round_), load_engagement("tickbox")
    assert len({p.name for p in points}) == len(points)
    for dial in SCORED:
        values = {getattr(p, dial) for p in points}
        low, high = table.loc[dial, ["low", "high"]]
        if np.isnan(low):
            assert values == {getattr(tickbox, dial)}
        else:
            assert (min(values), max(values)) == (low, high)


def test_the_band_holds_what_each_side_sees_and_grows_with_the_distance_between_them():
    wide = band_of(valley())
    told = " ".join(band_said(wide, T))
    assert "If staff are right" in told
    means = wide.ranges.loc["acceptance", "mean"]
    assert means["citizen"] < means["all"] < means["staff"] < means["co_production"]
    all_ = wide.ranges.loc[("acceptance", "all")]
    assert all_["low"] < means["citizen"]
    assert all_["high"] > means["staff"]
    same = tuple(r.model_dump() | {"scores": STAFF} for r in valley().now.raters)
    agreed = band_of(valley().with_round(raters=same))
    apart, together = (b.by_raters.loc["acceptance"] for b in (wide, agreed))
    assert apart["high"] - apart["low"] > 0.03
    assert together["high"] == together["low"]
    assert agreed.points == 1


def test_the_first_step_is_the_best_of_real_runs_for_its_hours():
    found = first_step(valley())
    table = found.table
    assert (table["per_hour"].diff().dropna() <= 0).all()
    assert table["first"].sum() == pytest.approx(1.0)
    assert (table["hours"] > 0).all()
    assert set(table["to"]) == {0.5}  # every middle lies at 25 or at 37.5: the next line is 50
    said = first_said(found, T)
    assert said[0].startswith("Try ")
    assert f"helped most in {100 * table['first'].iloc[0]:.0f} of 100" in " ".join(said)


def test_at_the_top_there_is_no_step_left():
    best = load_engagement("tickbox").model_copy(update=dict.fromkeys(SCORED, 1.0))
    assert steps_from(best) == {}
    top = valley().with_rater(0, scores=dict.fromkeys(SCORED, 1.0))
    top = top.with_rater(1, scores=dict.fromkeys(SCORED, 1.0))
    assert first_said(first_step(top), T) == [T("own-first-top")]


@few
@given(st.floats(0, 1))
def test_a_step_up_ends_on_the_next_line_and_never_goes_down(score):
    after = up_one(score)
    assert score <= after <= min(1.0, score + 0.25) + 1e-9
    assert after * 4 == round(after * 4)


@few
@given(ROUNDS, st.dictionaries(st.sampled_from(SCORED), LINES, min_size=1))
def test_a_plan_never_lowers_a_dial_and_half_of_it_goes_half_way(round_, aims):
    own = OwnCase(rounds=(round_,), actions=tuple(Action(step=d, to=v) for d, v in aims.items()))
    start, half, whole = engagement_of(own), planned(own, 0.5), planned(own)
    for dial in SCORED:
        a, b, c = (float(getattr(e, dial)) for e in (start, half, whole))
        assert c == max(a, aims.get(dial, a))
        assert b == pytest.approx((a + c) / 2)


def test_two_actions_for_one_step_count_the_higher_aim():
    two = (
        Action(step="feedback", to=1.0).model_dump(),
        Action(step="feedback", to=0.5).model_dump(),
    )
    assert planned(valley(actions=two)).feedback == 1.0


# The plan, the promise, the second round, the page.


def test_a_part_is_missing_until_it_says_something():
    own = valley(actions=actions(), gate=dict.fromkeys(QUESTIONS, "yes"))
    assert [k for k, v in missing(own).items() if v] == ["promise", "note", "journal"]
    nameless = own.with_action(2, who=" ")
    assert missing(nameless)["plan"]
    open_ = own.with_rater(1, closed=False)
    assert missing(open_)["raters"]
    alone = own.but(rounds=(own.now.but(raters=own.now.raters[:1]).model_dump(),))
    assert alone.now.all_in
    assert missing(alone)["raters"], "one person is a view, not a comparison"
    only_staff = own.with_rater(1, side="staff")
    assert missing(only_staff)["both_sides"]
    assert set(done(own)) == set(PIECES)


def test_the_promise_reads_as_one_sentence_however_it_was_typed():
    own = valley(
        promise={"we": "We will publish it.", "you": "come ", "if_not": "If not, we will stop."}
    )
    assert promise_said(own, T) == "We will publish it, you will come, if not we will stop."
    assert promise_said(valley(), T) == "We will ..., you will ..., if not we will ..."


def test_the_way_between_two_rounds_is_told_and_drawn():
    first = valley()
    better = tuple(
        r.model_copy(update={"scores": r.scores | {"feedback": 0.75}}) for r in first.now.raters
    )
    own = first.but(
        rounds=(first.now.model_dump(), Round(begun="2026-06-01", raters=better).model_dump())
    )
    bands = [band_of(own, r) for r in own.rounds]
    said = path_said(own.rounds, bands, T)
    assert said[0] == "Feedback went up from 38 to 75 in 100."
    assert any(s.startswith("Staff and citizens moved closer") for s in said)
    assert gap_between(summary_of(own.rounds[1])) < gap_between(summary_of(own.rounds[0]))
    chart = path(own.rounds, bands, T)
    row = chart.table.set_index(T("own-path-what")).loc["Feedback"]
    assert row.tolist() == [37.5, 75.0]
    assert list(chart.table.columns[1:]) == ["1 March 2026", "1 June 2026"]


def test_the_printed_page_stands_alone_and_everything_typed_is_escaped():
    own = valley(
        actions=actions(), signs=("feedback_1",), note={"barrier": "<script>alert(1)</script>"}
    )
    chart = sheets(own.now, T)
    page = plan_page(own, Worked(said={"sheets": [chart.finding]}, charts={"sheets": chart}), T)
    assert "&lt;script&gt;" in page
    assert "The bus &lt;in&gt; our valley" in page
    assert not re.search(r"<script|https?://(?!www\.w3\.org/2000/svg)|src=|@import|url\(", page)
    assert page.count("Ana") == 5
    assert "size: A4" in page
    assert T("own-piece-promise") in page
    for k in signs_of(T):
        assert (T(f"own-signs-sign-{k}") in page) == (k == "feedback_1")


def test_a_sheet_on_paper_has_every_line_of_the_rubric_and_no_score():
    paper = blank_sheets(valley(), T)
    assert paper.count('<section class="sheet">') == 2
    assert paper.count("Every idea is traced") == 2
    assert paper.count("&#10003;") == 2  # the side of each, nothing else


def test_the_calendar_has_the_days_of_the_plan_and_the_day_to_come_back():
    long = Action(step="feedback", what="é" * 200, who="Bo", when="2026-05-02").model_dump()
    text = calendar(valley(actions=(*actions(), long)), T).decode()
    assert text.count("BEGIN:VEVENT") == 7
    assert "DTSTART;VALUE=DATE:20260531" in text  # 91 days after 1 March
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert ("é" * 200) in text.replace("\r\n ", "")


@pytest.mark.slow
def test_somebody_alone_gets_a_result_of_their_own_and_is_told_what_it_lacks():
    own = valley()
    alone = own.but(rounds=(own.now.but(raters=own.now.raters[:1]).model_dump(),))
    band = band_of(alone, alone.now)
    assert band.ranges.loc[("acceptance", "all"), "mean"] > 0
    assert band.by_raters.loc["acceptance", "low"] == band.by_raters.loc["acceptance", "high"]
    assert "One person has scored" in agreement_said(alone.now, T)[0]
    assert "no second opinion" in agreement_said(alone.now, T)[0]
    told = " ".join(band_said(band, T))
    assert "Only one person has scored so far" in told
    assert "Staff and citizens" not in told
