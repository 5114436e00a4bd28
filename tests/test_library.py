"""The library of scenarios and engagements holds together, and is fit to be read by anybody."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from coprod_sim.engagement import DIALS, engagement_names, load_engagement
from coprod_sim.errors import InputError
from coprod_sim.scenarios import load_scenario, scenario_names

SOURCE = Path(__file__).resolve().parents[1] / "src" / "coprod_sim"
FIRST_VERSION = Path(__file__).parent / "data" / "first_version"
"""Files as they were written for the first version of the model."""
FILES = [str(path.relative_to(SOURCE)) for path in sorted(SOURCE.glob("*/library/*.toml"))]
LONGEST_SENTENCE = 25
PROSE = ("summary", "who_decides", "outcome", "assumed", "criticism")
ADDRESS = re.compile(r"https?://\S+|\b[\w-]+(\.[\w-]+)*\.(uk|ie|com|org|cymru)\b")
DATED_PUBLICATION = re.compile(r"[\[(](19|20)\d\d[\])]")

REAL = [name for name in scenario_names() if load_scenario(name).kind == "real"]
DIDACTIC = [name for name in scenario_names() if load_scenario(name).kind == "didactic"]

# In the order of the dials: awareness, buy-in, expectations, performance, feedback,
# openness, equal access, influence, seats, asked.
NAMED = {
    "no_exercise": (0.4, 0.0, 1.0, 0.0, 0.1, 0.3, 0.4, 0.0, 0.0, 0.0),
    "tickbox": (0.4, 0.15, 0.2, 0.1, 0.1, 0.3, 0.4, 0.05, 0.0, 1.0),
    "honest_consultation": (0.6, 0.15, 0.9, 0.1, 0.9, 0.7, 0.4, 0.10, 0.0, 1.0),
    "in_name_only": (0.85, 0.7, 0.1, 0.8, 0.2, 0.5, 0.85, 0.05, 40.0, 1.0),
    "co_production": (0.85, 0.7, 0.85, 0.8, 0.85, 0.85, 0.85, 0.6, 40.0, 1.0),
}
# Awareness, buy-in, expectations, performance, feedback, influence, from the lowest rung up.
LADDER = {
    "ladder_coercion": (0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
    "ladder_educating": (0.25, 0.0, 0.0, 0.25, 0.0, 0.0),
    "ladder_informing": (0.5, 0.25, 0.25, 0.25, 0.25, 0.0),
    "ladder_consultation_tickbox": (0.25, 0.25, 0.25, 0.0, 0.25, 0.1),
    "ladder_consultation_well_done": (0.75, 0.5, 0.75, 0.25, 0.5, 0.35),
    "ladder_engagement": (0.6, 0.5, 0.5, 0.5, 0.5, 0.45),
    "ladder_co_design": (0.75, 0.75, 0.75, 0.6, 0.5, 0.65),
    "ladder_co_production": (1.0, 1.0, 1.0, 1.0, 1.0, 0.85),
}


def read(file: str) -> dict[str, Any]:
    return tomllib.loads((SOURCE / file).read_text(encoding="utf-8"))


def prose(table: dict[str, Any]) -> Iterator[str]:
    for field in PROSE:
        text = table.get(field, ())
        yield from [text] if isinstance(text, str) else text


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?])\s+", text.strip())


def differences(name: str, other: str) -> dict[str, float]:
    one, two = load_engagement(name).dials, load_engagement(other).dials
    return {dial: value for dial, value in one._asdict().items() if value != getattr(two, dial)}


@pytest.mark.parametrize("name", engagement_names())
def test_every_engagement_loads_and_says_what_it_assumes(name: str):
    engagement = load_engagement(name)
    assert engagement.name == name
    assert engagement.assumed


@pytest.mark.parametrize("name", scenario_names())
def test_every_scenario_loads_and_says_what_it_assumes_and_who_doubts_it(name: str):
    scenario = load_scenario(name)
    assert scenario.name == name
    assert scenario.assumed
    assert scenario.criticism


@pytest.mark.parametrize("name", scenario_names())
def test_a_scenario_names_only_engagements_that_exist(name: str):
    scenario = load_scenario(name)
    assert set(scenario.engagements) <= set(engagement_names())
    assert len(set(scenario.engagements)) == len(scenario.engagements)


@pytest.mark.parametrize("name", REAL)
def test_what_was_really_done_can_be_compared(name: str):
    scenario = load_scenario(name)
    assert scenario.really in scenario.engagements


def test_there_are_enough_cases_of_both_kinds():
    assert len(REAL) >= 6
    assert len(DIDACTIC) >= 5


@pytest.mark.parametrize("name", REAL)
def test_a_real_case_rests_on_at_least_three_facts(name: str):
    assert len(load_scenario(name).facts) >= 3


@pytest.mark.parametrize("name", scenario_names())
def test_every_fact_says_where_it_was_read(name: str):
    scenario = load_scenario(name)
    for fact in scenario.facts:
        assert ADDRESS.search(fact.source) or DATED_PUBLICATION.search(fact.source), fact.what


@pytest.mark.parametrize("file", FILES)
def test_sentences_are_short(file: str):
    table = read(file)
    long = [
        sentence
        for text in prose(table)
        for sentence in sentences(text)
        if len(sentence.split()) > LONGEST_SENTENCE
    ]
    assert long == []


@pytest.mark.parametrize("file", FILES)
def test_co_production_is_explained_wherever_it_is_named(file: str):
    table = read(file)
    text = " ".join(prose(table)).casefold()
    assert "co-production" not in text or "equal partners" in text


@pytest.mark.parametrize("name", NAMED)
def test_the_five_named_engagements_stand_where_the_table_puts_them(name: str):
    assert tuple(load_engagement(name).dials) == NAMED[name]


@pytest.mark.parametrize("name", LADDER)
def test_the_rungs_stand_where_the_table_puts_them(name: str):
    dials = load_engagement(name).dials
    assert (*dials[:5], dials.influence) == LADDER[name]
    assert load_engagement(name).rung != "none"


@pytest.mark.parametrize("dial", ["openness", "equal_access"])
def test_openness_and_access_rise_along_the_ladder(dial: str):
    heights = [getattr(load_engagement(name), dial) for name in LADDER]
    assert heights == sorted(heights)


def test_people_are_asked_from_consultation_upwards():
    asked = [load_engagement(name).asked for name in LADDER]
    assert asked == [False] * 3 + [True] * 5


def test_a_captured_room_is_co_production_without_the_work_of_bringing_people_in():
    assert differences("captured_room", "co_production") == {
        "buy_in": 0.05,
        "equal_access": 0.1,
        "influence": 0.9,
        "seats": 0.0,
    }


def test_advice_not_adopted_is_co_production_without_influence():
    assert differences("advice_not_adopted", "co_production") == {"influence": 0.0}


def test_told_openly_is_as_open_as_the_advice_that_is_not_adopted():
    told, asked = load_engagement("told_openly"), load_engagement("advice_not_adopted")
    for dial in ("awareness", "feedback", "openness", "equal_access", "influence"):
        assert getattr(told, dial) == getattr(asked, dial)
    assert (told.asked, asked.asked) == (False, True)


@pytest.mark.parametrize(
    ("file", "told"),
    [
        (
            "share_of_seats",
            "0.08 was a share before: write how many there is room for, 2 or more, or 0",
        ),
        (
            "no_limit",
            "1 meant no limit before: write how many there is room for, 2 or more, or 0 for all",
        ),
    ],
)
def test_an_engagement_of_the_first_version_is_told_how_to_mend_its_seats(file: str, told: str):
    path = FIRST_VERSION / f"{file}.toml"
    with pytest.raises(InputError) as caught:
        load_engagement(path)
    new = "since the second version of the model these are people, and"
    assert f"{file}.toml: seats: {new} {told}" in str(caught.value)


def test_a_case_of_the_first_version_loads_and_says_what_is_assumed_for_it():
    old = load_scenario(FIRST_VERSION / "case.toml")
    assert (old.decisions.heat, old.decisions.months) == (1.0, 6.0)
    assert old.assumed[-2:] == (
        "How hot the decisions are is not said; a heat of 1, routine, is assumed.",
        "How long a decision takes is not said; 6 months are assumed.",
    )
    assert old.but(title="Again").assumed == old.assumed


def test_a_case_that_says_how_hot_and_how_long_assumes_nothing_more():
    told = load_scenario("west_dulwich").but({"decisions.heat": 2.0})
    assert not [line for line in told.assumed if "is not said" in line]


def test_a_case_of_the_library_says_how_hot_it_is_and_how_long_it_takes():
    for name in scenario_names():
        assert {"heat", "months"} <= read(f"scenarios/library/{name}.toml")["decisions"].keys(), (
            name
        )


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "willing_base",
            "willing_base belongs to the first version of the model; see ready_base instead",
        ),
        (
            "trust_speed",
            "trust_speed belongs to the first version of the model; its rule is gone, so",
        ),
        ("willing_bas", "'willing_bas' is not an assumption"),
    ],
)
def test_a_case_with_a_number_that_is_gone_is_told_its_place_and_what_stands_there_now(
    name: str, told: str, tmp_path: Path
):
    text = (FIRST_VERSION / "case.toml").read_text(encoding="utf-8")
    file = tmp_path / "mine.toml"
    file.write_text(text.replace("[assumptions]", f"[assumptions]\n{name} = 0.1"), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_scenario(file)
    assert str(caught.value).startswith(f"mine.toml: assumptions: {told}")


@pytest.mark.parametrize("seats", [0.001, 0.5, 1.0, 1.99])
def test_a_room_has_seats_for_two_or_more_or_for_all(seats: float):
    with pytest.raises(InputError, match=r"tickbox: seats: .*2 or more, or 0 for all who come"):
        load_engagement("tickbox").but(seats=seats)


@pytest.mark.parametrize("seats", [0, 2, 40, 10_000])
def test_a_room_may_be_as_large_as_ten_thousand(seats: int):
    assert load_engagement("tickbox").but(seats=seats).dials.seats == seats


def test_every_dial_stands_in_the_file_itself():
    for name in engagement_names():
        assert set(DIALS) <= read(f"engagement/library/{name}.toml").keys(), name
