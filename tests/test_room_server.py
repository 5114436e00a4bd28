"""The room server lets the right people in, shows what may be shown, and comes back after a restart."""

import asyncio
import http.client
import json
import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urlencode

import pytest
from ftl_texts import texts
from room_visitor import Visitor

from benchmarks.room.phones import Phone
from coprod_sim.cli import main
from coprod_sim.errors import InputError
from coprod_sim.live import room as rooms
from coprod_sim.live.activities import RoomPlan
from coprod_sim.live.control import RoomControl, RoomServer
from coprod_sim.live.preflight import look
from coprod_sim.live.room_store import Store
from coprod_sim.live.server.hub import Hub, Settings
from coprod_sim.live.steps import (
    AnswerIdea,
    CloseActivity,
    KeepFor,
    LockDoor,
    ModerateIdea,
    OpenActivity,
    Pause,
    Reveal,
    SetNotice,
)

LIGHT = 100_000
"""What a phone may have to load in all [bytes]."""


def test_a_whole_session_works_without_javascript(control: RoomControl):
    code = control.code
    visitors = [Visitor(control.server.port) for _ in range(6)]
    assert visitors[0].ask("GET", "/") == 200
    assert visitors[0].send("/", code=f"{code[:3].lower()} {code[3:]}") == 200
    assert "What we keep" in visitors[0].text
    for visitor in visitors:
        visitor.join(code)
    control.do(OpenActivity(activity="vote"))
    for place, visitor in enumerate(visitors):
        visitor.ask("GET", f"/{code}")
        assert "You have" not in visitor.text.partition("<footer")[0]
        assert visitor.send(f"/{code}/answer", q_vote=0) == 200
        assert "Your answer is saved" in visitor.text
        if place == 5:
            assert visitor.send(f"/{code}/answer", q_vote=1) == 200  # changed before it is closed
    control.do(CloseActivity())
    visitors[0].ask("GET", f"/{code}")
    assert "Answers are closed" in visitors[0].text
    assert "<table" not in visitors[0].text  # nothing of the others before it is revealed
    control.do(Reveal(activity="vote"))
    visitors[0].ask("GET", f"/{code}")
    assert "What the room said" in visitors[0].text
    assert control.do(count="vote")["result"]["rounds"][0]["questions"][0]["cells"] == [
        {"label": "Bus", "count": None},  # five, but it would give away the one
        {"label": "Library", "count": None},
    ]
    assert "script" not in "".join(re.findall(r"<body.*?</body>", visitors[0].text, re.S))


def test_the_fate_of_an_idea_comes_back_to_its_author_alone(control: RoomControl):
    author, other = Visitor(control.server.port), Visitor(control.server.port)
    for visitor in (author, other):
        visitor.join(control.code)
    control.do(OpenActivity(activity="idea"))
    author.ask("GET", f"/{control.code}")
    assert author.send(f"/{control.code}/answer", q_idea="More benches") == 200
    control.do(CloseActivity())
    number = control.state()["ideas"][0]["idea"]
    other.ask("GET", f"/{control.code}")
    assert "benches" not in other.text
    with pytest.raises(InputError, match="Write why, in up to 400 letters"):
        control.do(AnswerIdea(activity="idea", idea=number, fate="not", why=" "))
    control.do(
        AnswerIdea(activity="idea", idea=number, fate="in_part", why="There is money for one.")
    )
    author.ask("GET", f"/{control.code}")
    assert "There is money for one." in author.text  # as soon as it is saved, not only at the end
    control.do(Reveal(activity="idea"))
    other.ask("GET", f"/{control.code}")
    assert "benches" not in other.text  # not moderated, so not shown
    control.do(ModerateIdea(activity="idea", idea=number, state="shown"))
    other.ask("GET", f"/{control.code}")
    assert "More benches" in other.text
    assert "money for one" not in other.text
    author.ask("GET", f"/{control.code}")
    assert "Taken up in part" in author.text
    assert "There is money for one." in author.text


def test_leaving_takes_all_answers_along(control: RoomControl):
    visitor = Visitor(control.server.port)
    visitor.join(control.code)
    control.do(OpenActivity(activity="start"))
    visitor.ask("GET", f"/{control.code}")
    assert visitor.send(f"/{control.code}/answer", q_trust=4) == 200
    assert len(control.record()["rows"]) == 1
    visitor.ask("GET", f"/{control.code}/leave")
    assert visitor.send(f"/{control.code}/leave") == 200
    assert control.record()["rows"] == []
    assert control.state()["here"] == 0


def test_two_trainers_share_a_room_without_harm(server: RoomServer, plan: RoomPlan):
    one = server.create(plan)
    other = RoomControl(server, one.code, one.token)
    assert (
        one.do(OpenActivity(activity="vote"))["version"]
        == other.do(OpenActivity(activity="vote"))["version"]
    )
    with pytest.raises(InputError, match="'Vote' is still open; close it first"):
        other.do(OpenActivity(activity="talk"))
    one.do(CloseActivity())
    assert other.do(CloseActivity())["activities"][0]["phase"] == "closed"
    one.do(Reveal(activity="vote"))
    assert other.do(Reveal(activity="vote"))["current"] == "vote"
    with pytest.raises(InputError, match="has been revealed, so its answers are fixed"):
        one.do(OpenActivity(activity="vote"))
    with pytest.raises(InputError, match="no activity 'vtoe'; did you mean 'vote'"):
        one.do(OpenActivity(activity="vtoe"))


def test_behind_a_closed_door_the_wall_asks_nobody_new_to_join(control: RoomControl):
    wall, phone = Visitor(control.server.port), Visitor(control.server.port)
    wall.ask("GET", f"/{control.code}/screen")
    assert "Join with your phone" in wall.text
    control.do(LockDoor(locked=True))
    for visitor, page in ((wall, "/screen"), (phone, "")):
        visitor.ask("GET", f"/{control.code}{page}")
        assert "The door is closed." in visitor.text
        assert "Here before? Use your code." in visitor.text
    assert "Join with your phone" not in wall.text
    assert "<svg" not in wall.text


def test_steps_are_taken_all_of_them_or_none(control: RoomControl):
    before = control.state()
    with pytest.raises(InputError, match="must be opened and closed before it is revealed"):
        control.do(SetNotice(text="hello"), OpenActivity(activity="vote"), Reveal(activity="vote"))
    assert control.state() == before
    steps = (OpenActivity(activity="vote"), CloseActivity(), Reveal(activity="vote"))
    after = control.do(*steps, LockDoor(locked=True), KeepFor(days=0), count="vote")
    assert after["activities"][0]["phase"] == "revealed"
    assert after["locked"] is True
    assert after["delete_after"] < before["delete_after"]
    assert after["result"]["title"] == "Vote"
    assert control.do(Pause())["current"] is None


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ([], "not a JSON table"),
        ({"steps": [{"step": "opne"}]}, "steps"),
        ({"steps": [{"step": "open"}]}, "activity is missing"),
        ({"steps": [{"step": "open", "activity": 3}]}, "activity"),
        ({"steps": [{"step": "open", "activity": "vote", "rnd": ""}]}, "not a known setting"),
        ({"steps": [{"step": "door", "locked": "yes"}]}, "locked"),
        ({"steps": [{"step": "keep", "days": True}]}, "days"),
        ({"steps": [{"step": "keep", "days": 366}]}, "from 0 to 365"),
        ({"steps": [{"step": "close"}] * 101}, "steps"),
        ({"steps": [{"step": "cards", "people": [{"cell": 1}]}]}, "answers is missing"),
        ({"steps": [{"step": "moderate", "activity": "idea", "idea": 0, "state": "gone"}]},
         "waiting, shown or hidden"),
        ({"steps": [{"step": "fate", "activity": "idea", "idea": 0, "fate": "no", "why": "x"}]},
         "Choose first what became of it"),
        ({"steps": [{"step": "fate", "activity": "idea", "idea": 7, "fate": "not", "why": "x"}]},
         "no such idea"),
        ({"steps": [{"step": "screen", "screen": {"title": "x", "svg": "<a/>"}}]}, "not allowed"),
        ({"count": "nothing"}, "no activity"),
    ],
)  # fmt: skip
def test_a_request_that_makes_no_sense_gets_a_sentence_and_changes_nothing(control, table, said):
    before = control.state()
    with pytest.raises(InputError, match=said) as problem:
        control.server.ask("POST", f"/api/rooms/{control.code}", control.token, table)
    assert re.fullmatch(r"[A-Z].*[.?!]", str(problem.value), flags=re.S)  # as a page shows it
    assert control.state() == before


def test_a_phone_loads_little(control: RoomControl):
    visitor = Visitor(control.server.port)
    visitor.join(control.code)
    control.do(OpenActivity(activity="start"))
    visitor.ask("GET", f"/{control.code}")
    for path in re.findall(r'(?:src|href)="(/static/[^"]+)"', visitor.text):
        assert visitor.ask("GET", path) == 200
    assert visitor.loaded < LIGHT
    assert "http" not in visitor.text.replace("http-equiv", "")


def test_phones_come_back_by_themselves_after_a_restart(control: RoomControl):
    async def story() -> str:
        phone = Phone(control.server.port, control.code)
        await phone.join()
        version = control.state()["version"]
        waiting = asyncio.create_task(phone.news(version))
        await asyncio.sleep(0.2)
        await asyncio.to_thread(control.server.stop)
        assert await asyncio.to_thread(control.server.again)
        await asyncio.to_thread(control.do, OpenActivity(activity="vote"))
        await asyncio.wait_for(waiting, 20)
        await phone.load()
        await phone.vote("vote", "answer", vote=1)
        phone.close()
        return phone.page

    assert "Which?" in asyncio.run(story())
    assert control.state()["activities"][0]["answered"] == {"answer": 1}


def test_rooms_go_on_their_day_but_not_because_somebody_changed_the_clock(
    tmp_path, plan, monkeypatch
):
    async def story() -> None:
        store = Store(str(tmp_path / "rooms.sqlite"))
        settings = Settings(store=store.where, host_key="k", port=1, address="http://x", hosts=())
        hub = Hub(settings, store)
        used, _ = await hub.write(lambda c: rooms.create(c, plan, days=7))
        due, _ = await hub.write(lambda c: rooms.create(c, plan, days=0))
        await hub.room(used)
        assert await hub.purge() == [due]
        later = rooms.now() + 400 * 24 * 3600 * 1000
        monkeypatch.setattr("coprod_sim.live.room.now", lambda: later)
        assert await hub.purge() == []
        assert (await hub.room(used)).code == used
        store.close()

    asyncio.run(story())


def test_the_owner_deletes_a_room_by_its_code(server: RoomServer, plan: RoomPlan, capsys):
    control = server.create(plan)
    assert main(["room", "--store", server.store, "--delete", control.code.lower()]) == 0
    assert "is deleted, with all answers" in capsys.readouterr().out
    with pytest.raises(InputError):
        control.state()
    assert main(["room", "--store", server.store, "--delete", "what"]) == 2


def test_the_look_before_people_come_says_what_to_do(server: RoomServer, capsys):
    found = look(server.store, server.port, server)
    assert [one.fine for one in found][1:] == [True, True, False]
    assert "--lan" in found[3].sentence
    assert main(["room", "--check", "--store", server.store]) == 1
    assert "A phone gets through (to fix)" in capsys.readouterr().out


def test_impossible_options_get_a_sentence(tmp_path, capsys):
    store = str(tmp_path / "rooms.sqlite")
    for words, said in (
        (["--port", "80"], "between 1024 and 65535"),
        (["--public", "http://x"], "must look like https://rooms.example.org"),
        (["--store", "mysql://x"], "a file or a postgresql:// address"),
    ):
        assert main(["room", "--store", store, *words]) == 2
        assert said in capsys.readouterr().err


def test_the_words_on_phones_read_at_grade_six_or_below():
    import textstat  # noqa: PLC0415

    said = [
        " ".join(text.split())
        for key, text in texts("en").items()
        if key.startswith("room-") and "-names-" not in key
    ]
    whole = " ".join(text if text[-1] in ".?!:" else f"{text}." for text in said)
    assert textstat.textstat.flesch_kincaid_grade(whole) <= 6.0
    assert json.dumps(said)


def footer_code(visitor: Visitor) -> str:
    found = re.search(r"Your code to come back: (\w{7})", visitor.text)
    assert found
    return found[1]


def test_somebody_with_a_dead_battery_comes_back_to_their_seat_on_another_phone(
    control: RoomControl,
):
    first, others = Visitor(control.server.port), [Visitor(control.server.port) for _ in range(4)]
    for visitor in (first, *others):
        visitor.join(control.code)
    name, back = re.search(r"<p>You are (\w+ \w+) ", first.text)[1], footer_code(first)
    control.do(OpenActivity(activity="vote"))
    first.ask("GET", f"/{control.code}")
    first.send(f"/{control.code}/answer", q_vote=1)
    second = Visitor(control.server.port)
    second.ask("GET", f"/{control.code}")
    assert second.send(f"/{control.code}/back", back="WRONG") == 404
    assert "No seat in this room has that code" in second.text
    assert second.send(f"/{control.code}/back", back=f" {back.lower()[:2]} {back[2:]}") == 200
    assert f"You are {name}" in second.text
    assert footer_code(second) == back
    assert re.search(r'value="1" checked', second.text)
    assert second.send(f"/{control.code}/answer", q_vote=0) == 200
    assert control.state()["here"] == 5
    assert first.ask("GET", f"/{control.code}") == 200
    assert "I was here before" in first.text  # one seat is on one phone at a time
    assert len({footer_code(v) for v in others if v.ask("GET", f"/{control.code}")} | {back}) == 5


def test_a_seat_outlives_the_browser_that_was_closed(control: RoomControl):
    visitor = Visitor(control.server.port)
    visitor.ask("GET", f"/{control.code}")
    link = visitor.text
    name = re.search(r'name="name" value="([^"]+)"', link)[1]
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', link))
    said = http.client.HTTPConnection("127.0.0.1", control.server.port, timeout=20)
    cookies = "; ".join(f"{k}={v}" for k, v in visitor.cookies.items())
    head = {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded"}
    said.request("POST", f"/{control.code}/join", urlencode(hidden | {"name": name}), head)
    given = [c for c in said.getresponse().headers.get_all("Set-Cookie") if c.startswith("seat=")]
    said.close()
    day = parsedate_to_datetime(re.search(r"expires=([^;]+)", given[0])[1])
    assert timedelta(days=6) < day - datetime.now(UTC) <= timedelta(days=7)
