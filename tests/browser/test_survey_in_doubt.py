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
