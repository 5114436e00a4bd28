"""A case of one's own in which place and decider were left empty: no paper makes them up."""

from centre_case import page
from test_saved_views_on_the_command_line import told_of

from coprod_sim.board.view import View
from coprod_sim.words import words_in

EMPTY = View(
    case="own", own={"title": "The bus in our valley", "place": "", "months": 4}, over="luck"
)
MADE_UP = ("Our own place", "A public body")


def test_no_paper_prints_a_place_or_a_decider_that_nobody_entered(tmp_path, capsys):
    """It printed "Our own place", and "Who decides: A public body"."""
    papers = {"page": page(EMPTY)}
    papers["printed"], papers["report"] = told_of(EMPTY, tmp_path, capsys, "--runs", "24")
    for name, text in papers.items():
        for words in MADE_UP:
            assert words not in text, (name, words)
    assert "For the board: a case of our own." in papers["page"]
    there = page(EMPTY.but(own=EMPTY.own | {"place": "Dale", "who_decides": "The mayor"}))
    assert "For the board: Dale. A case of our own." in there
    assert "The mayor" in there


def test_a_series_of_one_is_one_decision():
    """It said "after 1 such decisions"."""
    t = words_in("en")
    assert t("board-span-series", count=1) == "after one decision"
    assert t("board-span-series", count=3) == "after 3 such decisions"
