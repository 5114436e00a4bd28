"""What a corner chooses is counted by the server, and told to those alone who had that decision."""

import html
import re

import pytest
from room_visitor import Visitor

from coprod_sim.errors import InputError
from coprod_sim.live.arms import OutcomeFact
from coprod_sim.live.control import RoomControl, RoomServer
from coprod_sim.live.corner_choice import CornerChoice, told
from coprod_sim.live.plans import load_plan
from coprod_sim.live.steps import CloseActivity, EnterCards, OpenActivity, Pause

PLAN = load_plan("b").room
EVENINGS = ("Tuesday", "Wednesday", "Thursday")
STOPS = ("Mill Lane", "The school", "Church Street")
BLUE, ORANGE, GREEN, PINK = range(4)
"""The corners: in the first round library leaflet, library in full, bus leaflet, bus in full."""


@pytest.fixture
def room(server: RoomServer) -> RoomControl:
    return server.create(PLAN)


def vote(room: RoomControl, part: str, *votes: tuple[int, int], begin: int = 1) -> None:
    """Open a round and let people with cards vote: (corner, place of the option); cards from `begin` on."""
    room.do(OpenActivity(activity="experiment", round=part))
    people = [
        {"card": k, "cell": corner,
         "answers": [{"activity": "experiment", "round": part, "answer": {"form": option}}]}
        for k, (corner, option) in enumerate(votes, begin)
    ]  # fmt: skip
    room.do(EnterCards.model_validate({"people": people}))
    room.do(CloseActivity())


def scores(room: RoomControl, part: str = "first_scores") -> list[str]:
    return room.do(OpenActivity(activity="experiment", round=part))["chosen"]


def test_the_option_with_most_votes_is_named_even_in_a_corner_of_three(room):
    vote(room, "first", (ORANGE, 1), (ORANGE, 2), (ORANGE, 2), (PINK, 0), (BLUE, 1), (BLUE, 1))
    library, bus = scores(room)
    assert library.startswith("Blue, Orange. The library's hours: ")
    assert "stays open until eight on Thursday. Thursday had the most votes." in library
    assert bus.startswith("Green, Pink. The route of bus 14: ")
    assert "go to this stop: Mill Lane. Mill Lane had the most votes." in bus
    assert "lot" not in library + bus
    assert not re.search(r"\b[23]\b", library)  # a winner is named; a small count is not


def test_yes_and_no_on_a_leaflet_choose_nothing(room):
    vote(room, "first", (BLUE, 0), (BLUE, 0), (BLUE, 0), (ORANGE, 1))
    assert "Wednesday" in scores(room)[0]


def test_a_tie_and_an_empty_corner_are_settled_by_a_lot_that_is_owned_up_to(room):
    vote(room, "first", (ORANGE, 0), (ORANGE, 1))
    library, bus = scores(room)
    assert re.search(
        r"(Tuesday|Wednesday)\. The votes did not settle it, so we drew a lot", library
    )
    assert "most votes" not in library
    assert any(stop in bus for stop in STOPS)
    assert "we drew a lot" in bus


def test_without_phones_the_lot_drawn_in_the_room_is_asked_for_and_told(server):
    room = server.create(load_plan("h").room)
    vote(room, "first", (ORANGE, 0), (ORANGE, 2), (PINK, 1))
    assert room.state()["tied"] == [[0, [0, 2]]]
    opened = {"activity": "experiment", "round": "first_scores"}
    for lots in ((), ({"decision": 0, "option": 1},), ({"decision": 1, "option": 0},)):
        with pytest.raises(InputError, match="say first which has won"):
            room.do(OpenActivity.model_validate(opened | {"lots": lots}))
    said = room.do(OpenActivity.model_validate(opened | {"lots": ({"decision": 0, "option": 2},)}))
    library, bus = said["chosen"]
    assert "on Thursday. The votes did not settle it, so we drew a lot." in library
    assert "The school" in bus
    assert "lot" not in bus
    assert said["tied"] == []
    assert scores(room) == [library, bus]  # opened again, the lot need not be said again


def test_with_phones_the_kit_draws_the_lot_and_asks_nobody(room):
    vote(room, "first", (ORANGE, 0), (ORANGE, 1), (PINK, 1))
    assert room.state()["tied"] == []
    assert "we drew a lot" in scores(room)[0]


def test_every_phone_names_the_choice_of_its_own_decision_alone_in_both_ways(room):
    phones = [Visitor(room.server.port) for _ in range(4)]
    for phone in phones:
        phone.join(room.code)
    room.do(OpenActivity(activity="experiment", round="first"))
    corners = {}
    for phone in phones:
        phone.ask("GET", f"/{room.code}")
        corners[re.search(r"Your corner: (\w+)", phone.text)[1]] = phone
        assert phone.send(f"/{room.code}/answer", q_form=1) == 200
    assert set(corners) == {"Blue", "Orange", "Green", "Pink"}
    room.do(CloseActivity())
    scores(room)
    for colour, name in (("Blue", "Wednesday"), ("Orange", "Wednesday"), ("Green", "The school"),
                         ("Pink", "The school")):  # fmt: skip
        corners[colour].ask("GET", f"/{room.code}")
        assert f": {name}" in corners[colour].text
        assert "{choice}" not in corners[colour].text
        others = STOPS if name in EVENINGS else EVENINGS
        without_the_day = re.sub(
            r"deleted on \w+ ", "", corners[colour].text
        )  # which may be a Tuesday
        assert not any(other in without_the_day for other in others)


def test_the_wall_names_nothing_that_the_other_half_has_still_to_decide(room):
    """Only when both rounds are closed does it say how each half decided, side by side."""
    wall, phone = Visitor(room.server.port), Visitor(room.server.port)
    phone.join(room.code)

    def shown() -> str:
        wall.ask("GET", f"/{room.code}/screen")
        return wall.text

    vote(room, "first", (ORANGE, 2), (PINK, 1))
    scores(room)
    assert "Your phone says what was decided" in shown()
    assert not any(name in shown() for name in (*EVENINGS, *STOPS))
    room.do(CloseActivity())
    assert not any(name in shown() for name in (*EVENINGS, *STOPS))
    vote(room, "second", (GREEN, 0), (BLUE, 0), begin=3)
    assert not any(name in shown() for name in (*EVENINGS, *STOPS))
    library, bus = scores(room, "second_scores")
    assert library.startswith("Green, Pink. ")
    assert bus.startswith("Blue, Orange. ")
    assert not any(name in shown() for name in (*EVENINGS, *STOPS))
    room.do(CloseActivity())
    assert "Each decision was made twice, by two halves of the room" in shown()
    assert "leaflet" not in wall.text.casefold()
    both = r"<h2>([^<]*)</h2>\s*<dl>" + r"<div><dt>[^<]*</dt><dd>([^<]*)</dd></div>" * 2
    said = [[html.unescape(one) for one in row] for row in re.findall(both, wall.text)]
    assert said == [
        ["The library's hours",
         "The library stays open until eight on Thursday. Thursday had the most votes.",
         "The library stays open until eight on Tuesday. Tuesday had the most votes."],
        ["The route of bus 14",
         "The shelter and the bench go to this stop: The school. The school had the most votes.",
         "The shelter and the bench go to this stop: Mill Lane. Mill Lane had the most votes."],
    ]  # fmt: skip
    phone.ask("GET", f"/{room.code}")
    assert all(one in html.unescape(phone.text) for row in said for one in row)


def test_what_was_told_stays_when_a_voter_leaves_and_the_scores_are_opened_again(room):
    phones = [Visitor(room.server.port) for _ in range(4)]
    for phone in phones:
        phone.join(room.code)
    room.do(OpenActivity(activity="experiment", round="first"))
    for phone in phones:
        phone.ask("GET", f"/{room.code}")
        phone.send(f"/{room.code}/answer", q_form=2)
    room.do(CloseActivity())
    told = scores(room)
    assert ["Thursday" in told[0], "Church Street" in told[1]] == [True, True]
    for phone in phones:
        phone.ask("GET", f"/{room.code}/leave")
        phone.send(f"/{room.code}/leave")
    room.do(CloseActivity())
    assert scores(room) == told
    vote(room, "first", (ORANGE, 0), (PINK, 0))
    assert scores(room) == told


def test_leaving_and_coming_back_keeps_the_corner_and_a_made_up_note_gives_none(room):
    def corner(phone: Visitor) -> str:
        phone.ask("GET", f"/{room.code}")
        return re.search(r"Your corner: (\w+)", phone.text)[1]

    phone = Visitor(room.server.port)
    phone.join(room.code)
    room.do(OpenActivity(activity="experiment", round="first"))
    mine, key = corner(phone), phone.cookies["seat"]
    for _ in range(3):
        phone.ask("GET", f"/{room.code}/leave")
        phone.send(f"/{room.code}/leave")
        room.do(CloseActivity(), Pause())
        phone.join(room.code)
        room.do(OpenActivity(activity="experiment", round="first"))
        assert corner(phone) == mine
    assert phone.cookies["seat"] != key
    drawn = set()
    for forged in (
        "0.",
        "0." + "f" * 64,
        "9.x",
        "\N{SUPERSCRIPT TWO}.x",
        phone.cookies["corner"][:-1],
    ):
        other = Visitor(
            room.server.port, cookies={"corner": forged.encode("ascii", "ignore").decode()}
        )
        room.do(CloseActivity(), Pause())
        other.join(room.code)
        room.do(OpenActivity(activity="experiment", round="first"))
        drawn.add(corner(other))
    assert len(drawn) > 1


def test_options_stand_in_an_order_drawn_for_each_phone_and_mean_the_same(room):
    orders = set()
    room.do(OpenActivity(activity="experiment", round="preference"))
    for _ in range(12):
        phone = Visitor(room.server.port)
        phone.ask("GET", f"/{room.code}")
        name = re.search(r'name="name" value="([^"]+)"', phone.text)
        phone.send(f"/{room.code}/join", name=name[1])
        found = re.findall(r'name="q_preference_bus_route" value="(\d)"> ([^<\n]+)', phone.text)
        assert dict(found)["0"].startswith("Leave out the loop")
        orders.add(tuple(value for value, _ in found))
        before = phone.text
        phone.ask("GET", f"/{room.code}")
        assert re.findall(r'value="(\d)"', phone.text) == re.findall(r'value="(\d)"', before)
    assert len(orders) > 2


def test_a_lot_is_told_to_those_who_voted_and_not_to_those_who_read_the_leaflet(room):
    """Whoever ticked yes or no knows of no vote; and where a lot was drawn nothing had the most votes."""
    phones = [Visitor(room.server.port) for _ in range(4)]
    corners = {}
    for phone in phones:
        phone.join(room.code)
    room.do(OpenActivity(activity="experiment", round="first"))
    for phone in phones:
        phone.ask("GET", f"/{room.code}")
        corners[re.search(r"Your corner: (\w+)", phone.text)[1]] = phone
    room.do(CloseActivity())
    scores(room)
    said = {}
    for colour, phone in corners.items():
        phone.ask("GET", f"/{room.code}")
        said[colour] = html.unescape(phone.text)
    for colour in ("Blue", "Green"):
        assert not re.search(r"\b(lot|votes?)\b", said[colour].partition("<form")[0])
    assert "so we drew a lot. It stays open until eight on" in said["Orange"]
    assert "so we drew a lot. This one gets the shelter and the bench:" in said["Pink"]
    assert not any("most votes" in text or "{choice}" in text for text in said.values())
    named = [
        re.search("|".join((*EVENINGS, *STOPS)), text.partition("<form")[0])[0]
        for text in (said["Blue"], said["Orange"], said["Green"], said["Pink"])
    ]
    assert named[0] == named[1]
    assert named[2] == named[3]


def test_what_is_told_of_a_lot_must_name_the_choice_and_all_that_was_decided():
    outcome = PLAN.activity("experiment").decisions[0].outcome[1].model_dump()
    for said in ("We drew a lot for {choice}.", "We drew a lot: open until eight."):
        with pytest.raises(ValueError, match="by_lot must say"):
            OutcomeFact.model_validate(outcome | {"by_lot": said})


def test_a_plan_that_says_nothing_of_its_own_about_a_lot_adds_its_sentence_for_those_who_voted():
    way = PLAN.activity("experiment")
    plain = tuple(one.but(by_lot="") for one in way.decisions[0].outcome)
    decisions = (way.decisions[0].but(outcome=plain), way.decisions[1])
    way, drawn = way.but(decisions=decisions), CornerChoice("first", 0, 1, by_lot=True)
    lines = {arm: decisions[0].told_in_the_end(arm) for arm in ("tickbox", "co_production")}
    full = told(way, lines["co_production"], drawn, "co_production")
    assert "until eight: Wednesday. The votes did not settle it, so we drew a lot." in full[2]
    assert "It stays open until eight on one evening: Wednesday." in told(
        way, lines["tickbox"], drawn, "tickbox"
    )
