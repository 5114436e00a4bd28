"""The room server under attack: what hostile visitors send is refused, slowed down or shown as text."""

import csv
import io
import itertools
import re
import socket
import sys
from random import Random
from urllib.parse import urlencode

import pytest
from room_stage import PLAN
from room_visitor import Visitor

from coprod_sim.errors import InputError
from coprod_sim.live.activities import RoomPlan
from coprod_sim.live.control import RoomControl, RoomServer
from coprod_sim.live.places import note_of
from coprod_sim.live.record_writing import votes_csv
from coprod_sim.live.screens import Screen, clean_svg
from coprod_sim.live.server.limits import ADDRESS_TRIES, Limiter
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
LINUX = sys.platform == "linux"
ADDRESSES = itertools.count(1)


@pytest.fixture
def address() -> str:
    """Give each test an address of its own, so that its failures are its own (as on a network)."""
    number = next(ADDRESSES)
    return f"127.0.1.{number}" if LINUX else "127.0.0.1"


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
    "a step without the trainer's key": (
        lambda v, c: v.ask("POST", f"/api/rooms/{c}", '{"steps": [{"step": "close"}]}'), 403,
    ),
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
    control.do(OpenActivity(activity="vote"))
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
    for path in (f"/{control.code}/answer", "/", "/api/rooms", f"/api/rooms/{control.code}"):
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
    control = server.create(RoomPlan.model_validate({"title": "x", "activities": [words]}))
    visitor = Visitor(server.port)
    visitor.join(control.code)
    control.do(OpenActivity(activity="w"))
    visitor.ask("GET", f"/{control.code}")
    assert visitor.send(f"/{control.code}/answer", q_words=0) == 200
    rows = list(csv.DictReader(io.StringIO(votes_csv(tuple(control.record()["rows"])))))
    assert rows[0]["label"] == "'=1+1"


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
