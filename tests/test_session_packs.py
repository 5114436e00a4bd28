"""The printed pack of each plan: all that a trainer hands out, tagged, whole, typed in without a doubt."""

import re

import pytest

from coprod_sim.apps.trainer.parts import plan as plan_part
from coprod_sim.cli.command_line import main
from coprod_sim.engagement import DIALS
from coprod_sim.errors import InputError
from coprod_sim.live.pack.sheets import sheets_of
from coprod_sim.live.pack.sheets_html import html_pack
from coprod_sim.live.pack.sheets_pdf import pdf_pack
from coprod_sim.live.pack.writing import write_pack
from coprod_sim.live.plans import load_plan, plan_names
from coprod_sim.words import words_in

PLANS = [load_plan(name) for name in plan_names()]


def test_a_pack_holds_everything_a_trainer_prints():
    plan = load_plan("b")
    made = {s.key: s for s in sheets_of(plan)}
    names = """
        agenda script role_cards phrase_cards wall_chart tally_sheet leaflet_library_hours
        picture_library_hours leaflet_bus_route picture_bus_route debrief_cards wrong_way_cards
        evaluation_form recall_cards ethics_card room_card start_form vote_slip certificate
        corner_plan corner_signs outcomes idea_form"""
    for name in names.split():
        assert name in made
    assert all(
        anchor in made["wall_chart"].words for d in list(DIALS)[:5] for anchor in DIALS[d].anchors
    )
    assert all(line in made["script"].words for p in plan.part for line in p.say)


LIVED = {
    "number_cards",
    "start_form",
    "corner_plan",
    "corner_signs",
    "outcomes",
    "vote_slip",
    "tally_sheet",
}


@pytest.mark.parametrize("plan", PLANS, ids=lambda p: p.name)
def test_what_a_plan_asks_on_phones_can_be_lived_on_paper(plan):
    """Whoever has no phone draws a card, finds the corner, reads, votes, and writes an idea."""
    made, asked = {s.key for s in sheets_of(plan)}, {a.kind for a in plan.room.activities}
    if "experiment" in asked:
        assert made >= LIVED
    assert "idea" not in asked or "idea_form" in made


def test_the_html_of_a_pack_needs_nothing_from_outside_and_escapes_what_it_shows():
    plan = load_plan("b").model_copy(update={"title": "<script>x</script>"})
    page = html_pack("All <of> it", sheets_of(plan))
    assert "<script" not in page
    assert re.findall(r"(?:src|href)=.(?!#)[^ >]*", page) == []
    assert "@page { size: A4" in page
    assert set(re.findall(r"#[0-9a-f]{3,6}\b", page.split("</style>")[0])) <= {"#000", "#fff"}
    assert "font: 14pt" in page


def test_the_pdf_of_every_pack_is_tagged():
    for plan in PLANS[:2]:
        pdf = pdf_pack(plan.title, sheets_of(plan))
        assert b"pdfuaid" in pdf
        assert b"/StructTreeRoot" in pdf


def test_one_command_writes_the_pack(tmp_path, capsys):
    assert main(["pack", "F", "--out", str(tmp_path / "pack"), "--no-pdf"]) == 0
    names = {p.name for p in (tmp_path / "pack").iterdir()}
    assert "pack.html" in names
    assert any(n.endswith("_citizen_card.html") for n in names)
    assert "pack.html" in capsys.readouterr().out
    assert main(["pack", "Z"]) == 2
    assert "no session plan called 'Z'" in capsys.readouterr().err


def test_a_pack_is_whole_or_not_there(tmp_path):
    (tmp_path / "full").write_text("in the way")
    with pytest.raises(InputError, match="cannot be written to"):
        write_pack(load_plan("f"), tmp_path / "full", pdf=False)


def test_every_paper_that_is_typed_in_has_room_for_the_number_of_the_card():
    sheets = {s.key: s for s in sheets_of(load_plan("h"))}
    for key in ("start_form", "vote_slip", "idea_form", "evaluation_form", "picture_bus_route"):
        pages = 1 + sum(b.kind == "page" for b in sheets[key].blocks)
        assert sheets[key].words.count("Number on my card:") == pages, key


def test_a_box_bears_the_number_that_is_typed_in_for_it_and_a_tie_is_explained():
    sheets = {s.key: s for s in sheets_of(load_plan("h"))}
    (boxes,) = (b for b in sheets["leaflet_library_hours"].blocks if b.kind == "ticks")
    assert [line.partition(" ")[0] for line in boxes.lines] == ["1", "2", "3"][: len(boxes.lines)]
    drawn = {"h": "If votes tie, draw a lot in front of the corner. The page asks what won",
             "b": "If votes tie, the kit draws a lot when you type them in"}  # fmt: skip
    for letter, tie in drawn.items():
        (sheet,) = (s for s in sheets_of(load_plan(letter)) if s.key == "tally_sheet")
        said = " ".join(b.text for b in sheet.blocks)
        assert tie in said
        assert "write the number beside the box" in said


def test_each_loose_slip_bears_its_name_and_a_lot_has_its_own_line_for_those_who_voted():
    sheets = {s.key: s for s in sheets_of(load_plan("h"))}
    heads = [b.text for b in sheets["vote_slip"].blocks if b.kind == "head"]
    assert (sheets["vote_slip"].title, heads) == (
        "Vote slip",
        ["The library's hours", "Vote slip: The route of bus 14"],
    )
    lines = [b.text for b in sheets["outcomes"].blocks]
    drawn = [k for k, line in enumerate(lines) if line.startswith("If a lot was drawn, read this")]
    assert len(drawn) == 2
    assert all("with the most votes among you" in lines[k - 1] for k in drawn)
    assert "votes by hands go on the wall chart" in sheets["tally_sheet"].words.lower()
    assert "It was the same decision" not in sheets["debrief_cards"].words


def test_the_plan_without_devices_names_all_paper_before_and_counts_no_break_as_looking_back():
    plan = load_plan("h")
    before = " ".join(plan.prepare)
    for paper in (
        "ethics card",
        "start form",
        "vote slips",
        "idea form",
        "last questions",
        "leaflet",
    ):
        assert paper in before, paper
    breaks = [part for part in plan.part if "break" in part.title.lower()]
    assert [part.talk for part in breaks] == [False]
    assert plan.debrief == 0.28


@pytest.mark.parametrize("people", [16, 40, 60])
def test_each_page_of_the_tally_sheet_is_known_by_itself_and_every_card_has_its_row(people):
    plan = load_plan("b").but(most=people)
    blocks = next(s for s in sheets_of(plan) if s.key == "tally_sheet").blocks
    rows: dict[str, list[int]] = {}
    for k, block in enumerate(blocks):
        if block.kind == "grid":
            title, key = blocks[k - 2], blocks[k - 1]
            assert (title.kind, key.kind) == ("head", "bullets")
            assert len(block.rows) == 20
            name, _, cards = title.text.partition(", cards ")
            first, last = map(int, cards.split(" to "))
            found = [int(c) for row in block.rows for c in row if c]
            assert sorted(found) == list(range(first, last + 1))
            rows.setdefault(name, []).extend(found)
            assert set(block.lines) == {"Card", *(line[0] for line in key.lines)}
    assert len(rows) == 11
    assert all(sorted(found) == list(range(1, people + 1)) for found in rows.values())


def test_without_typst_a_pack_says_in_one_sentence_what_to_add(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("coprod_sim.report.tagged_pdf.find_spec", lambda _name: None)
    assert main(["pack", "F", "--out", str(tmp_path / "pack")]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[1].endswith("pack.html")
    assert said[2].startswith(
        "To have a PDF made here, add a package to this kit with: python -m pip"
    )
    assert main(["pack", "F", "--out", str(tmp_path / "other"), "--pdf"]) == 2
    assert "python -m pip install typst" in capsys.readouterr().err
    assert not (tmp_path / "other").exists()


def test_without_typst_the_trainers_page_offers_no_pdf_and_says_what_to_add(monkeypatch):
    t = words_in("en")
    assert [field.id for field in plan_part._pack(t)][-1] == "pdf"
    monkeypatch.setattr("coprod_sim.report.tagged_pdf.find_spec", lambda _name: None)
    last = plan_part._pack(t)[-1]
    assert (last.id, last.kind) == ("no_pdf", "note")
    assert last.label.endswith("python -m pip install typst")
