"""The room server under attack: hostile requests are refused, and noise does not upset it."""

import json
import logging
import re
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from random import Random
from urllib.parse import urlencode

import pytest
from room_stage import LINUX
from room_visitor import Visitor

from coprod_sim.live.control import RoomControl
from coprod_sim.live.places import note_of
from coprod_sim.live.server.fault_log import Sparing
from coprod_sim.live.server.guarded import SAFE
from coprod_sim.live.steps import OpenActivity


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


def here(visitor: Visitor) -> Visitor:
    """Let somebody at this computer itself try, where the trainer's app is answered."""
    return Visitor(visitor.port)


HOSTILE = {
    "no form token": (lambda v, c: v.ask("POST", f"/{c}/answer", "vote=1"), 403),
    "a form of a foreign page": (foreign_page, 403),
    "another name for this computer": (lambda v, c: v.ask("GET", f"/{c}", Host="evil.example"), 421),
    "changing by GET": (lambda v, c: v.ask("GET", f"/{c}/answer"), 405),
    "a room that is not there": (lambda v, _: v.ask("GET", "/ZZZZZZ"), 404),
    "no trainer's key": (lambda v, c: here(v).ask("GET", f"/api/rooms/{c}"), 403),
    "a step without the trainer's key": (
        lambda v, c: here(v).ask("POST", f"/api/rooms/{c}", '{"steps": [{"step": "close"}]}'), 403,
    ),
    "a wrong trainer's key": (
        lambda v, c: here(v).ask("DELETE", f"/api/rooms/{c}", Authorization="Bearer " + "0" * 32), 403,
    ),
    "a room without the owner's key": (lambda v, _: here(v).ask("POST", "/api/rooms", "{}"), 403),
    "a way out of the folder": (lambda v, _: v.ask("GET", "/static/..%2f..%2fapp.py"), 403),
    "a way out, spelled plainly": (lambda v, _: v.ask("GET", "/static/../app.py"), 403),
    "no seat": (lambda v, c: v.ask("GET", f"/{c}/leave", Cookie="seat=" + "f" * 32), 404),
}  # fmt: skip


@pytest.mark.parametrize(
    "path", ["../app.py", "..%2f..%2fapp.py", "", "none.css", "%00", "room.css/more", "room.js?v=1"]
)
def test_what_is_no_file_of_the_pages_is_refused_on_a_page_like_any_other(path, server):
    visitor = Visitor(server.port)
    status = visitor.ask("GET", f"/static/{path}")
    assert (status == 200) is path.startswith("room.js")
    for method in ("POST", "DELETE") if status == 200 else ():
        assert 400 <= visitor.ask(method, f"/static/{path}") < 500
    assert "There is no such page here." in visitor.text
    assert 'href="/static/room.css' in visitor.text
    assert visitor.headers["content-security-policy"] == SAFE
    assert "Forbidden" not in visitor.text


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_request_is_refused(what: str, control: RoomControl, address: str):
    visitor = Visitor(control.server.port, address)
    visitor.join(control.code)
    control.do(OpenActivity(activity="vote"))
    before = control.state()
    act, status = HOSTILE[what]
    assert act(visitor, control.code) == status
    assert "Traceback" not in visitor.text
    seen = {"behind": 0}  # whoever has fetched the page is no longer behind
    assert control.state() | seen == before | seen


@pytest.mark.skipif(not LINUX, reason="other systems have one address of their own")
def test_the_trainers_app_is_answered_on_this_computer_alone_even_with_the_right_keys(
    control: RoomControl, address: str
):
    right = {"Authorization": f"Bearer {control.token}"}
    owner = {"Authorization": f"Bearer {control.server.host_key}"}
    other, own = Visitor(control.server.port, address), Visitor(control.server.port)
    for path, key in ((f"/api/rooms/{control.code}", right), ("/api/alive", owner)):
        assert own.ask("GET", path, **key) == 200
        assert other.ask("GET", path, **key) == 404
    assert own.ask("GET", "/api/alive", Host="192.0.2.7", **owner) == 421


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


FLOODS = {
    "forms without their token": lambda port, code, k: Visitor(port, f"127.0.7.{k % 3 + 1}").ask(
        "POST", f"/{code}/answer", "vote=1"
    ),
    "a form sent by somebody who hangs up": lambda port, code, _k: hang_up(
        port, f"POST /{code}/answer HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 3\r\n\r\nabc"
    ),
    "a name that is none": lambda port, _code, _k: hang_up(
        port, "GET / HTTP/1.1\r\nHost: [::\r\n\r\n", 1
    ),
    "an origin that is none": lambda port, _code, _k: hang_up(
        port, "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://[::\r\n\r\n", 1
    ),
    "a file that no disk can name": lambda port, _code, _k: hang_up(
        port, "GET /static/%00 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 1
    ),
}


def hang_up(port: int, sent: str, wait: int = 0) -> None:
    with socket.create_connection(("127.0.0.1", port), 5, ("127.0.7.9", 0)) as link:
        link.sendall(sent.encode())
        assert not wait or link.recv(64)[9:10] == b"4"


@pytest.mark.skipif(not LINUX, reason="other systems have one address of their own")
@pytest.mark.parametrize("what", FLOODS)
def test_a_flood_of_what_is_refused_writes_nothing_down(what: str, control: RoomControl):
    log = note_of(control.server.store).with_suffix(".log")
    before = log.read_text(encoding="utf-8")
    with ThreadPoolExecutor(40) as many:
        list(many.map(lambda k: FLOODS[what](control.server.port, control.code, k), range(90)))
    time.sleep(1.3)  # the last refusals of a flood come a second late
    assert control.state()["here"] == 0
    assert log.read_text(encoding="utf-8") == before


def test_a_fault_of_our_own_is_written_down_a_few_times_an_hour_and_hides_no_other_fault():
    clock, lines = [0.0], []
    kept = logging.getLogger("a log of this test")
    kept.propagate = False
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(record.getMessage())
    handler.addFilter(Sparing(lambda: clock[0]))
    kept.addHandler(handler)

    def fault(divided: bool) -> None:
        try:
            _ = 1 // 0 if divided else int("none")
        except (ZeroDivisionError, ValueError):
            kept.exception("a page failed")

    for _ in range(1000):
        fault(divided=True)
    assert len(lines) == 5
    assert "not written down, for the next hour" in lines[-1]
    kept.error("something else")
    assert lines[-1] == "something else"
    clock[0] += 3601
    fault(divided=True)
    assert lines[-1] == "a page failed"
    assert len(lines) == 7


def test_a_body_that_is_too_long_for_a_phone_is_refused_in_a_sentence(control: RoomControl):
    visitor = Visitor(control.server.port)
    visitor.join(control.code)
    control.do(OpenActivity(activity="idea"))
    for path, size in ((f"/{control.code}/answer", 40_000), ("/", 300_000), ("/none", 20_000)):
        assert visitor.ask("POST", path, "x=" + "y" * size) == 413
        assert "too long to take in" in visitor.text
        told = {"X-Requested-With": "room"}
        assert visitor.ask("POST", path, "x=" + "y" * size, **told) == 413
        assert "too long to take in" in json.loads(visitor.text)["problem"]
    assert visitor.ask("GET", f"/{control.code}") == 200
    assert control.state()["activities"][2]["answered"] == {}


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
