"""What hostile people type is shown as text everywhere, and does nothing in what is saved."""

import csv
import io

import pytest
from openpyxl import load_workbook
from room_stage import PLAN
from room_visitor import Visitor

from coprod_sim.errors import InputError
from coprod_sim.live.activities import RoomPlan
from coprod_sim.live.control import RoomServer
from coprod_sim.live.questions import plain
from coprod_sim.live.record import Record
from coprod_sim.live.record_sums import sums_of
from coprod_sim.live.record_tables import tables_of, workbook
from coprod_sim.live.screens import Screen, clean_svg
from coprod_sim.live.steps import (
    AnswerIdea,
    CloseActivity,
    ModerateIdea,
    OpenActivity,
    Reveal,
    SetNotice,
    ShowScreen,
)

SCRIPT = "<script>alert('x')</script>"


def test_a_script_in_every_field_is_shown_as_text_everywhere(server: RoomServer):
    def hostile(value):
        if isinstance(value, dict):
            return {k: v if k in {"kind", "key"} else hostile(v) for k, v in value.items()}
        return [hostile(v) for v in value] if isinstance(value, list) else SCRIPT + value[:20]

    plan = RoomPlan.model_validate(hostile(PLAN) | {"language": "en"})
    control = server.create(plan)
    visitor = Visitor(server.port)
    visitor.join(control.code)
    control.do(SetNotice(text=SCRIPT))
    control.do(ShowScreen(screen=Screen(title=SCRIPT, paragraphs=(SCRIPT,), phones=True)))
    pages = []
    for key in ("vote", "idea", "start"):
        control.do(OpenActivity(activity=key))
        visitor.ask("GET", f"/{control.code}")
        pages.append(visitor.text)
        visitor.send(f"/{control.code}/answer", q_vote=0, q_idea=SCRIPT, q_trust=3)
        pages.append(visitor.text)
        control.do(CloseActivity())
        for idea in control.state()["ideas"]:
            control.do(ModerateIdea(activity="idea", idea=idea["idea"], state="shown"))
            control.do(AnswerIdea(activity="idea", idea=idea["idea"], fate="not", why=SCRIPT))
        control.do(Reveal(activity=key))
        for path in ("", "/screen", "/leave"):
            visitor.ask("GET", f"/{control.code}{path}")
            pages.append(visitor.text)
    assert visitor.send(f"/{control.code}/join", name=SCRIPT) in {200, 409}
    pages.append(visitor.text)
    everything = "".join(pages)
    assert SCRIPT not in everything
    assert "&lt;script&gt;" in everything


def test_a_drawing_that_could_run_or_load_something_is_refused():
    head = '<svg xmlns="http://www.w3.org/2000/svg">'
    for inside in (
        "<script>1</script>", '<rect onclick="x"/>', '<a href="http://x"/>', "<foreignObject/>",
        '<image href="x"/>', '<rect fill="url(http://x)"/>', "<style>*{}</style>",
        '<use xlink:href="#x" xmlns:xlink="http://www.w3.org/1999/xlink"/>',
    ):  # fmt: skip
        with pytest.raises(InputError, match="not allowed"):
            clean_svg(f"{head}{inside}</svg>")
    with pytest.raises(InputError, match="must not define"):
        clean_svg('<!DOCTYPE svg [<!ENTITY a "b">]>' + f"{head}&a;</svg>")
    with pytest.raises(InputError, match="not SVG"):
        clean_svg("<svg")
    assert "style" not in clean_svg(f'{head}<rect width="1" style="x"/></svg>')


def test_no_cell_of_the_record_acts_as_a_formula(server: RoomServer):
    words = {
        "kind": "words",
        "key": "w",
        "title": "W",
        "question": "?",
        "words": ["=1+1", "@x"],
        "most": 1,
    }
    plan = RoomPlan.model_validate(
        {"title": "x", "linked": True, "floor": 1, "activities": [words]}
    )
    control = server.create(plan)
    visitor = Visitor(server.port)
    visitor.join(control.code)
    control.do(OpenActivity(activity="w"))
    visitor.ask("GET", f"/{control.code}")
    assert visitor.send(f"/{control.code}/answer", q_words=0) == 200
    idea = {
        "text": "=cmd|' /C calc'!A0",
        "theme": "+1",
        "fate": "not",
        "why": "-1",
        "stands": "let through",
        "one_with": "@x",
    }
    kept = control.record()
    record = Record(
        id="a", day="2026-11-28", letter="X", title="x", room=plan, sums=sums_of(kept["rows"], plan),
        rows=tuple(kept["rows"]), ideas=(idea,), results=tuple(kept["results"]),
    )  # fmt: skip
    files = {table.file: list(csv.reader(io.StringIO(table.csv))) for table in tables_of(record)}
    assert files["votes.csv"][1][7] == "'=1+1"
    assert [cell[:2] for cell in files["ideas.csv"][1]] == ["'=", "'+", "le", "'@", "No", "'-"]
    book = load_workbook(io.BytesIO(workbook(record)))
    assert book.sheetnames == [
        "What the room said",
        "Ideas",
        "Means by corner",
        "Every answer",
    ]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}
    assert "=1+1" in {cell.value for cell in cells}


def test_control_signs_are_taken_out_of_what_people_type():
    assert plain("a\x7fb\x85c\u2028d\u2029e\x00f\x9bg\nh\ti") == "ab\nc\nd\nefg\nh\ti"
