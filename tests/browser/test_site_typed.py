"""What is typed into the leaders' page is not lost, and what the page for a board says stands on paper."""

import re

from board_page_stage import CENTRE, FULL
from board_stage import settled
from pdf_structure import letters_on
from playwright.sync_api import expect
from site_stage import POOL, part_of, turn_to, view_in

from coprod_sim.board.rests import rests_in_words
from coprod_sim.board.view import View, link_of

LIKELY = {"loses": "yes", "promised": "yes", "listed": "yes", "groups": "yes", "elsewhere": "no"}
"""Answers that make a duty to ask likely."""
SEEN = """sheet => {
    const walk = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT), found = [];
    while (walk.nextNode()) {
        const around = walk.currentNode.parentElement;
        if (walk.currentNode.data.trim() && around.checkVisibility() && !around.closest('button, details'))
            found.push(walk.currentNode.data.trim());
    }
    return found;
}"""
"""Lists every text that is seen on the page for the board, but for buttons and what is folded away."""


def clauses(texts: list[str]) -> set[str]:
    """Part texts into what they say, as paper may say in one sentence what a screen says in three."""
    return {part.strip(" .").lower() for text in texts for part in re.split(r"[.;:] ", text)}


def test_what_cannot_be_read_comes_back_with_its_message_and_the_page_for_the_board_says_so(
    page_of, stick: str
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(CENTRE.but(part='what'))}")
    settled(page)
    weeks = page.get_by_label("Weeks you have")
    weeks.fill("ten")
    weeks.press("Tab")
    told = (
        "This cannot be read as one number. Please write it like 35.50 or 4,200. "
        "Until then 10 counts, as before."
    )
    said = page.get_by_role("alert").filter(has_text="cannot be read")
    expect(said).to_have_text(told)
    turn_to(page, "Why")
    expect(page.get_by_label("Weeks you have")).to_have_value("ten")
    turn_to(page, "Take it away")
    sheet = page.get_by_role("article")
    unread = 'Not counted: "ten", typed under "Weeks you have". 10 is counted instead.'
    expect(sheet).to_contain_text(unread, timeout=60_000)
    sheet.get_by_role("button", name="Correct it").click()
    expect(weeks).to_have_value("ten")
    expect(said).to_have_text(told)
    weeks.fill("10 weeks")
    weeks.press("Tab")
    expect(weeks).to_have_value("10")
    assert view_in(page).money["weeks_available"] == 10.0
    turn_to(page, "Take it away")
    expect(sheet).to_contain_text("At your chance of 15", timeout=60_000)
    expect(sheet).not_to_contain_text("Not counted")


def test_numbers_are_read_with_the_unit_their_box_asks_for_and_with_no_other(
    page_of, stick: str
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(View(case='own', part='what'))}")
    settled(page)
    for label, written, number in (
        ("Weeks you have", "10 weeks", "10"), ("Money you have", "£30,000", "30000"),
        ("Staff hours you have", "1,200 hours", "1200"), ("An hour of staff time", "£38 an hour", "38"),
        ("Chance that the first way is challenged", "20 in 100", "20"),
    ):  # fmt: skip
        box = page.get_by_label(label).first
        box.fill(written)
        box.press("Tab")
        expect(box).to_have_value(number)
    weeks = page.get_by_label("Weeks you have")
    weeks.fill("£10")
    weeks.press("Tab")
    expect(page.get_by_role("alert").filter(has_text="cannot be read")).to_be_visible()
    turn_to(page, "The case")
    months = page.get_by_label("How many months does such a decision take?")
    months.fill("2.5 months")
    months.press("Tab")
    expect(months).to_have_value("2.5")


def test_whom_people_trust_as_much_is_open_until_it_is_chosen(page_of, stick: str) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(View(case='own', part='what'))}")
    turn_to(page, "The case")
    trusted = page.get_by_label("Which of these is most like your public body")
    expect(trusted.locator("option:checked")).to_have_text("Please choose. Until then: Parliament")
    trusted.select_option("council")
    assert view_in(page).own["institution"] == "council"
    trusted.select_option("")
    assert "institution" not in view_in(page).own


def test_the_page_for_the_board_counts_the_models_that_speak_against_it_without_being_asked(
    page_of, stick: str
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(CENTRE)}")
    row = page.get_by_role("article").locator("dl > div", has_text="In how many models")
    expect(row).to_contain_text(
        re.compile(
            r"in \d+ of 100 plausible models, and in \d+ of 100 models that fit the findings, co-production "
            r"as set here does not gain enough over tickbox consultation\. In .* it does not gain enough "
            r"over .*telling people openly without asking "
            r"\(which would probably not meet the duty to ask\), by the same count\. "
            r"The models that fit were chosen mainly .* "
            r"A way does not gain enough where less than 5 in 100 more of those who lose accept it"
        ),
        timeout=120_000,
    )
    wide, fit = re.findall(r"(\d+) of 100", row.inner_text())[:2]
    page.emulate_media(media="print")
    expect(row).to_be_visible()
    page.emulate_media(media="screen")
    turn_to(page, "Is this rigged?")
    found = part_of(page, "When would it not gain enough?").locator(".found")
    expect(found).to_contain_text(
        f"Compared with tickbox consultation, co-production as set here does not gain enough in {wide} of "
        f"100 plausible models, and in {fit} of 100 models that fit the findings."
    )


def test_nothing_entered_for_what_a_way_takes_is_asked_about_beside_its_box_and_on_the_page(
    page_of, stick: str
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(CENTRE.but(part='what'))}")
    settled(page)
    part_of(page, "What it takes").get_by_label("Weeks it takes").fill("0")
    asked = "0 weeks (its dials come to 27)"
    beside = page.get_by_role("alert").filter(has_text=asked)
    expect(beside).to_be_visible()
    page.get_by_label("Money you have").fill("0")
    none = "Please check: no way fits into 0. If this is no limit, leave it empty."
    expect(page.get_by_role("alert").filter(has_text=none)).to_be_visible()
    turn_to(page, "Take it away")
    expect(page.get_by_role("article")).to_contain_text(asked, timeout=60_000)


def test_the_page_for_the_board_says_on_paper_all_that_it_says_on_a_screen(
    page_of, stick: str
) -> None:
    view = FULL.but(gate=FULL.gate | LIKELY)
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    sheet = page.get_by_role("article")
    expect(sheet).to_contain_text("At your chance of 15", timeout=60_000)
    expect(sheet).to_contain_text(
        "A duty to ask is likely, and tickbox consultation and honest consultation would probably not"
    )
    on_screen = clauses(sheet.evaluate(SEEN))
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 718, "height": 1000})
    assert on_screen - clauses(sheet.evaluate(SEEN)) == set()
    for number in ("33 to 62", "22 to 51", "£76,700", "£20,000"):
        expect(sheet).to_contain_text(number)
    assert len(letters_on(page.pdf(format="A4"))) == 1


def test_the_key_of_the_bands_stands_below_them_on_paper_of_any_width(page_of, stick: str) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(POOL)}")
    sheet = page.get_by_role("article")
    expect(sheet).to_contain_text("At your chance of 15", timeout=60_000)
    page.emulate_media(media="print")
    for width in (680, 718, 794, 820):
        page.set_viewport_size({"width": width, "height": 1123})
        picture, key = (sheet.locator(place).bounding_box() for place in (".picture", ".key"))
        assert abs(picture["x"] - key["x"]) < 30, width
        assert key["y"] >= picture["y"] + picture["height"] - 1, width


def test_a_chance_of_a_tenth_is_asked_about_and_counts_as_written_till_answered(
    page_of, stick: str
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(CENTRE.but(part='what'))}")
    box = page.get_by_label("Chance that the first way is challenged and lost")
    box.fill("0.1")
    asked = "Do you mean 10 in 100? What stands here now counts as 0.1 in 100."
    expect(page.get_by_text(asked)).to_be_visible()
    box.fill("10")
    expect(page.get_by_text(asked)).to_have_count(0)


def test_a_number_that_is_typed_counts_as_entered_though_it_is_the_usual_one(
    page_of, stick: str
) -> None:
    view = CENTRE.but(part="case", own={k: v for k, v in CENTRE.own.items() if k != "months"})
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    settled(page)
    months = page.get_by_label("How many months does such a decision take?")
    expect(months).to_have_value("6")
    months.focus()
    months.blur()
    assert "months" not in view_in(page).own  # looked at, and not entered
    months.fill("6")
    months.blur()
    kept = view_in(page)
    assert kept.own["months"] == 6
    entered, _, _ = rests_in_words(kept).partition("Assumed, as nobody entered it")
    assert "months for a decision: 6" in entered


def test_seats_times_the_hours_of_each_are_the_hours_shown(page_of, stick: str) -> None:
    """40 seats of 13.15 hours are 526; the box said 13 and the table 530."""
    view = CENTRE.but(part="what", turned={})
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    settled(page)
    cost = page.get_by_role("region", name="What it takes", exact=True)
    cost.get_by_label("Which way").select_option("co_production")
    expect(cost.get_by_label("Hours that each person gives")).to_have_attribute(
        "placeholder", "13.15"
    )
    expect(cost).to_contain_text("40 seats. With all of them taken, its people give 526 hours.")
    expect(cost).to_contain_text("A range of people's own hours is rounded to two figures.")
