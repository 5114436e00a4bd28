"""The file that the page saves is taken wherever a case is: nothing entered in it is lost on the way."""

import json
import re
from html import unescape
from importlib.resources import files
from pathlib import Path

import pytest

from coprod_sim.apps.leaders.files_to_save import made
from coprod_sim.board.view import View, file_of
from coprod_sim.cli.command_line import main
from coprod_sim.cli.options import given_case

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
    assert f"{money[file]['co_production']:,.0f}" in printed
    assert "what you entered is in them: co-production costs £44,720" in printed
    assert "Rooms, travel and finding people are not in them" not in printed + written
    assert f"£{round(money[file]['co_production'], -3):,.0f}" in written
    by_page = unescape(made("html", view).data.decode())
    assert f"£{round(money[file]['co_production'], -3):,.0f}" in by_page
