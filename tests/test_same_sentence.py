"""One sentence that is pointed at for three parts or more is hinted at, and no verdict hangs on it."""

import pytest
from node_stage import worked_out

from coprod_sim.learning.checking import check_answer
from coprod_sim.learning.exercise import find_exercise
from coprod_sim.site.exercises.handed_exercise import exercise_handed
from coprod_sim.words import ENGLISH, words_in

ONE = find_exercise("5_2")
PARTS = [part.id for part in ONE.detail.parts]
GREETING = "Dear neighbours of Bridge Street,"
TEXT = f"{GREETING}\n" + "We kept the crossing because the school asked for it on 3 May. " * 12
HINT = (
    'For {count} of the 7 parts you point at one and the same line: "Dear neighbours of Bridge Street," '
    "Does it really do all of that? Read it once more beside each of these parts."
)


def marks(count: int) -> dict:
    """Point at the greeting for so many of the parts, and for the others at one's own words."""
    return {
        "text": TEXT,
        "marks": {k: GREETING if i < count else "own_words" for i, k in enumerate(PARTS)},
    }


@pytest.mark.parametrize("count", [0, 2, 3, 7])
def test_the_same_line_for_three_parts_is_hinted_at_and_changes_no_verdict(count: int):
    t = words_in(ENGLISH)
    here = check_answer(ONE, marks(count), 1)
    said = HINT.format(count=count)
    assert (said in here.hints) is (count >= 3)
    assert here.status == "marked"
    asked = exercise_handed(ONE, [])["asked"]
    there = worked_out(
        "lessons/marking.ts",
        "m.sameSentence(given.asked, given.answer, (key, args) => [key, args])",
        {"asked": asked, "answer": marks(count)},
    )
    assert [t(key, **args) for key, args in there] == ([said] if count >= 3 else [])


@pytest.mark.parametrize("text", ["", "  ", "?!"])
def test_of_a_text_that_is_not_there_nothing_is_counted(text: str):
    here = check_answer(ONE, {"text": text}, 1)
    assert (here.status, here.hints) == ("not_tried", ())
