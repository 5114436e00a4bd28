"""What the trainer's page knows: the plan, the running session, where the room stands, what came out."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import traitlets

from coprod_sim.errors import InputError
from coprod_sim.live.activities import Idea, RoomExperiment
from coprod_sim.live.control import RoomControl, RoomServer
from coprod_sim.live.places import USUAL_PORT, store_at
from coprod_sim.live.plans import load_plan, plan_text, read_plan
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
from coprod_sim.live.session_plan import SessionPlan, Turn
from coprod_sim.live.steps import KeepFor, Reveal, RoomStep, ShowScreen
from coprod_sim.words import ENGLISH, Words, words_in

USUAL_PLAN = "b_room_experiment"


class Trainer(traitlets.HasTraits):
    """The state behind the page. What must not be lost is on disk: see `OpenSession` and the room's store.

    `status` is what the room last said of itself, `{}` when it did not answer; `rows` (all answers) and
    `effects` are from when they were last asked for. `problem` is a sentence when something did not work;
    `own` is the text of the trainer's own plan.
    """

    plan: SessionPlan = traitlets.Instance(SessionPlan)  # type: ignore[assignment]
    session: OpenSession | None = traitlets.Instance(OpenSession, allow_none=True)  # type: ignore[assignment]
    status: dict[str, Any] = traitlets.Dict()  # type: ignore[assignment]
    ideas: tuple[Any, ...] = traitlets.Tuple()  # type: ignore[assignment]
    rows: tuple[Any, ...] = traitlets.Tuple()  # type: ignore[assignment]
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
        self._room: RoomControl | None = None

    @property
    def room(self) -> RoomControl:
        """The room of the running session; its server is looked for once, and again when it is gone."""
        if self.session is None:
            raise InputError(self.t("trainer.no_room"))
        if self._room is None:
            self._room = _room_of(self.session)
        return self._room

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
            self._room = None
            self.refresh()
            self.look()

    def refresh(self) -> None:
        """Ask the room where it stands, and notice what another tab has done."""
        self.hear(self.ask())

    def ask(self) -> dict[str, Any]:
        """Ask the room where it stands; changes nothing here, so it may run apart from the page."""
        if stamp_open() == self._stamp:
            return self.room.state() if self.session else {}
        running = find_open()
        return {} if running is None else _room_of(running).state()

    def hear(self, status: dict[str, Any]) -> None:
        """Take over what the room said, and what another tab has written down.

        What the room said before its latest change is left alone, such as the answer to an earlier poll.
        """
        if stamp_open() != self._stamp:
            self._stamp, self.session, self._room = stamp_open(), find_open(), None
            if self.session is not None:
                self.plan = self.session.plan
        elif _before(status, self.status):
            return
        self.status, self.away = status if self.session else {}, False
        self.ideas = tuple(self.status.get("ideas", ()))
        self.minutes = int(self.session.minutes) if self.session else 0
        if any(a["phase"] == "open" for a in self.status.get("activities", ())):
            self.result = {}

    def do(self, *steps: RoomStep, count: str = "") -> None:
        """Have the room take steps, all of them or none, in one request; see `RoomControl.do`.

        Args:
            steps: what to do, in order.
            count: the activity to count afterwards, for `result`.

        Raises:
            InputError: a step does not fit where the room stands; nothing has been done.
        """
        told = self.room.do(*steps, count=count)
        counted = told.pop("result", None)
        self.hear(told)
        if counted is not None:
            self.result = counted

    def go(self, part: int) -> None:
        """Go to a part of the agenda."""
        if self.session is not None and 0 <= part < len(self.plan.part):
            self._keep(self.session.but(part=part))

    def read_record(self) -> dict[str, Any]:
        """Read all that goes into the record; the answers are kept here as `rows`."""
        record = self.room.record()
        self.rows = tuple(record["rows"])
        return record

    def show_fates(self) -> None:
        """Let every phone show what became of its own idea."""
        unanswered = [i for i in self.ideas if not i["fate"]]
        if unanswered:
            raise InputError(self.t("trainer.ideas.missing", count=len(unanswered)))
        closed = [
            a.key
            for a in self.plan.room.activities
            if isinstance(a, Idea) and self.phase(a.key)[0] == "closed"
        ]
        if closed:
            self.do(ShowScreen(), *(Reveal(activity=key) for key in closed), count=closed[-1])

    def keep(self, days: int) -> None:
        """Set after how many days room and record are deleted."""
        if self.session is not None:
            self.do(KeepFor(days=days))
            self._keep(self.session.but(days=days))

    def delete(self) -> None:
        """Delete the room with all its answers, and forget the session; a saved record stays."""
        self.room.delete()
        self.end()

    def end(self) -> None:
        """Leave the session and close the door to the network; the room itself stays until its day."""
        server = RoomServer.find(self.session.store) if self.session else None
        forget_open()
        if server is not None:
            server.stop()
        self._stamp, self.session, self.status, self._room = stamp_open(), None, {}, None
        self.effects, self.ideas, self.rows, self.result, self.saved = (), (), (), {}, ""

    @property
    def experiment(self) -> RoomExperiment | None:
        """The experiment of the plan, if it has one."""
        return next((a for a in self.plan.room.activities if isinstance(a, RoomExperiment)), None)

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


def _room_of(session: OpenSession) -> RoomControl:
    """Give the room of a session; a server that is gone is started again on its old port."""
    server = RoomServer.find(session.store)
    if server is None:
        server = RoomServer.start(session.store, lan=session.lan)
    return RoomControl(server, session.code, session.token)


def _before(status: dict[str, Any], later: dict[str, Any]) -> bool:
    """Say whether a room said something earlier than something else."""
    same = status.get("code") == later.get("code")
    return same and status.get("version", 0) < later.get("version", 0)
