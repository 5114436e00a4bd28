"""What the trainer's app asks of the room server; every request carries a secret key."""

import json
from dataclasses import asdict
from typing import Any

import tornado.web
from sqlalchemy import Connection

from coprod_sim.errors import InputError
from coprod_sim.live import ideas, lots, tallysheet
from coprod_sim.live import room as rooms
from coprod_sim.live.answers import rows
from coprod_sim.live.room import Room
from coprod_sim.live.screens import read_screen
from coprod_sim.live.server.base import Guarded
from coprod_sim.live.tally import results

LARGEST = 512 * 1024
"""The largest request of a trainer's app [bytes]; phones may send much less."""


@tornado.web.stream_request_body
class Api(Guarded):
    """A request with a key; nothing is read of it before the key has been checked."""

    tells = True

    def initialize(self, hub: Any) -> None:
        """Start with an empty body."""
        super().initialize(hub)
        self._body = bytearray()

    def check_xsrf_cookie(self) -> None:
        """A key in a header cannot be sent by a foreign page, so no form token is needed."""

    async def prepare(self) -> None:
        """Check the key, then allow a longer body."""
        super().prepare()
        await self.check_key()
        self.request.connection.set_max_body_size(LARGEST)  # type: ignore[union-attr]

    async def check_key(self) -> None:
        """Let pass whoever may ask this."""
        raise NotImplementedError

    def data_received(self, chunk: bytes) -> None:
        """Collect the body."""
        self._body += chunk

    @property
    def sent(self) -> dict[str, Any]:
        """The table that was sent; raises `InputError` for anything else."""
        try:
            table = json.loads(self._body or b"{}")
        except (ValueError, RecursionError):
            raise InputError("the request is not JSON") from None
        if not isinstance(table, dict):
            raise InputError("the request is not a JSON table")
        return table

    def text(self, name: str, usual: str | None = None) -> str:
        """Read one text of the table that was sent."""
        value = self.sent.get(name, usual)
        if not isinstance(value, str):
            raise InputError(f"{name} must be a text")
        return value

    @property
    def key(self) -> str:
        """The key that came along."""
        return self.request.headers.get("Authorization", "").removeprefix("Bearer ")

    @property
    def is_host(self) -> bool:
        """Whether it is the key of whoever started the server."""
        return lots.same_key(self.key, lots.fingerprint(self.hub.settings.host_key))

    def refuse(self) -> None:
        """Refuse a wrong key; a right one is never slowed down, and nobody guesses 128 bits."""
        if not self.hub.limiter.may_try(self.where):
            raise tornado.web.HTTPError(429)
        self.hub.limiter.failed(self.where)
        raise tornado.web.HTTPError(403)

    @property
    def wants_data(self) -> bool:
        """A trainer's app always wants data."""
        return True


class Alive(Api):
    """Tells the trainer's app that this is its server and that it is up."""

    async def check_key(self) -> None:
        """Only who started the server may ask."""
        if not self.is_host:
            self.refuse()

    def get(self) -> None:
        """Say so."""
        settings = self.hub.settings
        about = {"address": settings.address, "lan": settings.lan}
        self.finish(about | {"instance": self.hub.instance, "phone_seen": self.hub.phone_seen})


class NewRoom(Alive):
    """Opens rooms."""

    async def post(self) -> None:
        """Open a room for a plan."""
        plan = rooms.read_plan(self.sent.get("plan") or {})
        days, hosted = self.sent.get("days", rooms.USUAL_DAYS), self.hub.settings.hosted
        code, token = await self.hub.write(
            lambda c: rooms.create(c, plan, days=days, hosted=hosted)
        )
        self.finish({"code": code, "token": token})


class OfRoom(Api):
    """A request about one room, with its trainer's token."""

    room: Room

    async def check_key(self) -> None:
        """Only a trainer of this room may ask."""
        code = lots.read_code(self.path_args[0])
        try:
            self.room = await self.hub.room(code or "")
        except rooms.Unknown:
            self.refuse()
        owner = self.request.method == "DELETE" and self.is_host
        if not owner and not lots.same_key(self.key, self.room.token_hash):
            self.refuse()

    async def state(self) -> None:
        """Answer with where the room stands: numbers only, no names."""
        room = await self.hub.room(self.room.code)
        here, answered = await self.hub.counts(room.code, age=0.0)
        address = f"{self.hub.settings.address}/{room.code}"
        self.finish(
            {
                "code": room.code,
                "title": room.plan.title,
                "version": room.version,
                "current": room.current,
                "locked": room.locked,
                "delete_after": room.delete_after,
                "notice": room.notice,
                "here": here,
                "join": address,
                "screen": f"{address}/screen",
                "activities": [
                    asdict(room.standing(a.key))
                    | {"key": a.key, "kind": a.kind, "title": a.title, "rounds": list(a.rounds)}
                    | {"answered": answered.get(a.key, {})}
                    for a in room.plan.activities
                ],
            }
        )


class State(OfRoom):
    """Where a room stands."""

    async def get(self, _code: str) -> None:
        """Tell it."""
        await self.state()

    async def delete(self, _code: str) -> None:
        """Delete the room with everything in it."""
        await self.hub.remove(self.room.code)
        self.finish({"deleted": True})


class Do(OfRoom):
    """One step of the trainer."""

    async def post(self, _code: str, step: str) -> None:
        """Take it, and say where the room stands then."""
        code, work = self.room.code, getattr(self, f"_{step}")
        await self.hub.change(code, work())
        await self.state()

    def _open(self) -> Any:
        key, part = self.text("activity"), self.text("round", "") or None
        return lambda c: rooms.open_activity(c, self.room.code, key, part)

    def _close(self) -> Any:
        return lambda c: rooms.close_activity(c, self.room.code)

    def _reveal(self) -> Any:
        key = self.text("activity")
        return lambda c: rooms.reveal(c, self.room.code, key)

    def _pause(self) -> Any:
        return lambda c: rooms.pause(c, self.room.code)

    def _notice(self) -> Any:
        text = self.text("text")
        return lambda c: rooms.set_notice(c, self.room.code, text)

    def _screen(self) -> Any:
        screen = read_screen(self.sent) if self.sent else ""
        return lambda c: rooms.set_screen(c, self.room.code, screen)

    def _door(self) -> Any:
        locked = self.sent.get("locked") is True
        return lambda c: rooms.set_locked(c, self.room.code, locked)

    def _keep(self) -> Any:
        days = self.sent.get("days", rooms.USUAL_DAYS)
        return lambda c: rooms.keep(c, self.room.code, days)

    def _cards(self) -> Any:
        people = tallysheet.read_people(self.sent)
        return lambda c: tallysheet.enter(c, self.room.code, people)

    def _moderate(self) -> Any:
        activity, seat, state = self.text("activity"), self._seat(), self.text("state")
        return lambda c: ideas.moderate(c, self.room.code, activity, seat, state)

    def _fate(self) -> Any:
        activity, seat = self.text("activity"), self._seat()
        fate, why = self.text("fate"), self.text("why")
        return lambda c: ideas.set_fate(c, self.room.code, activity, seat, fate, why)

    def _seat(self) -> int:
        seat = self.sent.get("idea")
        if isinstance(seat, bool) or not isinstance(seat, int):
            raise InputError("idea must be the number of an idea")
        return seat


STEPS = "open|close|reveal|pause|notice|screen|door|keep|cards|moderate|fate"


class Ideas(OfRoom):
    """The ideas for the trainer to read."""

    async def get(self, _code: str) -> None:
        """List them, by number."""
        found = await self.hub.read(lambda c: ideas.ideas_of(c, self.room.code))
        listed = [asdict(idea) | {"idea": idea.seat} for idea in found]
        self.finish({"ideas": [{k: v for k, v in one.items() if k != "seat"} for one in listed]})


class Results(OfRoom):
    """What the room said, counted."""

    async def get(self, _code: str, key: str) -> None:
        """Count an activity."""

        def count(connection: Connection) -> dict[str, Any]:
            try:
                return results(connection, self.room.code, key)
            except KeyError:
                raise rooms.Unknown("there is no such activity") from None

        self.finish(await self.hub.read(count))


class Record(OfRoom):
    """Every answer for the record, without names."""

    async def get(self, _code: str) -> None:
        """Give them."""
        self.finish({"rows": await self.hub.read(lambda c: rows(c, self.room.code))})
