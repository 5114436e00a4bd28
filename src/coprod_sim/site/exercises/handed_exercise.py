"""Hands an exercise over to the browser: its texts, and for each answer what Python says to it."""

import csv
from collections.abc import Callable
from typing import Any

from coprod_sim.learning.exercise import Exercise
from coprod_sim.learning.items import Prediction
from coprod_sim.learning.kinds.diagnose import DiagnoseTable, Lab
from coprod_sim.learning.kinds.sort import SortTable, note, worth
from coprod_sim.learning.kinds.write import SAME, OwnRun, WriteTable
from coprod_sim.learning.marked_text import html_of, inline
from coprod_sim.learning.writing_places import JOURNAL
from coprod_sim.site.lessons.handed_lesson import item_handed
from coprod_sim.site.lessons.handed_run import read_handed, run_handed, switch_handed
from coprod_sim.words import ENGLISH, words_in

Tables = list[list[float]]


def exercise_handed(one: Exercise, tables: Tables) -> dict[str, Any]:
    """Hand over an exercise.

    Args:
        one: the exercise.
        tables: tables of first trust; what its town needs is added.

    Returns:
        A table of plain values; `asked` is empty where answers need Python.
    """
    t = words_in(ENGLISH)
    hand = HANDED.get(one.kind)
    return {
        "id": one.id,
        "title": f"{one.number} {one.title}",
        "facts": t("learner-exercise-facts", minutes=one.minutes, step=t(f"learner-step-{one.step}")),
        "minutes": one.minutes,
        "step": one.step,
        "kind": one.kind,
        "task": html_of(one.task),
        "why": html_of(one.why),
        "example": html_of(one.example),
        "hints": [inline(hint) for hint in one.hints],
        "reflection": one.reflection,
        "journal": f"{JOURNAL}{one.journal}",
        "answer": html_of(one.answer),
        "sources": html_of("\n".join(f"- {line}" for line in one.sources)),
        "asked": hand(one, tables) if hand else None,
    }  # fmt: skip


def _sort(one: Exercise, _tables: Tables) -> dict[str, Any]:
    table: SortTable = one.detail
    t = words_in(ENGLISH)
    cards = [
        {
            "id": card.id,
            "text": card.text,
            "said": {name: note(table, card, name, t) for name in table.bins},
            "worth": {name: worth(table, card, name) for name in table.bins},
        }
        for card in table.items
    ]
    return {"each": table.each, "bins": table.bins, "cards": cards, "needed": table.needed}


def _diagnose(one: Exercise, tables: Tables) -> dict[str, Any]:
    table: DiagnoseTable = one.detail
    t = words_in(ENGLISH)
    questions = [
        {
            "id": q.id,
            "text": q.text,
            "many": q.many,
            "options": [
                {
                    "id": o.id,
                    "text": o.text,
                    "right": o.id in q.right,
                    "said": t(
                        f"learner-check-part_{'yes' if o.id in q.right else 'no'}",
                        text=o.text,
                        why=o.why,
                    ),
                }
                for o in q.options
            ],
        }
        for q in table.questions
    ]
    return {
        "material": html_of(table.material),
        "table": _table(one, table.file),
        "file": table.file,
        "questions": questions,
        "lab": _lab(table.lab, tables) if table.lab else None,
    }


def _table(one: Exercise, name: str) -> list[list[str]]:
    """Read the CSV file beside an exercise: its heads, then its rows."""
    if not name:
        return []
    return list(csv.reader((one.folder / name).read_text(encoding="utf-8-sig").splitlines()))


def _lab(lab: Lab, tables: Tables) -> dict[str, Any]:
    """Hand over what may be tried in the last variant of a run."""
    run, mine = lab.run, lab.run.names[-1]
    return {
        "run": run_handed(run, tables),
        "need": lab.need,
        "most": lab.most,
        "too_few": lab.too_few,
        "change": {
            "question": lab.intro,
            "way": run.names.index(mine),
            "dials": lab.start_values,
            "switches": [switch_handed(one) for one in lab.switches],
            "reads": [read_handed(read, run) for read in lab.reads],
            "talk": "",
            "alone": True,
        },
    }


def _predict(one: Exercise, tables: Tables) -> dict[str, Any] | None:
    item: Prediction = one.detail
    return item_handed(item, tables)


def _write(one: Exercise, tables: Tables) -> dict[str, Any]:
    table: WriteTable = one.detail
    parts = [p.model_dump(mode="json") for p in table.parts]
    has = [p.name for p in table.parts if p.id in table.weaker.has]
    return {
        "prompt": html_of(table.prompt),
        "start": table.start,
        "words": table.words,
        "grade": table.grade,
        "parts": parts,
        "same": SAME,
        "amounts": table.amounts,
        "sum": table.sum.model_dump() if table.sum else None,
        "from_run": _own_run(table.from_run, tables) if table.from_run else None,
        "weaker": {"text": html_of(table.weaker.text), "has": has, "says": table.weaker.says},
    }


def _own_run(own: OwnRun, tables: Tables) -> dict[str, Any]:
    """Hand over the run a learner makes, and the numbers of it that belong into the text."""
    figures = [
        {"id": f.id, "name": f.name, "read": read_handed(f.read, own.run), "within": f.within}
        for f in own.figures
    ]
    return {"run": run_handed(own.run, tables), "figures": figures}


HANDED: dict[str, Callable[[Exercise, Tables], dict[str, Any] | None]] = {
    "sort": _sort,
    "diagnose": _diagnose,
    "predict": _predict,
    "write": _write,
}
"""Kinds of exercise whose answers need no Python; the others say which command brings them."""
