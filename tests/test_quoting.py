"""What a user wrote stands in a message short, safe and on one line."""

from pathlib import Path

import pytest

from coprod_sim.population.quoting import count, file_name, hint, listing, quote


def test_what_the_user_wrote_is_quoted_on_one_line():
    assert quote("a\nb\x1b") == r"'a\nb\x1b'"
    assert quote(7) == "7"


def test_a_quote_has_sixty_characters_at_most():
    assert quote("x" * 58) == f"'{'x' * 58}'"
    assert quote("x" * 59) == f"'{'x' * 55}...'"
    assert len(quote("x" * 500)) == 60


@pytest.mark.parametrize(
    ("many", "ending"),
    [(1, "'0'"), (20, "'18', '19'"), (21, "'19' and 1 more"), (5021, "'19' and 5,001 more")],
)
def test_a_list_names_twenty_and_counts_the_rest(many, ending):
    found = listing([str(k) for k in range(many)])
    assert found.startswith("'0'")
    assert found.endswith(ending)
    assert found.count("'") == 2 * min(many, 20)


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 rows"), (1, "1 row"), (2, "2 rows"), (1200, "1,200 rows")]
)
def test_a_number_stands_with_its_noun(number, words):
    assert count(number, "row") == words


def test_a_hint_names_the_nearest_spelling_or_ends_the_sentence():
    assert hint("trsut", ["age", "trust"]) == "; did you mean 'trust'?"
    assert hint("zzz", ["age", "trust"]) == "."


def test_a_file_is_called_by_its_last_name_without_marks():
    assert file_name(Path("/a/b c.csv")) == "b c.csv"
    assert file_name(Path("x" * 80)) == "x" * 55 + "..."
