"""One laptop that asks for hundreds of pages makes nobody else wait, and is refused what is too much."""

import asyncio
import re
from urllib.parse import urlencode

import pytest
from room_stage import LINUX
from room_visitor import Visitor

from coprod_sim.live.control import RoomControl
from coprod_sim.live.server.page_turns import MOST_WAITING, OURS, PageTurns, TooMany
from coprod_sim.live.steps import OpenActivity

FLOOD = 600


class Flood:
    """Many pages asked for at once from one address."""

    def __init__(self, port: int, path: str) -> None:
        self.port, self.path = port, path
        self.served, self.refused = 0, 0

    async def ask(self, source: str, sent: bytes) -> bytes:
        to = {"local_addr": (source, 0)}
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port, **to)
        await self.go.wait()
        writer.write(sent)
        answer = await reader.read()
        writer.close()
        return answer

    async def one(self) -> None:
        head = f"GET {self.path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
        answer = await self.ask("127.0.9.1", head.encode())
        refused = answer.startswith(b"HTTP/1.1 503")
        self.refused, self.served = self.refused + refused, self.served + (not refused)

    async def honest(self, source: str, sent: bytes) -> tuple[bytes, int]:
        await self.go.wait()
        await asyncio.sleep(0.3)  # the flood is there first
        before = self.served
        answer = await self.ask(source, sent)
        return answer, self.served - before

    async def run(self, source: str, *sent: bytes) -> list[tuple[bytes, int]]:
        self.go = asyncio.Event()
        flood = [asyncio.create_task(self.one()) for _ in range(FLOOD)]
        await asyncio.sleep(1.0)
        self.go.set()
        found = [await self.honest(source, one) for one in sent]
        await asyncio.gather(*flood)
        return found


def request(visitor: Visitor, method: str, path: str, body: str = "") -> bytes:
    cookies = "; ".join(f"{k}={v}" for k, v in visitor.cookies.items())
    return (
        f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nCookie: {cookies}\r\n"
        "X-Requested-With: room\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        f"Content-Length: {len(body)}\r\n\r\n{body}"
    ).encode()


@pytest.mark.skipif(not LINUX, reason="other systems have one address of their own")
@pytest.mark.parametrize(
    "path", ["/{}", "/{}/screen", "/{}/lead", "/", "/nothing", "/static/room.js"]
)
def test_an_answer_and_a_page_come_before_hundreds_of_pages_for_one_address(
    path: str, control: RoomControl
):
    visitor = Visitor(control.server.port, "127.0.9.2")
    visitor.join(control.code)
    control.do(OpenActivity(activity="vote"))
    room = f"/{control.code}"
    visitor.ask("GET", room)
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', visitor.text))
    answer = request(visitor, "POST", f"{room}/answer", urlencode(hidden | {"q_vote": "0"}))
    flood = Flood(control.server.port, path.format(control.code))
    (said, before), (page, meanwhile) = asyncio.run(
        flood.run("127.0.9.2", answer, request(visitor, "GET", room))
    )
    assert said.startswith(b"HTTP/1.1 "), said
    assert page.startswith(b"HTTP/1.1 200")
    assert max(before, meanwhile) <= 40
    assert flood.refused >= FLOOD - 2 * MOST_WAITING


def test_turns_go_round_those_who_ask_and_our_own_come_first():
    async def asked() -> list[str]:
        turns, order = PageTurns(), []

        async def page(who: str) -> None:
            async with turns.turn(who):
                order.append(who)

        crowd = [asyncio.create_task(page("many")) for _ in range(MOST_WAITING)]
        await asyncio.sleep(0)
        with pytest.raises(TooMany):
            async with turns.turn("many"):
                pass
        other = [asyncio.create_task(page(who)) for who in ("one", "two", OURS)]
        other[0].add_done_callback(lambda _: crowd[-1].cancel())  # who goes away holds up nobody
        await asyncio.gather(*crowd, *other, return_exceptions=True)
        return order

    order = asyncio.run(asked())
    assert len(order) == MOST_WAITING + 2
    assert order.index(OURS) <= 2
    assert max(order.index("one"), order.index("two")) <= 6
