"""What a number is over, whom it is about and what is odd about it is said wherever the number stands."""

import re

import pytest

from coprod_sim.assumptions import DECLARED, implausible
from coprod_sim.briefing.headline import headline as of_the_briefing
from coprod_sim.charts import break_even, of_a_comparison, paired, repair, shares
from coprod_sim.charts.verdict import verdict
from coprod_sim.cli import main
from coprod_sim.cli.text_table import comparison_table
from coprod_sim.engagement import engagement_names, load_engagement
from coprod_sim.errors import Caution
from coprod_sim.model.measures import MEASURES
from coprod_sim.report import discovered, sentences
from coprod_sim.report.page import html_page
from coprod_sim.results import Comparison, compare
from coprod_sim.results.attribution import channel_shares, done_more, step_shares
from coprod_sim.results.discovery import break_even as meeting_point
from coprod_sim.results.discovery import trust_repair
from coprod_sim.results.discovery.theories import theories_of
from coprod_sim.results.streaming import stream
from coprod_sim.scenarios import load_scenario, scenario_names

WAYS = ["tickbox", "co_production"]
WORDS = {
    "plausible": "over plausible assumptions",
    "not_ruled_out": "over the models that fit the findings",
    "luck": "over luck alone",
}
SMALL = load_scenario("reference").but({"people.citizens": 60, "decisions.count": 2})


def played(over: str = "plausible", runs: int = 8, ways=WAYS, case=SMALL) -> Comparison:
    return compare(case, ways, runs=runs, draws=0 if over == "luck" else 2, over=over)


@pytest.mark.parametrize("over", WORDS)
def test_every_picture_of_a_comparison_says_what_its_ranges_are_over(over: str):
    comparison = played(over)
    for name, chart in of_a_comparison().items():
        many = "" if over == "luck" else " (2 models)"
        assert f"9 in 10 results, {WORDS[over]}{many}." in chart.draw(comparison).finding, name
    assert WORDS[over] in comparison_table(comparison).replace("\n", " ")
    assert WORDS[over] in sentences.how_sure(comparison)


def test_what_is_lost_to_a_campaign_is_over_what_the_head_says():
    wide, narrow = played("plausible").resilience, played("luck").resilience
    assert list(wide.columns) == ["mean", "run_low", "run_high", "low", "high"]
    assert wide["mean"].tolist() == narrow["mean"].tolist()
    apart = wide["high"] - wide["low"]
    assert (apart >= narrow["high"] - narrow["low"]).all()
    assert (apart > narrow["high"] - narrow["low"]).any()


def test_what_is_lost_to_a_campaign_is_the_difference_between_two_cases():
    attack = {"decision": 2, "strength": 0.5, "reach": 0.6}
    calm = compare(SMALL, WAYS, runs=8, draws=2)
    hit = compare(SMALL.but(campaign=attack), WAYS, runs=8, draws=2)
    for way in WAYS:
        lost = [found.ranges.loc[(way, 2, "all", "acceptance"), "mean"] for found in (calm, hit)]
        assert calm.resilience.loc[way, "mean"] == pytest.approx(lost[0] - lost[1], abs=1e-12)
    # the case's own campaign is not counted twice
    assert hit.resilience["mean"].tolist() == calm.resilience["mean"].tolist()


def test_the_four_columns_of_what_is_lost_to_a_campaign_are_those_of_the_description():
    """ODD 7.17 said that low and high were luck alone."""
    attack = {"decision": 2, "strength": 0.5, "reach": 0.6}
    calm = compare(SMALL, WAYS, runs=30, draws=2)
    hit = compare(SMALL.but(campaign=attack), WAYS, runs=30, draws=2)
    for way in WAYS:
        here, there = (
            one.frame[
                (one.frame["engagement"] == way) & (one.frame["group"] == "all")
                & (one.frame["decision"] == 2)
            ].set_index(["draw", "run"])["acceptance"] for one in (calm, hit)
        )  # fmt: skip
        lost = here - there
        stands = lost.loc[0].sort_index().head(24)
        others = lost.drop(0, level="draw")
        assert len(others) == 16
        run_low, run_high = stands.quantile(0.05), stands.quantile(0.95)
        expected = {
            "mean": stands.mean(), "run_low": run_low, "run_high": run_high,
            "low": min(others.quantile(0.05), run_low), "high": max(others.quantile(0.95), run_high),
        }  # fmt: skip
        assert calm.resilience.loc[way].to_dict() == pytest.approx(expected, abs=1e-12), way


def test_what_decides_it_says_that_its_ranges_are_over_luck_alone():
    start, goal = map(load_engagement, WAYS)
    steps, channels = (f(SMALL, start, goal, runs=8) for f in (step_shares, channel_shares))
    said = sentences.what_decides_it(steps, channels)
    assert "Each range holds 9 in 10 results, over luck alone. They come from 8 runs" in said
    for table in (steps, channels):
        assert "over luck alone" in shares.draw(table, start, goal).finding


def test_only_a_step_that_the_way_does_is_said_to_bring_the_most():
    start = load_engagement("tickbox").but(expectations=0.0, buy_in=0.3)
    goal = start.but(
        title="Ours", expectations=0.1, buy_in=0.0, performance=0.5, influence=0.5, feedback=0.12
    )
    assert done_more(start, goal) == ("performance",)
    steps = step_shares(SMALL, start, goal, runs=8)
    rows = [(0.06, 0.05, 0.07), (0.04, 0.03, 0.05), (0.08, 0.07, 0.09), (0.02, 0.01, 0.03)]
    for step, row in zip(("expectations", "feedback", "buy_in", "performance"), rows, strict=True):
        steps.loc[step, ["share", "low", "high"]] = row
    channels = channel_shares(SMALL, start, goal, runs=8)
    said = sentences.what_decides_it(steps, channels)
    assert "Of the five steps, Performance brings the most: 1.0 to 3.0 in 100 more." in said
    assert "Then comes" not in said
    assert (
        "Not named among these, because this way hardly does it, or does less of it than the first way: "
        "Buy-in (7.0 to 9.0 in 100 more), Expectations (5.0 to 7.0 in 100 more) and Feedback (3.0 to 5.0 in "
        "100 more)." in said
    )
    assert "Expectations" not in shares.draw(steps, start, goal).finding
    idle = steps.attrs | {"done": []}
    steps.attrs.update(idle)
    assert "None of the five steps that this way does brings a gain." in sentences.what_decides_it(
        steps, channels
    )


def test_repair_and_the_price_of_a_challenge_say_what_they_are_over():
    start, goal = map(load_engagement, WAYS)
    mended = trust_repair(SMALL, start, goal, most_bad=1, decisions=2, runs=8)
    for said in (repair.draw(mended).finding, discovered.repair_in_words(mended)):
        assert "over luck alone" in said
    even = meeting_point(played("not_ruled_out"), *WAYS, challenge=1000.0)
    for said in (break_even.draw([even], 0.2).finding, discovered.break_even_in_words([even], 0.2)):
        assert "over the models that fit the findings" in said


@pytest.mark.parametrize(("runs", "over"), [(1, "luck"), (1, "plausible"), (3, "luck")])
def test_so_few_towns_name_no_winner(runs: int, over: str):
    one = played(over, runs)
    few = "One run is one town" if runs == 1 else "3 runs are only 3 towns"
    for said in (
        sentences.headline(one),
        verdict(one, "acceptance"),
        of_the_briefing(one),
        paired.draw(one).finding,
        comparison_table(one),
    ):
        assert few in said
        assert not re.search(r"ends? (with the most|highest|lowest)|ahead of", said), said
    assert set(paired.draw(one).table["Clear"]) == {"no"}
    assert "may be zero" not in sentences.how_sure(one)
    assert "readier to accept it, by" not in " ".join(sentences.losers_in_words(one))


@pytest.mark.parametrize(
    ("draws", "over"), [(1, "plausible"), (2, "plausible"), (19, "not_ruled_out")]
)
def test_so_few_other_models_name_no_winner_and_say_how_many_they_are(draws: int, over: str):
    few = compare(SMALL, list(WAYS), runs=100, draws=draws, over=over)
    for said in (
        sentences.headline(few),
        verdict(few, "acceptance"),
        of_the_briefing(few),
        paired.draw(few).finding,
        " ".join(comparison_table(few).split()),
    ):
        assert (
            f"only {draws} of the {'plausible models' if over == 'plausible' else 'models'}" in said
        )
        assert not re.search(r"ends? (with the most|highest|lowest)|ahead of", said), said
    assert set(paired.draw(few).table["Clear"]) == {"no"}
    sure = sentences.how_sure(few)
    assert "may be zero" not in sure
    assert "the ranges over them are too narrow" in sure
    assert "standard error" not in sure
    assert "readier to accept it, by" not in " ".join(sentences.losers_in_words(few))


def test_twenty_other_models_are_enough_to_name_a_winner_and_every_range_says_how_many():
    enough = compare(SMALL, list(WAYS), runs=100, draws=20)
    assert "to name a winner" not in verdict(enough, "acceptance")
    assert "over plausible assumptions (20 models)" in " ".join(comparison_table(enough).split())
    assert "over plausible assumptions (20 models)" in sentences.how_sure(enough)
    assert "over plausible assumptions (20 models)" in html_page(enough, None, None)
    assert "standard error" in sentences.how_sure(enough)


def test_runs_that_were_added_up_as_they_passed_say_that_so_few_models_show_nobody_ahead(
    capsys, tmp_path
):
    given = ["compare", "reference", "--citizens", "100", "--runs", "8", "--draws", "2"]
    assert main([*given, "--streaming", "--out", str(tmp_path)]) == 0
    assert "only 2 of the plausible models" in capsys.readouterr().out


def test_in_how_many_of_100_models_a_way_wins_is_not_said_of_two(capsys):
    assert main(["theories", "reference", "--draws", "2"]) == 2
    assert "draws must be 20 or more" in capsys.readouterr().err


def test_over_luck_alone_the_headline_says_that_ranges_are_too_narrow():
    assert "too narrow" in sentences.headline(played("luck", 8))


def test_eight_towns_are_enough_to_name_a_winner():
    assert "ends highest" in verdict(played("luck", 8), "acceptance")


def test_losers_of_two_ways_are_never_called_the_same_people():
    table = comparison_table(played())
    assert "same people" not in table.split("Against tickbox")[1].split("*")[0]
    said = "Those who lose are not the same people under each way."
    assert said in " ".join(table.split())
    assert said in sentences.WHO_LOSES


def test_two_ways_of_one_title_are_told_apart_in_every_table_and_picture():
    ours = load_engagement("co_production").but(name="ours", influence=0.2)
    comparison = played(ways=["tickbox", "co_production", ours])
    titles = [e.title for e in comparison.engagements]
    turned = "Co-production as set here (real influence at 20 instead of 75)"
    assert titles == ["Tickbox consultation", "Co-production", turned]
    for name, chart in of_a_comparison().items():
        drawn = chart.draw(comparison)
        assert turned in drawn.table.to_string(), name
    named = [load_engagement(name).title.casefold() for name in engagement_names()]
    assert len(set(named)) == len(named)


def test_an_assumption_outside_its_plausible_range_is_told_with_range_and_source(capsys):
    told = (
        "'How ready people are to take part when nothing else counts' (ready_base) is set to -1. That is "
        "outside the range we think plausible (-4.8 to -3.8; our assumption). It is used all the same."
    )
    odd = SMALL.but({"assumptions.ready_base": -1.0})
    assert odd.cautions == (told,)
    assert SMALL.but({"assumptions.ready_base": -4.0}).cautions == ()
    with pytest.warns(Caution, match="we think plausible"):
        found = compare(odd, ["tickbox"], runs=8, draws=0)
    assert told in sentences.how_sure(found)
    main(["compare", "reference", "--engagement", "tickbox", "--citizens", "60", "--runs", "1",
          "--draws", "0", "--json", "--assume", "ready_base=-1"])  # fmt: skip
    assert capsys.readouterr().err == f"coprod-sim: {told}\n"


def test_what_a_case_of_the_library_sets_on_purpose_is_told_among_what_it_assumes():
    harmful = load_scenario("bad_for_everyone")
    assert harmful.cautions != ()
    assert compare(harmful, ["tickbox"], runs=1, draws=0).cautions == ()
    changed = compare(harmful.but({"assumptions.ready_base": -1.0}), ["tickbox"], runs=1, draws=0)
    assert ["(ready_base) is set to -1." in said for said in changed.cautions] == [True]


def test_a_switch_is_no_odd_number():
    assert implausible({"plan_moves": 0.0}) == ()


def test_months_and_weeks_that_contradict_each_other_are_told(tmp_path, capsys):
    file = tmp_path / "own.toml"
    file.write_text(OWN, encoding="utf-8")
    assert main(["check", str(file)]) == 0
    said = (
        "money.weeks_available is 40, but a decision every 3 months (decisions.months) leaves 13 weeks in "
        "public and as many to prepare: 26 at most. Give 26 weeks or fewer, or more "
        "months."
    )
    assert f"Take care: {said}\n" in capsys.readouterr().out
    assert load_scenario(str(file)).cautions == (said,)
    assert load_scenario(str(file)).but({"money.weeks_available": 26.0}).cautions == ()


def test_a_file_of_ones_own_is_shown_with_the_command_that_plays_it(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "our case.toml").write_text(OWN, encoding="utf-8")
    main(["show", "./our case.toml"])
    said = capsys.readouterr().out
    assert "Compare: coprod-sim compare './our case.toml'" in said
    assert "Take care" in said
    main(["show", "reference"])
    assert "coprod-sim compare reference\n" in capsys.readouterr().out


def test_a_case_that_does_not_say_its_years_is_not_called_one_year(tmp_path):
    file = tmp_path / "own.toml"
    file.write_text(OWN.replace("= 40.0", "= 26.0"), encoding="utf-8")
    assert comparison_table(compare(str(file), ["tickbox"], runs=8, draws=0)).startswith(
        "Bins (2024)"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["theories", "reference", "--over", "luck"], "Over luck alone there is one model, so there is "
         "nothing to count; over must be plausible or not_ruled_out"),
        (["theories", "reference", "--over", "plausibel"], "did you mean 'plausible'?"),
        (["exercises", "chek"],
         "'chek' is not one of list, check, release, course, learnt, build; did you mean 'check'?"),
    ],
)  # fmt: skip
def test_a_word_that_cannot_be_is_refused_in_a_sentence(words: list[str], said: str, capsys):
    assert main(words) == 2
    err = capsys.readouterr().err
    assert said in err
    assert "invalid choice" not in err


def test_merit_and_quality_are_two_words_for_two_things():
    for name, about in DECLARED.items():
        assert "quality" not in f"{about.label} {about.unit}".casefold(), name
    kinds = {name: f"{kind.label} {kind.unit}".casefold() for name, (kind, _) in MEASURES.items()}
    assert {name for name, said in kinds.items() if "quality" in said} == {"quality", "gap_quality"}
    assert not [name for name, said in kinds.items() if "merit" in said]


def test_a_label_says_what_it_is_about_without_the_line_above_it():
    odd = re.compile(r"\b(that|this) (which|loss|spread)\b|, (mean|spread)$")
    assert [a.label for a in DECLARED.values() if odd.search(a.label)] == []


def test_cases_of_the_library_fit_together():
    for name in scenario_names():
        assert not [said for said in load_scenario(name).cautions if "weeks_available" in said], (
            name
        )


OWN = """
title = "Bins"
kind = "didactic"
summary = "A council changes the days."
place = "Anywhere"
year = 2024
who_decides = "the council"
outcome = "Nobody knows."
sources = ["made up for a test"]
[people]
citizens = 40
[decisions]
months = 3.0
heat = 1.0
[money]
weeks_available = 40.0
"""


def test_every_result_that_holds_a_table_prints_itself_in_short():
    found = played()
    streamed = stream(SMALL, WAYS, runs=8, draws=0)
    for result in (found, found.measured, theories_of(found), streamed):
        assert len(repr(result)) < 500, type(result).__name__
    assert "<table of " in repr(streamed)


def test_a_way_can_be_asked_for_by_itself_and_not_only_by_its_name():
    found = played()
    way = load_engagement(WAYS[1])
    assert found.value(way, "trust") == found.value(WAYS[1], "trust")


def test_other_sets_over_luck_alone_are_refused_and_not_forgotten(capsys):
    assert main(["compare", "reference", "--over", "luck", "--draws", "32"]) == 2
    assert (
        "Over luck alone no other assumptions are played, so leave --draws 32 out, or give --over plausible"
    ) in capsys.readouterr().err


def test_what_a_campaign_would_cost_is_said_to_be_a_test_where_none_is_counted():
    """It read "Lost to a campaign 9 (5 to 11)" in a case without one."""
    calm = compare(SMALL, list(WAYS), runs=8, draws=0)
    said = " ".join(comparison_table(calm).split())
    assert "Lost to a campaign" not in said
    assert (
        "* Acceptance lost if a campaign came: a test, with false stories that reach 60 in 100 people before "
        "the last decision. No other number here counts them."
    ) in said
