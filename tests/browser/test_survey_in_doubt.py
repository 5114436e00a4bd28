"""A director whose survey may be turned round is asked which way, and again where its words disagree."""

import pytest
from conftest import lead, sideways, turn, violations
from playwright.sync_api import expect

pytestmark = pytest.mark.slow
ENDS = ["1 - Not at all"] * 30 + ["5 - Completely"] * 90


@pytest.mark.parametrize("width", [1280, 360])
def test_a_turned_question_is_asked_about_and_a_contradiction_is_confirmed(page_at, kit, width):
    page = lead(page_at(width), kit)
    turn(page, "The case")
    page.get_by_label("Case", exact=True).select_option("own")
    here = page.locator("[slot=survey]")
    for name, left in (("I do not trust the hospital", True), ("Trust in the hospital", False)):
        data = "\n".join([name, *ENDS]).encode()
        file = {"name": "ours.csv", "mimeType": "text/csv", "buffer": data}
        upload = page.get_by_label("The survey file")
        upload.set_input_files(file)
        expect(here).to_contain_text(f"The answers to {name}")
        expect(page.get_by_label("The highest number is the most trust")).to_be_checked(
            checked=not left
        )
        turned = here.get_by_text("This question may ask for the opposite of trust")
        expect(turned).to_have_count(1 if left else 0)
    assert upload.evaluate("box => getComputedStyle(box).color") == "rgba(0, 0, 0, 0)", (
        "the browser's own 'no file chosen' denies what the page says is open"
    )
    page.get_by_label("The lowest number is the most trust").check()
    expect(here).to_contain_text('The words of the file say the opposite: "1 - Not at all".')
    use = page.get_by_role("button", name="Use these answers")
    use.click()
    expect(here.get_by_role("alert").last).to_contain_text("Not yet. The words of the file say")
    assert violations(page) == []
    assert not sideways(page)
    page.get_by_label("I have looked at the question").check()
    use.click()
    expect(here).to_contain_text("In use: ours, 120 people.")
    expect(here).to_contain_text("25 in 100 answered above the middle of the scale.")


@pytest.mark.parametrize("width", [1280, 360])
def test_the_next_file_begins_empty_and_is_asked_all_that_it_leaves_open(page_at, kit, width):
    page = lead(page_at(width), kit)
    turn(page, "The case")
    page.get_by_label("Case", exact=True).select_option("own")
    here, use = page.locator("[slot=survey]"), page.get_by_role("button", name="Use these answers")
    low = page.get_by_label("Lowest answer people could give")
    high = page.get_by_label("Highest answer people could give")
    down = page.get_by_label("The lowest number is the most trust")

    def upload(name: str, rows: list[str]) -> None:
        data = "\n".join(rows).encode()
        file = {"name": name, "mimeType": "text/csv", "buffer": data}
        page.get_by_label("The survey file").set_input_files(file)
        expect(here).to_contain_text(f"{name} is open")

    upload("first.csv", ["id,trust,area", *(f"{k},{1 + k % 5},N" for k in range(60))])
    low.fill("1")
    high.fill("5")
    high.press("Tab")
    down.check()
    use.click()
    expect(here).to_contain_text("In use: first, 60 people.")
    ends = ["No trust at all", "2", "3", "4", "Complete trust"]
    rows = [f"{ends[k % 5]},{1 + k % 2},{k > 9}" for k in range(60)]
    upload("other.csv", ["trust,wt_final,Finished", *rows])
    expect(low).to_have_value("")
    expect(high).to_have_value("")
    expect(down).not_to_be_checked()
    low.fill("1")
    high.fill("5")
    high.press("Tab")
    page.get_by_label("The highest number is the most trust").check()
    page.get_by_label("No trust at all (12)").select_option(label="the lowest number (1)")
    page.get_by_label("Complete trust (12)").select_option(label="the highest number (5)")
    expect(
        here.get_by_role("row", name="Complete trust 12 20.0% 5 of 5, most trust")
    ).to_be_visible()
    use.click()
    expect(here.get_by_role("alert").last).to_contain_text(
        "Say above whether the 10 rows that are marked as not finished count."
    )
    assert violations(page) == []
    assert not sideways(page)
    page.get_by_label("Leave these 10 rows out").check()
    page.get_by_label("Weights (numbers").select_option("(everybody the same)")
    use.click()
    expect(here).to_contain_text("In use: other, 50 people.")
    question = "The hospital cannot be trusted to listen"
    upload(
        "turned.csv", [question, *["Strongly disagree", "Disagree", "Agree", "Strongly agree"] * 20]
    )
    page.get_by_label("Which question asks how far people trust you?").select_option(question)
    expect(here.get_by_role("group", name="Which way round?")).to_be_visible()
    expect(here).not_to_contain_text("most trust of")
    use.click()
    expect(here.get_by_role("alert").last).to_contain_text("Say which end is the most trust.")
    page.get_by_label('"Strongly disagree" is the most trust').check()
    expect(
        here.get_by_role("row", name="Strongly agree 20 25.0% 1 of 4, least trust")
    ).to_be_visible()
    assert violations(page) == []


def test_the_gate_knows_how_many_trust_in_the_survey_in_use_and_what_the_file_says(page_at, kit):
    page = lead(page_at(1280), kit)
    turn(page, "The case")
    page.get_by_label("Case", exact=True).select_option("own")
    here = page.locator("[slot=survey]")
    rows = [1 if k % 100 < 64 else 5 for k in range(200)]
    data = "\n".join(["trust (1=none; 5=complete)", *map(str, rows)]).encode()
    file = {"name": "ours.csv", "mimeType": "text/csv", "buffer": data}
    page.get_by_label("The survey file").set_input_files(file)
    expect(here).to_contain_text("ours.csv is open")
    page.get_by_label("Lowest answer people could give").fill("1")
    high = page.get_by_label("Highest answer people could give")
    high.fill("5")
    high.press("Tab")
    page.get_by_label("The lowest number is the most trust").check()
    against = (
        "the file says '1 = none, 5 = complete', but the lowest answer is taken for the most trust"
    )
    expect(here.get_by_role("group", name="Does that fit the file?")).to_contain_text(against)
    page.get_by_role("button", name="Use these answers").click()
    expect(here.get_by_role("status").last).to_contain_text(against)
    turn(page, "Should we ask?")
    asked = page.locator("fieldset", has_text="How much do people trust you")
    expect(asked).to_contain_text("In your survey ours, 64 in 100 trust")
    asked.get_by_label("Little").check()
    turn(page, "The case")
    both = "You answered that trust is little; in your survey 64 in 100 trust."
    expect(page.locator(".coprod-leaders")).to_contain_text(both)
    expect(page.locator(".coprod-leaders")).to_contain_text(f"Check this: {against}")
