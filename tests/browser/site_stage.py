"""What the site's journeys stand on: turning to a step, answering the gate, reading the address."""

from playwright.sync_api import Locator, Page

from coprod_sim.board.view import View, from_link

STEPS = (
    "The case",
    "Should we ask?",
    "Where we are",
    "What would happen",
    "Why",
    "Is this rigged?",
    "Watch one town",
    "Take it away",
)


def turn_to(page: Page, step: str) -> None:
    steps = page.get_by_role("navigation", name="The parts of this page")
    steps.get_by_role("button", name=step).click()


def answer_gate(page: Page, answers: str, first: int = 0) -> None:
    """Answer the seven questions with a letter each: y, n, or u for not sure."""
    named = {"y": "Yes", "n": "No", "u": "Not sure"}
    for k, letter in enumerate(answers):
        page.locator("fieldset.question").nth(first + k).get_by_label(
            named[letter], exact=True
        ).check()


def answer_law(page: Page, answers: str) -> None:
    """Answer the five questions about the law in the same way, which come after two of another kind."""
    answer_gate(page, answers, first=9)


def verdict(page: Page) -> Locator:
    return page.locator(".verdict [data-below]")


def view_in(page: Page) -> View:
    """Read with Python what the page has put into its address."""
    page.wait_for_function("location.hash.startsWith('#view=')")
    page.wait_for_timeout(600)  # the address follows when a hand rests
    return from_link(page.url.split("#view=")[1])


def part_of(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=name, exact=True)


POOL = View(
    case="own", part="take", stakes="high", trust="low", chance=0.15, left=0.4,
    own={"title": "The pool in Northfield", "place": "Northfield", "months": 4.0,
         "who_decides": "The cabinet", "what": "Whether to close the pool.", "by_when": "Before the summer"},
    gate=dict.fromkeys(["problem", "open", "used", "means", "enough", "answer", "loses"], "yes")
    | {"time": "no"},
    conditions=("buy_in_1", "feedback_1", "expectations_1"), prepared_by="A. Clerk",
    recommendation="Keep it open for a year.", money={"challenge": 90_000.0, "staff_hour": 38.0},
)  # fmt: skip
"""A leader's own case, with everything that goes on the page for the board."""
