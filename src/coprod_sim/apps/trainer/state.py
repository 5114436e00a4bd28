"""What the trainer's page knows: the plan, the running session, where the room stands, what came out."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any, NoReturn

import traitlets

from coprod_sim.apps.controls import Form
from coprod_sim.errors import InputError
from coprod_sim.live.activities import Agreed, RoomExperiment
from coprod_sim.live.control import RoomControl, RoomServer, is_older
from coprod_sim.live.expiry import move_day
from coprod_sim.live.moves import ending, going_on, putting_by
from coprod_sim.live.part_script import PartScript, script_of
from coprod_sim.live.places import sessions_root, store_at
from coprod_sim.live.plans import load_plan, read_plan, text_of
from coprod_sim.live.preflight import look
from coprod_sim.live.record_open import (
    USUAL_DAYS,
    OpenSession,
    find_open,
    forget_open,
    keep_open,
    put_by,
    stamp_open,
    take_up,
)
from coprod_sim.live.session_plan import SessionPlan, Turn
from coprod_sim.live.steps import KeepFor, RoomStep, TakeSeat, TellPart
from coprod_sim.words import ENGLISH, Words, words_in
from coprod_sim.words.days import day_in_words

USUAL_PLAN = "b_room_experiment"


class Trainer(traitlets.HasTraits):
    """The state behind the page. What must not be lost is on disk: see `OpenSession` and the room's store.

    `status` is what the room last said of itself, `{}` when it did not answer; `rows` (all answers) and
    `effects` are from when they were last asked for. `problem` is a sentence when something did not work;
    `own` is the text of the trainer's own plan, `code` that of the room that is led.
    """

    plan: SessionPlan = traitlets.Instance(SessionPlan)  # type: ignore[assignment]
    session: OpenSession | None = traitlets.Instance(OpenSession, allow_none=True)  # type: ignore[assignment]
    status: dict[str, Any] = traitlets.Dict()  # type: ignore[assignment]
    ideas: tuple[Any, ...] = traitlets.Tuple()  # type: ignore[assignment]
    rows: tuple[Any, ...] = traitlets.Tuple()  # type: ignore[assignment]
    result: dict[str, Any] = traitlets.Dict()  # type: ignore[assignment]
    unfolded = traitlets.Bool()
    checked: tuple[Any, ...] = traitlets.Tuple()  # type: ignore[assignment]
    effects: tuple[Any, ...] = traitlets.Tuple()  # type: ignore[assignment]
    order: tuple[str, ...] = traitlets.Tuple()  # type: ignore[assignment]
    saved = traitlets.Unicode("")
    code = traitlets.Unicode("")
    left_out = traitlets.Unicode("")
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
            raise InputError(self.t("trainer-no_room"))
        if self._room is None:
            self._room = _room_of(self.session)
        return self._room

    @property
    def on(self) -> str:
        """What people answer on, for words that differ: "phones", or "paper" where none can join."""
        return "phones" if self.plan.phones or (self.session and self.session.lan) else "paper"

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

    def begin_anew(self, plan: SessionPlan) -> None:
        """Take another plan before a room is opened."""
        self._not_while_open()
        self.plan, self.own = plan, ""

    @property
    def text(self) -> str:
        """The plan as a file: the trainer's own as it was handed over, else the library's."""
        return self.own or text_of(self.plan)

    def look(self) -> None:
        """Look whether the room will work here."""
        store = self.session.store if self.session else store_at(None)
        server = RoomServer.find(store)
        phones = self.on == "phones"
        self.checked = tuple(look(store, server=server, words=self.t, phones=phones))

    def start(self, *, lan: bool, days: int = USUAL_DAYS, agreed: Agreed | None = None) -> None:
        """Start the room server if it does not run, and open a room for the plan.

        Room and record are deleted after so many days. The phones say that, and what the group has agreed
        to, before anybody joins.
        """
        self._not_while_open()
        asked = (agreed or Agreed()).model_dump()
        server = RoomServer.start(lan=lan)
        room = server.create(self.plan.room.model_copy(update=asked), days)
        begun = _now()
        kept = {"store": server.store, "lan": server.lan, "begun": begun, "days": days, **asked}
        self._keep(OpenSession(plan=self.plan, code=room.code, token=room.token, **kept))
        self.tell_part()
        self.look()

    def let_phones_in(self) -> None:
        """Start the server again so that phones on this network reach it; nothing is lost."""
        if self.session is not None:
            server = RoomServer.start(self.session.store, lan=True)
            self._keep(self.session.but(lan=server.lan))
            self._room = None
            self.refresh()
            self.look()

    def show_address(self, address: str) -> None:
        """Show another of this computer's addresses, as after a move to another network."""
        self.room.server.show_address(address)
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
        elif is_older(status, self.status):
            return
        if self.status and status.get("join") != self.status.get("join"):
            self.checked = ()  # it was made for an address that is no longer shown
        self.status, self.away = status if self.session else {}, False
        self.ideas = tuple(self.status.get("ideas", ()))
        self._begin()
        self.minutes = int(self.session.minutes) if self.session else 0
        if any(a["phase"] == "open" for a in self.status.get("activities", ())):
            self.result = {}

    def _begin(self) -> None:
        """Let the clock run from the first thing that is started, on whichever device."""
        if self.session is None or self.session.led:
            return
        if any(a["phase"] == "open" for a in self.status.get("activities", ())):
            self._keep(self.session.but(led=_now(), part_began=_now()))

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
            led = self.session.led or _now()
            self._keep(self.session.but(part=part, led=led, part_began=_now(), extra=0))
            self.tell_part()

    def tell_part(self) -> None:
        """Give second devices the script of the part."""
        if self.session is not None:
            self.do(TellPart(script=self.script))

    @property
    def script(self) -> PartScript:
        """The script of the part that is led, with what can be shown in it."""
        if (s := self.session) is None:
            self.refuse("trainer-no_room")
        day = day_in_words(s.deleted_on, self.t)
        return script_of(self.plan, s.part, self.t, agreed=s.agreed, day=day, seal=s.seal)

    def more_time(self, minutes: int) -> None:
        """Give the part more minutes."""
        if self.session is not None:
            self._keep(self.session.but(extra=self.session.extra + minutes))

    def time_anew(self) -> None:
        """Start the time of the part anew."""
        if self.session is not None:
            led = self.session.led or _now()
            self._keep(self.session.but(led=led, part_began=_now(), extra=0))

    def read_record(self) -> dict[str, Any]:
        """Read all that goes into the record; the answers are kept here as `rows`."""
        record = self.room.record()
        self.rows = tuple(record["rows"])
        return record

    def taking_away(self, seat: int, *, sure: bool) -> TakeSeat:
        """Give the step that takes a seat away, once the trainer is sure.

        Raises:
            InputError: the trainer has not said so.
        """
        if not sure:
            self.refuse("trainer-room-away_sure_first")
        return TakeSeat(seat=seat)

    def refuse(self, key: str) -> NoReturn:
        """Refuse something in a sentence of the page.

        Raises:
            InputError: with that sentence.
        """
        raise InputError(self.t(key))

    def keep(self, days: int) -> None:
        """Set after how many days room and record are deleted."""
        if self.session is not None:
            moved = self.session.but(days=days)
            left = (date.fromisoformat(moved.deleted_on) - date.today()).days
            if left < 1:
                raise InputError(self.t("trainer-record-keep_past", least=days - left + 1))
            self.do(KeepFor(days=left))
            self._keep(moved)
            move_day(self.folder, self.session.deleted_on)

    def delete(self, *, record: bool = False) -> None:
        """Delete the room with all its answers, and forget the session; with `record`, what was saved too."""
        with suppress(InputError):  # phones and wall may be away; the room is deleted all the same
            self.do(*ending(self.t))
            self.room.wait_until_told()
        self.room.delete()
        if record and self.folder.exists():
            shutil.rmtree(self.folder)
        forget_open()
        self._leave()

    def end(self) -> None:
        """Put the session by and close the door to the network; the room can be led again until its day."""
        if self.session is not None:
            with suppress(InputError):  # phones may be away; the room is put by all the same
                self.do(*putting_by(self.t, phones=self.on == "phones"))
                self.room.wait_until_told()
            put_by(self.session)
        self._leave()

    def lead_again(self, code: str) -> None:
        """Lead a session again that was put by; phones come back to the seats they had."""
        self._not_while_open()
        session = take_up(code)
        self._stamp, self.session, self.plan, self._room = stamp_open(), session, session.plan, None
        try:
            self.do(*going_on())
        except InputError:
            self._forget_lost(session)
            raise
        self.look()

    def _forget_lost(self, session: OpenSession) -> None:
        """Put a session by again whose room does not answer now."""
        put_by(session)
        self._stamp, self.session, self._room = stamp_open(), None, None

    @traitlets.observe("plan")
    def _look_anew(self, _change: object) -> None:
        """Forget what was looked at for another plan, which may need phones where this one needs none."""
        if self.session is None:
            self.checked = ()

    @traitlets.observe("session")
    def _forget_room(self, _change: object) -> None:
        """Forget all that was said of a room once another is led, or none; `code` tells the parts."""
        code = self.session.code if self.session else ""
        if code != self.code:
            self.status, self.result, self.effects, self.ideas, self.rows = {}, {}, (), (), ()
            self.order, self.guessed, self.saved, self.left_out = (), "", "", ""
            self.code = code

    def forget_in(self, form: Form, *first: tuple[str, Any]) -> None:
        """Have a form forget what was typed for one room when another is led, or none."""
        self.observe(lambda _change: setattr(form, "values", dict(first)), "code")

    def _leave(self) -> None:
        server = RoomServer.find(self.session.store) if self.session else None
        if server is not None:
            server.stop()
        self._stamp, self.session, self._room = stamp_open(), None, None
        self.checked = ()  # what was looked at was the room that is closed now

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
            self.problem = problem.sentence

    def _keep(self, session: OpenSession) -> None:
        keep_open(session)
        self._stamp, self.session = stamp_open(), session

    def _not_while_open(self) -> None:
        if self.session is not None:
            raise InputError(self.t("trainer-already_open", code=self.session.code))


def _room_of(session: OpenSession) -> RoomControl:
    """Give the room of a session; a server that is gone is started again on its old port.

    It reaches as far as was chosen for this session: one that runs for another room, or was begun by hand,
    may reach further.
    """
    server = RoomServer.find(session.store)
    if server is None or server.lan != session.lan:
        server = RoomServer.start(session.store, lan=session.lan)
    return RoomControl(server, session.code, session.token)


def _now() -> str:
    """Give the time with the trainer's own day."""
    return datetime.now().astimezone().isoformat(timespec="seconds")
