"""With one card amiss the verdict is "Nearly" and not "right", and it names the card, on every page alike."""

import pytest
from node_stage import worked_out

from coprod_sim.learning.check_result import DONE, Status
from coprod_sim.learning.checking import check_answer
from coprod_sim.learning.exercise import find_exercise
from coprod_sim.learning.marking import marked
from coprod_sim.site.exercises.handed_exercise import exercise_handed
from coprod_sim.words import ENGLISH, words_in

ONE = find_exercise("2_1")
RIGHT = {card.id: card.bin for card in ONE.detail.items}
CLEANER = next(card.text for card in ONE.detail.items if card.id == "cleaner")
PAGE = """(() => {
  const args = [];
  const say = (key, a) => { args.push([key, a ?? {}]); return key; };
  const { state, head, said } = m.sorted(given.asked, given.answer, say);
  return { state, head: head ?? "", said, args };
})()"""


@pytest.mark.parametrize(
    ("changed", "title", "said"),
    [
        ({}, "That is right.", ("12 of 12 are where they belong.",)),
        (
            {"cleaner": "tell"},
            "Nearly.",
            ("11 of 12 are where they belong.", f"Look at this one again: {CLEANER}"),
        ),
        (
            {"cleaner": "tell", "carers": "tell"},
            "Not quite.",
            ("10 of 12 are where they belong.",),
        ),
    ],
)
def test_only_with_every_card_in_its_place_does_a_verdict_say_right(changed, title, said):
    t, answer = words_in(ENGLISH), RIGHT | changed
    here = check_answer(ONE, answer, 1)
    assert (t(f"learner-outcome-{here.headed}"), here.said) == (title, said)
    asked = exercise_handed(ONE, [])["asked"]
    there = worked_out("lessons/marking.ts", PAGE, {"asked": asked, "answer": answer})
    words = [t(key, **args) for key, args in there["args"]]
    assert (there["head"] or there["state"], tuple(words)) == (here.headed, said)
    assert there["state"] == here.status


@pytest.mark.parametrize(
    ("amiss", "status", "points"),
    [(0, Status.YES, 8.0), (1, Status.YES, 7.0), (2, Status.NOT_YET, 6.0)],
)
def test_one_card_that_can_be_argued_counts_as_done_and_points_are_the_share_beyond_a_guess(
    amiss: int, status: str, points: float
):
    """Of 12 cards 4 lie in the fullest bin, as a guess would get; 8 points are one a card beyond it."""
    wrong = {card.id: "keep" for card in ONE.detail.items if card.bin != "keep"}
    answer = RIGHT | dict(list(wrong.items())[:amiss])
    outcome = check_answer(ONE, answer, 1)
    assert outcome.status == status
    assert marked(ONE, answer, 8.0)[1] == points
    assert (outcome.status in DONE) is (amiss <= 1)


def test_a_scene_one_rung_off_counts_half_and_enough_of_them_are_done():
    rungs = find_exercise("3_4")
    right = {card.id: card.bin for card in rungs.detail.items}
    off = {pair[0]: pair[1] for pair in rungs.detail.near}
    near = next(name for name, place in right.items() if place in off)
    outcome = check_answer(rungs, right | {near: off[right[near]]}, 1)
    assert (outcome.status, outcome.headed, outcome.points) == (Status.YES, "nearly", 9.5)
    most, guess = 9.5, outcome.guess
    assert outcome.share == pytest.approx((most - guess) / (10 - guess))


@pytest.mark.parametrize(
    ("name", "called"),
    [("1_1", "line of the leaflet"), ("2_1", "person or group"),
     ("3_1", "item of the list"), ("3_4", "scene")],
)  # fmt: skip
def test_where_nothing_is_placed_what_is_to_be_placed_is_named(name: str, called: str):
    one = find_exercise(name)
    assert check_answer(one, {}, 1).said == (f"Choose a place for at least one {called} first.",)
