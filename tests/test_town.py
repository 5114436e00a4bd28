"""One town to watch: the recording is the model itself, and two of them are the same town."""

import numpy as np
import pytest

from coprod_sim.apps.town import Town, recording_of
from coprod_sim.apps.town.recording import ACCEPTS
from coprod_sim.engagement import load_engagement
from coprod_sim.results import compare
from coprod_sim.scenarios import load_scenario
from coprod_sim.words import words_in

CASE = load_scenario("west_dulwich")
PEOPLE = 60


@pytest.fixture(scope="module")
def towns():
    ways = [load_engagement(name) for name in ("tickbox", "co_production")]
    return [recording_of(CASE, way, citizens=PEOPLE) for way in ways]


def test_the_town_shown_gives_the_numbers_of_the_fast_model(towns):
    found = compare(CASE.but({"people.citizens": PEOPLE}), ["tickbox"], runs=1, draws=0).frame
    rows = found[found["group"] == "all"].sort_values("decision")
    shown = np.array(towns[0].numbers)
    assert shown[:, 0] == pytest.approx(rows["acceptance"].to_numpy(), abs=1e-12)
    assert shown[:, 1] == pytest.approx(rows["trust"].to_numpy(), abs=1e-12)
    assert shown[:, 2] == pytest.approx(rows["took_part"].to_numpy(), abs=1e-12)


def test_there_is_a_byte_for_everybody_at_every_moment_and_it_says_what_they_answered(towns):
    for town in towns:
        states = np.frombuffer(town.states, dtype=np.uint8).reshape(-1, PEOPLE)
        trusts = np.frombuffer(town.trusts, dtype=np.uint8).reshape(-1, PEOPLE)
        assert len(states) == len(trusts) == CASE.decisions.count + 1
        assert trusts[-1].mean() / 255 == pytest.approx(town.numbers[-1][1], abs=0.003)
        told = ["and accepted it" in story for story in town.stories]
        assert told == [bool(s & ACCEPTS) for s in states[-1]]


def test_both_ways_are_played_in_the_same_town_with_the_same_people(towns):
    one, other = towns
    assert one.places == other.places
    assert one.links == other.links
    assert one.trusts[:PEOPLE] == other.trusts[:PEOPLE]
    assert one.stories[7].startswith("Citizen 7 ")


def test_the_widget_holds_everything_and_its_words(towns):
    shown = Town(towns, words_in("en"))
    assert [t["title"] for t in shown.towns] == [t.title for t in towns]
    assert shown.words["play"] == "Play"
