"""What the trainer's app asks of the room server; every request carries a secret key."""

from dataclasses import asdict
from typing import Any

import tornado.web
from sqlalchemy import Connection

from coprod_sim.errors import InputError
from coprod_sim.files import json_of
from coprod_sim.library_files import check
from coprod_sim.live import co_leading, corner_choice, credentials, seats, tallysheet, ways_back
from coprod_sim.live import room as rooms
from coprod_sim.live.activities import Idea
from coprod_sim.live.ballots import rows
from coprod_sim.live.damaged_rooms import token_hash
from coprod_sim.live.ideas import ideas_of
from coprod_sim.live.kept_answers import note_counted
from coprod_sim.live.room import Room
from coprod_sim.live.screens import stored_screen
from coprod_sim.live.server.guarded import Guarded
from coprod_sim.live.steps import StepRequest
from coprod_sim.live.tally import results

LOOPBACK = ("127.0.0.1", "localhost")
"""The only names under which a trainer's app is answered, and from where; phones never are."""
LARGEST = 512 * 1024
"""The largest request of a trainer's app [bytes]; phones may send much less."""


@tornado.web.stream_request_body
class Api(Guarded):
    """A request with a key; nothing is read of it before the key has been checked."""

    tells = True
    in_turn = False

    def initialize(self, hub: Any) -> None:
        """Start with an empty body."""
        super().initialize(hub)
        self._body = bytearray()

    def check_xsrf_cookie(self) -> None:
        """A key in a header cannot be sent by a foreign page, so no form token is needed."""

    async def prepare(self) -> None:
        """Answer this computer alone, check the key, then allow a longer body."""
        await super().prepare()
        if self.where not in LOOPBACK or self.request.host_name not in LOOPBACK:
            raise tornado.web.HTTPError(404)
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
        """The table that was sent.

        Raises:
            InputError: it is anything else.
        """
        try:
            table = json_of(bytes(self._body) or b"{}")
        except ValueError:
            raise InputError("the request is not JSON") from None
        if not isinstance(table, dict):
            raise InputError("the request is not a JSON table")
        return table

    @property
    def key(self) -> str:
        """The key that came along."""
        return self.request.headers.get("Authorization", "").removeprefix("Bearer ")

    @property
    def is_host(self) -> bool:
        """Whether it is the key of whoever started the server."""
        return credentials.same_key(self.key, credentials.fingerprint(self.hub.settings.host_key))

    def refuse(self) -> None:
        """Refuse a wrong key; nobody guesses 128 bits."""
        raise tornado.web.HTTPError(403)

    @property
    def wants_data(self) -> bool:
        """A trainer's app always wants data."""
        return True


class ServerAlive(Api):
    """Tells the trainer's app that this is its server and that it is up."""

    async def check_key(self) -> None:
        """Only who started the server may ask."""
        if not self.is_host:
            self.refuse()

    def get(self) -> None:
        """Say so."""
        about = {
            "address": self.hub.address,
            "addresses": list(self.hub.own),
            "lan": self.hub.settings.lan,
        }
        self.finish(about | {"instance": self.hub.instance, "phone_seen": self.hub.phone_seen})


class ShownAddress(ServerAlive):
    """Shows another of this computer's addresses."""

    async def post(self) -> None:
        """Show it."""
        await self.hub.show_address(str(self.sent.get("address", "")))
        self.get()


class NewRoom(ServerAlive):
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
    code: str

    async def check_key(self) -> None:
        """Only a trainer of this room may ask."""
        self.code = credentials.read_code(self.path_args[0]) or ""
        held = await self.hub.read(lambda c: token_hash(c, self.code))
        ends = self.request.method == "DELETE"  # a damaged one can be deleted, too
        owner = held and ends and self.is_host
        if not owner and not (held and credentials.same_key(self.key, held)):
            self.refuse()
        if not ends:
            self.room = await self.hub.room(self.code)


class OneRoom(OfRoom):
    """One room: where it stands, the trainer's steps in it, and its end."""

    async def get(self, _code: str) -> None:
        """Tell where it stands."""
        self.finish(await self._state())

    async def post(self, _code: str) -> None:
        """Take steps, all of them or none, and tell where it stands then."""
        request = check(StepRequest, self.sent, "the request")
        code = self.room.code
        if request.steps:
            await self.hub.change(code, lambda c: request.take(c, code))
        if request.frees_seats:
            self.hub.look_up_seats(code)
        if request.sweeps:
            await self.hub.sweep()
        told = await self._state()
        if request.count:
            await self.hub.write(lambda c: note_counted(c, code, request.count))
            told["result"] = await self.hub.read(lambda c: results(c, code, request.count))
        self.finish(told)

    async def delete(self, _code: str) -> None:
        """Delete the room with everything in it."""
        await self.hub.remove(self.code)
        self.finish({"deleted": True})

    async def _state(self) -> dict[str, Any]:
        """Put together where the room stands: numbers and ideas; names only where the group uses them."""
        room = await self.hub.room(self.room.code)
        here, answered = await self.hub.counts(room.code, age=0.0)
        silent = await self.hub.silent(room.code)
        unused = await self.hub.read(lambda c: seats.unused(c, room.code))
        address = f"{self.hub.address}/{room.code}"
        return {
            "code": room.code,
            "title": room.plan.title,
            "version": room.version,
            "current": room.current,
            "locked": room.locked,
            "delete_after": room.delete_after,
            "notice": room.notice,
            "on_wall": _on_wall(room),
            "here": here,
            "join": address,
            "screen": f"{self.hub.beside}/{room.code}/screen",
            "addresses": [one for one in self.hub.own if one != LOOPBACK[0]],
            "activities": [
                asdict(room.standing(a.key))
                | {"key": a.key, "kind": a.kind, "title": a.title, "rounds": list(a.rounds)}
                | {"answered": answered.get(a.key, {})}
                for a in room.plan.activities
            ],
            "ideas": await self.hub.read(lambda c: _ideas(c, room)),
            "seats": self.hub.seats.told(room.code) | {"many": room.many_seats},
            "silent": len(silent),
            "behind": self.hub.pages.behind(room.code, room.version),
            "idle": [seat for seat in unused if seat in silent],
            "leaders": await self.hub.read(lambda c: _leaders(c, room.code)),
            "chosen": await self.hub.read(lambda c: _chosen(c, room)),
            "tied": list((await self.hub.read(lambda c: corner_choice.tied(c, room))).items()),
        }


class WhoHasJoined(OfRoom):
    """Who has joined, by the names they go by; never beside what they answered."""

    async def get(self, _code: str) -> None:
        """List them."""
        found = await self.hub.read(lambda c: seats.joined(c, self.room.code))
        self.finish({"people": [{"seat": seat, "name": name} for seat, name in found]})

    async def post(self, _code: str) -> None:
        """Give a seat a new code to come back by."""
        seat, code = self.sent.get("seat"), self.room.code
        found = await self.hub.read(lambda c: dict(seats.joined(c, code)))
        if type(seat) is not int or seat not in found:
            raise rooms.Unknown("there is no such seat")
        given: list[str] = []
        await self.hub.change(code, lambda c: given.append(ways_back.give_anew(c, code, seat)))
        self.finish({"back": given[-1]})


class CardsTyped(OfRoom):
    """What the trainer has typed in from cards, so that a card is not typed twice unseen."""

    async def get(self, _code: str) -> None:
        """List the cards with their answers."""
        found = await self.hub.read(lambda c: tallysheet.typed_in(c, self.room.code))
        self.finish({"cards": found})


class RoomRecord(OfRoom):
    """All that goes into the record, without names."""

    async def get(self, _code: str) -> None:
        """Give every answer, the ideas, and each activity that was opened, counted."""
        room = self.room
        await self.hub.write(lambda c: note_counted(c, room.code))
        asked = [a.key for a in room.plan.activities if room.standing(a.key).phase != "waiting"]
        self.finish(
            await self.hub.read(
                lambda c: {
                    "rows": rows(c, room.code),
                    "ideas": _ideas(c, room),
                    "results": [results(c, room.code, key) for key in asked],
                }
            )
        )


def _leaders(connection: Connection, code: str) -> list[dict[str, Any]]:
    return [asdict(one) for one in co_leading.co_leaders(connection, code)]


def _chosen(connection: Connection, room: Room) -> list[str]:
    """Say what each corner has chosen in the round whose scores are on."""
    if room.experiment is None or room.current != room.experiment.key:
        return []
    found = corner_choice.chosen(connection, room).values()
    return list(corner_choice.for_corners(room.experiment, found))


def _on_wall(room: Room) -> dict[str, str]:
    """Name the extra page that is on the big screen, and the idea on it."""
    screen = stored_screen(room.screen)
    return {"title": screen.title, "idea": screen.idea} if screen else {"title": "", "idea": ""}


def _ideas(connection: Connection, room: Room) -> list[dict[str, Any]]:
    """List the ideas for the trainer to read, each by its number; a room that asks for none has none."""
    if not any(isinstance(a, Idea) for a in room.plan.activities):
        return []
    found = [asdict(idea) for idea in ideas_of(connection, room.code)]
    if not room.plan.named:
        found = [one | {"name": ""} for one in found]
    return [{"idea": one.pop("seat"), **one} for one in found]
