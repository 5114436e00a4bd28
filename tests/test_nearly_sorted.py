"""With one card amiss the verdict is "Nearly" and not "right", and it names the card, on every page alike."""

import pytest
from node_stage import worked_out

from coprod_sim.learning.check_result import Status
from coprod_sim.learning.checking import check_answer
from coprod_sim.learning.exercise import find_exercise
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


def test_cards_that_can_be_argued_still_count_as_done():
    outcome = check_answer(ONE, RIGHT | {"money": "first"}, 1)
    assert (outcome.status, outcome.share, outcome.headed) == (Status.YES, 1.0, "nearly")
