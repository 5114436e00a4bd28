"""Each refusal of the room says what is wrong, and seats in which nothing happens keep nobody out."""

import asyncio
import re
from contextlib import closing

import pytest
from room_stage import PLAN, running
from room_visitor import Visitor

from coprod_sim.errors import InputError
from coprod_sim.live import seats, tallysheet
from coprod_sim.live.activities import RoomPlan
from coprod_sim.live.plans import load_plan
from coprod_sim.live.room import create
from coprod_sim.live.room_store import Store
from coprod_sim.live.server.hub import Hub, Settings
from coprod_sim.live.steps import CloseActivity, LockDoor, Lot, OpenActivity, TakeIdleSeats
from coprod_sim.live.tallysheet import CardPerson

NAMES = [f"Name {k}" for k in range(20)]


def test_in_a_full_room_the_oldest_seat_that_has_done_nothing_and_is_away_gives_way(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(seats, "MOST_SEATS", 3)
    with closing(Store(str(tmp_path / "a.sqlite"))) as store:
        code, _ = store.write(lambda c: create(c, RoomPlan.model_validate(PLAN))).result()

        def join(k: int, *present: int):
            return store.write(
                lambda c: seats.join(c, code, NAMES[k], f"{k:032}", NAMES, "", present)
            ).result()

        for k in range(3):
            join(k)
        assert join(3, 0).number == 3
        assert store.read(lambda c: seats.unused(c, code)).result() == [0, 2, 3]
        gone = store.read(lambda c: seats.lost(c, code, f"{1:032}")).result()
        assert gone == "idle"  # so the phone says why
        with pytest.raises(seats.InputError, match="full"):
            join(4, 0, 2, 3)


def test_idle_seats_go_all_at_once_and_whoever_had_one_sits_again_also_behind_a_closed_door(server):
    control = server.create(load_plan("b_room_experiment").room)
    busy, *asleep = [Visitor(server.port) for _ in range(4)]
    for visitor in (busy, *asleep):
        visitor.join(control.code)
    control.do(OpenActivity(activity="start"))
    busy.ask("GET", f"/{control.code}")
    assert busy.send(f"/{control.code}/answer", q_trust=5) == 200
    answered = [(row["question"], row["value"]) for row in control.record()["rows"]]
    assert control.do(LockDoor(locked=True), TakeIdleSeats(seats=(0, 1, 2, 99)))["here"] == 2
    assert [(row["question"], row["value"]) for row in control.record()["rows"]] == answered
    back = asleep[0]
    kept = back.cookies["corner"]
    assert back.ask("GET", f"/{control.code}") == 200
    assert "Nothing is lost: just join again below" in back.text
    assert "The door is closed" not in back.text
    name = re.search(r'name="name" value="([^"]+)"', back.text)
    assert back.send(f"/{control.code}/join", name=name[1]) == 200
    assert "To begin with" in back.text or "Send my answer" in back.text
    assert back.cookies["corner"] == kept  # and in the same corner
    stranger = Visitor(server.port)
    stranger.ask("GET", f"/{control.code}")
    assert "The door is closed" in stranger.text
    assert stranger.ask("GET", f"/{control.code}/leave") == 404


def test_a_phone_is_silent_after_a_minute_without_a_word_and_paper_never_is(tmp_path, monkeypatch):
    at = [1000.0]

    async def story() -> None:
        store = Store(str(tmp_path / "rooms.sqlite"))
        settings = Settings(store=store.where, host_key="k", port=1, address="http://x", hosts=())
        hub = Hub(settings, store)
        code, _ = await hub.write(lambda c: create(c, RoomPlan.model_validate(PLAN)))
        for k in range(2):
            await hub.write(lambda c, k=k: seats.join(c, code, NAMES[k], f"{k:032}", NAMES))
        await hub.write(lambda c: tallysheet.enter(c, code, (CardPerson(card=1, answers=()),)))
        assert await hub.silent(code) == []  # it has only begun to listen
        at[0] += 61
        assert await hub.silent(code) == [0, 1]
        await hub.seat(code, f"{1:032}")
        assert await hub.silent(code) == [0]
        at[0] += 59
        assert await hub.silent(code) == [0]
        at[0] += 2
        assert await hub.silent(code) == [0, 1]
        store.close()

    with monkeypatch.context() as patch:
        patch.setattr("coprod_sim.live.server.hub.time.monotonic", lambda: at[0])
        asyncio.run(story())


def test_the_wall_of_a_session_without_phones_asks_nobody_to_join_and_speaks_of_paper(server):
    plan, wall = load_plan("h_no_devices"), Visitor(server.port)
    control = server.create(plan.room)

    def shown() -> str:
        assert wall.ask("GET", f"/{control.code}/screen") == 200
        return re.sub(r"<[^>]+>", " ", wall.text.partition("<main")[2])

    assert "Welcome. We begin soon." in shown()
    for turn in plan.turns:
        lots = (Lot(decision=0, option=0), Lot(decision=1, option=0))
        control.do(CloseActivity(), OpenActivity(activity=turn.key, round=turn.round, lots=lots))
        assert "Write your answer on your paper now" in shown()
        for text in (shown(), wall.text.partition("<title>")[2].partition("</title>")[0]):
            assert not re.search(r"phone|join|camera|127\.0\.0\.1", text, re.I), turn.name
    other = server.create(load_plan("b_room_experiment").room)
    wall.ask("GET", f"/{other.code}/screen")
    assert "Join with your phone" in wall.text


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("the plan is too long", "The plan is too long."),
        ("this is new; did you mean 'old'?", "This is new; did you mean 'old'?"),
        ("my_plan.toml: is not a plan", "my_plan.toml: is not a plan."),
        ("'vote' is still open; close it first", "'vote' is still open; close it first."),
        ("Close it first.", "Close it first."),
    ],
)
def test_a_page_shows_a_refusal_as_a_whole_sentence_and_leaves_a_name_as_it_is(said, shown):
    assert InputError(said).sentence == shown


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with running(str(tmp_path_factory.mktemp("refusals") / "rooms.sqlite")) as started:
        yield started


def test_each_refusal_has_its_own_sentence(server):
    control = server.create(RoomPlan.model_validate(PLAN))
    visitor = Visitor(server.port)
    assert visitor.ask("GET", f"/{control.code}", Host="evil.example") == 421
    assert "does not answer under the name" in visitor.text
    assert visitor.ask("GET", "/AAAAAA") == 404
    assert "There is no room at this address. Look at the screen" in visitor.text
    assert visitor.ask("GET", "/AAAAAA/screen") == 404
    assert "There is no room at this address. If this screen showed one" in visitor.text
    assert visitor.ask("GET", "/no/such/page") == 404
    assert "There is no such page here" in visitor.text
    assert visitor.ask("GET", f"/{control.code}/leave") == 404
    assert "has ended, or you have left it" in visitor.text
    visitor.join(control.code)
    control.do(OpenActivity(activity="vote"))
    assert visitor.ask("GET", f"/{control.code}") == 200
    assert visitor.send(f"/{control.code}/answer", activity="nothing", round="once") == 404
    assert "This room has no such activity" in visitor.text
