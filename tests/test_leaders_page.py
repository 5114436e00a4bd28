"""The leaders' page in the kit without a browser: what arrives, what Python makes, what it never does."""

import json
import re
from html import unescape
from pathlib import Path

import pytest
from disk_watch import files_opened
from widget_tree import form_with

from coprod_sim.apps.leaders import open_leaders
from coprod_sim.apps.leaders.files_to_save import FILES, made
from coprod_sim.apps.leaders.leaders_page import LeadersPage
from coprod_sim.assumptions import DECLARED, FAMILIES
from coprod_sim.board.cases import OWN, scenario_of
from coprod_sim.board.leading import leading
from coprod_sim.board.view import View, file_of
from coprod_sim.errors import InputError
from coprod_sim.population.survey import Reading, SurveyPopulation, read_survey, write_population
from coprod_sim.report import tagged_pdf
from coprod_sim.results import compare, player
from coprod_sim.words import words_in


@pytest.fixture
def page() -> LeadersPage:
    return open_leaders()


@pytest.fixture
def sent(page: LeadersPage, monkeypatch: pytest.MonkeyPatch) -> list[tuple[dict, list]]:
    """What Python sends to the browser."""
    found: list[tuple[dict, list]] = []
    monkeypatch.setattr(
        page, "send", lambda content, buffers=(): found.append((content, [*buffers]))
    )
    return found


def arrives(page: LeadersPage, **changes) -> None:
    """Let a changed view arrive as the browser sends it."""
    table = page.value.model_dump(mode="json") | changes
    page.set_state({"value": json.loads(json.dumps(table))})


def asks(page: LeadersPage, **content) -> None:
    """Let a message arrive as the browser sends it."""
    page._handle_custom_msg(content, [])


def test_a_pdf_is_offered_only_where_the_kit_can_make_one(monkeypatch: pytest.MonkeyPatch):
    assert open_leaders()._files == ["pdf", "html", "csv", "parquet"]
    monkeypatch.setattr(tagged_pdf, "find_spec", lambda _name: None)
    assert open_leaders()._files == ["html", "csv", "parquet"]
    t = words_in("en")
    assert "as a PDF that screen readers can follow or as HTML" in t("take-files_intro", pdf="yes")
    without = t("take-files_intro", pdf="no").split("\n")
    assert without[0].endswith("add a package to this kit: python -m pip install typst")
    assert without[1].startswith("The tables hold every run")


def test_what_does_not_fit_becomes_a_sentence_and_the_last_view_stays(page):
    before = page.value
    arrives(page, money={"staff_hour": -3.0})
    assert "staff_hour must be between 0" in page.problem
    assert page.value == before
    arrives(page, money={"staff_hour": 3.0})
    assert page.problem == ""
    assert page.value.money == {"staff_hour": 3.0}


def test_a_dial_that_moves_in_the_browser_plays_nothing_and_reads_nothing_in_python(
    page, monkeypatch
):
    arrives(page, turned={"co_production": {"influence": 0.4}})  # what is read once has been read
    monkeypatch.setattr(player, "play_all", lambda *_a, **_k: pytest.fail("Python played"))
    with files_opened() as opened:
        arrives(page, turned={"co_production": {"influence": 0.9}})
    assert page.value.turned == {"co_production": {"influence": 0.9}}
    assert opened == []


def test_a_survey_is_a_value_and_nothing_of_it_is_written_to_disk(page, sent, tmp_path):
    arrives(page, case=OWN, part="case")
    asks(page, kind="control", name="survey")
    whole = page._made["survey"]
    rows = "\n".join(["trust", *(str(k % 11) for k in range(110)), *["9"] * 40]).encode()
    with files_opened() as opened:
        form_with(whole, "file").on_file("file", "C:\\street.csv", rows)
        for name, value in (("low", 0), ("high", 10), ("direction", "up")):
            form_with(whole, name).answer(name, value)
        form_with(whole, "use").click("use")
    assert [name for name in opened if "street" in name or "coprod_sim_surveys" in name] == []
    (content, _), *_ = sent
    assert content["kind"] == "survey"
    arrives(page, survey=content["population"])  # the browser puts it into its view
    told = _kept(rows, tmp_path)
    kept = tmp_path / "street.toml"
    write_population(told, kept)
    read = scenario_of(View(case=OWN)).but({"people.trust": {"source": "file", "file": str(kept)}})
    same = [
        compare(case, ["tickbox"], runs=8, draws=0).frame
        for case in (scenario_of(page.value), read)
    ]
    assert same[0].equals(same[1])


def test_a_control_is_made_once_and_only_one_that_is_offered(page):
    asks(page, kind="control", name="anything")
    assert page._made == {}
    asks(page, kind="control", name="survey")
    first = page._made["survey"]
    asks(page, kind="control", name="survey")
    assert page._made["survey"] is first


def _kept(rows: bytes, folder: Path) -> SurveyPopulation:
    file = folder / "street.csv"
    file.write_bytes(rows)
    return read_survey(file, Reading(scale="0-10", reversed=False))


@pytest.mark.parametrize("name", FILES)
def test_every_file_has_a_button_and_is_what_its_ending_says(page, sent, name):
    assert words_in("en").has(f"take-{name}")
    asks(page, kind="make", name=name, view=View(case="reference").model_dump(mode="json"))
    ((content, (data,)),) = sent
    begins = {
        "pdf": b"%PDF-",
        "html": b"<!doctype html>",
        "csv": b"\xef\xbb\xbfscenario,engag",
        "parquet": b"PAR1",
    }
    assert data[:20].lower().startswith(begins[name].lower())
    assert content["name"].startswith("reference_")
    assert content["name"].endswith(f".{name}")


def test_what_cannot_be_played_gets_a_sentence_and_no_file(page, sent):
    wrong = View().model_dump(mode="json") | {"turned": {"tickbox": {"feedback": 3}}}
    asks(page, kind="make", name="pdf", view=wrong)
    ((content, buffers),) = sent
    assert "must be between 0 and 1" in content["text"]
    assert buffers == []


def test_a_notebook_opens_a_saved_view_and_says_what_was_left_out_of_an_old_one(tmp_path):
    file = tmp_path / "ours.coprod.json"
    file.write_bytes(file_of(View(case="captured_room", seed=7)))
    assert open_leaders(file).value.seed == 7
    table = json.loads(file.read_bytes()) | {
        "assumptions": {"trust_speed": 0.2, "word_of_mouth": 0.03}
    }
    file.write_text(json.dumps(table | {"made_with": "0.0.9"}))
    page = open_leaders(file)
    assert page.value.assumptions == {"word_of_mouth": 0.03}
    assert "first version of the model and were left out: trust_speed." in page.problem
    assert "version 0.0.9" in page.problem
    file.write_text("holiday snaps")
    with pytest.raises(InputError, match=r"ours\.coprod\.json: is not a saved view"):
        open_leaders(file)
    with pytest.raises(InputError, match=r"no such file: .*nowhere"):
        open_leaders(tmp_path / "nowhere.coprod.json")


def test_every_assumption_leads_to_the_studies_it_names_and_the_rest_are_counted():
    assumed = {one["name"]: one["papers"] for one in leading([])["assumed"]}
    links = {paper["name"]: paper["link"] for papers in assumed.values() for paper in papers}
    assert links["Wood and Porter 2019"] == "https://doi.org/10.1007/s11109-018-9443-y"
    assert links["Gamson 1968"] == ""
    assert {paper["name"] for paper in assumed["slant"]} == {
        "Wood and Porter 2019", "Taber and Lodge 2006",
    }  # fmt: skip
    assert [paper["name"] for paper in assumed["trust_half_life"]] == [
        "Devine and Valgardsson 2024"
    ]
    years = re.compile(r"\b(19|20)\d\d\b")
    named = {n for n, a in DECLARED.items() if years.search(f"{a.source} {a.schools or ''}")}
    assert {name for name, papers in assumed.items() if papers} == named


def test_every_assumption_can_be_changed_on_the_page_and_stands_in_one_family(page):
    placed = [name for names in FAMILIES.values() for name in names]
    assert sorted(placed) == sorted(DECLARED)
    handed = json.loads(page._declared)["assumed"]
    assert [one["name"] for one in handed] == list(DECLARED)
    assert {one["family"] for one in handed} == set(FAMILIES)


def test_the_text_shown_before_the_page_works_is_the_text_of_the_door():
    notebook = Path(__file__).parents[1] / "notebooks" / "apps" / "explore_scenarios.ipynb"
    shown = "".join(json.loads(notebook.read_text(encoding="utf-8"))["cells"][0]["source"])
    t = words_in("en")
    for line in (t("door-honest"), t("start-title")):
        assert line in shown


MINE = View(
    case="own", span="one", stakes="high", trust="low", budget=40_000.0, money={"weeks_available": 20.0},
    gate=dict.fromkeys(("problem", "open", "used", "means", "enough", "answer", "loses"), "yes")
    | {"time": "no"},
    own={"months": 2.5, "campaign": "some"}, besides={"co_production": {"venue": 7_000.0}},
)  # fmt: skip


def head_of(view: View) -> str:
    text = unescape(made("html", view).data.decode())
    return re.search(r'class="headline">(.*?)</p>', text, re.DOTALL)[1]


def beside_the_answer(view: View) -> str:
    """Give the headline, and what to take care of, which stands right below it."""
    text = unescape(made("html", view).data.decode())
    return re.search(
        r'class="headline">.*?(?:</p>\s*<section class="care">.*?</section>|</p>)', text, re.DOTALL
    )[0]


def test_the_file_for_the_board_has_the_gates_answer_and_the_limits_in_its_headline():
    head = head_of(MINE)
    assert "Co-production (beyond your 20 weeks)" in head
    enough = MINE.but(
        money={"weeks_available": 21.0}, budget=None
    )  # of the 30 that co-production takes
    assert head_of(enough).startswith("Consultation done well")
    mine = head_of(enough.but(recommended_way="co_production"))
    assert mine.startswith("Co-production (beyond your 21 weeks)")
    assert re.search("Of the ways compared (these fit: |only )tickbox consultation", head)
    assert (
        'The answers to "Should we ask?" (4 of 14 questions are still open) say: find the time, or move '
        "the decision." in beside_the_answer(MINE)
    )
    assert "None of these ways fits into your 3 weeks." in head_of(
        MINE.but(money={"weeks_available": 3.0})
    )
    open_ = head_of(MINE.but(gate={}, stakes="", trust="", budget=None, money={}))
    assert "The answers to" not in beside_the_answer(
        MINE.but(gate={}, stakes="", trust="", budget=None, money={})
    )
    assert "Should we ask?" not in open_
    assert "beyond your" not in open_
    assert "weeks are available" not in open_  # nobody entered how many
    of_dulwich = beside_the_answer(MINE.but(case="west_dulwich"))
    assert "The answers to" in of_dulwich  # as answered about it
    dulwich = unescape(made("html", MINE.but(case="west_dulwich", money={})).data.decode())
    assert "By the weeks assumed for this case (52), all the ways compared fit." in " ".join(
        dulwich.split()
    )


def test_the_file_for_the_board_lists_costs_besides_hours_and_what_nobody_entered():
    text = " ".join(unescape(made("html", MINE).data.decode()).split())
    for said in (
        "Entered besides hours, for one decision: for co-production rooms £7,000.",
        "Not in the sum for co-production: finding people by lot, those who run the meetings and pay and "
        "travel of members.",
        "Entered: months for a decision: 2.5; false stories: some, and they reach about 30 in 100 people.",
        "Assumed, as nobody entered it: ", "decisions in a row: 1; less-heard people: 30 in 100;",
    ):  # fmt: skip
        assert said in text, said
    assert (
        "Not in the sum for tickbox consultation and consultation done well: rooms and those who run the "
        "meetings."
    ) in text
