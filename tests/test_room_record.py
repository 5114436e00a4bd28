"""What the record hands over: every idea that got an answer, and numbers that a spreadsheet can add up."""

import io
import json
import re
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from coprod_sim.live.activities import Evaluate, RoomPlan
from coprod_sim.live.plans import load_plan
from coprod_sim.live.record import Record, read_record, record_of
from coprod_sim.live.record_corners import by_corner
from coprod_sim.live.record_open import OpenSession
from coprod_sim.live.record_page import html_record
from coprod_sim.live.record_sums import Sums
from coprod_sim.live.record_tables import tables_of, workbook
from coprod_sim.live.record_writing import write_record
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


def test_every_idea_is_in_the_tables_with_where_it_stands_and_no_name():
    named = [one | {"name": "Anna Smith"} for one in IDEAS]
    record = record_of(SESSION, [], named, [])
    table = next(t for t in tables_of(record) if t.file == "ideas.csv")
    assert table.columns == (
        "idea", "heading", "where it stands", "made one with", "what became of it", "why",
    )  # fmt: skip
    why = "It costs £9,000."
    assert [(row[0], *row[2:]) for row in table.rows] == [
        ("Shown alone", "let through", "", "Taken up", why),
        ("Answered alone", "not let through yet", "", "Not taken up", why),
        ("The same as one", "not let through yet", "Shown alone", "Taken up", why),
        ("Rude", "held back", "", "Not taken up", why),
        ("Not read", "not let through yet", "", "No answer yet", ""),
        ("The same as the rude one", "not let through yet", "Rude", "Not taken up", why),
    ]
    assert cells(record, "Ideas")["idea"] == [one["text"] for one in IDEAS]
    assert "Anna" not in table.csv


def test_the_page_to_print_leaves_out_what_was_held_back_or_not_read_and_says_so():
    page = html_record(record_of(SESSION, [], IDEAS, []))
    assert "Answered alone" in page
    assert "made one with: Shown alone" in page
    assert "made one with: an idea that is left out" in page
    told = (
        "Ideas that only the tables hold, and not the page to print: 1 held back, 1 not read yet."
    )
    assert told in page
    assert "Rude" not in page.replace("rude", "")


def test_a_record_saved_again_keeps_no_table_of_before(tmp_path):
    write_record(record_of(SESSION, [], IDEAS, []), tmp_path)
    assert "Rude" in (tmp_path / "ideas.csv").read_text(encoding="utf-8")
    assert read_record(tmp_path).ideas[3]["stands"] == "held back"
    write_record(record_of(SESSION, [], [], []), tmp_path)
    assert not (tmp_path / "ideas.csv").exists()
    kept = (path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert not any(b"Rude" in one for one in kept)


def test_ideas_of_an_earlier_record_are_read(tmp_path):
    write_record(record_of(SESSION, [], IDEAS[:3], []), tmp_path)
    file = tmp_path / "session.json"
    table = json.loads(file.read_text(encoding="utf-8"))
    told = ("yes", "no", "put together with: Benches")
    table["ideas"] = [
        {"activity": "idea", "text": "x", "fate": None, "why": "", "shown": one} for one in told
    ]
    file.write_text(json.dumps(table), encoding="utf-8")
    assert [(one["stands"], one["one_with"]) for one in read_record(tmp_path).ideas] == [
        ("let through", ""),
        ("not let through yet", ""),
        ("not let through yet", "Benches"),
    ]


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


def test_on_paper_a_change_has_its_sign_and_adds_up_with_what_stands_beside_it():
    changes = (
        ("I can say no", 7, 4.26, 5.64, 1.38, "+0.5 to +2.3"),
        ("x", "fewer than 5", None, None, None, "hidden"),
    )
    sums = Sums(people=24, changes=changes)
    record = Record(
        id="a",
        day="2026-11-28",
        delete_on="2026-12-28",
        letter="B",
        title="x",
        room=SESSION.plan.room,
        sums=sums,
    )
    page = html_record(record)
    said = page[page.index("I can say no") :].partition("</tr>")[0]
    # 4.3 and 5.6 would look 1.3 apart, so each has one more digit
    assert re.findall(r">([^<>]+)</td>", said)[1:4] == ["4.26", "5.64", "+1.38"]
    assert "nan" not in page[page.index("What has changed") :]


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


def test_a_question_that_some_corners_had_stands_beside_those_corners_alone():
    """Two corners of 7 and 6 had one decision in the first round, two of 5 and 8 the other."""
    plan = SESSION.plan.room
    way = next(a for a in plan.activities if a.kind == "experiment")
    rows = [
        {"activity": way.key, "round": "first_scores", "question": "fact_1", "cell": corner,
         "person": f"{corner}.{k}", "value": 0}
        for corner, size in enumerate((7, 6, 5, 8)) for k in range(size)
    ]  # fmt: skip
    lines = [line[2:] for line in by_corner(rows, plan)]
    one, two = way.decisions
    blue, orange, green, pink = way.corners
    asked, others = one.facts[0].text, two.facts[0].text
    assert lines == [
        (asked, f"{blue} and {orange}", 13, None), (asked, blue, 7, None), (asked, orange, 6, None),
        (others, f"{green} and {pink}", 13, None), (others, green, 5, None), (others, pink, 8, None),
    ]  # fmt: skip
    forms = [r | {"round": "first", "question": "form"} for r in rows]
    shown = [line[2:] for line in by_corner(forms, plan)]
    assert [line[1:3] for line in shown] == [(blue, 7), (orange, 6), (green, 5), (pink, 8)]
    assert len({line[0] for line in shown}) == 4
    few = [r for r in rows if r["cell"] in (0, 1) or r["person"] in ("2.0", "3.0")]
    assert {line[4:] for line in by_corner(few, plan) if line[2] == others} == {("hidden", None)}


def asked_twice(counts: tuple[list[int | None], list[int | None]], few: bool = False) -> Record:
    """Make the record of a room that was asked "Which step?" before the talk and after it."""
    rounds = [
        {"round": part, "arm": None, "questions": [{
            "name": "vote", "text": "Which step?", "kind": "choice", "floor": 5, "few": few,
            "n": None if few else 11,
            "cells": [] if few else [{"label": f"Step {k}", "count": c} for k, c in enumerate(given)],
        }]}
        for part, given in zip(("before_talk", "after_talk"), counts, strict=True)
    ]  # fmt: skip
    result = {"key": "step", "kind": "vote_talk_vote", "title": "Which step?", "rounds": rounds}
    return replace(record_of(SESSION, [], [], []), results=(result,))


def test_on_paper_a_question_that_was_asked_twice_says_when():
    page = html_record(asked_twice(([5, 6], [6, 5])))
    assert re.findall(r"<h3>([^<]*Which step[^<]*)</h3>", page) == [
        "Before the talk: Which step?",
        "After the talk: Which step?",
    ]


def test_where_every_count_is_hidden_the_record_says_so_and_draws_no_axis(tmp_path):
    hidden = asked_twice(([None, None], [5, 6]))
    before, after = html_record(hidden).split("After the talk: Which step?", 1)
    assert "Too few gave any one answer" in before
    assert "<svg" not in before
    assert "<svg" in after
    write_record(hidden, tmp_path)
    assert [p.name for p in tmp_path.glob("charts/*.svg")] == ["01_step_after_talk_vote.svg"]
    few = html_record(asked_twice(([], []), few=True))
    assert few.count("Fewer than five people answered") == 2


def test_the_record_gives_the_guess_as_sealed_apart_from_what_it_says_of_so_few_people():
    ways = {
        "losers": (-1.0, 2.0),
        "acceptance": (0.5, 2.7),
        "fairness": (2.5, 6.7),
        "trust": (0.0, 1.0),
    }
    sealed = {k: {"low": low, "mean": 1.0, "high": high} for k, (low, high) in ways.items()}
    about = {"people": 10, "error": 0.5, "freedom": 7, "tickbox": 4.0}
    effects = (Effect(measure="acceptance", who="all", mean=1.5, co_production=5.5, **about),)
    made = record_of(SESSION, [], [], [])
    locked = json.dumps({"difference": sealed})
    record = replace(made, sums=Sums(people=11, effects=effects), locked=locked)
    page = html_record(record)
    assert "The guess as it was sealed" in page
    assert "everybody: between 0.5 and 2.7 points higher (90 in 100)" in page
    ways = cells(record, "The two ways")
    assert ways["The model's guess as sealed (90 in 100 range), low"] == [0.5]
    # a spread of 0.669 and an error of 0.5: 1.6 -+ 1.895 * 0.835
    assert ways["The model's guess for so many people (90 in 100 range), low"] == [0.02]
    assert "+0.02 to +3.18" in page


@pytest.mark.parametrize(("floor", "said"), [(1, (2, 4.0)), (3, ("hidden", "hidden"))])
def test_a_room_without_corners_has_the_means_of_everybody(floor, said):
    end = Evaluate(kind="evaluate", key="end", title="End", statements=("I can say no",))
    plan = RoomPlan(title="x", floor=floor, activities=(end,))
    rows = [
        {"activity": "end", "round": "answer", "question": "statement_1_now", "cell": None,
         "person": str(k), "value": value} for k, value in enumerate((3, 5))
    ]  # fmt: skip
    assert [line[3:] for line in by_corner(rows, plan)] == [("Everybody", *said)]
