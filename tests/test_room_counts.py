"""What a room said is counted rightly, and nobody can be picked out of the counts."""

from collections import defaultdict
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_sim.live.disclosure import suppressed
from coprod_sim.live.questions import Choice, Scale, Several, Text
from coprod_sim.live.record_counts import all_hidden, finding
from coprod_sim.live.server.guarded import TEMPLATES
from coprod_sim.live.tally import count_answers
from coprod_sim.words import words_in

FOUR = Choice(name="vote", text="Which?", options=("A", "B", "C", "D"))
WORDS = Several(name="words", text="Which?", options=("a", "b", "c"), most=3)


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([7, 9, 12, 0], [7, 9, 12, 0]),
        ([5, 5, 0, 0], [5, 5, 0, 0]),
        ([4, 9, 6, 0], [None, 9, None, 0]),  # the smaller of the others goes along
        ([1, 9, 6, 0], [None, 9, None, 0]),  # a single person is a small number, too
        ([9, 3, 6, 7], [9, None, None, 7]),
        ([8, 3, 8, 9], [None, None, None, 9]),  # of two alike, neither is singled out
        ([3, 4, 9, 0], [None, None, 9, 0]),
        ([1, 1, 9, 12], [None, None, None, 12]),  # two small ones alone would be known: one each
        ([2, 2, 9, 12], [None, None, None, 12]),  # together they are a small number again
        ([4, 4, 9, 12], [None, None, None, 12]),  # and so would these: four each
        ([4, 5, 9, 0], [None, None, 9, 0]),
        ([1, 4, 9, 0], [None, None, 9, 0]),  # five together are enough, if they can fall otherwise
        ([1, 2, 2, 9], [None, None, None, 9]),
        ([0, 0, 9, 0], [0, 0, 9, 0]),
        ([1, 1, 1, 1, 1], [None] * 5),
    ],
)
def test_small_counts_are_hidden_and_so_is_what_would_give_them_away(counts, shown):
    assert suppressed(counts) == shown


@pytest.mark.parametrize(
    ("counts", "shown"),
    [([3, 9, 6], [None, 9, 6]), ([1, 4, 5], [None, None, 5]), ([0, 0, 7], [0, 0, 7])],
)
def test_where_people_choose_several_no_total_gives_a_count_away(counts, shown):
    assert suppressed(counts, one_each=False) == shown


def tables(people: int, options: int) -> Iterator[tuple[int, ...]]:
    """List every way in which so many people can choose among so many options."""
    if options == 1:
        yield (people,)
        return
    for first in range(people + 1):
        for rest in tables(people - first, options - 1):
            yield (first, *rest)


@pytest.mark.parametrize("floor", [5, 3])
@pytest.mark.parametrize(("people", "options"), [(5, 5), (6, 4), (8, 2), (9, 3), (13, 3), (14, 4)])
def test_whoever_knows_the_rule_cannot_work_a_hidden_count_out(people, options, floor):
    """Everybody who could have been counted is tried: each hidden count has at least two answers."""
    behind: dict[tuple, list[tuple[int, ...]]] = defaultdict(list)
    for counts in tables(people, options):
        behind[tuple(suppressed(counts, floor=floor))].append(counts)
    for shown, possible in behind.items():
        for place, count in enumerate(shown):
            if count is None:
                assert len({counts[place] for counts in possible}) > 1, (shown, possible)
            else:
                assert count == 0 or count >= floor


@given(st.lists(st.integers(0, 40), min_size=1, max_size=8))
def test_what_is_shown_is_true_and_never_small(counts):
    shown = suppressed(counts)
    assert all(one in (None, given) for one, given in zip(shown, counts, strict=True))
    assert all(one is None or one not in (1, 2, 3, 4) for one in shown)
    if all(one == 0 or one >= 5 for one in counts):
        assert shown == counts


def test_four_people_are_too_few_and_five_are_enough():
    four, five = count_answers(FOUR, [0] * 4), count_answers(FOUR, [0] * 5)
    assert (four["n"], four["few"], four["cells"]) == (None, True, [])
    assert (five["n"], five["few"]) == (5, False)
    assert [cell["count"] for cell in five["cells"]] == [5, 0, 0, 0]
    assert [cell["label"] for cell in five["cells"]] == ["A", "B", "C", "D"]


@given(st.lists(st.integers(0, 3), max_size=60))
def test_choices_are_counted_one_by_one(votes):
    found = count_answers(FOUR, votes)
    for place, cell in enumerate(found["cells"]):
        assert cell["count"] in (None, votes.count(place))
        if votes.count(place) in (1, 2, 3, 4):
            assert cell["count"] is None


def test_several_words_are_counted_each_by_itself_the_most_chosen_first():
    values = [[0, 1]] * 6 + [[1]] * 3 + [[2]] * 2
    found = count_answers(WORDS, values)
    assert found["n"] == 11
    assert [(c["label"], c["count"]) for c in found["cells"]] == [("b", 9), ("a", 6), ("c", None)]


def test_a_scale_is_counted_in_three_parts_with_its_mean_and_middle():
    found = count_answers(
        Scale(name="s", text="?"), [0, 1, 2, 3, 3, 4, 5, 5, 5, 6, 7, 9, 9, 9, 9, 10]
    )
    assert [c["label"] for c in found["cells"]] == ["0 to 3", "4 to 6", "7 to 10"]
    assert [c["count"] for c in found["cells"]] == [5, 5, 6]
    assert (found["mean"], found["median"], found["n"]) == (5.44, 5, 16)
    assert (found["low"], found["high"]) == (0, 10)


@pytest.mark.parametrize(
    ("low", "high", "labels"),
    [
        (0, 100, ["0 to 33", "34 to 66", "67 to 100"]),
        (1, 5, ["1 to 2", "3 to 3", "4 to 5"]),
        (0, 2, ["0 to 0", "1 to 1", "2 to 2"]),
        (0, 1, ["0 to 0", "1 to 1"]),
    ],
)
def test_any_scale_is_cut_evenly_from_both_ends(low, high, labels):
    found = count_answers(Scale(name="s", text="?", low=low, high=high), [low] * 6)
    assert [cell["label"] for cell in found["cells"]] == labels
    assert found["cells"][0]["count"] == 6


@given(st.lists(st.integers(0, 10), min_size=5, max_size=50))
def test_every_value_of_a_scale_falls_into_one_part(values):
    cells = count_answers(Scale(name="s", text="?"), values)["cells"]
    parts = [range(4), range(4, 7), range(7, 11)]
    for cell, part in zip(cells, parts, strict=True):
        assert cell["count"] in (None, sum(value in part for value in values))


def test_texts_are_never_counted():
    assert count_answers(Text(name="t", text="?"), ["x"] * 9)["cells"] == []


def test_where_every_count_is_hidden_one_sentence_says_why_in_place_of_a_table_of_hidden():
    question = count_answers(FOUR, [0, 0, 1, 1, 2, 3])
    assert all_hidden(question)
    said = "6 people answered. Too few gave any one answer: from five people on, a number is shown."
    assert finding(question) == said
    page = results_on(question)
    assert "Too few gave any one answer" in page
    assert "hidden" not in page
    some = count_answers(FOUR, [0] * 9 + [1, 1, 2, 2])
    assert not all_hidden(some)
    assert "is a number from 1 to 4, or one that would give" in results_on(some)


def test_a_mean_stands_on_its_scale_so_that_no_end_is_taken_for_the_lowest_guess():
    """Guesses of 1, 0, 2, -1, 2: their mean is 0.8, and nobody guessed -5 or 5."""
    guess = Scale(
        name="g", text="?", low=-5, high=5, low_means="the leaflet", high_means="the picture"
    )
    question = count_answers(guess, [1, 0, 2, -1, 2])
    said = "The mean is 0.8 on a scale from \u22125 (the leaflet) to 5 (the picture)."
    assert said in finding(question)
    assert said in results_on(question)
    plain = count_answers(Scale(name="s", text="?"), [1, 0, 2, 1, 2])
    assert "The mean is 1.2 on a scale from 0 to 10." in finding(plain)


def test_in_a_list_of_means_each_scale_is_said_and_one_that_all_share_once():
    ends = [("stay", "change"), ("never", "always")]
    asked = [Scale(name="s", text="?", low_means=low, high_means=high) for low, high in ends]
    page = results_on(*(count_answers(q, [-1 + q.high] * 5) for q in asked))
    assert "From 0 (stay) to 10 (change)" in page
    assert "From 0 (never) to 10 (always)" in page
    same = results_on(*(count_answers(asked[0], [3] * 5) for _ in range(3)))
    assert same.count("From 0 (stay) to 10 (change)") == 1


def results_on(*questions) -> str:
    """Show the results of questions as on a phone."""
    rounds = [{"questions": list(questions), "name": "", "columns": ()}]
    view = {"results": {"rounds": rounds, "kind": "vote"}, "right": ()}
    made = TEMPLATES.from_string('{% from "results.html" import outcome %}{{ outcome(view, w) }}')
    return made.render(view=view, w=words_in("en"))
