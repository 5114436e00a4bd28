"""Measures whether newcomers still get in while forged posts flood the room (on Linux)."""

import http.client
import re
import tempfile
import threading
import time
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.figures import Figure, with_meanings
from benchmarks.ports import free_port
from coprod_sim.live.activities import RoomPlan
from coprod_sim.live.control import RoomControl, RoomServer

NEWCOMERS, SENDERS, FLOOD = 25, 50, "127.0.2.1"
"""How many join, how many connections flood the room meanwhile, and from which address."""
PLAN = {
    "title": "A room under attack",
    "activities": [
        {"kind": "vote", "key": "v", "title": "V", "question": "Which?", "options": ["A", "B"]}
    ],
}
MEANINGS = {
    "forged_posts": "forged posts sent meanwhile, all of them refused",
    "newcomers": "phones that tried to join during the flood, each from an address of its own",
    "newcomers_let_in": "of these, let in",
    "slowest_join_seconds": "seconds the slowest of them took to join",
    "slowest_projector_seconds": "seconds the big screen waited at most for its numbers",
}


def measure_attack() -> list[Figure]:
    """Flood a room with forged posts while people join."""
    with tempfile.TemporaryDirectory() as folder:
        server = RoomServer.start(str(Path(folder) / "rooms.sqlite"), port=free_port())
        try:
            return with_meanings(_measure(server.create(RoomPlan.model_validate(PLAN))), MEANINGS)
        finally:
            server.stop()


def _measure(control: RoomControl) -> dict[str, float]:
    port, code = control.server.port, control.code
    over, sent = threading.Event(), [0] * SENDERS

    def flood(place: int) -> None:
        while not over.is_set():
            status, _, _ = _ask(port, FLOOD, "POST", f"/{code}/answer", body="vote=1")
            sent[place] += status == 403

    threads = [threading.Thread(target=flood, args=(k,), daemon=True) for k in range(SENDERS)]
    for thread in threads:
        thread.start()
    time.sleep(1.0)
    joins, looks = [], []
    for k in range(NEWCOMERS):
        began = time.perf_counter()
        let_in = _join(port, f"127.0.3.{k + 1}", code)
        joins.append((let_in, time.perf_counter() - began))
        began = time.perf_counter()
        _ask(port, "127.0.0.1", "GET", f"/{code}/numbers")
        looks.append(time.perf_counter() - began)
    over.set()
    for thread in threads:
        thread.join(10)
    return {
        "forged_posts": sum(sent),
        "newcomers": NEWCOMERS,
        "newcomers_let_in": sum(let_in for let_in, _ in joins),
        "slowest_join_seconds": max(took for _, took in joins),
        "slowest_projector_seconds": max(looks),
    }


def _join(port: int, source: str, code: str) -> bool:
    _, page, cookie = _ask(port, source, "GET", f"/{code}")
    token = re.search(r'name="_xsrf" value="([^"]+)"', page)
    name = re.search(r'name="name" value="([^"]+)"', page)
    if token is None or name is None:
        return False
    form = urlencode({"_xsrf": token[1], "name": name[1]})
    status, _, _ = _ask(port, source, "POST", f"/{code}/join", body=form, cookie=cookie)
    return status == 303


def _ask(
    port: int, source: str, method: str, path: str, *, body: str | None = None, cookie: str = ""
) -> tuple[int, str, str]:
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=30, source_address=(source, 0))
    headers = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
    try:
        link.request(method, path, body, headers | ({"Cookie": cookie} if cookie else {}))
        reply = link.getresponse()
        text = reply.read().decode(errors="replace")
    except OSError:
        return 0, "", ""
    finally:
        link.close()
    kept = "; ".join(c.partition(";")[0] for c in reply.headers.get_all("Set-Cookie") or [])
    return reply.status, text, kept
