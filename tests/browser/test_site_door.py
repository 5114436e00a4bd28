"""Where the leaders' page begins: at the case, unless a link brings one along."""

import pytest
from playwright.sync_api import expect
from site_stage import view_in

from coprod_sim.board.view import View, link_of


@pytest.mark.parametrize("width", [1280, 360])
def test_the_page_begins_with_the_case_and_ones_own_is_one_button_away(
    page_of, stick: str, width: int
) -> None:
    page = page_of(f"{stick}/index.html")
    page.set_viewport_size({"width": width, "height": 740})
    page.get_by_role("link", name="I decide").last.click()
    first = page.locator(".steps li").first
    expect(first.get_by_role("button")).to_have_text("The case")
    expect(first.get_by_role("button")).to_have_attribute("aria-current", "step")
    expect(first).to_be_in_viewport(ratio=1)
    own = page.get_by_role("button", name="Describe my own case")
    expect(own).to_be_in_viewport(ratio=1)
    own.click()
    expect(page.get_by_label("What is to be decided")).to_be_visible()
    assert (view_in(page).case, view_in(page).part) == ("own", "case")


@pytest.mark.parametrize(
    "address", ["#case=wales_20mph", f"#view={link_of(View(case='wales_20mph'))}"]
)
def test_a_link_to_a_case_opens_on_what_would_happen_in_it(
    page_of, stick: str, address: str
) -> None:
    page = page_of(f"{stick}/leaders.html{address}")
    expect(page.get_by_role("group", name="What would happen")).to_be_visible()
    expect(page.locator(".about")).to_contain_text("Wales")


@pytest.mark.parametrize("width", [1280, 360])
def test_the_start_and_the_lessons_begin_at_the_same_edge(page_of, stick: str, width: int) -> None:
    edges = []
    for name in ("index", "learn"):
        page = page_of(f"{stick}/{name}.html")
        page.set_viewport_size({"width": width, "height": 740})
        edges.append(page.get_by_role("heading", level=1).bounding_box()["x"])
    assert edges[0] == edges[1]
