"""Leads a room from a second device, such as the phone of a co-trainer, by an invitation."""

from collections.abc import Callable
from typing import Any

from coprod_sim.errors import InputError
from coprod_sim.live import co_leading
from coprod_sim.live import room as rooms
from coprod_sim.live.credentials import new_key, read_code
from coprod_sim.live.fates import FatesInTurn, in_turn, telling
from coprod_sim.live.ideas import ideas_of
from coprod_sim.live.moves import opening, putting_up, showing, talking, waiting
from coprod_sim.live.part_script import stored_script
from coprod_sim.live.room import Room
from coprod_sim.live.screens import Screen, stored_screen
from coprod_sim.live.server.phone import InRoom
from coprod_sim.live.session_plan import Turn, round_name
from coprod_sim.live.steps import AnswerIdea, CloseActivity, ModerateIdea, RoomStep, StepRequest
from coprod_sim.words import Words, words_in

COOKIE = "lead"
SOMETHING_ELSE = " "
"""What was read of an idea that says something else now: no idea says this."""


class Leading(InRoom):
    """A page for whoever leads this room from a second device."""

    @property
    def lead_key(self) -> str:
        """The secret of this device."""
        return self.get_cookie(COOKIE) or ""

    async def known_room(self, typed: str) -> Room:
        """Find the room; a device that leads is not slowed down by those who guess."""
        code = read_code(typed) or ""
        return await (self.hub.room(code) if await self.leads(code) else super().known_room(typed))

    async def leads(self, code: str) -> bool:
        """Say whether this device leads the room."""
        if len(self.lead_key) != 32:
            return False
        return await self.hub.read(lambda c: co_leading.leads(c, code, self.lead_key))

    async def fates(self, room: Room) -> FatesInTurn:
        """Line up the answered ideas, with the one that is on the wall."""
        found = await self.hub.read(lambda c: ideas_of(c, room.code))
        screen = stored_screen(room.screen)
        return in_turn(found, screen.idea if screen else "")

    async def invitation(self, room: Room, problem: str = "") -> None:
        """Ask for the invitation."""
        by = self.get_query_argument("by", "")[:12]
        self.page("lead_join.html", words_in(room.plan.language), room=room, problem=problem, by=by)

    async def show(self, room: Room, problem: str = "") -> None:
        """Show what can be done now."""
        words = words_in(room.plan.language)
        here, answered = await self.hub.counts(room.code, age=0.0)
        found = await self.hub.read(lambda c: ideas_of(c, room.code))
        ideas = [i for i in found if i.same_as is None]
        turns = _turns(room, answered, words)
        self.page(
            "lead.html", words, room=room, here=here, turns=turns, ideas=ideas,
            open=next((one for one in turns if one["phase"] == "open"), None),
            following=next((one for one in turns if not one["begun"]), None),
            done=sum(1 for i in ideas if i.fate), fates=await self.fates(room),
            script=stored_script(room.settings), problem=problem,
        )  # fmt: skip


class LeadPage(Leading):
    """The page itself."""

    async def get(self, typed: str) -> None:
        """Show it, or ask for the invitation."""
        room = await self.known_room(typed)
        if await self.leads(room.code):
            await self.show(room)
        else:
            led = words_in(room.plan.language)("room-lead_ended") if self.lead_key else ""
            await self.invitation(room, led)

    async def post(self, typed: str) -> None:
        """Take up an invitation; a wrong one is slowed down as when somebody guesses a room's code."""
        room = await self.known_room(typed)
        key, given = new_key(), self.get_body_argument("invitation", "")
        try:
            async with self.a_guess(room.code):
                await self.hub.change(
                    room.code, lambda c: co_leading.accept(c, room.code, given, key)
                )
        except rooms.Unknown:
            self.set_status(404)
            await self.invitation(room, words_in(room.plan.language)("room-lead_wrong"))
            return
        self.keep_cookie(room, COOKIE, key)
        self.redirect(f"/{room.code}/lead", status=303)


class LeadSteps(Leading):
    """Takes what was pressed."""

    async def post(self, typed: str) -> None:
        """Do it, then show the page again."""
        room = await self.known_room(typed)
        what, _, about = self.get_body_argument("do", "").partition(":")
        if what == "stop" or not await self.leads(room.code):
            await self._stop(room)
            return
        try:
            taken = (
                await self.fate_steps(room, about)
                if what == "fate"
                else self.steps(room, what, about, await self._idea(room, about))
            )
            request = StepRequest(steps=taken)  # type: ignore[arg-type]
            await self.hub.change(room.code, lambda c: request.take(c, room.code))
        except InputError as problem:
            self.set_status(409)
            await self.show(room, problem.sentence)
            return
        self.redirect(f"/{room.code}/lead", status=303)

    async def _stop(self, room: Room) -> None:
        """Let go of the room, as asked, or because the invitation was withdrawn."""
        key = self.lead_key
        await self.hub.change(room.code, lambda c: co_leading.stop_leading(c, room.code, key))
        self.clear_cookie(COOKIE, path=f"/{room.code}")
        self.redirect(f"/{room.code}/lead", status=303)

    async def fate_steps(self, room: Room, about: str) -> tuple[RoomStep, ...]:
        """Give the steps that tell the next answer to an idea on the wall, or the one before."""
        words, found = words_in(room.plan.language), await self.fates(room)
        place = found.beside(1 if about == "next" else -1)
        if place is None:
            raise InputError(words("room-fate-none_told"))
        return telling(found, place, words, named=room.plan.named)

    async def _idea(self, room: Room, about: str) -> tuple[dict[str, Any], str]:
        """Say which idea a button is about, and what was read of it; no idea is refused where it is used."""
        handle, _, mark = about.partition(".")
        for one in await self.hub.read(lambda c: ideas_of(c, room.code)):
            if one.handle == handle:
                read = one.text if one.mark == mark else SOMETHING_ELSE
                return {"activity": one.activity, "idea": one.seat}, read
        return {"activity": "", "idea": -1}, ""

    def steps(
        self, room: Room, what: str, about: str, about_idea: tuple[dict[str, Any], str]
    ) -> tuple[RoomStep, ...]:
        """Give the steps of what was pressed."""
        idea, read = about_idea
        words, (key, _, more) = words_in(room.plan.language), about.partition(".")
        moves: dict[str, Callable[[], tuple[RoomStep, ...]]] = {
            "close": lambda: (CloseActivity(),),
            "start": lambda: opening(Turn(0, key, more)),
            "result": lambda: showing(key),
            "talk": lambda: talking(words),
            "wait": waiting,
            "show": lambda: putting_up(self._shown(room, about)),
            "shown": lambda: (ModerateIdea(**idea, state="shown", read=read),),
            "hidden": lambda: (ModerateIdea(**idea, state="hidden", read=read),),
            "answer": lambda: (self._answer(idea),),
        }
        if what not in moves:
            raise InputError(words("room-lead_unknown"))
        return moves[what]()

    def _shown(self, room: Room, name: str) -> Screen:
        """Give the page that a button of the part's script puts up; the part may have gone on since."""
        script = stored_script(room.settings)
        found = (one.screen for one in script.shown if one.name == name) if script else iter(())
        screen = next(found, None)
        if screen is None:
            raise InputError(words_in(room.plan.language)("room-lead_unknown"))
        return screen

    def _answer(self, idea: dict[str, Any]) -> AnswerIdea:
        fate, why = (self.get_body_argument(name, "") for name in ("fate", "why"))
        return AnswerIdea(**idea, fate=fate, why=why)


def _turns(room: Room, answered: dict[str, dict[str, int]], words: Words) -> list[dict[str, Any]]:
    """List all that can be started, in order, with how far it is."""
    found: list[dict[str, Any]] = []
    for activity in room.plan.activities:
        standing = room.standing(activity.key)
        found += [
            {
                "id": f"{activity.key}.{part}",
                "key": activity.key,
                "kind": activity.kind,
                "name": round_name(activity, part, words),
                "phase": standing.phase if part == standing.round else "",
                "begun": _begun(activity.rounds, part, standing),
                "ends": part == activity.rounds[-1] and activity.kind != "experiment",
                "answered": answered.get(activity.key, {}).get(part, 0),
                "fixed": standing.phase == "revealed",
            }
            for part in activity.rounds
        ]
    return found


def _begun(rounds: tuple[str, ...], part: str, standing: Any) -> bool:
    if standing.phase == "waiting":
        return False
    return standing.phase == "revealed" or rounds.index(part) <= rounds.index(standing.round)
