"""The library of scenarios and engagements holds together, and is fit to be read by anybody."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from coprod_sim.engagement import DIALS, engagement_names, load_engagement
from coprod_sim.errors import InputError
from coprod_sim.library_files import as_toml, check
from coprod_sim.scenarios import Scenario, load_scenario, scenario_names
from coprod_sim.scenarios.described import described

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
    "co_production": (0.85, 0.7, 0.85, 0.8, 0.85, 0.85, 0.85, 0.75, 40.0, 1.0),
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

# What a dial must show, by the kit's own rubric, before a way may be called co-production.
BY_THE_RUBRIC = {
    "awareness": "Costs, limits and unknowns too, in plain words, and on paper.",
    "buy_in": "Citizens' groups are asked whether and how to do it.",
    "expectations": "Decision rule, hours, pay and a working agreement are in writing.",
    "performance": "Training for both, and access is planned and paid for.",
    "feedback": "Every idea is traced, refusals are explained, on fixed dates.",
    "openness": "Report, options dropped and costs are open.",
    "equal_access": "Formats, places and times are planned together with people who used to be left out.",
    "influence": "People share the decision.",
}
# What real influence is by the rubric, for every way of the library.
INFLUENCE = {
    "People cannot change anything.": {
        "no_exercise", "told_openly", "tickbox", "in_name_only", "advice_not_adopted",
        "honest_consultation",  # says itself how little can still change
        "ladder_coercion", "ladder_educating", "ladder_informing", "ladder_consultation_tickbox",
    },
    "People can choose details.": {"ladder_consultation_well_done"},
    "People can change the option.": {"ladder_engagement"},
    "People share the decision.": {"co_production", "ladder_co_design", "ladder_co_production"},
    "People decide within agreed limits.": {"captured_room"},
}  # fmt: skip


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


def anchor_of(name: str, dial: str) -> int:
    """Give the nearest of a dial's five anchors, 0 to 4: they stand at 0, 0.25, 0.5, 0.75 and 1."""
    return int(getattr(load_engagement(name), dial) * 4.0 + 0.5)


@pytest.mark.parametrize("dial", BY_THE_RUBRIC)
def test_what_is_called_co_production_is_so_by_the_rubric_on_every_dial(dial: str):
    called = [n for n in engagement_names() if load_engagement(n).title.endswith("o-production")]
    assert called == ["co_production", "ladder_co_production"]
    must = DIALS[dial].anchors.index(BY_THE_RUBRIC[dial])
    assert must == 3
    for name in called:
        assert anchor_of(name, dial) >= must, name


def test_every_way_has_the_influence_that_its_name_promises_by_the_rubric():
    read_as = {n: DIALS["influence"].anchors[anchor_of(n, "influence")] for n in engagement_names()}
    assert read_as == {name: words for words, names in INFLUENCE.items() for name in names}


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


def test_a_case_of_ones_own_says_that_first_trust_is_that_of_the_british_public():
    """The page said that what is left out stands where the reference case has it: a curve, not a survey."""
    story = read("scenarios/library/west_dulwich.toml")
    kept = ("title", "kind", "summary", "place", "year", "who_decides", "outcome", "sources")
    short = {name: story[name] for name in kept}
    told = Scenario(**short, people={"citizens": 500, "share_less_heard": 0.3})
    assert told.people.trust.source == "survey"
    assert (
        "How far people trust at first is not said; what people in Great Britain (GB) answered about "
        "parliament is assumed."
    ) in told.assumed
    said = Scenario(**short, people={"citizens": 500, "trust": {"source": "reference"}})
    assert not [line for line in said.assumed if "trust" in line]
    assert len(Scenario(**short).assumed) == 3
    assert told.but(title="Again").assumed == told.assumed


def test_a_case_described_by_answers_does_not_say_that_first_trust_is_the_reference_towns():
    own = described({})
    assert own.people.trust.source == "survey"
    assert load_scenario("reference").people.trust.source == "reference"
    assert (
        own.assumed[1]
        == "First trust is what people of the country answered about the institution named."
    )


def test_a_section_given_as_a_table_changes_only_what_it_names():
    """It put defaults in place of all the rest without a word: first trust, heat, months, the text."""
    town = load_scenario("reference")
    assert town.but({"people": {"citizens": 400}}) == town.but({"people.citizens": 400})
    assert town.but(people={"citizens": 400}).people.trust.source == "reference"
    case = load_scenario("west_dulwich")
    short = case.but({"decisions": {"count": 3}})
    assert short.decisions == case.decisions.but(count=3)
    assert (short.decisions.heat, short.decisions.months) == (3.0, 12.0)
    assert case.but({"money": {"staff_hour": 40}}) == case.but({"money.staff_hour": 40.0})
    paid = load_scenario("misinformation_vote").but({"campaign": {"reach": 0.2}})
    assert (paid.campaign.decision, paid.campaign.strength, paid.campaign.reach) == (4, 0.6, 0.2)


def test_a_value_that_is_no_section_is_replaced_whole():
    case = load_scenario("bad_for_everyone")
    assert case.but(assumptions={}).assumptions == {}
    trust = load_scenario("west_dulwich").but({"people.trust": {"country": "FR"}}).people.trust
    assert trust.institutions == {"parliament": 1.0}


def test_a_setting_of_a_section_that_is_not_there_is_answered_with_how_to_give_it_whole():
    with pytest.raises(InputError) as caught:
        load_scenario("reference").but({"campaign.decision": 4})
    assert str(caught.value) == (
        "reference has no campaign, so campaign.decision cannot be changed alone; give it whole: "
        'but({"campaign": {"decision": ..., "strength": ..., "reach": ...}})'
    )
    whole = {"campaign": {"decision": 4, "strength": 0.5, "reach": 0.5}}
    assert load_scenario("reference").but(whole).campaign.decision == 4
    with pytest.raises(InputError, match="reference has no title"):
        load_scenario("reference").but({"title.x": 4})


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


@pytest.mark.parametrize("name", scenario_names())
def test_a_case_written_down_is_read_as_the_same_case(name: str):
    case = load_scenario(name)
    written = tomllib.loads(as_toml(case))
    assert check(Scenario, written, name) == case
    assert written["assumed_of_trust"] == list(case.assumed_of_trust)
