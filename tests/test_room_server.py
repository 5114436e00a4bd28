"""The room server lets the right people in, shows what may be shown, and stands hostile visitors."""

import asyncio
import csv
import http.client
import io
import itertools
import json
import re
import socket
import sys
from dataclasses import dataclass, field
from random import Random
from urllib.parse import urlencode

import pytest
from room_stage import PLAN, running

from coprod_sim.bench.phones import Phone
from coprod_sim.cli import main
from coprod_sim.errors import InputError
from coprod_sim.live import room as rooms
from coprod_sim.live.activities import RoomPlan
from coprod_sim.live.control import RoomControl, RoomServer
from coprod_sim.live.places import note_of
from coprod_sim.live.preflight import look
from coprod_sim.live.screens import clean_svg
from coprod_sim.live.server.api import harmless
from coprod_sim.live.server.hub import Hub, Settings
from coprod_sim.live.server.limits import ADDRESS_TRIES, Limiter
from coprod_sim.live.store import Store

SCRIPT = "<script>alert('x')</script>"
LINUX = sys.platform == "linux"
ADDRESSES = itertools.count(1)
LIGHT = 100_000
"""What a phone may have to load in all [bytes]."""


@dataclass
class Visitor:
    """A plain browser without JavaScript: it follows redirects and keeps cookies."""

    port: int
    source: str = "127.0.0.1"
    cookies: dict[str, str] = field(default_factory=dict)
    text: str = ""
    loaded: int = 0

    def ask(self, method: str, path: str, body: str | None = None, **headers: str) -> int:
        link = http.client.HTTPConnection(
            "127.0.0.1", self.port, timeout=20, source_address=(self.source, 0)
        )
        said = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items()), **headers}
        if body is not None:
            said.setdefault("Content-Type", "application/x-www-form-urlencoded")
        link.request(method, path, body, said)
        reply = link.getresponse()
        self.headers = {name.lower(): value for name, value in reply.getheaders()}
        for line in reply.headers.get_all("Set-Cookie") or []:
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value
        raw = reply.read()
        self.text, self.loaded = raw.decode(errors="replace"), self.loaded + len(raw)
        link.close()
        if reply.status in {301, 302, 303}:
            return self.ask("GET", self.headers["location"])
        return reply.status

    def send(self, path: str, **fields: object) -> int:
        """Fill in the form of the page that is shown and send it."""
        hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', self.text))
        return self.ask("POST", path, urlencode(hidden | fields))

    def join(self, code: str) -> None:
        assert self.ask("GET", f"/{code}") == 200
        name = re.search(r'name="name" value="([^"]+)"', self.text)
        assert name
        assert self.send(f"/{code}/join", name=name[1]) == 200
        assert "You are in" in self.text


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory):
    """One server for all these tests, each with its own room."""
    with running(str(tmp_path_factory.mktemp("server") / "rooms.sqlite")) as started:
        yield started


@pytest.fixture
def control(server: RoomServer, plan: RoomPlan) -> RoomControl:
    """A room of one's own."""
    return server.create(plan)


@pytest.fixture
def address() -> str:
    """Give each test an address of its own, so that its failures are its own (as on a network)."""
    number = next(ADDRESSES)
    return f"127.0.1.{number}" if LINUX else "127.0.0.1"


def test_a_whole_session_works_without_javascript(control: RoomControl):
    code = control.code
    visitors = [Visitor(control.server.port) for _ in range(6)]
    assert visitors[0].ask("GET", "/") == 200
    assert visitors[0].send("/", code=f"{code[:3].lower()} {code[3:]}") == 200
    assert "What we keep" in visitors[0].text
    for visitor in visitors:
        visitor.join(code)
    control.open("vote")
    for place, visitor in enumerate(visitors):
        visitor.ask("GET", f"/{code}")
        assert "You have" not in visitor.text
        assert visitor.send(f"/{code}/answer", q_vote=0) == 200
        assert "Your answer is saved" in visitor.text
        if place == 5:
            assert visitor.send(f"/{code}/answer", q_vote=1) == 200  # changed before it is closed
    control.close()
    visitors[0].ask("GET", f"/{code}")
    assert "Answers are closed" in visitors[0].text
    assert "<table" not in visitors[0].text  # nothing of the others before it is revealed
    control.reveal("vote")
    visitors[0].ask("GET", f"/{code}")
    assert "What the room said" in visitors[0].text
    assert control.results("vote")["rounds"][0]["questions"][0]["cells"] == [
        {"label": "Bus", "count": None},  # five, but it would give away the one
        {"label": "Library", "count": None},
    ]
    assert "script" not in "".join(re.findall(r"<body.*?</body>", visitors[0].text, re.S))


def test_the_fate_of_an_idea_comes_back_to_its_author_alone(control: RoomControl):
    author, other = Visitor(control.server.port), Visitor(control.server.port)
    for visitor in (author, other):
        visitor.join(control.code)
    control.open("idea")
    author.ask("GET", f"/{control.code}")
    assert author.send(f"/{control.code}/answer", q_idea="More benches") == 200
    control.close()
    number = control.ideas()[0]["idea"]
    other.ask("GET", f"/{control.code}")
    assert "benches" not in other.text
    with pytest.raises(InputError, match="a fate without a reason helps nobody"):
        control.fate("idea", number, "not", " ")
    control.fate("idea", number, "in_part", "There is money for one.")
    control.reveal("idea")
    other.ask("GET", f"/{control.code}")
    assert "benches" not in other.text  # not moderated, so not shown
    control.moderate("idea", number, "shown")
    other.ask("GET", f"/{control.code}")
    assert "More benches" in other.text
    assert "money for one" not in other.text
    author.ask("GET", f"/{control.code}")
    assert "Taken up in part" in author.text
    assert "There is money for one." in author.text


def test_leaving_takes_all_answers_along(control: RoomControl):
    visitor = Visitor(control.server.port)
    visitor.join(control.code)
    control.open("start")
    visitor.ask("GET", f"/{control.code}")
    assert visitor.send(f"/{control.code}/answer", q_trust=4) == 200
    assert len(control.rows()) == 1
    visitor.ask("GET", f"/{control.code}/leave")
    assert visitor.send(f"/{control.code}/leave") == 200
    assert control.rows() == []
    assert control.state()["here"] == 0


def test_two_trainers_share_a_room_without_harm(server: RoomServer, plan: RoomPlan):
    one = server.create(plan)
    other = RoomControl(server, one.code, one.token)
    assert one.open("vote")["version"] == other.open("vote")["version"]
    with pytest.raises(InputError, match="'Vote' is still open; close it first"):
        other.open("talk")
    one.close()
    assert other.close()["activities"][0]["phase"] == "closed"
    one.reveal("vote")
    assert other.reveal("vote")["current"] == "vote"
    with pytest.raises(InputError, match="has been revealed, so its answers are fixed"):
        one.open("vote")
    with pytest.raises(InputError, match="no activity 'vtoe'; did you mean 'vote'"):
        one.open("vtoe")


def test_a_phone_loads_little(control: RoomControl):
    visitor = Visitor(control.server.port)
    visitor.join(control.code)
    control.open("start")
    visitor.ask("GET", f"/{control.code}")
    for path in re.findall(r'(?:src|href)="(/static/[^"]+)"', visitor.text):
        assert visitor.ask("GET", path) == 200
    assert visitor.loaded < LIGHT
    assert "http" not in visitor.text.replace("http-equiv", "")


def test_every_page_is_sent_with_care(control: RoomControl):
    visitor = Visitor(control.server.port)
    visitor.join(control.code)
    for path in ("/", f"/{control.code}", f"/{control.code}/screen", "/nothing", "/api/alive"):
        visitor.ask("GET", path)
        assert visitor.headers["content-security-policy"].startswith(
            "default-src 'none'; script-src 'self'"
        )
        assert "unsafe" not in visitor.headers["content-security-policy"]
        assert visitor.headers["cache-control"] == "no-store"
        assert visitor.headers["x-content-type-options"] == "nosniff"
        assert "ornado" not in visitor.headers["server"]
        assert not re.search(r"<script(?! src=)|<style|\sstyle=|\son\w+=", visitor.text)


def foreign_page(visitor: Visitor, code: str) -> int:
    visitor.ask("GET", f"/{code}")
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', visitor.text))
    return visitor.ask("POST", f"/{code}/answer", urlencode(hidden), Origin="http://evil.example")


HOSTILE = {
    "no form token": (lambda v, c: v.ask("POST", f"/{c}/answer", "vote=1"), 403),
    "a form of a foreign page": (foreign_page, 403),
    "another name for this computer": (lambda v, c: v.ask("GET", f"/{c}", Host="evil.example"), 421),
    "changing by GET": (lambda v, c: v.ask("GET", f"/{c}/answer"), 405),
    "a room that is not there": (lambda v, _: v.ask("GET", "/ZZZZZZ"), 404),
    "no trainer's key": (lambda v, c: v.ask("GET", f"/api/rooms/{c}"), 403),
    "a wrong trainer's key": (
        lambda v, c: v.ask("DELETE", f"/api/rooms/{c}", Authorization="Bearer " + "0" * 32), 403,
    ),
    "a room without the owner's key": (lambda v, _: v.ask("POST", "/api/rooms", "{}"), 403),
    "a way out of the folder": (lambda v, _: v.ask("GET", "/static/..%2f..%2fapp.py"), 403),
    "a way out, spelled plainly": (lambda v, _: v.ask("GET", "/static/../app.py"), 403),
    "no seat": (lambda v, c: v.ask("GET", f"/{c}/leave", Cookie="seat=" + "f" * 32), 404),
}  # fmt: skip


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_request_is_refused(what: str, control: RoomControl, address: str):
    visitor = Visitor(control.server.port, address)
    visitor.join(control.code)
    control.open("vote")
    before = control.state()
    act, status = HOSTILE[what]
    assert act(visitor, control.code) == status
    assert "Traceback" not in visitor.text
    assert control.state() == before


def raw(port: int, *parts: bytes, wait: float = 8, source: str = "127.0.0.1") -> bytes:
    """Send bytes as they are and read what comes back until the server hangs up, or for a while."""
    with socket.create_connection(("127.0.0.1", port), wait, (source, 0)) as link:
        answer = b""
        try:
            for part in parts:
                link.sendall(part)
            while more := link.recv(65536):
                answer += more
        except (ConnectionError, TimeoutError):
            pass
        return answer


def test_a_megabyte_is_not_taken_in_from_anybody(control: RoomControl):
    port, size = control.server.port, 1024 * 1024
    for path in (f"/{control.code}/answer", "/", "/api/rooms", f"/api/rooms/{control.code}/open"):
        head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {size}\r\n\r\n".encode()
        answer = raw(port, head, b"x" * size)
        # refused before it was read, as too long or for want of a key; or simply hung up on
        status = answer[9:12]
        assert status in {b"", b"403" if path.startswith("/api") else b"400"}, path
    long = f"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Long: {'x' * 20_000}\r\n\r\n".encode()
    assert not raw(port, long).startswith(b"HTTP/1.1 200")
    chunked = b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n"
    assert not raw(port, chunked, *[b"10000\r\n" + b"x" * 65536 + b"\r\n"] * 16).startswith(
        b"HTTP/1.1 2"
    )
    assert control.state()["here"] == 0


@pytest.mark.slow
def test_noise_on_the_line_does_not_upset_the_server(control: RoomControl):
    chance, port, code = Random(5), control.server.port, control.code
    log = note_of(control.server.store).with_suffix(".log")
    said_before = log.stat().st_size
    seeds = [
        f"/{code}",
        f"/{code}/answer",
        f"/{code}/join",
        f"/{code}/news?after=",
        "/api/rooms",
        "/",
    ]
    for turn in range(100):
        noise = bytes(chance.randrange(256) for _ in range(chance.randrange(1, 200)))
        path = chance.choice(seeds).encode() + (noise if turn % 3 == 0 else b"").replace(b"\n", b"")
        method = chance.choice(
            [b"GET", b"POST", b"PUT", b"DELETE", b"PATCH", b"OPTIONS", noise[:6]]
        )
        head = method + b" " + path + b" HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
        cookie = b"Cookie: seat=" + noise[:40].replace(b"\r", b"").replace(b"\n", b"") + b"\r\n"
        body = b"Content-Length: %d\r\n\r\n%s" % (len(noise), noise)
        sent = noise if turn % 7 == 0 else head + cookie + body
        answer = raw(port, sent, wait=0.5, source=f"127.0.2.{turn}" if LINUX else "127.0.0.1")
        assert not answer.startswith(b"HTTP/1.1 5"), (head, answer[:80])
    assert control.state()["here"] == 0
    assert log.stat().st_size == said_before  # no fault of ours, and no address written down


def test_guessing_codes_is_slowed_down_and_does_not_disturb_the_room(
    control: RoomControl, address: str
):
    seated = Visitor(control.server.port, address)
    seated.join(control.code)
    guesser = Visitor(control.server.port, address)
    statuses = [
        guesser.ask("GET", f"/{'ABCDEFGH'[k % 8]}{k:05d}".replace("0", "Z").replace("1", "Y"))
        for k in range(30)
    ]
    assert statuses[:ADDRESS_TRIES] == [404] * ADDRESS_TRIES
    assert statuses[ADDRESS_TRIES + 2 :].count(429) >= 17
    assert guesser.ask("GET", f"/{control.code}") == 429  # even the right one
    assert guesser.ask("GET", f"/{control.code}", Cookie="seat=" + "f" * 32) == 429
    assert seated.ask("GET", f"/{control.code}") == 200  # whoever sits in the room stays in
    assert control.state()["here"] == 1


def test_failures_are_counted_by_address_and_in_all_and_forgotten_in_time():
    now = [0.0]
    limiter = Limiter(lambda: now[0])
    for _ in range(ADDRESS_TRIES):
        assert limiter.may_try("10.0.0.1")
        limiter.failed("10.0.0.1")
    assert not limiter.may_try("10.0.0.1")
    assert limiter.may_try("10.0.0.2")
    now[0] += 7
    assert limiter.may_try("10.0.0.1")
    for k in range(200):
        limiter.failed(f"10.0.1.{k}")
    assert not limiter.may_try("10.0.0.3")
    now[0] -= 5000  # a clock that runs backwards gives nothing away
    assert not limiter.may_try("10.0.0.3")
    now[0] += 6000
    assert limiter.may_try("10.0.0.3")


def test_a_script_in_every_field_is_shown_as_text_everywhere(server: RoomServer):
    def hostile(value):
        if isinstance(value, dict):
            return {k: v if k in {"kind", "key"} else hostile(v) for k, v in value.items()}
        return [hostile(v) for v in value] if isinstance(value, list) else SCRIPT + value[:20]

    plan = RoomPlan.model_validate(hostile(PLAN) | {"language": "en"})
    control = server.create(plan)
    visitor = Visitor(server.port)
    visitor.join(control.code)
    control.notice(SCRIPT)
    control.screen(SCRIPT, [SCRIPT], phones=True)
    pages = []
    for key in ("vote", "idea", "start"):
        control.open(key)
        visitor.ask("GET", f"/{control.code}")
        pages.append(visitor.text)
        visitor.send(f"/{control.code}/answer", q_vote=0, q_idea=SCRIPT, q_trust=3)
        pages.append(visitor.text)
        control.close()
        for idea in control.ideas():
            control.moderate("idea", idea["idea"], "shown")
            control.fate("idea", idea["idea"], "not", SCRIPT)
        control.reveal(key)
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


def test_no_cell_of_the_csv_acts_as_a_formula(server: RoomServer):
    words = {
        "kind": "words",
        "key": "w",
        "title": "W",
        "question": "?",
        "words": ["=1+1", "@x"],
        "most": 1,
    }
    control = server.create(RoomPlan.model_validate({"title": "x", "activities": [words]}))
    visitor = Visitor(server.port)
    visitor.join(control.code)
    control.open("w")
    visitor.ask("GET", f"/{control.code}")
    assert visitor.send(f"/{control.code}/answer", q_words=0) == 200
    rows = list(csv.DictReader(io.StringIO(control.csv())))
    assert rows[0]["label"] == "'=1+1"
    assert [harmless(v) for v in ("+1", "-1", "@a", "\ta", "fine", -1)] == [
        "'+1",
        "'-1",
        "'@a",
        "'\ta",
        "fine",
        -1,
    ]


def test_no_address_and_no_key_is_kept(control: RoomControl):
    visitor = Visitor(control.server.port)
    visitor.join(control.code)
    files = [
        f
        for f in note_of(control.server.store).parent.iterdir()
        if f.name.startswith("rooms.sqlite")
    ]
    stored = b"".join(file.read_bytes() for file in files)
    for secret in ("127.0.0.1", visitor.cookies["seat"], control.token, control.server.host_key):
        assert secret.encode() not in stored
    assert note_of(control.server.store).stat().st_mode & 0o077 == 0
    assert all(file.stat().st_mode & 0o077 == 0 for file in files)


def test_phones_come_back_by_themselves_after_a_restart(control: RoomControl):
    async def story() -> str:
        phone = Phone(control.server.port, control.code)
        await phone.join()
        version = control.state()["version"]
        waiting = asyncio.create_task(phone.news(version))
        await asyncio.sleep(0.2)
        await asyncio.to_thread(control.server.stop)
        assert await asyncio.to_thread(control.server.ensure)
        await asyncio.to_thread(control.open, "vote")
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
        later = rooms.now() + 400 * rooms.DAY
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
    assert "A phone gets through (to mend)" in capsys.readouterr().out


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

    from coprod_sim.words import _table  # noqa: PLC0415

    said = [
        " ".join(re.sub(r"\{\w+\}", "10", text).split())
        for key, text in _table("en").items()
        if key.startswith("room.") and ".names." not in key
    ]
    whole = " ".join(text if text[-1] in ".?!:" else f"{text}." for text in said)
    assert textstat.textstat.flesch_kincaid_grade(whole) <= 6.0
    assert json.dumps(said)
