"""A list of costs is added up alike in the browser and in the kit."""

import pytest
from node_stage import worked_out

from coprod_sim.learning.checking import check_answer
from coprod_sim.learning.exercise import find_exercise
from coprod_sim.site.exercises.handed_exercise import exercise_handed
from coprod_sim.words import ENGLISH, words_in

ONE = find_exercise("4_2")
LINES = (
    "Hall: £60",
    "Signing: 300 pounds",
    "Taxis, 2 at £18: £36",
    "Cover: GBP 105",
    "Children: £45",
    "Food: £28",
)


def text_with(*more: str) -> str:
    return "\n".join(("We ring all fourteen first.", *LINES, *more))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (text_with("Total: £574"), None),
        (text_with("In total £1,574."), ("£574", "£1,574")),
        (text_with("Total: £900"), ("£574", "£900")),
        (text_with(), "none"),
        (text_with("Totally £574"), "none"),
        ("Total: £60", "none"),
    ],
)
def test_costs_that_do_not_make_their_total_are_told_with_both_sums(text: str, said):
    t = words_in(ENGLISH)
    ours = [
        h for h in check_answer(ONE, {"text": text}, 1).hints if "costs" in h or "Together" in h
    ]
    expected = (
        {
            None: [],
            "none": [t("learner-check-no_sum", lines=6, word="total")],
        }.get(said)
        if not isinstance(said, tuple)
        else [t("learner-check-sum", sum=said[0], total=said[1])]
    )
    assert ours == expected
    asked = exercise_handed(ONE, [])["asked"]
    there = worked_out(
        "lessons/marking.ts",
        "m.addsUp(given.asked.sum, given.text, (key, args) => [key, args])",
        {"asked": asked, "text": text},
    )
    assert [t(key, **args) for key, args in there] == expected
