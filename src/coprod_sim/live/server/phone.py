"""The pages on people's phones: type the code, choose a name, answer, see what comes back."""

import contextlib
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import tornado.web

from coprod_sim.errors import InputError
from coprod_sim.live import room as rooms
from coprod_sim.live import seats
from coprod_sim.live.activities import RoomExperiment
from coprod_sim.live.allocation import corner_note, seat_note
from coprod_sim.live.ballots import Ballot, Refused, TooLate, record
from coprod_sim.live.credentials import new_key, read_code
from coprod_sim.live.own_names import LONGEST_NAME
from coprod_sim.live.pseudonyms import all_names, offer_names
from coprod_sim.live.questions import read_form
from coprod_sim.live.room import Room, Seat
from coprod_sim.live.room_store import StoreTrouble
from coprod_sim.live.server.guarded import Guarded
from coprod_sim.live.server.views import phone_view
from coprod_sim.words import Words, words_in
from coprod_sim.words.days import day_in_words, day_of

SPREAD = 2
"""So much longer, for each phone, do phones spread out loading a new page [milliseconds]."""


class Home(Guarded):
    """The page where people type the code."""

    def get(self) -> None:
        """Show the form."""
        self.page("home.html", words_in("en"), problem="")

    async def post(self) -> None:
        """Go to the room of a code, or say that there is none."""
        try:
            room = await self.known_room(self.get_body_argument("code", ""))
        except tornado.web.HTTPError as problem:
            self.set_status(problem.status_code)
            kind = "slow_down" if problem.status_code == 429 else "code_wrong"
            self.page("home.html", words_in("en"), problem=words_in("en")(f"room-{kind}"))
        else:
            self.redirect(f"/{room.code}", status=303)


class InRoom(Guarded):
    """A page of one room, for somebody who may have a seat in it."""

    @property
    def key(self) -> str:
        """The secret of the seat, from its cookie."""
        return self.get_cookie("seat") or ""

    async def known_room(self, typed: str) -> Room:
        """Find the room; whoever has a seat or the screen of it is not slowed down by those who guess."""
        code = read_code(typed)
        if code is not None and await self.hub.seat(code, self.key):
            return await self.hub.room(code)
        screen = self.get_cookie("screen") or ""
        if code is not None and screen:
            with contextlib.suppress(rooms.Unknown):
                room = await self.hub.room(code)
                if rooms.is_screen(room, screen):
                    return room
        return await super().known_room(typed)

    async def note_open(self, room: Room, version: int) -> None:
        """Note that a page of a seat or a projector is open, and what it shows.

        Args:
            room: its room.
            version: the version of the room that it shows.
        """
        seat = await self.seat_in(room)
        if seat or rooms.is_screen(room, self.get_cookie("screen") or ""):
            who = str(seat.number) if seat else f"screen {self.where}"
            self.hub.pages.asks(room.code, who, version)

    async def seat_in(self, room: Room) -> Seat | None:
        """Find who is asking."""
        return await self.hub.seat(room.code, self.key)

    async def here(self, typed: str) -> tuple[Room, Seat]:
        """Find the room and the seat; whoever has none is sent to the door."""
        room = await self.known_room(typed)
        seat = await self.seat_in(room)
        if seat is None:
            self.missing = "gone"
            raise rooms.Unknown("there is no such seat")
        return room, seat

    def keep_cookie(self, room: Room, name: str, value: str) -> None:
        """Have the phone keep something for this room until the room's day, also when it is turned off."""
        careful: dict[str, Any] = {"httponly": True, "samesite": "Strict", "path": f"/{room.code}"}
        until = datetime.fromtimestamp(room.delete_after / 1000, UTC)
        self.set_cookie(name, value, expires=until, secure=self.hub.settings.hosted, **careful)

    def keep_place(self, room: Room, seat: Seat) -> None:
        """Have the phone keep its seat and corner, so that its owner is one person if they return."""
        self.keep_cookie(room, "before", seat_note(room.secret, seat.number))
        if seat.cell is not None:
            self.keep_cookie(room, "corner", corner_note(room.secret, seat.cell))

    async def door(
        self, room: Room, problem: str = "", typed: str = "", *, at_back: bool = False
    ) -> None:
        """Show the page where people join; to whoever had a seat it says what became of it.

        Args:
            room: the room.
            problem: what went wrong.
            typed: what was typed, so that it need not be typed again.
            at_back: whether it stands beside the code to come back, and not at the top.
        """
        words = words_in(room.plan.language)
        why = await self.hub.read(lambda c: seats.lost(c, room.code, self.key))
        problem = problem or (words(f"room-seat_{why}") if why else "")
        taken = await self.hub.read(lambda c: seats.taken_names(c, room.code))
        self.page(
            "join.html",
            words,
            room=room,
            names=() if room.plan.named else offer_names(_names(words), taken),
            longest=LONGEST_NAME,
            problem=problem,
            typed=typed,
            at_back=at_back,
            shut=room.locked and why != "idle",
            day=day_in_words(day_of(room.delete_after), words),
        )


class RoomPage(InRoom):
    """The one page of a room: what is on right now."""

    async def get(self, typed: str) -> None:
        """Show the room, or its door."""
        room = await self.known_room(typed)
        if typed != room.code:
            self.redirect(f"/{room.code}", status=303)
            return
        seat, saved = await self.seat_in(room), self.get_query_argument("saved", "") == "1"
        await self.note_open(room, room.version)
        if seat is None:
            await self.door(room)
        else:
            await show(self, room, seat, saved=saved)


class Join(InRoom):
    """Takes a seat."""

    async def post(self, typed: str) -> None:
        """Give a seat under the chosen name, and its key as a cookie."""
        room = await self.known_room(typed)
        names, name = _names(words_in(room.plan.language)), self.get_body_argument("name", "")
        key = self.key if len(self.key) == 32 else new_key()
        known = await self.hub.seat(room.code, key) is not None
        if not (known or room.many_seats or self.hub.seats.free(room.code, self.where)):
            self.set_status(429)
            await self.door(room, words_in(room.plan.language)("room-many_seats"))
            return
        try:
            note, before = (self.get_cookie(name) or "" for name in ("corner", "before"))
            present = self.hub.present(room.code)
            seat = await self.hub.write(
                lambda c: seats.join(c, room.code, name, key, names, note, present, before)
            )
        except StoreTrouble:
            raise
        except InputError as problem:
            self.set_status(409)
            await self.door(room, problem.sentence, name)
            return
        if not known:
            self.hub.seats.took(room.code, self.where)
        self.keep_cookie(room, "seat", key)
        self.keep_place(room, seat)
        self.redirect(f"/{room.code}", status=303)


class ComeBack(InRoom):
    """Brings somebody back to their seat, on this device or another."""

    async def post(self, typed: str) -> None:
        """Give the seat of the code; a wrong code is slowed down as when somebody guesses a room's."""
        room = await self.known_room(typed)
        key, given = new_key(), self.get_body_argument("back", "")
        try:
            async with self.a_guess(room.code):
                seat = await self.hub.come_back(room.code, given, key)
        except (rooms.Unknown, tornado.web.HTTPError) as refusal:
            wrong = isinstance(refusal, rooms.Unknown)
            self.set_status(404 if wrong else 429)
            said = words_in(room.plan.language)(f"room-{'back_wrong' if wrong else 'slow_down'}")
            await self.door(room, said, given, at_back=True)
            return
        self.keep_cookie(room, "seat", key)
        self.keep_place(room, seat)
        self.redirect(f"/{room.code}", status=303)


class TakeAnswer(InRoom):
    """Takes an answer; says yes only once it is on disk."""

    async def post(self, typed: str) -> None:
        """Check and store an answer, then show the page again or tell the script."""
        room, seat = await self.here(typed)
        if not self.hub.may_send(seat):
            raise tornado.web.HTTPError(429)
        ballot = self._ballot(room, seat)
        try:
            await self.hub.write(lambda c: record(c, seat, ballot))
        except Refused as problem:
            await self._refuse(room, seat, problem, ballot.answer)
            return
        if self.wants_data:
            self.finish({"saved": True})
        else:
            self.redirect(f"/{room.code}?saved=1#status", status=303)

    def _ballot(self, room: Room, seat: Seat) -> Ballot:
        key, part, vote = (self.get_body_argument(n, "") for n in ("activity", "round", "vote"))
        try:
            activity = room.plan.activity(key)
        except KeyError:
            self.missing = "no_activity"
            raise rooms.Unknown("there is no such activity") from None
        sequence = room.sequence(seat.cell) if isinstance(activity, RoomExperiment) else None
        if part not in activity.rounds:
            self.missing = "no_activity"
            raise rooms.Unknown("there is no such round")
        questions = activity.questions(part, sequence, words_in(room.plan.language))
        form = {q.name: self.get_body_arguments(f"q_{q.name}") for q in questions}
        return Ballot(vote.lower(), key, part, read_form(questions, form))

    async def _refuse(
        self, room: Room, seat: Seat, problem: Refused, typed: dict[str, Any]
    ) -> None:
        self.set_status(409)
        if self.wants_data:
            self.finish({"problem": problem.sentence, "late": isinstance(problem, TooLate)})
        else:
            await show(self, room, seat, problem=problem.sentence, typed=typed)


class Leave(InRoom):
    """Lets somebody leave, with all their answers."""

    async def get(self, typed: str) -> None:
        """Ask whether they mean it."""
        room, seat = await self.here(typed)
        self.page("leave.html", words_in(room.plan.language), room=room, seat=seat)

    async def post(self, typed: str) -> None:
        """Delete the seat and its answers."""
        room, seat = await self.here(typed)
        await self.hub.leave(room.code, self.key, seat.number)
        self.clear_cookie("seat", path=f"/{room.code}")
        self.keep_place(room, seat)
        words = words_in(room.plan.language)
        self.page("message.html", words, sentence=words("room-left"), again=False)


class News(InRoom):
    """Answers when something in a room has changed; phones wait here for it."""

    async def get(self, typed: str) -> None:
        """Wait for a version other than the one the page was made from."""
        room = await self.known_room(typed)
        after = self.get_query_argument("after", "")
        version = int(after) if after.isascii() and after.isdigit() and len(after) < 10 else -1
        await self.turn.aclose()  # nobody else waits while this one does
        await self.note_open(room, version)
        found, crowd = await self.hub.news(room.code, version)
        told = {"version": found.version, "spread": crowd * SPREAD}
        self.finish(told | ({"ends": True} if found.ended else {}))


async def show(
    page: InRoom,
    room: Room,
    seat: Seat,
    *,
    saved: bool = False,
    problem: str = "",
    typed: dict[str, Any] | None = None,
) -> None:
    """Make the page of a room for one seat; what was typed and refused stands in its boxes."""
    view = await page.hub.read(lambda c: phone_view(c, room, seat))
    words = words_in(room.plan.language)
    page.page(
        "room.html", words, room=room, seat=seat, view=view, saved=saved, problem=problem,
        vote=str(uuid4()), back=view.back, given=typed or view.answer,
        day=day_in_words(day_of(room.delete_after), words),
    )  # fmt: skip


def _names(words: Words) -> list[str]:
    return all_names(words("room-names-first"), words("room-names-second"))
