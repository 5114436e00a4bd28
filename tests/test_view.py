"""What a leader enters is one value: it fits into a link and a file, and makes a case and its ways."""

import base64
import json
import re
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_sim.board.cases import NOW, OWN, scenario_of, ways_of
from coprod_sim.board.leading import leading
from coprod_sim.board.view import View, file_of, from_file, from_link, link_of
from coprod_sim.engagement import DIALS
from coprod_sim.errors import InputError
from coprod_sim.population import population_of
from coprod_sim.population.population import quantiles_of
from coprod_sim.population.survey import Reading, read_survey
from coprod_sim.scenarios import load_scenario
from coprod_sim.scenarios.case_questions import CAMPAIGNS, DRAFTS, HEATS
from coprod_sim.scenarios.described import people_affected
from coprod_sim.site import write_one_file

shares = st.floats(0, 1).map(lambda x: round(x, 3))
views = st.builds(
    View,
    gate=st.dictionaries(
        st.sampled_from(["problem", "open"]), st.sampled_from(["yes", "no", "unsure"])
    ),
    case=st.sampled_from(["west_dulwich", "captured_room", OWN]),
    own=st.fixed_dictionaries(
        {
            "draft": st.sampled_from(list(DRAFTS)),
            "zero_sum": st.sampled_from(["no", "yes"]),
            "heat": st.sampled_from(list(HEATS)),
            "months": st.floats(0.5, 60),
            "title": st.text(max_size=40),
        }
    ),
    staff=st.dictionaries(st.sampled_from(list(DIALS)[:5]), shares),
    turned=st.fixed_dictionaries(
        {
            "tickbox": st.dictionaries(st.sampled_from(list(DIALS)[:5]), shares),
            "co_production": st.fixed_dictionaries({"seats": st.integers(2, 10_000).map(float)}),
        }
    ),
    chance=shares,
    assumptions=st.dictionaries(st.just("word_of_mouth"), st.floats(0.0001, 0.5)),
)


@given(views)
def test_a_link_and_a_file_bring_back_exactly_what_was_entered_of_the_case_they_show(view):
    shown = view if view.case == OWN else view.model_copy(update={"own": {}})
    assert from_link(link_of(view)) == shown
    assert from_file(file_of(view), "view.coprod.json") == shown
    assert re.fullmatch(r"[A-Za-z0-9_-]+", link_of(view))


def test_what_an_older_link_or_file_left_out_still_means_the_ways_it_meant_then():
    old = {"format": 1, "made_with": "0.1.0", "case": OWN, "own": {"title": "Our bus"}}
    meant = ("tickbox", "honest_consultation", "co_production")
    assert from_file(json.dumps(old).encode(), "bus").ways == meant
    packed = base64.urlsafe_b64encode(zlib.compress(json.dumps(old).encode())).decode()
    view = from_link(packed)
    assert view.ways == meant
    assert from_link(link_of(view)) == view
    named = old | {"ways": ["honest_consultation", "told_openly"]}
    assert from_file(json.dumps(named).encode(), "bus").ways == tuple(named["ways"])


def test_a_case_of_ones_own_begins_with_a_consultation_that_is_fit_for_a_duty():
    ours = ("tickbox", "ladder_consultation_well_done", "co_production")
    assert View(case=OWN).ways == scenario_of(View(case=OWN)).engagements == ours
    assert leading([])["own"]["base"]["engagements"] == list(ours)
    assert View(case="west_dulwich").ways[1] == "honest_consultation"


@given(st.binary(max_size=300))
def test_any_file_gets_a_sentence_and_never_a_crash(data):
    with pytest.raises(InputError, match=r"holiday\.jpg"):
        from_file(data, "holiday.jpg")


def test_a_file_of_another_format_says_which_one_is_read():
    table = json.loads(file_of(View())) | {"format": 7}
    with pytest.raises(InputError, match=r"format 7, this version of the kit reads format 1"):
        from_file(json.dumps(table).encode(), "old.coprod.json")


@pytest.mark.parametrize(
    ("dials", "said"),
    [
        ({"seats": 20_000.0}, "turned.tickbox.seats: must be between 0 and 10000, but is 20000"),
        ({"feedback": 1.5}, "turned.tickbox.feedback: must be between 0 and 1, but is 1.5"),
        ({"feedbak": 0.5}, "turned.tickbox.feedbak: is not a dial; did you mean 'feedback'?"),
    ],
)
def test_a_dial_in_a_file_keeps_to_its_own_range(dials, said):
    table = json.loads(file_of(View())) | {"turned": {"tickbox": dials}}
    with pytest.raises(InputError) as caught:
        from_file(json.dumps(table).encode(), "mine.coprod.json")
    assert str(caught.value) == f"mine.coprod.json: {said}"


@pytest.mark.parametrize(
    ("besides", "said"),
    [
        ({"venu": 10.0}, "is not a cost that can be entered; did you mean 'venue'?"),
        (
            {"venue": -1.0},
            "besides.co_production.venue must be between 0 and 1,000,000,000, but is -1",
        ),
    ],
)
def test_a_cost_besides_hours_has_a_known_name_and_is_no_less_than_nothing(besides, said):
    table = {"format": 1, "besides": {"co_production": besides}}
    with pytest.raises(InputError) as problem:
        from_file(json.dumps(table).encode(), "a.coprod.json")
    assert said in str(problem.value)


HOSTILE = {
    "more than a double holds": "1e999", "a huge number": "1e308", "less than nothing": "-1",
    "no number": "NaN", "words": '"ignore the above"', "a list": "[1]",
    "a very long text": '"' + "9" * 5000 + '"',
}  # fmt: skip
NUMBERS = {
    "own": ("months", "count", "share_less_heard", "homophily", "campaign_before"),
    "money": ("staff_hour", "citizen_hour", "challenge", "weeks_available"),
    "staff": ("feedback", "influence"),
    "citizens": ("awareness",),
    "assumptions": ("word_of_mouth", "trust_half_life"),
    "lefts": ("co_production",),
}
PLAIN = ("chance", "left", "target", "budget", "staff_hours", "saving", "at_least", "seed")
OF_A_WAY = (
    ("turned", "seats"),
    ("besides", "venue"),
    ("efforts", "weeks"),
    ("efforts", "staff_hours"),
)
KEPT = ("money", "turned", "besides", "efforts", "lefts", "assumptions", "chance")


def places() -> list[str]:
    """Give each place in a view where a number can stand, as JSON with a gap; also under what is kept."""
    found = [f'"{name}": ?' for name in PLAIN]
    found += [f'"{group}": {{"{name}": ?}}' for group, names in NUMBERS.items() for name in names]
    found += [f'"{part}": {{"tickbox": {{"{name}": ?}}}}' for part, name in OF_A_WAY]
    kept = [one for one in found if one.split('"')[1] in KEPT]
    return [*found, *(f'"kept": {{"reference": {{{one}}}}}' for one in kept)]


@pytest.mark.parametrize("what", HOSTILE)
@pytest.mark.parametrize("place", places())
def test_no_number_of_a_view_leaves_its_range_whatever_a_link_or_a_file_says(place, what):
    text = f'{{"format": 1, {place.replace("?", HOSTILE[what])}}}'
    with pytest.raises(InputError) as problem:
        from_file(text.encode(), "sent.coprod.json")
    assert "sent.coprod.json" in str(problem.value)
    assert len(str(problem.value)) < 500
    packed = base64.urlsafe_b64encode(zlib.compress(text.encode())).decode().rstrip("=")
    with pytest.raises(InputError, match="the link"):
        from_link(packed)


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ({"months": 61}, "own.months: must be a number between 0.5 and 60, but is 61"),
        ({"count": 1.5}, "own.count: must be a whole number between"),
        ({"count": True}, "but is True"),
        ({"mnths": 6}, "own.mnths: is not a question; did you mean 'months'?"),
        ({"draft": "good"}, "own.draft: must be one of"),
        ({"title": "x" * 5000}, "characters at most"),
    ],
)
def test_an_answer_about_a_case_of_ones_own_keeps_to_what_its_question_allows(own, said):
    with pytest.raises(InputError) as problem:
        from_file(json.dumps({"format": 1, "own": own}).encode(), "a.coprod.json")
    assert said in str(problem.value)


def test_what_a_first_version_left_in_a_view_and_what_was_not_answered_do_no_harm():
    table = {"format": 1, "own": {"months": None}, "assumptions": {"trust_speed": 7.0}}
    assert from_file(json.dumps(table).encode(), "old.coprod.json").own == {"months": None}


def test_where_we_are_is_the_mean_of_what_staff_and_citizens_say():
    view = View(ways=(NOW, "co_production")).scored("staff", "feedback", 0.75)
    view = view.scored("citizens", "feedback", 0.25)
    assert ways_of(view)[0].feedback == 0.5
    assert ways_of(view.scored("citizens", "feedback", None))[0].feedback == 0.75


def test_an_own_case_carries_what_was_entered():
    view = View(
        case=OWN,
        own={"title": "Our bus", "draft": "badly", "share_less_heard": 45.0, "campaign": "strong",
             "campaign_before": 9, "count": 4, "country": "IE"},
        money={"challenge": 5e5},
    )  # fmt: skip
    case = scenario_of(view)
    assert case.title == "Our bus"
    assert case.decisions.draft == DRAFTS["badly"]
    assert case.people.share_less_heard == 0.45
    assert case.people.trust.country == "IE"
    assert case.money.challenge == 5e5
    assert (case.campaign.decision, case.campaign.strength) == (4, CAMPAIGNS["strong"][0])


def test_trust_in_a_body_of_ones_own_can_stand_between_parliament_and_the_courts():
    handed = leading([])["own"]["surveys"]["GB"]
    means = {}
    for answer in ("parliament", "council", "halfway", "legal_system"):
        case = scenario_of(View(case=OWN, own={"institution": answer}))
        table = population_of(case).trust_less_heard
        assert (quantiles_of(np.array(handed[answer])) == table).all()  # what the browser plays
        means[answer] = table.mean()
    assert list(means.values()) == sorted(means.values())
    library = load_scenario("west_dulwich").people.trust.institutions
    assert (
        scenario_of(View(case=OWN, own={"institution": "council"})).people.trust.institutions
        == library
    )
    with pytest.raises(InputError, match="institutions"):
        scenario_of(View(case=OWN, own={"institution": "the pope"}))


def test_how_many_people_are_affected_is_kept_and_leaves_the_model_its_own_town():
    view = View(case=OWN, own={"title": "Our bus", "people_affected": 48_000.0})
    assert from_link(link_of(view)) == view
    assert people_affected(from_file(file_of(view), "bus").own) == 48_000
    plain = view.but(own={"title": "Our bus"})
    assert scenario_of(view) == scenario_of(plain)
    assert people_affected(plain.own) is None


@pytest.mark.parametrize("people", [0.0, -3.0, 1e12, "many", True])
def test_what_is_no_number_of_people_affected_is_refused_by_name(people):
    with pytest.raises(InputError, match="your own case: people_affected must be"):
        scenario_of(View(case=OWN, own={"people_affected": people}))


def test_a_survey_of_ones_own_never_reaches_a_case_of_the_library(tmp_path):
    survey = _kept(b"trust\n" + b"9\n" * 60, tmp_path)
    ours, theirs = (scenario_of(View(case=case, survey=survey)) for case in (OWN, "reference"))
    assert ours.people.trust.source == "answers"
    assert theirs == scenario_of(View(case="reference"))


def _typed(case: str, folder: Path) -> View:
    survey = _kept(b"ward,trust\n" + b"1,9\n" * 60, folder) | {"name": "netherby_patients"}
    kept = {"own": {"recommendation": "Keep the beds"}, "reference": {"chance": 0.2}}
    return View(case=case, own={"title": "Netherby"}, survey=survey, kept=kept, chance=0.4)


def test_what_leaves_of_a_case_of_the_library_has_nothing_of_ones_own(tmp_path):
    view = _typed("west_dulwich", tmp_path)
    page = tmp_path / "page.html"
    write_one_file(page, scenario_of(view), view=view)
    file = file_of(view)
    for text in (file.decode(), page.read_text()):
        for word in ("Netherby", "netherby_patients", "Keep the beds"):
            assert word not in text
    only = View(case="west_dulwich", chance=0.4)
    assert from_file(file, "file") == from_link(link_of(view)) == only


def test_what_leaves_of_ones_own_case_has_all_of_it_and_nothing_of_others(tmp_path):
    view = _typed(OWN, tmp_path)
    assert from_link(link_of(view)) == from_file(file_of(view), "file") == view.but(kept={})


@given(st.text(max_size=200))
def test_any_link_is_a_view_or_a_sentence(text):
    with pytest.raises(InputError, match="the link"):
        from_link(text)


def test_how_hot_a_case_of_ones_own_is_and_how_long_it_takes_reach_the_model():
    series = scenario_of(View(case=OWN)).decisions
    assert (series.heat, series.months) == (1.0, 6.0)
    series = scenario_of(View(case=OWN, own={"heat": "hot", "months": 18})).decisions
    assert (series.heat, series.months) == (3.0, 18.0)


def test_the_seats_of_a_room_are_people_and_a_room_for_one_is_refused():
    asked = View(case="reference").turn("co_production", "seats", 120.0)
    assert ways_of(asked)[-1].seats == 120
    with pytest.raises(InputError, match="write how many there is room for, 2 or more"):
        ways_of(asked.turn("co_production", "seats", 1.0))


def _kept(rows: bytes, folder: Path) -> dict[str, object]:
    """Read a survey as the command line does, and give what a view keeps of it."""
    file = folder / "street.csv"
    file.write_bytes(rows)
    found = read_survey(file, Reading(scale="0-10", reversed=False))
    return found.model_dump(mode="json", exclude_none=True)
