"""The page for leaders says what the numbers say, in plain words, and reaches everybody."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from coprod_sim.briefing.headline import headline as of_the_briefing
from coprod_sim.charts import words
from coprod_sim.cli.text_table import comparison_table
from coprod_sim.engagement import load_engagement
from coprod_sim.report import sentences
from coprod_sim.report.page import html_page
from coprod_sim.report.sources import Sources, linked
from coprod_sim.results import Comparison, compare
from coprod_sim.results.attribution import channel_shares, step_shares
from coprod_sim.scenarios import load_scenario

HONEST = "A thinking tool, consistent with published findings, not a forecast."
HOSTILE = "<script>alert('x')</script>"
HARDEST = 8.0
"""Highest reading grade, after Flesch and Kincaid."""
LONGEST_SENTENCE = 25
VOID = {"meta", "link", "br", "img", "hr", "input"}


class Page(HTMLParser):
    """What a page holds: its elements in order, and the words people see."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None], tuple[str, ...]]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs), tuple(self._open)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs), tuple(self._open)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] not in ("style", "title", "desc"):
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs, _ in self.elements if name == tag]


def written(comparison: Comparison) -> str:
    start, goal = comparison.engagements[0], comparison.engagements[-1]
    if start is goal:
        return html_page(comparison, None, None)
    steps = step_shares(comparison.scenario, start, goal, runs=4)
    return html_page(comparison, steps, channel_shares(comparison.scenario, start, goal, runs=4))


@pytest.fixture(scope="module")
def dulwich() -> Comparison:
    return compare("west_dulwich", runs=8, draws=20)


@pytest.fixture(scope="module")
def html(dulwich: Comparison) -> str:
    return written(dulwich)


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


@pytest.fixture(scope="module")
def nobody_loses() -> Comparison:
    case = load_scenario("west_dulwich").but(assumptions={"merit_slope": 0.0, "merit_at_best": 0.5})
    return compare(case, runs=2, draws=2)


def syllables(word: str) -> int:
    found = len(re.findall(r"[aeiouy]+", word))
    silent = word.endswith("e") and not word.endswith("le") and found > 1
    return max(found - silent, 1)


def spoken(text: str) -> list[str]:
    return [part for part in re.split(r"[.?!](?:\s|$)", text) if re.search("[a-z]", part)]


def grade(text: str) -> float:
    """Give the reading grade after Flesch and Kincaid (1975)."""
    found = re.findall(r"[a-z']+|\d+", text.lower())
    count = sum(1 if word.isdigit() else syllables(word) for word in found)
    return 0.39 * len(found) / len(spoken(text)) + 11.8 * count / len(found) - 15.59


def all_words(comparison: Comparison) -> list[str]:
    """Give everything the sentences say of a comparison."""
    start, goal = comparison.engagements[0], comparison.engagements[-1]
    steps = step_shares(comparison.scenario, start, goal, runs=4)
    channels = channel_shares(comparison.scenario, start, goal, runs=4)
    return [
        sentences.headline(comparison),
        sentences.what_decides_it(steps, channels),
        " ".join(sentences.losers_in_words(comparison)),
        sentences.how_sure(comparison),
        sentences.what_it_costs(comparison),
        " ".join(sentences.limits()),
    ]


def test_the_page_opens_and_closes_with_the_honest_line(page: Page):
    assert sentences.HONEST_LINE == HONEST
    assert page.text.count(HONEST) >= 3
    assert page.text.index(HONEST) < page.text.index("West Dulwich: the report")


def test_the_page_needs_no_script_and_asks_for_nothing(html: str, page: Page):
    names = {name for name, _, _ in page.elements}
    assert not names & {"script", "link", "img", "iframe", "object", "form", "base"}
    for _, attrs, _ in page.elements:
        assert not {"src", "srcset", "action", "background"} & set(attrs)
        assert not [name for name in attrs if name.startswith("on")]
    style = html[html.index("<style>") : html.index("</style>")]
    assert not [word for word in ("url(", "@import", "http", "expression") if word in style]
    outside = html.replace('xmlns="http://www.w3.org/2000/svg"', "").count("http")
    cited = sum(a["href"].startswith("http") for a in page.all("a") if a.get("href"))  # type: ignore[union-attr]
    assert outside == 2 * cited


def test_the_page_is_small(html: str):
    assert len(html.encode()) < 600_000


def test_the_page_has_a_language_landmarks_and_a_way_past_the_top(page: Page):
    assert page.all("html")[0]["lang"] == "en"
    assert [len(page.all(tag)) for tag in ("main", "header", "footer", "nav", "h1")] == [1] * 5
    first = next(attrs for name, attrs, _ in page.elements if name == "a")
    assert (first["class"], first["href"]) == ("skip", "#main")
    assert page.all("main")[0]["id"] == "main"


def test_headings_go_down_one_level_at_a_time(page: Page):
    levels = [int(name[1]) for name, _, _ in page.elements if re.fullmatch("h[1-6]", name)]
    assert levels[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_every_name_on_the_page_is_given_once_and_every_link_leads_somewhere(page: Page):
    names = [attrs["id"] for _, attrs, _ in page.elements if "id" in attrs]
    assert len(names) == len(set(names))
    led = {a["href"] for a in page.all("a")}
    assert {str(to)[1:] for to in led if str(to).startswith("#")} <= set(names)
    pointed = [a["aria-labelledby"] for _, a, _ in page.elements if "aria-labelledby" in a]
    assert set(pointed) <= set(names)


def test_every_figure_has_a_caption_a_picture_and_a_table(html: str):
    figures = re.findall(r"<figure.*?</figure>", html, re.S)
    assert len(figures) == 12
    for figure in figures:
        parts = {name for name, _, _ in Page(figure).elements}
        assert {"figcaption", "h3", "svg", "title", "desc", "details", "table"} <= parts
        assert figure.index("<figcaption") < figure.index("<svg")


def test_every_table_scrolls_by_itself_and_has_a_name(html: str, page: Page):
    regions = [a for a in page.all("div") if a.get("class") == "scroll"]
    assert len(regions) == len(page.all("table"))
    assert all(a["tabindex"] == "0" and a["role"] == "region" for a in regions)
    labels = [a["aria-label"] for a in regions]
    assert len(labels) == len(set(labels))
    assert html.count("<thead>") == len(regions)


def test_nothing_that_is_needed_hides_behind_details(html: str, dulwich: Comparison):
    open_parts = Page(re.sub(r"<details>.*?</details>", "", html, flags=re.S)).text
    for part in all_words(dulwich)[:1] + all_words(dulwich)[3:5]:
        assert part in open_parts
    for part in (*dulwich.scenario.assumed, *dulwich.scenario.criticism, *sentences.limits()):
        assert part in open_parts


def test_the_page_tells_the_case_with_its_facts_and_sources(page: Page, dulwich: Comparison):
    case = dulwich.scenario
    for part in (case.summary, case.outcome, case.who_decides, case.place, case.years):
        assert part in page.text
    for fact in case.facts:
        assert fact.what in page.text
    assert "£1,080,580" in page.text
    assert "67.5 in 100" in page.text
    assert "comes closest to: Tickbox consultation" in page.text


def test_the_page_names_what_was_compared_and_where_it_came_from(page: Page, dulwich: Comparison):
    for engagement in dulwich.engagements:
        assert engagement.summary in page.text
        assert engagement.who_decides in page.text
    origin = dulwich.frame.attrs
    for part in (origin["hash"], origin["coprod_sim"], origin["libraries"]["numpy"]):
        assert part in page.text
    assert "Seed 1" in page.text
    assert "52 weeks" in page.text


def test_the_numbers_on_the_page_are_those_of_the_comparison(page: Page, dulwich: Comparison):
    for engagement in dulwich.engagements:
        for measure in ("acceptance", "losers_acceptance", "trust", "reasoned_judgement"):
            value = dulwich.value(engagement.name, measure)
            span = words.span(value["low"] * 100, value["high"] * 100)
            assert span in page.text, (engagement.name, measure)
        lost = dulwich.resilience.loc[engagement.name] * 100
        assert words.span(lost["low"], lost["high"], digits=1) in page.text
        assert f"about {words.about(dulwich.efforts[engagement.name].weeks)}" in page.text


def test_the_headline_gives_the_winner_the_lead_and_the_price():
    clear = compare("west_dulwich", runs=8, draws=0)
    said = sentences.headline(clear)
    lead = clear.differences.loc[("co_production", 6, "all", "acceptance")] * 100
    assert said.startswith("Co-production ends with the most acceptance")
    assert f"that is {words.difference(lead['low'], lead['high'])}" in said
    assert "30 weeks" in said


def test_the_headline_says_so_when_co_production_does_not_come_first():
    said = sentences.headline(compare("zero_sum_closure", runs=8, draws=20))
    assert not said.startswith("Co-production")
    assert "Co-production does not come first here." in said


def test_the_headline_says_so_when_nothing_is_clear():
    twin = load_engagement("tickbox").model_copy(
        update={"name": "twin", "title": "Twin", "awareness": 0.401}
    )
    said = sentences.headline(compare("west_dulwich", ["tickbox", twin], runs=8, draws=20))
    assert "no clear winner" in said or "may be zero" in said


def test_a_range_that_lies_mostly_on_one_side_is_told_in_the_boards_words():
    for case, word in (("reference", "better"), ("zero_sum_closure", "worse")):
        found = compare(case, ["tickbox", "co_production"])
        said = f"Co-production mostly does {word}, but this is not certain"
        assert said in sentences.headline(found)
        assert said in of_the_briefing(found)


def test_the_headline_says_so_when_there_is_no_time():
    comparison = compare("good_plan_no_time", ["no_exercise", "co_production"], runs=8, draws=20)
    assert "But only 8 weeks are available." in sentences.headline(comparison)
    assert "These take longer than that: Co-production." in sentences.what_it_costs(comparison)


def test_the_headline_warns_when_people_say_yes_to_what_does_not_serve_them():
    comparison = compare("bad_for_everyone", ["no_exercise", "co_production"], runs=8, draws=0)
    said = sentences.headline(comparison)
    assert "Take care: more people say yes to what does not serve them." in said
    assert "leaves people worse off on average" in said


def test_ranges_over_luck_alone_are_called_too_narrow():
    comparison = compare("west_dulwich", runs=2, draws=0)
    assert "so they are too narrow" in sentences.how_sure(comparison)


def test_how_sure_counts_the_differences_that_may_be_zero(dulwich: Comparison):
    shown = (
        "acceptance",
        "losers_acceptance",
        "trust",
        "reasoned_judgement",
        "quality",
        "fairness",
    )
    table = dulwich.differences.reset_index()
    table = table[(table["decision"] == 6) & (table["group"] == "all")]
    table = table[table["measure"].isin(shown)]
    unclear = (
        (table["low"] < 0.005) & (table["high"] > -0.005)
    ).sum()  # half a point is written as 0
    said = {
        0: "none is unclear.",
        1: "1 is unclear: it may be zero, or comes nearer to it than 0.5.",
    }
    ends = said.get(
        int(unclear), f"{unclear} are unclear: they may be zero, or come nearer to it than 0.5."
    )
    assert f"Of 12 differences to Tickbox consultation, {ends}" in sentences.how_sure(dulwich)


def test_the_table_shows_the_differences_that_are_counted(dulwich: Comparison):
    _, paired = comparison_table(dulwich).split("in the same town with the same luck:")
    rows = paired.rpartition("---\n")[2].split("\n\n")[0].splitlines()
    assert len(rows) * (len(dulwich.engagements) - 1) == 12


def test_shares_that_work_the_other_way_are_named():
    case = load_scenario("zero_sum_closure")
    pair = load_engagement("co_production"), load_engagement("tickbox")
    steps = step_shares(case, *pair, runs=4)
    assert "works the other way" in sentences.what_decides_it(
        steps, channel_shares(case, *pair, runs=4)
    )


@pytest.mark.parametrize("name", ["west_dulwich", "zero_sum_closure", "bad_for_everyone"])
def test_the_words_can_be_read_at_fourteen(name: str):
    for said in all_words(compare(name, runs=4, draws=2)):
        assert grade(said) <= HARDEST, said
        for sentence in spoken(said):
            assert len(sentence.split()) <= LONGEST_SENTENCE, sentence


def test_the_reading_grade_is_measured_as_published():
    assert grade("The cat sat on the mat.") == pytest.approx(-1.45, abs=0.01)


def test_no_forecast_is_claimed(page: Page):
    text = page.text.replace("not a forecast", "").lower()
    assert not [
        word for word in ("forecast", "predict", "will happen", "prove that") if word in text
    ]


def test_the_page_works_with_one_engagement():
    alone = compare("west_dulwich", ["co_production"], runs=2, draws=0)
    page = Page(html_page(alone, None, None))
    assert "nothing to compare it with" in page.text
    assert "Side by side" not in page.text
    assert "Why it differs" not in page.text
    assert HONEST in page.text


def test_the_page_works_where_nobody_loses(nobody_loses: Comparison):
    page = Page(written(nobody_loses))
    assert "nobody loses by the decision" in page.text
    assert not re.search(r"\b(nan|inf|None|NaN)\b", page.text)


def test_a_hostile_title_stays_words():
    twin = load_engagement("co_production").model_copy(update={"title": HOSTILE, "name": "twin"})
    comparison = compare("west_dulwich", ["tickbox", twin], runs=2, draws=0)
    html = written(comparison)
    assert "<script" not in html
    assert HOSTILE in Page(html).text


def test_only_real_addresses_become_links():
    said = str(linked("A & B, https://example.org/a?b=1&c=<2>. javascript:alert(1)"))
    assert 'href="https://example.org/a?b=1&amp;c="' in said
    assert "A &amp; B" in said
    assert 'href="javascript' not in said


def test_facts_and_sources_share_their_numbers():
    case = load_scenario("ireland_eighth")
    sources = Sources(case)
    assert sources.all[: len(case.sources)] == list(case.sources)
    assert {fact.source for fact in case.facts} <= set(sources.all)
    assert sources.number(sources.all[2]) == 3
