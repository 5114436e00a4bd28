"""Numbers typed into the leaders' page: what is read, asked for again, and never written over."""

from board_stage import settled
from playwright.sync_api import expect
from site_stage import turn_to, view_in

from coprod_sim.board.view import View, link_of


def test_a_number_that_does_not_fit_is_as_good_as_none_on_the_page_and_on_the_boards(
    page_of, stick
) -> None:
    """140 typed into a field for 0 to 100 went on answering for the 14 of the keystroke before."""
    page = page_of(f"{stick}/leaders.html#view={link_of(View(part='what'))}")
    settled(page)
    part = page.get_by_role("region", name="When does it become the cheaper choice?")
    part.get_by_label("What a lost challenge would cost").fill("90,000")
    left = part.get_by_label("How much of that risk remains")
    left.press_sequentially("14")
    expect(part.locator(".found .first")).to_contain_text("On money alone")
    left.press_sequentially("0")
    expect(part.get_by_role("status")).to_contain_text("Then the answer appears here.")
    left.press("Tab")
    expect(part.get_by_role("alert").filter(has_text="Please")).to_have_text(
        "Please give a number from 0 to 100."
    )
    expect(left).to_have_value("140")
    assert view_in(page).left is None
    assert view_in(page).money == {"challenge": 90_000.0}
    turn_to(page, "Take it away")
    expect(page.get_by_role("article")).to_contain_text("Not worked out.")
    expect(page.get_by_role("article")).not_to_contain_text("14 in 100 of the risk")


def test_what_a_hand_types_into_one_price_is_never_written_over_by_the_one_before(
    page_of, stick
) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(View(part='what'))}")
    settled(page)
    cost = page.get_by_role("region", name="What it takes", exact=True)
    for name, said in (("staff_hour", "40"), ("citizen_hour", "12.5"), ("besides-venue", "40000"),
                       ("besides-recruitment", "7,5"), ("besides-facilitation", "12345")):  # fmt: skip
        cost.locator(f"input[id$={name}]").click()
        page.keyboard.type(said)
        expect(cost.locator(f"input[id$={name}]")).to_have_value(said)
    kept = view_in(page)
    assert kept.money == {"staff_hour": 40.0, "citizen_hour": 12.5}
    mine = {"venue": 40_000.0, "recruitment": 7.5, "facilitation": 12_345.0}
    assert kept.besides == {"co_production": mine}


def test_a_price_with_a_comma_is_read_as_it_is_meant_or_asked_for_again(page_of, stick) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(View(part='what'))}")
    settled(page)
    price = page.get_by_label("An hour of staff time")
    whose, said = (page.locator(f"[id$=staff_hour-{end}]") for end in ("whose", "wrong"))
    for typed, shown, asked in (  # what cannot be read leaves the one before in force
        ("35,50", "£35.50, as entered", ""),
        ("4,200", "£4,200, as entered", "£4,200 for one hour? Please check."),
        ("1.234,50", "£4,200, as entered", "Please write it like 35.50 or 4,200."),
        ("-5", "£4,200, as entered", "Please give a number from 0 to"),
        (
            "2,00",
            "£4,200, as entered",
            "2,00 can be read as 2,000 or as 2. Please write 2000 or 2.",
        ),
        ("1.5k", "£4,200, as entered", "Please write it in full: 1500."),
        ("501", "£501, as entered", "£501 for one hour? Please check."),
        ("500", "£500, as entered", ""),
    ):
        price.fill(typed)
        price.press("Tab")
        expect(whose).to_have_text(shown)
        expect(said).to_contain_text(asked) if asked else expect(said).to_be_empty()
