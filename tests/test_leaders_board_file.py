"""What the file for the board says of the case, of the way it is about, and of what was entered."""

import re
from html import unescape

import pytest
from test_leaders_page import beside_the_answer

from coprod_sim.apps.leaders.files_to_save import made
from coprod_sim.board.cases import OWN, scenario_of
from coprod_sim.board.view import View, link_of
from coprod_sim.charts.words import about, money
from coprod_sim.results import compare


def test_the_page_for_the_board_says_what_is_known_of_the_case_and_what_was_signed():
    seven = dict.fromkeys(("problem", "open", "used", "means", "time", "enough", "answer"), "yes")
    view = View(
        case="west_dulwich", conditions=("buy_in_1",), prepared_by="Łucja", target=0.35,
        stakes="high", trust="low", span="series",
    ).but(gate=seven)  # fmt: skip
    text = made("html", view).data.decode()
    for words in (
        "What matters most", "models that fit the findings", "Łucja", "A named senior person",
    ):  # fmt: skip
        assert words in text
    assert "Decide it together" in text  # the gate was answered about this case
    view = view.but(gate={}, stakes="", trust="")
    text = made("html", view).data.decode()
    assert text.count(f"#view={link_of(view)}") == 1
    at_the_end = "The link to this view is at the end"
    assert text.index(at_the_end) < text.index(f"#view={link_of(view)}")
    plain = View(case="west_dulwich", ways=("tickbox", "honest_consultation"))
    text = made("html", plain).data.decode()
    assert at_the_end not in text
    assert text.index(f"#view={link_of(plain)}") < text.index("</footer>")


def test_the_file_for_the_board_spells_a_found_way_out_and_says_which_condition_it_contradicts():
    dials = {"awareness": 0.05, "buy_in": 0.8, "feedback": 0.0, "influence": 0.75}
    view = View(
        case="west_dulwich", ways=("tickbox", "found"), found="The best way found within 10 weeks",
        turned={"found": dials}, recommended_way="found", conditions=("feedback_1", "buy_in_1"),
    )  # fmt: skip
    text = " ".join(unescape(made("html", view).data.decode()).split())
    for said in (
        "The way found: Buy-in (80): Citizens' groups are asked whether and how to do it.",
        "Real influence (75): People share the decision.", "Not done: feedback",
        "and why. But with the way found, feedback stands at 0: Nobody hears what came of it.",
    ):  # fmt: skip
        assert said in text
    assert text.count("But with the way found") == 1  # below its condition, whole


def test_what_was_entered_with_a_decimal_has_it_wherever_it_is_said():
    view = View(
        case="west_dulwich", gate=dict.fromkeys(("loses", "promised"), "yes") | {"time": "no"},
        money={"weeks_available": 16.5, "challenge": 500_000.0}, chance=0.155, left=0.125, at_least=0.025,
    )  # fmt: skip
    text = " ".join(unescape(made("html", view).data.decode()).split())
    for said in (
        "By the weeks you entered (16.5), of the ways compared only tickbox consultation fits, but it "
        "would probably not meet",
        "At your chance of 15.5 in 100",
        "12.5 in 100", "gains less than 2.5 in 100 over",
    ):  # fmt: skip
        assert said in text, said


def test_a_promise_to_pay_is_held_to_the_pay_that_was_entered_and_to_no_dial():
    view = View(
        case="west_dulwich", ways=("tickbox", "ladder_consultation_well_done", "co_production"),
        recommended_way="co_production", conditions=("performance_1",),
        turned={"co_production": {"performance": 0.25}}, money={"citizen_hour": 12.0},
    )  # fmt: skip
    promise = "We will pay for people's time, and for travel and care."

    def after(view: View) -> str:
        text = " ".join(unescape(made("html", view).data.decode()).split())
        return text.split(promise)[1][:130]

    assert after(view).startswith("</li>")  # whatever the performance dial says
    assert after(view.but(money={})).startswith(
        " But no pay is in the sums for co-production as set here: nobody entered any under "
        '"What it takes".</li>'
    )
    members = {"co_production": {"members": 4_000.0}}
    assert after(view.but(money={}, besides=members)).startswith("</li>")
    nobody = view.but(recommended_way="ladder_consultation_well_done")
    assert after(nobody).startswith(
        " But no pay is in the sums for consultation done well: only people with a seat are paid, and it "
        "has none.</li>"
    )
    assert after(nobody.but(pays="all")).startswith("</li>")


def test_the_page_for_the_board_speaks_about_the_way_that_is_recommended():
    view = View(case="west_dulwich", money={"challenge": 1e6}, chance=0.2, left=0.5)
    honest, tickbox = (
        made("html", view.but(recommended_way=way, recommendation="It fits.")).data.decode()
        for way in ("honest_consultation", "tickbox")
    )
    head = re.search(r'class="headline">(.*?)</p>', honest, re.DOTALL)[1]
    assert head.startswith("Honest consultation mostly gains less here than is worth having: ")
    assert "Co-production" not in head
    assert "<strong>We recommend:</strong> Honest consultation. It fits." in honest
    assert re.search(
        r"Honest consultation does not gain enough|honest consultation gains enough",
        honest,
        re.IGNORECASE,
    )
    first = re.search(r'class="headline">(.*?)</p>', tickbox, re.DOTALL)[1]
    assert re.match(r"Tickbox consultation: acceptance ends at \d+ to \d+ in 100\.", first)


def test_the_file_for_the_board_gives_shares_as_numbers_of_the_people_affected():
    view = View(
        case=OWN, own={"people_affected": 50_000.0}, recommended_way="ladder_consultation_well_done"
    )
    text = " ".join(unescape(made("html", view).data.decode()).split())
    found = compare(scenario_of(view), view.ways)
    lose, accept = (
        [
            about(
                round(
                    50_000 * found.value("ladder_consultation_well_done", measure, decision=1)[end]
                )
            )
            for end in ("low", "high")
        ]
        for measure in ("losers", "acceptance")
    )
    assert (
        f"Of your 50,000 people, about {lose[0]} to {lose[1]} lose by it with consultation done well. "
        f"Of all 50,000, winners and losers alike, about {accept[0]} to {accept[1]} accept it. "
        "The model runs a made-up town of 1,000 people"
    ) in text
    for other in (view.but(own={}), view.but(case="west_dulwich")):
        assert "People affected" not in made("html", other).data.decode()


def test_what_was_entered_besides_hours_is_in_the_price_and_set_beside_published_prices():
    costs = {"venue": 4000.0, "recruitment": 6000.0}
    view = View(case="west_dulwich", besides={"co_production": costs})
    plain, dearer, jury = (
        beside_the_answer(one)
        for one in (
            view.but(besides={}), view, view.but(besides={"co_production": {"venue": 70_000.0}}),
        )
    )  # fmt: skip
    staff = [
        float(re.search(r"weeks and £([\d,]+)", text)[1].replace(",", ""))
        for text in (plain, dearer)
    ]
    assert staff[1] - staff[0] == pytest.approx(10_000, abs=1000)
    below = "That is less than the £60,000 to £200,000 published for citizens' juries."
    assert below in dearer
    assert "The £29,400 for co-production is less than the £60,000 to £200,000 published" in plain
    assert below not in plain
    assert "published" not in jury


def test_the_break_even_counts_what_was_entered_besides_hours():
    view = View(case="west_dulwich", money={"challenge": 100_000.0}, chance=0.2, left=0.0,
                ways=("tickbox", "co_production"))  # fmt: skip
    plain, dearer = (
        unescape(made("html", one).data.decode())
        for one in (view, view.but(besides={"co_production": {"venue": 40_000.0}}))
    )
    paid = [
        float(re.search(r"co-production (?:costs )?£([\d,]+)", text)[1].replace(",", ""))
        for text in (plain, dearer)
    ]
    assert paid[1] - paid[0] == pytest.approx(40_000, abs=1500)


def test_what_a_yearly_saving_loses_by_the_weeks_of_a_way_is_said_and_counted_in():
    view = View(case="west_dulwich", money={"challenge": 100_000.0}, chance=0.2, left=0.0,
                ways=("tickbox", "co_production"))  # fmt: skip
    plain, later = (
        " ".join(unescape(made("html", one).data.decode()).split())
        for one in (view, view.but(saving=420_000.0))
    )
    efforts = compare("west_dulwich").efforts
    weeks = round(efforts["co_production"].weeks) - round(efforts["tickbox"].weeks)
    lost = 420_000 * weeks / 52
    assert "the decision saves" not in plain
    assert (
        "As entered, the decision saves £420,000 a year. Compared with tickbox consultation, the saving "
        f"begins {weeks} weeks later with co-production ({money(lost, lost, 'GBP')} lost)."
    ) in later
    paid = [
        float(re.search(r"co-production (?:costs )?£([\d,]+)", text)[1].replace(",", ""))
        for text in (plain, later)
    ]
    assert paid[1] - paid[0] == pytest.approx(lost, abs=5000)
