"""What the record hands over: every idea that got an answer, and numbers that a spreadsheet can add up."""

import io

import pytest
from openpyxl import load_workbook

from coprod_sim.live.activities import Evaluate, RoomPlan
from coprod_sim.live.plans import load_plan
from coprod_sim.live.record import Record, record_of
from coprod_sim.live.record_corners import by_corner
from coprod_sim.live.record_open import OpenSession
from coprod_sim.live.record_page import html_record
from coprod_sim.live.record_sums import Sums
from coprod_sim.live.record_tables import tables_of, workbook
from coprod_sim.live.treatment_effect import Effect, Suppressed

KEYS = {"code": "AAAAAA", "token": "t", "store": "x"}
SESSION = OpenSession(plan=load_plan("b"), lan=False, begun="2026-11-28T09:00:00+00:00", **KEYS)


def idea(number: int, text: str, state: str, fate: str | None, same_as: int | None = None):
    return {
        "idea": number, "activity": "idea", "text": text, "theme": "", "state": state, "fate": fate,
        "why": "It costs £9,000." if fate else "", "same_as": same_as, "name": "",
    }  # fmt: skip


IDEAS = [
    idea(1, "Shown alone", "shown", "taken_up"),
    idea(2, "Answered alone", "waiting", "not"),
    idea(3, "The same as one", "waiting", "taken_up", 1),
    idea(4, "Rude", "hidden", "not"),
    idea(5, "Not read", "waiting", None),
    idea(6, "The same as the rude one", "waiting", "not", 4),
]


def test_every_answered_idea_is_in_the_record_and_only_hidden_or_unread_ones_are_left_out():
    record = record_of(SESSION, [], IDEAS, [])
    table = next(t for t in tables_of(record) if t.file == "ideas.csv")
    assert [(row[0], row[3], row[4]) for row in table.rows] == [
        ("Shown alone", "It costs £9,000.", "yes"),
        ("Answered alone", "It costs £9,000.", "no"),
        ("The same as one", "It costs £9,000.", "put together with: Shown alone"),
        (
            "The same as the rude one",
            "It costs £9,000.",
            "put together with: an idea that is left out",
        ),
    ]
    page = html_record(record)
    assert "Answered alone" in page
    assert "Ideas left out of this record: 1 kept hidden, 1 not read yet." in page
    assert "Rude" not in page.replace("rude", "")


def cells(record: Record, sheet: str) -> dict[str, list[object]]:
    """Read the columns of a sheet by their heads."""
    found = load_workbook(io.BytesIO(workbook(record)))[sheet].iter_cols(values_only=True)
    return {str(head): list(rest) for head, *rest in found}


def test_the_numbers_of_the_workbook_are_numbers_and_bounds_stand_apart():
    about = {"people": 24, "error": 0.5, "freedom": 20, "tickbox": 4.0}
    effects = (
        Effect(measure="trust", who="all", mean=-1.25, co_production=2.75, **about),
        Suppressed(measure="trust", who="lost", people=3),
    )
    changes = (
        ("I can say no", 5, 3.0, 5.0, 2.0, "+0.5 to +3.5"),
        ("x", "fewer than 5", None, None, None, "hidden"),
    )
    sums = Sums(people=24, effects=effects, changes=changes)
    record = Record(
        id="a", day="2026-11-28", letter="B", title="x", room=SESSION.plan.room, sums=sums
    )
    ways, changed = cells(record, "The two ways"), cells(record, "What has changed")
    assert ways["People"] == [24, "hidden"]
    assert ways["Difference"] == [-1.25, "hidden"]
    # t with 20 degrees of freedom is 2.086, so -1.25 -+ 1.04
    assert ways["95 in 100 range, low"] == [-2.29, "hidden"]
    assert ways["95 in 100 range, high"] == [-0.21, "hidden"]
    assert changed["95 in 100 range, low"] == [0.5, "hidden"]
    assert changed["95 in 100 range, high"] == [3.5, "hidden"]


def test_means_by_corner_keep_the_floor():
    plan = SESSION.plan.room
    way = next(a for a in plan.activities if a.kind == "experiment")
    sizes = (7, 7, 2, 8)
    rows = [
        {"activity": way.key, "round": "first_scores", "question": "trust", "cell": corner,
         "person": f"{corner}.{k}", "value": 5 if k else 6}
        for corner, size in enumerate(sizes) for k in range(size)
    ]  # fmt: skip
    found = [line[3:] for line in by_corner(rows, plan)]
    assert found == [
        ("Everybody", 24, 5.17),
        (way.corners[0], "hidden", "hidden"),
        (way.corners[1], "hidden", "hidden"),
        (way.corners[2], "hidden", "hidden"),
        (way.corners[3], 8, 5.12),
    ]
    few = [r for r in rows if r["cell"] == 2]
    assert {line[4:] for line in by_corner(few, plan)} == {("hidden", "hidden")}


@pytest.mark.parametrize(("floor", "said"), [(1, (2, 4.0)), (3, ("hidden", "hidden"))])
def test_a_room_without_corners_has_the_means_of_everybody(floor, said):
    end = Evaluate(kind="evaluate", key="end", title="End", statements=("I can say no",))
    plan = RoomPlan(title="x", floor=floor, activities=(end,))
    rows = [
        {"activity": "end", "round": "answer", "question": "statement_1_now", "cell": None,
         "person": str(k), "value": value} for k, value in enumerate((3, 5))
    ]  # fmt: skip
    assert [line[3:] for line in by_corner(rows, plan)] == [("Everybody", *said)]
