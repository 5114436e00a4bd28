"""The lessons as pages: the same texts step by step, the bet before what gives it away, the same numbers."""

import json
import re

import numpy as np
import pytest
from handed_table import table_in

from coprod_sim import kit_folders
from coprod_sim.engagement import load_engagement
from coprod_sim.learning.lesson import lesson_names, load_lesson
from coprod_sim.learning.readouts import Readout, run_values, value
from coprod_sim.learning.runs import Run, models_played, play_alone
from coprod_sim.learning.shipped_counts import stored
from coprod_sim.model.arrays import play as play_arrays
from coprod_sim.model.ensemble import NOT_KEPT
from coprod_sim.model.setting import arm_of, setting_of
from coprod_sim.model.sums import group_sums
from coprod_sim.population import population_of
from coprod_sim.results import Variant
from coprod_sim.results.nroy import not_ruled_out
from coprod_sim.results.player import play as play_trials
from coprod_sim.results.player import trial_of
from coprod_sim.scenarios import load_scenario
from coprod_sim.site.learners import SHARED, learner_files
from coprod_sim.site.lessons.handed_lesson import lesson_handed
from coprod_sim.site.lessons.handed_run import read_handed
from coprod_sim.site.lessons.handed_work import work_handed
from coprod_sim.site.lessons.lesson_screens import screens_of
from coprod_sim.wasm import machine


@pytest.mark.parametrize("name", lesson_names())
def test_the_bet_comes_before_everything_that_gives_it_away(name: str):
    screens = screens_of(load_lesson(name))
    kinds = [screen["kind"] for screen in screens]
    bet = kinds.index("bet")
    assert not {"see", "because", "change", "place", "end"} & set(kinds[:bet])
    assert kinds[bet + 1] == "see"
    assert kinds[-1] == "end"
    shown = " ".join(screen["html"] for screen in screens[: bet + 1])
    for line in (*load_lesson(name).objectives, *load_lesson(name).key_points):
        assert line not in shown


@pytest.mark.parametrize("name", lesson_names())
def test_every_text_of_the_notebook_is_on_a_screen_once(name: str):
    path = kit_folders.home() / "notebooks" / f"{name}.ipynb"
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    screens = screens_of(load_lesson(name))
    assert len({screen["name"] for screen in screens}) == len(screens)
    shown = [re.sub(r"<[^>]+>", "", screen["html"]) for screen in screens]
    left = {"objectives", "room", "default-result", "all-words", "code", "code-try"}
    for cell in cells:
        if cell["cell_type"] != "markdown" or cell["id"] in left:
            continue
        lines = [line for line in cell["source"] if re.match(r"^[A-Z][\w ,]{30,}\.\n?$", line)]
        for line in lines:
            assert sum(line.strip() in text for text in shown) == 1, (cell["id"], line)


@pytest.mark.parametrize("name", lesson_names())
def test_what_only_the_full_kit_has_is_not_promised_on_the_page(name: str):
    """The worksheet and the activity for a room are in the full kit alone."""
    for screen in screens_of(load_lesson(name)):
        for promised in re.findall(
            r"[^.]*(?:worksheet takes you|activity for a room)[^.]*", screen["html"]
        ):
            assert "full kit" in promised, promised
        assert "worksheet below" not in screen["html"]
        assert "this page says where" not in screen["html"]


@pytest.mark.parametrize("name", lesson_names())
def test_every_answer_arrives_with_what_is_said_to_it(name: str):
    lesson, handed = load_lesson(name), lesson_handed(load_lesson(name), [])
    recalled = work_handed("en")["recall"]["asked"].get(name, [])
    assert [q["right"] for q in recalled] == [q.right for q in lesson.recall]
    asked = handed["predict"]["question"]
    assert [o["feedback"] for o in asked["options"]] == [o.feedback for o in lesson.predict.options]
    assert handed["predict"]["run"]["runs"] == lesson.predict.run.runs


READS = [
    Readout(measure="acceptance"),
    Readout(rule="difference", measure="trust", of="b", against="a"),
    Readout(rule="gap", measure="acceptance", of="b"),
    Readout(rule="gap_difference", measure="acceptance", of="b", against="a", decision=2),
    Readout(rule="change", measure="trust", of="b", since=2),
    Readout(rule="first_time", measure="trust", of="b", mark=44.0),
]


@pytest.mark.parametrize("read", READS, ids=lambda read: read.rule)
def test_what_is_read_off_is_the_sum_of_the_terms_that_are_handed_over(read: Readout):
    ways = (Variant(name="a", engagement="tickbox"), Variant(name="b", engagement="co_production"))
    run = Run(scenario="west_dulwich", variants=ways, runs=8)
    played, handed = play_alone(run, 3), read_handed(read, run)
    frame = played.comparison.frame

    def of(terms: list) -> np.ndarray:
        found = np.zeros(8)
        for sign, way, group, decision in terms:
            rows = frame.query(
                f"engagement == '{'ab'[way]}' and group == '{group}' and decision == {decision + 1}"
            )
            found += sign * 100 * rows[read.measure].to_numpy()
        return found

    if read.rule == "first_time":
        path = [of(terms).mean() for terms in handed["terms"]]
        reached = next((k for k, mean in enumerate(path, 1) if mean >= 44.0), len(path) + 1)
        assert value(read, played) == reached
    else:
        assert of(handed["terms"][0]) == pytest.approx(run_values(read, played), abs=1e-9)


def test_a_series_of_ways_is_played_by_the_module_bit_for_bit():
    case = load_scenario("wales_20mph").but({"people.citizens": 300, "decisions.count": 5})
    ways = [
        Variant(name="turned", engagement="co_production", before=("tickbox", "tickbox")),
        Variant(name="late", engagement="co_production", before=("tickbox",) * 3),
    ]
    trials = [trial_of(case, way) for way in ways]
    town = setting_of(case, population_of(case), 7)
    people = town.population
    rows = []
    for decision in range(5):
        for trial in trials:
            arm = trial.arms[min(decision, len(trial.arms) - 1)]
            rows += [*arm.dials, *arm.p, arm.strength, arm.reach, arm.at]
    sums = np.zeros((5, 2, 2, 20, 8))
    trusts = np.stack([people.trust_less_heard, people.trust_well_connected])
    given = (np.array(town.case_row()), trusts, np.array(rows), 0.0)
    machine().call("play_series", *given, out=sums.reshape(-1))
    for way, (trial, played) in enumerate(zip(trials, play_trials(trials, 8, seed=7), strict=True)):
        in_arrays = [
            group_sums(now, people.less_heard) for now in play_arrays(town, trial.arms, range(8))
        ]
        assert np.array_equal(sums[:, way].transpose(3, 0, 1, 2), np.stack(in_arrays, axis=1))
        assert np.array_equal(played.sums, np.stack(in_arrays, axis=1))


def test_one_way_for_all_decisions_is_a_series_too():
    case = load_scenario("west_dulwich").but({"people.citizens": 200})
    town = setting_of(case, population_of(case), 7)
    arm = arm_of(load_engagement("co_production"), case.rules, case.campaign)
    row, people = [*arm.dials, *arm.p, arm.strength, arm.reach, arm.at], town.population
    trusts = np.stack([people.trust_less_heard, people.trust_well_connected])
    plain, series = (np.zeros(town.decisions * 2 * 20 * 8) for _ in range(2))
    given = (np.array(town.case_row()), trusts, np.array(row), 8.0)
    machine().call("play", *given, NOT_KEPT, out=plain)
    rows = np.array(row * town.decisions)
    machine().call("play_series", np.array(town.case_row()), trusts, rows, 8.0, out=series)
    assert plain.tobytes() == series.tobytes()
    assert plain.any()


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return learner_files("en")


def test_a_page_plays_a_lesson_in_the_very_models_of_which_its_sentences_count(files):
    """Else a page says "in 32 models" beside "of 100 models, 87", and its ranges are not the kit's."""
    (over,) = table_in(files[SHARED])["over"]
    assert over["sets"] == [list(one) for one in not_ruled_out().sets]
    assert len(over["sets"]) == models_played()
    assert {one["models"] for one in stored()["counts"].values()} == {models_played()}


def test_what_pages_know_has_no_text_that_could_end_a_tag(files):
    for name, text in files.items():
        if name.endswith(".js"):
            assert "</" not in text
