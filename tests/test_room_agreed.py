"""What a group agrees to before it joins: how small a number may be shown, and what people are called."""
# ruff: noqa: RUF001 - letters that look alike are what some of these tests are about

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from room_stage import PLAN
from room_visitor import Visitor

from coprod_sim.errors import InputError
from coprod_sim.live.activities import RoomPlan
from coprod_sim.live.control import RoomControl, RoomServer
from coprod_sim.live.own_names import own_name
from coprod_sim.live.questions import Choice
from coprod_sim.live.record_counts import finding
from coprod_sim.live.record_sums import Sums
from coprod_sim.live.steps import CloseActivity, ModerateIdea, OpenActivity, Reveal, TakeSeat
from coprod_sim.live.tally import count_answers
from coprod_sim.words import words_in

TWO = Choice(name="vote", text="Which?", options=("A", "B"))


@pytest.fixture
def room_where(server: RoomServer) -> Callable[..., RoomControl]:
    """Open a room whose group has agreed to something."""
    return lambda **agreed: server.create(RoomPlan.model_validate(PLAN | agreed))


def voted(control: RoomControl, people: int) -> Visitor:
    """Let so many people join and vote for the bus, show the result, and give one of them."""
    visitors = [Visitor(control.server.port) for _ in range(people)]
    for visitor in visitors:
        visitor.join(control.code)
    control.do(OpenActivity(activity="vote"))
    for visitor in visitors:
        visitor.ask("GET", f"/{control.code}")
        assert visitor.send(f"/{control.code}/answer", q_vote=0) == 200
    control.do(CloseActivity(), Reveal(activity="vote"))
    visitors[0].ask("GET", f"/{control.code}")
    return visitors[0]


@pytest.mark.parametrize(
    ("floor", "people", "shown", "said"),
    [
        (5, 4, False, "Fewer than five people answered"),
        (5, 5, True, "5 people answered"),
        (3, 2, False, "Fewer than three people answered"),
        (3, 3, True, "3 people answered"),
        (1, 1, True, "One person answered"),
    ],
)
def test_a_number_is_shown_from_the_floor_on_that_the_group_has_agreed_to(
    room_where, floor, people, shown, said
):
    phone = voted(room_where(floor=floor), people)
    assert said in phone.text
    assert ("<table" in phone.text) is shown


@pytest.mark.parametrize(
    ("floor", "people", "said"),
    [
        (5, None, "fewer than 5 people"),
        (3, None, "fewer than 3 people"),
        (1, None, "nobody"),
        (1, 1, "one person"),
        (5, 25, "25 people"),
    ],
)
def test_a_record_says_how_many_came_in_words_that_can_be_read_aloud(floor, people, said):
    assert Sums(people=people, floor=floor).crowd == said
    few = {1: "Nobody answered.", 3: "Fewer than three people", 5: "Fewer than five people"}
    told = few[floor] if people is None else "One person" if people == 1 else "25 people"
    record = {"few": people is None, "n": people, "floor": floor, "cells": []}
    assert finding(record).startswith(told)


WORDS = Path(__file__).parents[1] / "src" / "coprod_sim" / "words" / "en"
NUMBERS = (
    "count",
    "minutes",
    "most",
    "least",
    "refused",
    "done",
    "left",
    "all",
    "here",
    "place",
    "floor",
    "days",
)
SEVERAL = re.compile(
    r"\b1 (minutes|people|ideas|seats|phones|days|devices|others|answers|letters|have|are|were)\b"
    r"|(?<!under )\bone [a-z]+ (have|are|were)\b|fewer than (1|one)\b(?! of)", re.I
)  # fmt: skip


@pytest.mark.parametrize("file", ["room.ftl", "trainer.ftl", "room_check.ftl"])
def test_no_sentence_of_the_room_counts_one_as_several(file):
    text, t = (WORDS / file).read_text(encoding="utf-8"), words_in("en")
    given = {name: 1 if name in NUMBERS else "x" for name in re.findall(r"\$(\w+)", text)}
    for name in re.findall(r"^([a-z][\w-]+) =", text, flags=re.M):
        said = t(name, **given)
        assert not SEVERAL.search(said), f"{name}: {said}"


def test_a_count_that_is_hidden_for_anothers_sake_is_not_called_few():
    """Eleven chose A. It is hidden because it would tell of the four others, not because it is small."""
    found = count_answers(TWO, [0] * 11 + [1] * 4)
    assert [cell["count"] for cell in found["cells"]] == [None, None]
    assert count_answers(TWO, [0] * 11 + [1] * 4, 3)["cells"][1]["count"] == 4
    assert [c["count"] for c in count_answers(TWO, [0] * 11 + [1], 1)["cells"]] == [11, 1]


@pytest.mark.parametrize(
    ("agreed", "said"),
    [
        ({}, "only those made from the answers of five people or more"),
        ({"floor": 3}, "only those made from the answers of three people or more"),
        ({"floor": 1}, "a single answer may be seen. Was this not agreed"),
        ({}, "does not see whose it is"),
        ({}, "your answers and when they came, and your corner of the room"),
        ({"named": True}, "your answers and when they came, and your corner of the room"),
        ({}, "Your phone keeps the key to your seat"),
        ({"named": True}, "Your name is shown with your idea, on the big screen too."),
        (
            {"linked": True},
            "keeps your answers together, under a number that does not show who you are",
        ),
    ],
)
def test_whoever_joins_reads_first_what_the_group_has_agreed_to(room_where, agreed, said):
    control = room_where(**agreed)
    phone = Visitor(control.server.port)
    phone.ask("GET", f"/{control.code}")
    text = html.unescape(phone.text)
    assert said in text
    folded = re.findall(r"<details.*?</details>", text, flags=re.S)
    assert not any(said in one for one in folded)  # nobody has to open anything to read it
    assert (
        0 < text.index('href="#privacy"') < text.index("<button>Join") < text.index('id="privacy"')
    )


def test_no_group_can_agree_to_a_floor_that_is_none():
    with pytest.raises(InputError, match="floor"):
        RoomPlan(**PLAN, floor=2)


def called(control: RoomControl, name: str) -> tuple[int, Visitor]:
    phone = Visitor(control.server.port)
    phone.ask("GET", f"/{control.code}")
    return phone.send(f"/{control.code}/join", name=name), phone


def test_where_the_group_wants_names_they_stand_beside_ideas_and_nowhere_else(room_where):
    control = room_where(named=True)
    status, ada = called(control, "  Ada   Lovelace ")
    assert (status, "You are Ada Lovelace" in ada.text) == (200, True)
    for name, said in (
        ("ada lovelace", "has that name already"),
        ("Аda Lovеlacе", "has that name already"),  # with Cyrillic letters in it
        ("Card 3", "kept for answers on paper"),
        ("Ｃard 3", "kept for answers on paper"),
        ("Trainer", "taken for the trainer"),
        ("...", "Write a name"),
        ("x" * 41, "Write a name"),
    ):
        status, other = called(control, name)
        assert (status, said in html.unescape(other.text)) == (409, True), name
    control.do(OpenActivity(activity="idea"))
    ada.ask("GET", f"/{control.code}")
    assert ada.send(f"/{control.code}/answer", q_idea="More <b>benches</b>") == 200
    (idea,) = control.do(CloseActivity())["ideas"]
    assert idea["name"] == "Ada Lovelace"
    control.do(
        ModerateIdea(activity="idea", idea=idea["idea"], state="shown"), Reveal(activity="idea")
    )
    wall = Visitor(control.server.port)
    wall.ask("GET", f"/{control.code}/screen")
    assert "Ada Lovelace: More &lt;b&gt;benches&lt;/b&gt;" in wall.text
    kept = control.record()
    assert "Ada" not in str(kept["rows"])


TRAINERS = (
    "trainer", "TRAINER", "The Trainer", "Trainer 2", "Ｔｒａｉｎｅｒ", "Тrаinеr", "Тгаіпег", "ΤRΑΙΝΕR",
    "TЯAIИER", "ᴛʀᴀɪɴᴇʀ", "𝐓𝐫𝐚𝐢𝐧𝐞𝐫", "Ⓣⓡⓐⓘⓝⓔⓡ", "🅣🅡🅐🅘🅝🅔🅡", "🇹🇷🇦🇮🇳🇪🇷", "Tráïnèr", "T r a i n e r",
    "T.r.a.i.n.e.r", "Tra1ner", "Trа!nеr", "tra\N{ZERO WIDTH JOINER}iner", "traıner", "Co-Trainer",
    "Host", "Ηost", "Ηо5т", "Admin", "Facilitator", "Faci1itator",
)  # fmt: skip
PEOPLE = (
    "Ada Lovelace", "José", "Zoë", "Олена Ковальчук", "Νίκος", "李小龙", "محمد", "Siân ap Rhys",
    "O’Brien-Smith", "Ho", "Rain", "Hostetler", "Adminda", "Strain", "Trina", "Cardigan", "Anna 2",
)  # fmt: skip


@pytest.mark.parametrize("name", TRAINERS)
def test_nobody_takes_a_name_that_looks_like_the_trainers(name):
    with pytest.raises(InputError, match="taken for the trainer"):
        own_name(name, (), words_in("en"))


@pytest.mark.parametrize("name", PEOPLE)
def test_a_name_of_any_alphabet_is_taken_as_it_is_once(name):
    others = [other for other in PEOPLE if other != name]
    assert own_name(f" {name} ", others, words_in("en")) == name
    with pytest.raises(InputError, match="has that name already"):
        own_name(name.upper(), (name,), words_in("en"))


@pytest.mark.parametrize(
    "name", ["", "\N{HANGUL FILLER}", "\N{BRAILLE PATTERN BLANK}", "...", "42"]
)
def test_a_name_that_nobody_can_see_is_none(name):
    with pytest.raises(InputError, match="Write a name"):
        own_name(name, (), words_in("en"))


def test_a_made_up_name_never_stands_beside_an_idea(room_where):
    control = room_where()
    author = Visitor(control.server.port)
    author.join(control.code)
    control.do(OpenActivity(activity="idea"))
    author.ask("GET", f"/{control.code}")
    author.send(f"/{control.code}/answer", q_idea="More benches")
    state = control.do(CloseActivity())
    (name,) = control.people().values()
    assert name not in str(state)
    assert name not in str(control.record())


def test_a_seat_is_taken_away_while_counted_answers_stay_without_a_name_and_the_phone_is_let_out(
    room_where,
):
    control = room_where(floor=1)
    phone = voted(control, 3)
    assert len(control.people()) == 3
    name = phone.text.partition("You are ")[2].partition(" &middot;")[0].strip()
    seat = next(seat for seat, known in control.people().items() if known == name)
    state = control.do(TakeSeat(seat=seat), count="vote")
    assert state["here"] == 2
    counted = state["result"]["rounds"][0]["questions"][0]["n"]
    assert counted == 3, "else the two counts together would tell that one answer"
    assert phone.ask("GET", f"/{control.code}") == 200
    assert "Choose a name for today" in phone.text
    again = control.do(TakeSeat(seat=seat), count="vote")
    assert (again["here"], again["result"]["rounds"][0]["questions"][0]["n"]) == (2, 3)
