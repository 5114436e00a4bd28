"""Phones for measuring the live room: each joins, waits for news, votes, and keeps trying."""

import asyncio
import itertools
import json
import re
import time
from dataclasses import dataclass, field
from random import random
from urllib.parse import urlencode
from uuid import uuid4

FORM = "application/x-www-form-urlencoded"
TRY = 40.0
"""How long a phone waits for one answer [seconds]; all these waits are those of `room.js`."""
PATIENCE = 180.0
"""After how long measuring gives up on a vote; a real phone never does [seconds]."""
FIRST_PAUSE, LONGEST_PAUSE, LUCK = 0.5, 8.0, 0.3
"""How long a phone waits before it tries again: doubled each time, with some luck [seconds]."""


class NoAnswer(ConnectionError):  # noqa: N818 - it happened, nobody erred
    """The server did not answer, or not in time."""


async def pause(tries: int) -> None:
    """Wait before trying again, longer each time."""
    await asyncio.sleep(min(LONGEST_PAUSE, FIRST_PAUSE * 2**tries) + LUCK * random())


@dataclass
class Reply:
    """What came back: status, headers (small letters) and text."""

    status: int
    headers: dict[str, str]
    text: str


@dataclass
class Phone:
    """One participant's browser with its cookies and one open connection."""

    port: int
    code: str
    name: str = ""
    page: str = ""
    cookies: dict[str, str] = field(default_factory=dict)
    _streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def get(self, path: str = "") -> Reply:
        """Load a page of the room."""
        reply = await self._ask("GET", f"/{self.code}{path}", {}, "")
        if "_xsrf" in reply.text:
            self.page = reply.text
        return reply

    async def post(self, path: str, **fields: object) -> Reply:
        """Send a form, with the token of the page loaded last."""
        token = re.search(r'name="_xsrf" value="([^"]+)"', self.page)
        body = urlencode([("_xsrf", token[1] if token else ""), *fields.items()])
        headers = {"Content-Type": FORM, "X-Requested-With": "room"}
        return await self._ask("POST", f"/{self.code}{path}", headers, body)

    async def join(self) -> None:
        """Take a seat under one of the names offered; if it has just been taken, under another."""
        for _ in range(20):
            await self.get()
            offered = re.findall(r'name="name" value="([^"]+)"', self.page)
            reply = await self.post("/join", name=offered[0])
            if reply.status == 303:
                self.name = offered[0]
                await self.get()
                return
        raise NoAnswer("could not join: every name was taken")

    async def vote(self, activity: str, part: str, **answer: object) -> float:
        """Send one answer until it is acknowledged; returns how long that took [seconds]."""
        start, vote = time.monotonic(), uuid4().hex
        fields = {f"q_{name}": value for name, value in answer.items()}
        for tries in itertools.count():
            if time.monotonic() - start > PATIENCE:
                break
            try:
                where = {"activity": activity, "round": part, "vote": vote}
                reply = await self.post("/answer", **where, **fields)
            except OSError:
                await pause(tries)
                continue
            if reply.status == 200 and "saved" in reply.text:
                return time.monotonic() - start
            if reply.status not in {429, 500, 503}:
                raise NoAnswer(f"refused: {reply.status} {reply.text[:200]}")
            await pause(tries)
        raise NoAnswer(f"no yes within {PATIENCE:g} seconds")

    async def load(self) -> None:
        """Load the page of the room, again and again until it comes."""
        for tries in itertools.count():
            try:
                if (await self.get()).status == 200:
                    return
            except OSError:
                await pause(tries)

    async def news(self, version: int) -> float:
        """Wait until the room has changed; returns the time to spread loading over [seconds]."""
        for tries in itertools.count():
            try:
                reply = await self.get(f"/news?after={version}")
            except OSError:
                await pause(tries)
                continue
            if reply.status == 200 and f'"version": {version},' not in reply.text:
                return json.loads(reply.text)["spread"] / 1000
        raise NoAnswer

    def close(self) -> None:
        """Hang up."""
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None

    async def _ask(self, method: str, path: str, headers: dict[str, str], body: str) -> Reply:
        try:
            async with asyncio.timeout(TRY):
                return await self._exchange(method, path, headers, body)
        except (TimeoutError, OSError, asyncio.IncompleteReadError) as problem:
            self.close()
            raise NoAnswer(str(problem)) from None

    async def _exchange(self, method: str, path: str, headers: dict[str, str], body: str) -> Reply:
        """Send a request on the open connection; if the server has hung up meanwhile, on a new one."""
        for again in (True, False):
            fresh = self._streams is None
            reader, writer = await self._connected()
            try:
                writer.write(self._request(method, path, headers, body))
                await writer.drain()
                return await self._read(reader)
            except (OSError, asyncio.IncompleteReadError):
                self.close()
                if fresh or not again:
                    raise
        raise NoAnswer

    async def _connected(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self.port)
        return self._streams

    def _request(self, method: str, path: str, headers: dict[str, str], body: str) -> bytes:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        lines += [f"Cookie: {cookies}"] if cookies else []
        lines += [f"Content-Length: {len(body.encode())}"] if method == "POST" else []
        return ("\r\n".join(lines) + f"\r\n\r\n{body}").encode()

    async def _read(self, reader: asyncio.StreamReader) -> Reply:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        status, *lines = head.strip().split("\r\n")
        headers: dict[str, str] = {}
        for line in lines:
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
            if name.lower() == "set-cookie":
                given, _, key = value.strip().partition(";")[0].partition("=")
                self.cookies[given] = key
        text = await reader.readexactly(int(headers.get("content-length", 0)))
        if headers.get("connection") == "close":
            self.close()
        return Reply(int(status.split()[1]), headers, text.decode())
