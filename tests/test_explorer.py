"""The leaders' page without a browser: what is entered becomes a view, and a view becomes numbers."""

import asyncio
import json
import re
import threading
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from disk_watch import files_opened
from hypothesis import given
from hypothesis import strategies as st
from widget_tree import form_with, texts

from coprod_sim.apps.controls import Field, Form, Option, Shell
from coprod_sim.apps.explorer.cases import CAMPAIGNS, DRAFTS, NOW, OWN, scenario_of, ways_of
from coprod_sim.apps.explorer.explorer_page import KEYS, PARTS, open_explorer
from coprod_sim.apps.explorer.explorer_state import Explorer, opened, query_of
from coprod_sim.apps.explorer.view import View, file_of, from_file, from_link, link_of
from coprod_sim.apps.frame import Desk, Loading
from coprod_sim.assumptions import DECLARED, FAMILIES, REFERENCE
from coprod_sim.engagement import DIALS
from coprod_sim.errors import InputError
from coprod_sim.population.survey import SurveyPopulation, read_survey, write_population
from coprod_sim.results import compare
from coprod_sim.scenarios.described import HEATS
from coprod_sim.words import words_in

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
    assumptions=st.dictionaries(st.just("word_of_mouth"), shares),
)


@given(views)
def test_a_link_and_a_file_bring_back_exactly_what_was_entered(view):
    assert from_link(link_of(view)) == view
    assert from_file(file_of(view), "view.coprod.json") == view
    assert re.fullmatch(r"[A-Za-z0-9_-]+", link_of(view))


@given(st.binary(max_size=300))
def test_any_file_gets_a_sentence_and_never_a_crash(data):
    with pytest.raises(InputError, match=r"holiday\.jpg"):
        from_file(data, "holiday.jpg")


@given(st.text(max_size=200))
def test_any_address_opens_a_page(text):
    view, problem = opened({"view": text, "lang": "en"})
    assert view == View()
    assert problem


def test_a_file_of_another_format_says_which_one_is_read():
    table = json.loads(file_of(View())) | {"format": 7}
    with pytest.raises(InputError, match=r"format 7, this version of the kit reads format 1"):
        from_file(json.dumps(table).encode(), "old.coprod.json")


def test_a_link_of_the_first_version_opens_without_the_numbers_that_are_gone():
    old = View(case="reference", assumptions={"trust_speed": 0.2, "word_of_mouth": 0.03})
    view, told = opened({"view": link_of(old)})
    assert view.assumptions == {"word_of_mouth": 0.03}
    assert "first version of the model and were left out: trust_speed." in told


def test_a_file_of_the_first_version_opens_without_the_numbers_that_are_gone():
    whole = open_explorer(query_of(View(case="reference", part="take")))
    table = json.loads(file_of(View(case="captured_room"))) | {
        "assumptions": {"willing_base": -1.0}
    }
    form_with(whole, "save").on_file("open", "old.coprod.json", json.dumps(table).encode())
    assert "left out: willing_base." in whole.children[0].say
    view = _shown(whole)
    assert (view.case, view.assumptions) == ("captured_room", {})


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


def test_a_link_from_another_version_says_that_numbers_can_differ():
    view, told = opened({"view": link_of(View(made_with="0.0.9", case="captured_room"))})
    assert view.case == "captured_room"
    assert "0.0.9" in told


def test_a_misspelt_case_in_a_link_names_the_nearest():
    _, problem = opened({"view": link_of(View(case="west_dullwich"))})
    assert "did you mean 'west_dulwich'" in problem


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


def test_what_does_not_fit_becomes_a_sentence_and_nothing_is_lost():
    state = Explorer()
    before = state.view
    state.take(lambda: state.view.but(money={"staff_hour": -3.0}))
    assert "staff_hour must be between 0" in state.problem
    assert state.view == before


def test_turning_a_dial_moves_the_numbers_and_turning_it_back_brings_them_back():
    state = Explorer()
    state.start()

    def acceptance() -> float:
        return state.comparison.value("co_production", "acceptance")["mean"]

    start = acceptance()
    state.take(lambda: state.view.turn("co_production", "influence", 0.0))
    assert acceptance() < start - 0.01
    state.change(turned={})
    assert acceptance() == start


def test_the_same_view_gives_the_same_numbers_in_another_session():
    view = View(case="ireland_eighth").turn("tickbox", "feedback", 0.6)
    one, other = Explorer(view), Explorer(from_link(link_of(view)))
    one.start()
    other.start()
    assert one.comparison.ranges.equals(other.comparison.ranges)


def test_a_form_drops_what_no_honest_page_would_send():
    form = Form(
        [
            Field(id="d", kind="dial", label="D", low=0.0, high=100.0),
            Field(id="c", kind="choice", label="C", options=(Option(value="a", label="A"),)),
            Field(id="off", kind="button", label="B", disabled=True),
        ]
    )
    seen = []
    form.on_answer = lambda *given: seen.append(given)
    form.on_click = seen.append
    for name, value in (
        ("d", 101),
        ("d", "high"),
        ("d", float("nan")),
        ("d", True),
        ("c", "b"),
        ("x", 1),
    ):
        form.answer(name, value)
    form.click("off")
    assert seen == []
    form.answer("d", 40)
    assert seen == [("d", 40, False)]


def test_the_page_has_all_its_parts_and_says_what_is_wrong_with_a_link():
    whole = open_explorer("view=broken!")
    shell, trouble, *boxes = whole.children
    assert [p[0] for p in shell.parts] == list(KEYS)
    assert len(boxes) == len(KEYS)
    assert 'role="alert"' in trouble.value


def test_every_part_can_be_turned_to_without_trouble():
    shell, trouble, *_ = open_explorer("").children
    for part in KEYS:
        shell.turn(part)
        assert trouble.value == ""
    assert "part" not in query_of(View())


def test_the_address_names_the_part_before_it_is_drawn_so_that_a_session_that_dies_comes_back_there(
    monkeypatch: pytest.MonkeyPatch,
):
    shell, *_ = open_explorer("").children
    seen = []
    monkeypatch.setattr(Desk, "arrive", lambda _desk, _part: seen.append(shell.query))
    shell.turn("what")
    assert seen == [query_of(View(part="what"))]


def test_every_assumption_can_be_changed_on_the_page_and_stands_in_one_family():
    placed = [name for names in FAMILIES.values() for name in names]
    assert sorted(placed) == sorted(DECLARED)


def test_beside_every_assumption_stands_how_far_it_may_lie_and_who_says_so():
    whole = open_explorer(query_of(View(case="reference", part="rigged")))
    fields = form_with(whole, "slant").fields
    for name, about in DECLARED.items():
        told = fields[name].help
        assert f"Usual: {getattr(REFERENCE, name):g}." in told
        for words in about.schools or (about.source,):
            assert words in told
        assert about.fixed == ("the same in every model" in told)
        assert about.fixed or f"Plausible: {about.least:g} to {about.most:g}" in told


def test_the_text_shown_before_the_page_works_is_the_text_of_the_door():
    notebook = Path(__file__).parents[1] / "notebooks" / "apps" / "explore_scenarios.ipynb"
    shown = "".join(json.loads(notebook.read_text(encoding="utf-8"))["cells"][0]["source"])
    t = words_in("en")
    for line in (*t("door.text").strip().splitlines(), t("door.honest"), t("start.title")):
        assert line in shown


def test_a_cold_page_builds_the_rest_only_when_the_browser_has_it(monkeypatch: pytest.MonkeyPatch):
    loaded = threading.Event()
    monkeypatch.setattr(
        Loading, "_load", lambda self: setattr(self, "_failed", not loaded.wait() or None)
    )

    def there(box) -> bool:
        return words_in("en")("page.loading") not in getattr(box.children[0], "value", "")

    async def visit() -> None:
        shell, _trouble, *boxes = open_explorer("").children
        loaded.set()
        await asyncio.sleep(0.3)
        assert [there(box) for box in boxes] == [not part.late for part in PARTS]
        shell._handle_custom_msg({"kind": "shown"}, [])
        for _ in range(100):
            await asyncio.sleep(0.1)
            if all(there(box) for box in boxes):
                return
        pytest.fail("the rest never came")

    asyncio.run(visit())


def test_an_uploaded_survey_is_a_value_and_nothing_of_it_is_written_to_disk(tmp_path):
    whole = open_explorer("")
    next(w for w in whole.children if isinstance(w, Shell)).turn("case")
    form_with(whole, "case").answer("case", OWN)
    rows = "\n".join(["trust", *(str(k % 11) for k in range(110)), *["9"] * 40]).encode()
    with files_opened() as opened:
        form_with(whole, "scale").on_file("file", "C:\\street.csv", rows)
    assert [name for name in opened if "street" in name or "coprod_sim_surveys" in name] == []
    view = View(case=OWN, survey=_kept(rows, tmp_path).model_dump(mode="json", exclude_none=True))
    assert "150" in texts(whole)
    given, read = scenario_of(view), scenario_of(View(case=OWN))
    kept = tmp_path / "street.toml"
    write_population(_kept(rows, tmp_path), kept)
    read = read.but({"people.trust": {"source": "file", "file": str(kept)}})
    same = [compare(case, ["tickbox"], runs=8, draws=0).frame for case in (given, read)]
    assert same[0].equals(same[1])
    assert given.but(title="Again").people.trust == given.people.trust


def test_how_hot_a_case_of_ones_own_is_and_how_long_it_takes_reach_the_model_and_the_link():
    whole = open_explorer(query_of(View(case=OWN, part="case")))
    form = form_with(whole, "heat")
    assert (form.values["heat"], form.values["months"]) == ("routine", 6)
    form.answer("heat", "hot")
    form.answer("months", 18)
    form.answer("months", 0)
    view = _shown(whole)
    series = scenario_of(view).decisions
    assert (series.heat, series.months) == (3.0, 18.0)


def test_the_seats_of_a_room_can_be_set_in_people_and_a_room_for_one_is_refused():
    whole = open_explorer(query_of(View(case="reference", part="what")))
    form = form_with(whole, "seats")
    seats = form.fields["seats"]
    assert (seats.low, seats.high, seats.reach, seats.step, seats.unit) == (
        0,
        10_000,
        200,
        10,
        "people",
    )
    assert form.values["seats"] == 40
    form.answer("seats", 120)
    view = _shown(whole)
    assert view.turned["co_production"] == {"seats": 120}
    form.answer("seats", 1)
    assert "write how many there is room for, 2 or more" in texts(whole)


def _shown(whole) -> View:
    """Read the view off the address that the page shows."""
    return from_link(dict(parse_qsl(whole.children[0].query))["view"])


def _kept(rows: bytes, folder: Path) -> SurveyPopulation:
    file = folder / "street.csv"
    file.write_bytes(rows)
    return read_survey(file)
