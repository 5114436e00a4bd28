"""The file that the page saves is taken wherever a case is: nothing entered in it is lost on the way."""

import json
import re
from html import unescape
from importlib.resources import files
from pathlib import Path

import pytest
from pool_case import HURRY, LONG_NAME, POOL

from coprod_sim.apps.leaders.files_to_save import made
from coprod_sim.board.view import View, file_of
from coprod_sim.cli.command_line import main
from coprod_sim.cli.options import given_case
from coprod_sim.errors import InputError
from coprod_sim.results import compare
from coprod_sim.results.comparison import RUNS_A_DRAW
from coprod_sim.results.discovery.theories import against

OURS = View(
    case="own", own={"place": "Ourtown", "people_affected": 400, "count": 3},
    ways=("now", "found"), found="Within 10 weeks",
    turned={"found": {"awareness": 0.4, "influence": 0.3}}, staff={"influence": 0.25},
    money={"staff_hour": 50.0}, gate={"problem": "yes", "loses": "yes"}, recommendation="Ask them first.",
)  # fmt: skip


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    file = tmp_path / "ours.coprod.json"
    file.write_bytes(file_of(OURS))
    return file


def test_what_the_page_saved_is_compared_with_its_own_ways_over_its_own_span(ours, capsys):
    few = ["--runs", "8", "--draws", "0", "--over", "luck", "--json"]
    assert main(["compare", str(ours), *few]) == 0
    told = json.loads(capsys.readouterr().out)["engagements"]
    assert list(told) == ["now", "found"]
    assert list(told["found"]["decisions"]) == ["1"]
    assert main(["compare", str(ours), "--span", "series", "--engagement", "found", *few]) == 0
    told = json.loads(capsys.readouterr().out)["engagements"]
    assert list(told) == ["found"]
    assert list(told["found"]["decisions"]) == ["1", "2", "3"]


def test_theories_are_counted_over_the_span_and_by_the_gain_that_the_page_saved(tmp_path, capsys):
    """They were counted after the sixth decision and by 5 in 100, whatever the file said."""
    file = tmp_path / "v.coprod.json"
    file.write_bytes(file_of(View(case="reference", span="one", at_least=0.125)))
    assert main(["theories", str(file), "--draws", "24"]) == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert "does not gain enough after decision 1, in both sets of models" in printed
    assert "decision 6" not in printed
    assert "less than 12.5 in 100 more of those who lose" in printed
    assert "less than 5 in 100" not in printed
    found = compare(
        given_case(str(file)).case.first_decision(),
        ["tickbox", "honest_consultation", "co_production"],
        runs=RUNS_A_DRAW, draws=24,
    )  # fmt: skip
    bad = against(found, "co_production", at_least=0.125)[0].sum()
    assert f"In {bad} of 24 plausible models, co-production does not gain enough here." in printed
    assert main(["theories", str(file), "--draws", "24", "--span", "series"]) == 0
    assert "after decision 6" in capsys.readouterr().out


def test_one_decision_of_a_case_with_a_later_campaign_is_played_without_it(tmp_path, capsys):
    asked = ["compare", "misinformation_vote", "--runs", "8", "--draws", "0", "--over", "luck"]
    assert main([*asked, "--span", "one", "--out", str(tmp_path)]) == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert "After the decision, in 100 people" in printed
    assert "Rooms, travel and finding people are not in them either." in printed


def test_the_board_in_one_file_carries_all_that_was_saved_and_stays_below_a_megabyte(
    ours, tmp_path
):
    page = tmp_path / "ours.html"
    assert main(["site", "--one", str(page), "--case", str(ours)]) == 0
    assert len(page.read_bytes()) < 1_000_000
    text = page.read_text("utf-8")
    kept = json.loads(
        re.search('data-coprod-board="([^"]*)"', text)[1]
        .replace("&#34;", '"')
        .replace("&quot;", '"')
    )
    assert kept["gate"] == {"problem": "yes", "loses": "yes"}
    assert (kept["money"], kept["recommendation"]) == ({"staff_hour": 50.0}, "Ask them first.")
    declared = json.loads(re.search('id="coprod-declared"[^>]*>(.*?)</script>', text)[1])
    assert declared["cases"]["own"]["money"]["staff_hour"] == 50.0
    titles = {way["name"]: way["title"] for way in declared["ways"]}
    assert titles["found"] == "Within 10 weeks"
    assert declared["answers"]["own"]["ways"] == ["now", "found"]


def test_people_are_not_paid_until_somebody_says_what_they_are_paid(tmp_path):
    library = given_case("west_dulwich").case.money
    assert (library.staff_hour, library.citizen_hour) == (35.0, 0.0)
    text = Path(files("coprod_sim.scenarios") / "library" / "west_dulwich.toml").read_text("utf-8")
    paying = tmp_path / "paying.toml"
    paying.write_text(text.replace("[money]", "[money]\ncitizen_hour = 12.0"))
    assert given_case(str(paying)).case.money.citizen_hour == 12.0
    view = View(money={"citizen_hour": 12.0})
    (tmp_path / "v.coprod.json").write_bytes(file_of(view))
    assert given_case(str(tmp_path / "v.coprod.json")).case.money.citizen_hour == 12.0
    (tmp_path / "v.coprod.json").write_bytes(file_of(View(money={"staff_hour": 50.0})))
    assert given_case(str(tmp_path / "v.coprod.json")).case.money.citizen_hour == 0.0


def test_a_file_that_is_no_saved_view_is_refused_by_name(tmp_path, capsys):
    file = tmp_path / "other.coprod.json"
    file.write_text("{}")
    assert main(["compare", str(file)]) != 0
    assert "other.coprod.json: is not a saved view of this kit" in capsys.readouterr().err


def test_what_the_page_adds_for_rooms_and_members_is_in_the_sums_of_the_command(tmp_path, capsys):
    """The page said 80,000 for co-production, and the command 35,280 for the same file."""
    entered = {"venue": 4_000.0, "recruitment": 15_000.0, "members": 25_720.0}
    view = View(
        case="west_dulwich", besides={"co_production": entered, "ladder_co_design": {"venue": 9.0}}
    )
    file = tmp_path / "ours.coprod.json"
    file.write_bytes(file_of(view))
    plain = tmp_path / "plain.coprod.json"
    plain.write_bytes(file_of(view.but(besides={})))
    asked = ["--runs", "8", "--draws", "0", "--over", "luck", "--out", str(tmp_path / "out")]
    money = {}
    for one in (plain, file):
        assert main(["compare", str(one), *asked, "--json"]) == 0
        told = json.loads(capsys.readouterr().out)["engagements"]
        money[one] = {name: way["money"]["mean"] for name, way in told.items()}
    assert money[file]["co_production"] == money[plain]["co_production"] + 44_720.0
    assert money[file]["tickbox"] == money[plain]["tickbox"]
    assert main(["compare", str(file), *asked]) == 0
    printed = " ".join(capsys.readouterr().out.split())
    written = (tmp_path / "out" / "comparison.html").read_text("utf-8")
    assert money[file]["co_production"] == 74_120.0
    assert "74,100" in printed
    assert "what you entered is in them: co-production costs £44,720" in printed
    assert "Rooms, travel and finding people are not in them" not in printed + written
    assert "£74,100" in written
    by_page = unescape(made("html", view).data.decode())
    assert "£74,100" in by_page


def told_of(view: View, folder: Path, capsys, *options: str) -> tuple[str, str]:
    """Compare a saved view; give what is printed and what its page says, without breaks of lines."""
    file = folder / "own.coprod.json"
    file.write_bytes(file_of(view))
    assert main(["compare", str(file), "--out", str(folder / "out"), *options]) == 0
    page = unescape((folder / "out" / "comparison.html").read_text("utf-8"))
    return " ".join(capsys.readouterr().out.split()), " ".join(page.split())


def test_the_command_says_of_a_saved_file_what_the_page_for_the_board_says(tmp_path, capsys):
    """The page recommended consultation done well; the command called co-production ahead, and no more."""
    printed, page = told_of(POOL, tmp_path, capsys)
    said = "In short Consultation done well mostly gains less here than is worth having: "
    assert said in printed
    assert "We recommend Consultation done well. Lawful and in time." in printed
    assert "We recommend</h3> <p>Consultation done well. Lawful and in time.</p>" in page
    for said in (
        'The answers to "Should we ask?" say: fix this first, then ask.',
        "Fix this first, then ask. It is not certain that there is time before the decision.",
        "By the answers given, a duty to ask or to involve people is likely: ",
        "You have £30,000 for one decision. Only this costs more: co-production (£41,600).",
        "At your chance of 20 in 100, with the risk and the wait for the saving counted in, tickbox "
        "consultation costs £33,400; "
        "consultation done well costs £30,200 and co-production (beyond your 20 weeks and £30,000) costs £",
        "A duty to ask is likely, and tickbox consultation would probably not meet it. Ask your lawyers.",
        "As entered, the decision saves £80,000 a year.",
        "that fit the findings, consultation done well does not gain enough over tickbox consultation.",
    ):
        assert said in printed, said
        assert said in page, said
    for beside in ("9 of 20", "13,400 27,700 41,600", "30,000 30,000 30,000"):
        assert beside in printed, beside
    assert "£30,000 available" in page
    board = " ".join(unescape(made("html", POOL).data.decode()).split())
    headline = re.search('<p class="headline">(.*?)</p>', board)
    assert headline is not None
    assert headline[1] in printed
    assert headline[1] in page


def test_a_case_of_ones_own_is_called_so_and_has_no_time_of_its_own(tmp_path, capsys):
    printed, page = told_of(HURRY, tmp_path, capsys, "--over", "luck", "--runs", "24")
    assert "Northfield. A case of our own." in page
    for other in (
        "made up for teaching",
        "made-up case",
        "no real time",
        "built to show",
        ">Years<",
    ):
        assert other not in printed + page, other
    assert "They say: reopen the decision, or do not start." in printed
    assert "We recommend " + LONG_NAME in printed
    assert printed.count(LONG_NAME) == 2
    assert "This compares tickbox consultation with the way found." in printed


def test_weeks_that_nobody_entered_for_ones_own_case_are_no_limit(tmp_path, capsys):
    own = {name: given for name, given in POOL.own.items() if name not in ("by_when", "months")}
    view = POOL.but(money={}, budget=None, own=own)
    printed, page = told_of(view, tmp_path, capsys, "--over", "luck", "--runs", "8")
    for text in (printed, page):
        assert "Nobody entered how many weeks there are." in text
        assert "weeks are available" not in text
        assert "weeks available" not in text
    assert " of 26" not in printed


def test_ranges_and_luck_are_those_of_the_file(tmp_path, capsys):
    file = tmp_path / "own.coprod.json"
    file.write_bytes(file_of(POOL.but(over="luck", seed=7)))
    assert main(["compare", str(file), "--runs", "8", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["over"], told["seed"]) == ("luck", 7)
    assert main(["compare", str(file), "--runs", "8", "--seed", "0", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["seed"] == 0


def test_python_says_which_command_compares_a_saved_file(ours):
    with pytest.raises(
        InputError, match=r"ours\.coprod\.json: this is a view .*: coprod-sim compare "
    ):
        compare(str(ours))
