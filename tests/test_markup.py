"""HTML is written in one place: text is escaped everywhere, and only markup goes in as it is."""

from dataclasses import dataclass

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from coprod_sim.markup import (
    bullets,
    cell,
    document,
    element,
    figure,
    fold,
    frame_table,
    joined,
    paragraphs,
    table,
)

EVIL = "<b>&\"'"


@given(st.text())
def test_no_text_of_ours_or_theirs_opens_an_element(text):
    pieces = [
        paragraphs(text), bullets([text]), fold(text, text), element("p", text, title=text),
        table([text], [[text, text]], text, caption=text), joined(text, text),
    ]  # fmt: skip
    ours = {
        "p",
        "ul",
        "li",
        "details",
        "summary",
        "div",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    }
    for piece in pieces:
        found = {part.split(">")[0].split(" ")[0].strip("/") for part in piece.split("<")[1:]}
        assert found <= ours


def test_markup_goes_in_as_it_is_and_attributes_can_be_left_out():
    said = element("p", Markup("<b>a</b>"), EVIL, class_="x", hidden=True, title=None, open=False)
    assert said == '<p class="x" hidden><b>a</b>&lt;b&gt;&amp;&#34;&#39;</p>'
    assert element("br") == "<br>"
    assert element("td") == "<td></td>"


def test_a_list_of_nothing_and_a_fold_of_nothing_are_nothing():
    assert bullets([]) == fold("More", "") == fold("More", bullets([""])) == ""
    assert bullets(["a", "", "b"], tag="ol") == "<ol><li>a</li><li>b</li></ol>"


def test_a_table_names_its_rows_and_columns_and_can_be_scrolled_by_keyboard():
    made = frame_table(pd.DataFrame({"Way": ["One"], "Gain": [-2.5]}), "Gains", caption="All gains")
    assert '<div class="scroll" role="region" tabindex="0" aria-label="Gains">' in made
    assert "<caption>All gains</caption>" in made
    assert '<th scope="col">Way</th><th scope="col">Gain</th>' in made
    assert '<th scope="row">One</th><td class="number">\N{MINUS SIGN}2.5</td>' in made


def test_cells_have_no_false_exactness_and_no_minus_zero():
    given = [0.26, 3.0, 999.94, 12345.6, -0.0, float("nan"), 7, "no"]
    assert [cell(v) for v in given] == [
        "0.3",
        "3",
        "999.9",
        "12,346",
        "0",
        "\N{EN DASH}",
        "7",
        "no",
    ]


@dataclass
class Drawn:
    svg: str = "<svg></svg>"
    title: str = EVIL
    finding: str = "More."
    table: pd.DataFrame = None  # type: ignore[assignment]


def test_a_figure_says_what_it_shows_and_keeps_its_numbers_behind_a_fold():
    made = figure(Drawn(table=pd.DataFrame({"a": [1]})), "Numbers", level=4)
    assert "<h4>&lt;b&gt;&amp;&#34;&#39;</h4><p>More.</p>" in made
    assert '<div class="picture"><svg></svg></div><details><summary>Numbers</summary>' in made
    assert "<p>" not in figure(Drawn(table=pd.DataFrame({"a": [1]})), "Numbers", said="")


def test_a_document_stands_alone():
    made = document("A & B", "p { color: red }", element("p", "x"), language="de")
    assert made.startswith('<!doctype html>\n<html lang="de"><head><meta charset="utf-8">')
    assert "<title>A &amp; B</title><style>p { color: red }</style>" in made
    assert "<body><main><p>x</p></main></body></html>" in made
