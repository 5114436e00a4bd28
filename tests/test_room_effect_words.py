"""What is said of a room beside the sealed guess: those who lost first, each doubt, and no proof."""

import re
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from room_scores import made, room

from coprod_sim.live.activities import SCORES
from coprod_sim.live.effect_report import chart, numbers, on_the_wall, own_guess, sentences
from coprod_sim.live.effect_words import order_sentences
from coprod_sim.live.record_pool import Pool
from coprod_sim.live.record_pool import chart as pool_chart
from coprod_sim.live.treatment_effect import Effect, Suppressed, effect, effects

FOR_SO_MANY = "The model's guess for so many people (90 in 100 range)"
AS_SEALED = "The model's guess as sealed (90 in 100 range)"


def test_those_who_lost_come_first_and_no_sentence_claims_a_proof():
    rng = np.random.default_rng(6)
    scores = room(rng, 40, 0.8).assign(
        fairness=lambda f: f["acceptance"], trust=lambda f: f["acceptance"]
    )
    found = effects(scores)
    said = " ".join(sentences(found))
    assert [e.who for e in found[:2]] == ["lost", "all"]
    assert said.index("who lost") < said.index("Among all 40")
    assert "A room of 40 like this one sees a difference of" in said
    assert "who lost each time" in said
    for word in ("p-value", "p =", "proved", "proof", "significan"):
        assert word not in said.lower() + chart(found).svg.lower()


def test_a_room_that_goes_the_other_way_is_said_to_do_so():
    rng = np.random.default_rng(8)
    found = [effect(room(rng, 60, -1.0), "acceptance")]
    assert "the result goes the other way" in " ".join(sentences(found))


def test_a_room_too_small_to_see_anything_says_so_and_no_interval_leaves_the_scores():
    rest = {"people": 5, "tickbox": 4.0, "co_production": 6.0}
    small = Effect(measure="acceptance", who="all", mean=2.0, error=5.0, freedom=3, **rest)
    said = " ".join(sentences([small]))
    assert "With 5 people a room can miss even the largest difference." in said
    assert "in 4 of 5 tries" not in said
    assert "very likely between 10 points lower and 10 higher (95 in 100)" in said
    assert "what goes beyond is cut off" in said
    assert "what goes beyond is cut off" in " ".join(on_the_wall(small))
    drawn = chart([small])
    marks = {text.strip() for text in re.findall(r">([^<>]*)<", drawn.svg)}
    assert not {"\u221220", "+20", "20", "\u221215", "15"} & marks
    assert {"\u221210", "10"} <= marks
    assert drawn.table["95 in 100 range"].tolist() == ["\u221210.0 to +10.0"]


def test_what_the_order_may_have_done_is_said_for_both_signs():
    said = order_sentences(room(np.random.default_rng(6), 40, 0.8))
    assert re.search(r"may stand for everybody anywhere between [\d.]+ points lower and", said[0])
    assert re.search(
        r"For everybody, the first round alone.*: (it cannot tell|the full picture scored)", said[1]
    )


def test_a_room_too_small_to_part_by_order_says_that_what_the_order_did_stays_hidden():
    assert order_sentences(room(np.random.default_rng(6), 8, 0.8)) == [
        "The first round may colour the second. By how much stays hidden: too few people had the rounds in "
        "one of the two orders."
    ]


FOUND = [
    made(1.0, 0.7, who="lost"),
    made(1.0, 0.7),
    made(1.0, 0.7, "fairness"),
    made(2.8, 0.7, "trust"),
]


OPEN = {"difference": {k: {"low": 0.4, "mean": 1.0, "high": 1.6}
                       for k in ("losers", "acceptance", "fairness", "trust")}}  # fmt: skip


def test_the_sealed_guess_is_judged_for_each_thing_it_was_made_for_on_every_screen():
    """As below, each range is -0.4 to +2.4: 2.8 lies outside, 1.0 and no difference inside."""
    said = " ".join(sentences(FOUND, OPEN))
    assert said.count("it held.") == 3
    assert (
        "The sealed guess of trust for a room of 25: between 0.4 points lower and 2.4 higher (90 in 100). "
        "This room: 2.8 points higher. So it did not hold. "
        "A room with no difference would have fitted it." in said
    )
    in_all = (
        "Of the 4 sealed guesses 3 held. Not so for trust. "
        "A room with no difference would have fitted all of them."
    )
    assert in_all in said
    for one in FOUND[:2]:
        assert in_all in " ".join(on_the_wall(one, OPEN, FOUND))
        assert "sealed" not in " ".join(on_the_wall(one, None, FOUND))


def test_a_guess_far_from_none_would_not_have_held_for_no_difference():
    guess = {"difference": {"acceptance": {"low": 3.0, "mean": 3.5, "high": 4.0}}}
    assert "A room with no difference would not have fitted it." in " ".join(
        sentences([made(3.4, 0.5)], guess)
    )


def test_the_wall_gives_the_caution_of_the_trainers_page_on_the_order():
    order = order_sentences(room(np.random.default_rng(6), 40, 0.8))
    on_wall, on_page = (
        " ".join(on_the_wall(made(1.0, 0.7), None, FOUND, order)),
        chart(FOUND, None, order),
    )
    for line in order:
        assert line in on_wall
        assert line in on_page.finding


def test_a_result_at_the_edge_of_what_shows_is_said_to_be_there():
    """With 22 degrees of freedom a room sees (2.074 + 0.858) errors in 4 of 5 tries: 1.5 points of 0.5."""
    for mean, edge in ((1.4, True), (1.5, True), (1.6, False), (0.9, False), (-1.2, True)):
        said = " ".join(on_the_wall(made(mean, 0.5)))
        assert (
            "sees a difference of 1.5 points in 4 of 5 tries, and smaller ones less often." in said
        )
        assert ("no larger than that" in said) is edge, mean


@pytest.mark.parametrize(
    ("mean", "words"),
    [
        (-1.5, "The leaflet scored higher here"),
        (-0.9, "This room alone cannot tell"),
        (0.9, "This room alone cannot tell"),
        (1.5, "The full picture scored higher here"),
    ],
)
def test_a_side_is_named_only_where_the_interval_names_it(mean, words):
    """With an error of 0.5 and 22 degrees of freedom, Student's t is 2.074: the reach is 1.04."""
    assert words in " ".join(sentences([made(mean, 0.5)]))


def test_a_room_without_any_effect_is_told_that_a_side_won_in_one_room_of_twenty():
    rng, rooms = np.random.default_rng(11), 300
    said = [" ".join(sentences([effect(room(rng, 25, 0.0), "acceptance")])) for _ in range(rooms)]
    assert sum("scored higher here" in text for text in said) / rooms < 0.10
    assert sum("cannot tell" in text for text in said) / rooms > 0.90


@pytest.mark.parametrize(
    ("mean", "verdict"), [(1.0, "it held"), (2.2, "it held"), (2.8, "it did not hold")]
)
def test_the_sealed_guess_is_said_for_a_room_of_this_size_and_judged_by_that(mean, verdict):
    """A guess of 0.4 to 1.6 has a spread of 0.365; with an error of 0.7 the reach is 1.717 * 0.79 = 1.36."""
    guess = {"difference": {"acceptance": {"low": 0.4, "mean": 1.0, "high": 1.6}}}
    said = " ".join(sentences([made(mean, 0.7)], guess))
    told = (
        "for a room of 25: between 0.4 points lower and 2.4 higher (90 in 100). "
        f"This room: {mean:g} point{'s' * (mean != 1)} higher. So {verdict}."
    )
    assert told in said


def test_the_range_a_lopsided_guess_is_judged_by_holds_the_guess_itself_and_is_the_one_drawn():
    """A guess of 0.4 to 3.0 has its middle at 1.7 and a spread of 0.790: the reach is 1.717 * 0.935."""
    guess = {"difference": {"acceptance": {"low": 0.4, "mean": 2.6, "high": 3.0}}}
    drawn = chart([made(3.1, 0.5)], guess)
    for said in (*on_the_wall(made(3.1, 0.5), guess), drawn.svg, *drawn.table.iloc[0]):
        assert "+0.4 to +3.0" not in said
    told = "between 0.1 and 3.3 points higher (90 in 100). This room: 3.1 points higher. So it held"
    assert told in drawn.finding
    assert "+0.1 to +3.3 (90 in 100)" in drawn.svg
    assert drawn.table[FOR_SO_MANY].item() == "+0.1 to +3.3"


def test_the_wall_says_what_was_measured_with_both_means_first():
    assert on_the_wall(made(3.9, 0.5))[0].startswith(
        "Among all 25: 5.0 with the leaflet, 8.9 with the full picture. "
    )
    drawn = " ".join(re.sub(r"<title.*?</title>|<[^>]+>", " ", chart([made(3.9, 0.5)]).svg).split())
    assert "How much higher the full picture scored (points of 10)" in drawn
    assert "Dot: this room. Bar: how far luck alone may have pushed it" in drawn


def test_every_interval_names_its_level():
    rng = np.random.default_rng(6)
    found = [effect(room(rng, 40, 0.8), "acceptance", who) for who in ("lost", "all")]
    guess = {
        "difference": {k: {"low": 0.4, "mean": 1.0, "high": 1.6} for k in ("acceptance", "losers")}
    }
    drawn = chart(found, guess, order_sentences(room(rng, 40, 0.8)))
    aloud = re.findall(
        r"between [\d.]+ (?:points? \w+ )?and [\d.]+ .{0,14}er \((\d+) in 100\)", drawn.finding
    )
    assert sorted(aloud) == ["80", "80", "90", "90", "95", "95", "95", "95"]
    assert re.findall(r"[+\u2212]\d", drawn.finding) == []  # no sign to stumble at
    assert {"80 in 100 range", "95 in 100 range", FOR_SO_MANY} <= set(drawn.table.columns)


def test_a_made_up_result_says_so_in_its_own_title_its_key_its_rows_and_each_sentence():
    own = replace(made(-1.8, 0.6, who="lost"), made_up=True)
    drawn = chart([own])
    assert drawn.title.startswith("Made up: how much higher")
    assert re.search(r"<title[^>]*>Made up: how much higher", drawn.svg)
    assert "Dot: made up, no room." in drawn.svg
    for said in (drawn.svg, drawn.finding, " ".join(on_the_wall(own))):
        assert "this room" not in said.lower()
        assert "made-up people" in said
    assert "The leaflet scored higher in these made-up numbers" in " ".join(on_the_wall(own))
    real = chart([replace(own, made_up=False)])
    assert "made" not in real.svg.lower()
    assert "This room" in real.svg


def test_means_that_rounding_would_set_apart_from_their_difference_get_one_more_digit():
    found = replace(made(-0.86, 0.2), tickbox=6.74, co_production=5.88)
    assert "6.74 with the leaflet, 5.88 with the full picture" in on_the_wall(found)[0]


def room_b(**other) -> Effect:
    """Ten people, 4.77 with the leaflet and 6.23 with the full picture: in tenths 1.4 apart, yet 1.46."""
    means = {"tickbox": 4.77, "co_production": 6.23, "mean": 1.46}
    return replace(made(1.46, 0.43), people=10, freedom=7, **means | other)


def test_a_room_can_subtract_what_stands_before_it_on_every_screen():
    drawn = chart([room_b()], OPEN)
    for said in (" ".join(on_the_wall(room_b(), OPEN)), drawn.finding):
        assert "4.77 with the leaflet, 6.23 with the full picture" in said
        assert "This room: 1.46 points higher." in said
    line = drawn.table.iloc[0]
    assert (line["Leaflet"], line["Full picture"], line["Difference"]) == ("4.77", "6.23", "+1.46")
    said = own_guess([{"activity": "guess_effect", "value": 1}] * 6, [room_b()])
    assert said.endswith("It scored 1.46 points higher.")


def test_a_range_has_the_same_ends_in_the_sentence_in_the_table_and_beside_the_bar():
    """With 7 degrees of freedom, t is 1.415 and 2.365: 1.46 -+ 0.61 and -+ 1.02."""
    drawn = chart([room_b()])
    assert "likely to have scored between 0.85 and 2.07 points higher (80 in 100)" in drawn.finding
    assert "very likely between 0.44 and 2.48 points higher (95 in 100)" in drawn.finding
    line = drawn.table.iloc[0]
    assert (line["80 in 100 range"], line["95 in 100 range"]) == (
        "+0.85 to +2.07",
        "+0.44 to +2.48",
    )
    assert "+0.44 to +2.48 (95 in 100)" in drawn.svg


def test_the_names_of_the_rows_are_written_out_beside_the_longest_range():
    widest = replace(room_b(), error=9.0)
    drawn = chart([widest], {"difference": {"acceptance": {"low": -9.0, "mean": 0.0, "high": 9.0}}})
    assert "\u221210.00 to +10.00 (95 in 100)" in drawn.svg
    assert ">This room<" in drawn.svg
    assert ">The model<" in drawn.svg


def test_all_rows_of_a_table_have_as_many_digits():
    table = chart([room_b(), replace(made(1.4, 0.5), tickbox=5.1, co_production=6.5)]).table
    assert list(table["Leaflet"]) == ["4.77", "5.10"]
    assert list(table["Difference"]) == ["+1.46", "+1.40"]


@pytest.mark.parametrize(
    ("mean", "told"),
    [
        (1.47, "and 1.5 higher (90 in 100). This room: 1.5 points higher. So it held."),
        (1.52, "and 1.48 higher (90 in 100). This room: 1.52 points higher. So it did not hold."),
    ],
)
def test_a_verdict_near_an_end_is_given_in_digits_that_show_it(mean, told):
    """The spread of the guess is 0.122, so for an error of 0.8534 the reach is 1.717 * 0.862 = 1.48."""
    guess = {"difference": {"acceptance": {"low": -0.2, "mean": 0.0, "high": 0.2}}}
    found = replace(made(mean, 0.8534), tickbox=5.0, co_production=5.0 + mean)
    assert told in " ".join(sentences([found], guess))


def test_a_guess_is_told_as_sealed_and_for_so_many_people_each_under_its_own_name():
    hidden = Suppressed(measure="acceptance", who="lost", people=3)
    found = [hidden, made(1.0, 0.7)]
    written, kept = chart(found, OPEN).table, numbers(found, OPEN)
    assert list(written[FOR_SO_MANY]) == ["hidden", "\u22120.4 to +2.4"]
    assert list(kept[f"{AS_SEALED}, low"]) == [0.4, 0.4]
    assert list(kept[f"{FOR_SO_MANY}, low"]) == ["hidden", -0.36]
    assert list(kept[f"{FOR_SO_MANY}, high"]) == ["hidden", 2.36]


def test_a_sealed_guess_whose_result_is_hidden_is_counted_and_named():
    found = [Suppressed(measure="acceptance", who="lost", people=3), *FOUND[1:]]
    assert (
        "Of the 4 sealed guesses 3 can be judged here: 2 held. Not so for trust. "
        "Nobody can judge the guess for living with it among those who lost: too few people stand behind it. "
        "A room with no difference would have fitted all of those judged." in sentences(found, OPEN)
    )


def test_what_is_not_drawn_as_too_few_stand_behind_it_is_named():
    hidden = [
        Suppressed(measure=m, who="lost", people=3) for m in ("acceptance", "fairness", "trust")
    ]
    drawn = chart([hidden[0], room_b(), *hidden[1:]])
    assert (
        "Hidden as well, as too few people stand behind them: fairness among those who lost and trust among "
        "those who lost." in drawn.finding
    )
    none = chart(hidden)
    assert none.svg == ""
    assert "The result for those who lost each time stays hidden" in none.finding


def test_where_all_differ_by_the_same_no_range_is_given_and_no_side_is_named():
    alike = replace(made(2.0, 1e-16), people=12)
    drawn = chart([alike], OPEN)
    for said in (" ".join(on_the_wall(alike, OPEN)), drawn.finding):
        assert (
            "5.0 with the leaflet, 7.0 with the full picture. In each corner all differ by" in said
        )
        assert "luck cannot be measured here, and no range can be given." in said
        for wrong in ("between", "scored higher", "4 of 5", "sealed guess for"):
            assert wrong not in said
    line = drawn.table.iloc[0]
    assert {line["80 in 100 range"], line["95 in 100 range"], line[FOR_SO_MANY]} == {"none"}
    assert "+2.0 to +2.0" not in drawn.svg
    assert numbers([alike]).iloc[0]["95 in 100 range, low"] == "none"


def test_what_the_order_may_explain_is_said_in_the_sentence_that_names_a_side():
    order = ("The first round may colour the second. That could be all of it.",)
    doubted = "The full picture scored higher here, but the order of the rounds may be all of it."
    for said in (
        " ".join(on_the_wall(room_b(), None, (), order)),
        chart([room_b()], None, order).finding,
    ):
        assert doubted in said
    assert "The full picture scored higher here. A room" in " ".join(on_the_wall(room_b()))


def test_a_room_whose_scores_do_not_vary_measures_no_order():
    scores = room(np.random.default_rng(6), 24, 0.8)
    same = scores.assign(acceptance=lambda f: 5.0 + 2.0 * (f["arm"] == "co_production"))
    said = " ".join(order_sentences(same))
    assert "By how much cannot be measured here" in said
    assert "between" not in said


def test_a_running_total_without_luck_to_measure_gives_no_range():
    scores = room(np.random.default_rng(6), 24, 0.8).assign(session=0)
    same = scores.assign(**dict.fromkeys(SCORES, 5.0 + 2.0 * (scores["arm"] == "co_production")))
    record = SimpleNamespace(day="2026-11-28", letter="B")
    drawn = pool_chart(Pool((record,), same))
    assert drawn.table[["80 in 100 range", "95 in 100 range"]].iloc[0].tolist() == ["none", "none"]
    assert "no range: all differ by the same" in drawn.svg
