"""What the trainer's page knows: the plan, the running session, where the room stands, what came out."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import traitlets

from coprod_sim.errors import InputError
from coprod_sim.live.activities import Experiment, Idea
from coprod_sim.live.control import RoomControl, RoomServer
from coprod_sim.live.places import USUAL_PORT, store_at
from coprod_sim.live.plans import Plan, Turn, load_plan, read_plan
from coprod_sim.live.plans.plan import plan_text
from coprod_sim.live.preflight import look
from coprod_sim.live.record_open import (
    USUAL_DAYS,
    OpenSession,
    find_open,
    forget_open,
    keep_open,
    sessions_root,
    stamp_open,
)
from coprod_sim.words import ENGLISH, Words, words_in

USUAL_PLAN = "b_room_experiment"


class Trainer(traitlets.HasTraits):
    """The state behind the page. What must not be lost is on disk: see `OpenSession` and the room's store.

    `status` is what the room last said of itself, `{}` when it did not answer; `ideas` and `effects` are
    read when they are asked for. `problem` is a sentence when something did not work; `own` is the text of
    the trainer's own plan.
    """

    plan: Plan = traitlets.Instance(Plan)  # type: ignore[assignment]
    session: OpenSession | None = traitlets.Instance(OpenSession, allow_none=True)  # type: ignore[assignment]
    status: dict[str, Any] = traitlets.Dict()  # type: ignore[assignment]
    ideas: tuple[Any, ...] = traitlets.Tuple()  # type: ignore[assignment]
    result: dict[str, Any] = traitlets.Dict()  # type: ignore[assignment]
    checked: tuple[Any, ...] = traitlets.Tuple()  # type: ignore[assignment]
    effects: tuple[Any, ...] = traitlets.Tuple()  # type: ignore[assignment]
    saved = traitlets.Unicode("")
    problem = traitlets.Unicode("")
    away = traitlets.Bool(False)
    minutes = traitlets.Int(0)
    own = traitlets.Unicode("")
    guessed = traitlets.Unicode("")

    def __init__(self, words: Words | None = None) -> None:
        running = find_open()
        super().__init__(plan=running.plan if running else load_plan(USUAL_PLAN), session=running)
        self.t = words or words_in(ENGLISH)
        self.following: object = None
        self._stamp = stamp_open()

    @property
    def control(self) -> RoomControl:
        """The room of the running session."""
        if self.session is None:
            raise InputError(self.t("trainer.no_room"))
        return _control(self.session)

    @property
    def turn(self) -> Turn | None:
        """What comes next in the room: the first thing of the plan that has not been opened yet."""
        return next((t for t in self.plan.turns if not self.done(t)), None)

    def phase(self, key: str) -> tuple[str, str]:
        """Say how far an activity is, and in which round."""
        for a in self.status.get("activities", ()):
            if a["key"] == key:
                return a["phase"], a["round"]
        return "waiting", ""

    def answered(self, turn: Turn) -> int:
        """How many have answered in a turn."""
        for a in self.status.get("activities", ()):
            if a["key"] == turn.key:
                return int(a["answered"].get(turn.round, 0))
        return 0

    def done(self, turn: Turn) -> bool:
        """Say whether a turn has been opened, or a later round of it."""
        phase, at = self.phase(turn.key)
        if phase == "waiting":
            return False
        rounds = self.plan.room.activity(turn.key).rounds
        return phase == "revealed" or rounds.index(turn.round) <= rounds.index(at)

    def choose(self, name: str) -> None:
        """Take a plan from the library."""
        self._not_while_open()
        self.plan, self.own = load_plan(name), ""

    def take(self, file: str, data: bytes) -> None:
        """Take the trainer's own plan file; a faulty one is refused in sentences and changes nothing."""
        self._not_while_open()
        self.plan, self.own = read_plan(data, file), data.decode()

    @property
    def text(self) -> str:
        """The plan as a file: the trainer's own as it was handed over, else the library's."""
        return self.own or plan_text(load_plan(self.plan.letter).name)

    def look(self) -> None:
        """Look whether the room will work here."""
        store = self.session.store if self.session else store_at(None)
        server = RoomServer.find(store)
        self.checked = tuple(look(store, server.port if server else USUAL_PORT, server, self.t))

    def start(self, *, lan: bool, days: int = USUAL_DAYS) -> None:
        """Start the room server if it does not run, and open a room for the plan.

        Room and record are deleted after so many days; the phones say so before anybody joins.
        """
        self._not_while_open()
        server = RoomServer.start(lan=lan)
        room = server.create(self.plan.room, days)
        begun = datetime.now(UTC).isoformat(timespec="seconds")
        kept = {"store": server.store, "lan": lan, "begun": begun, "days": days}
        self._keep(OpenSession(plan=self.plan, code=room.code, token=room.token, **kept))
        self.refresh()
        self.look()

    def let_phones_in(self) -> None:
        """Start the server again so that phones on this network reach it; nothing is lost."""
        if self.session is not None:
            RoomServer.start(self.session.store, lan=True)
            self._keep(self.session.but(lan=True))
            self.refresh()
            self.look()

    def refresh(self) -> None:
        """Ask the room where it stands, and notice what another tab has done."""
        self.hear(self.ask())

    def ask(self) -> dict[str, Any]:
        """Ask the room where it stands; changes nothing here, so it may run apart from the page."""
        running = find_open() if stamp_open() != self._stamp else self.session
        return {} if running is None else _control(running).state()

    def hear(self, status: dict[str, Any]) -> None:
        """Take over what the room said, and what another tab has written down."""
        if stamp_open() != self._stamp:
            self._stamp, self.session = stamp_open(), find_open()
            if self.session is not None:
                self.plan = self.session.plan
        self.status, self.away = status if self.session else {}, False
        self.minutes = int(self.session.minutes) if self.session else 0

    def open(self, turn: Turn) -> None:
        """Start something in the room; what is open is closed first."""
        room = self.control
        room.close()
        room.clear_screen()
        room.open(turn.key, turn.round)
        self.result = {}
        self.refresh()

    def close(self) -> None:
        """Close what is open, and count it."""
        self.control.close()
        self.refresh()
        current = self.status.get("current")
        if current:
            self.result = self.control.results(current)

    def reveal(self, key: str) -> None:
        """Show everybody what the room said; its answers are fixed from then on."""
        room = self.control
        room.clear_screen()
        room.reveal(key)
        self.refresh()
        self.result = room.results(key)

    def count(self, key: str) -> None:
        """Count an activity for the trainer alone."""
        self.result = self.control.results(key)

    def go(self, part: int) -> None:
        """Go to a part of the agenda."""
        if self.session is not None and 0 <= part < len(self.plan.part):
            self._keep(self.session.but(part=part))

    def talk(self, words: str) -> None:
        """Show a few words and no chart, so that people talk to each other."""
        room = self.control
        room.close()
        room.screen(self.t("trainer.lead.talk_title"), [words])
        self.refresh()

    def wait(self) -> None:
        """Show the page on which phones wait."""
        room = self.control
        room.close()
        room.clear_screen()
        room.pause()
        self.refresh()

    def door(self, *, locked: bool) -> None:
        """Let nobody new in, or open the door again."""
        self.control.door(locked=locked)
        self.refresh()

    def moderate(self, activity: str, idea: int, state: str) -> None:
        """Show or hide an idea."""
        self.control.moderate(activity, idea, state)
        self.read_ideas()

    def set_fate(self, activity: str, idea: int, fate: str, why: str) -> None:
        """Say what became of an idea, and why."""
        self.control.fate(activity, idea, fate, why)
        self.read_ideas()

    def read_ideas(self) -> None:
        """Read all ideas with their states and fates."""
        self.ideas = tuple(self.control.ideas()) if self.session else ()

    def show_fates(self) -> None:
        """Let every phone show what became of its own idea."""
        unanswered = [i for i in self.control.ideas() if not i["fate"]]
        if unanswered:
            raise InputError(self.t("trainer.ideas.missing", count=len(unanswered)))
        for activity in self.plan.room.activities:
            if isinstance(activity, Idea) and self.phase(activity.key)[0] == "closed":
                self.reveal(activity.key)

    def keep(self, days: int) -> None:
        """Set after how many days room and record are deleted."""
        if self.session is not None:
            self.control.keep(days)
            self._keep(self.session.but(days=days))

    def cards(self, people: list[dict[str, Any]]) -> None:
        """Enter what people answered on paper, the same way as from phones."""
        self.control.cards(people)
        self.refresh()

    def delete(self) -> None:
        """Delete the room with all its answers, and forget the session; a saved record stays."""
        self.control.delete()
        self.end()

    def end(self) -> None:
        """Leave the session and close the door to the network; the room itself stays until its day."""
        server = RoomServer.find(self.session.store) if self.session else None
        forget_open()
        if server is not None:
            server.stop()
        self._stamp, self.session, self.status = stamp_open(), None, {}
        self.effects, self.ideas, self.result, self.saved = (), (), {}, ""

    @property
    def experiment(self) -> Experiment | None:
        """The experiment of the plan, if it has one."""
        return next((a for a in self.plan.room.activities if isinstance(a, Experiment)), None)

    @property
    def folder(self) -> Path:
        """The folder the record is saved in."""
        name = self.session.name if self.session else "none"
        return sessions_root() / name

    def change(self, **changes: Any) -> None:
        """Note something about the running session on disk."""
        if self.session is not None:
            self._keep(self.session.but(**changes))

    def attempt(self, work: Callable[[], None]) -> None:
        """Do something; what goes wrong becomes a sentence."""
        try:
            self.problem = ""
            work()
        except InputError as problem:
            self.problem = str(problem)

    def _keep(self, session: OpenSession) -> None:
        keep_open(session)
        self._stamp, self.session = stamp_open(), session

    def _not_while_open(self) -> None:
        if self.session is not None:
            raise InputError(self.t("trainer.already_open", code=self.session.code))


def _control(session: OpenSession) -> RoomControl:
    """Give the room of a session; a server that is gone is started again on its old port."""
    server = RoomServer.find(session.store)
    if server is None:
        server = RoomServer.start(session.store, lan=session.lan)
    return RoomControl(server, session.code, session.token)
