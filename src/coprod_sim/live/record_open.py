"""The session that is running, kept on disk at every step: a closed tab or a lost kernel loses nothing."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from coprod_sim.errors import InputError
from coprod_sim.files import cannot_write, json_in, private_folder, write_whole
from coprod_sim.library_files import check
from coprod_sim.live.activities import Agreed
from coprod_sim.live.disclosure import MINIMUM, Floor
from coprod_sim.live.places import PUT_BY, sessions_root
from coprod_sim.live.session_plan import SessionPlan

FORMAT = 1
DAMAGED = (
    OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError,
)  # fmt: skip
"""What may come up in reading a file that is damaged or was never one of ours."""
USUAL_DAYS = 30
"""After how many days a record is deleted when the trainer says nothing [days]."""


@dataclass(frozen=True, kw_only=True)
class OpenSession:
    """A running session: the plan, the keys of its room, where the trainer is, the locked guess.

    The keys open the room to whoever has them, so this file is readable by its owner alone and is no
    part of the record.
    """

    plan: SessionPlan
    code: str
    token: str
    store: str
    lan: bool
    begun: str
    led: str = ""
    """When leading began: with the first thing that was started, not with the opening of the room."""
    part: int = 0
    locked: str = ""
    seal: str = ""
    shown: bool = False
    days: int = USUAL_DAYS
    linked: bool = False
    floor: Floor = MINIMUM
    named: bool = False
    part_began: str = ""
    extra: int = 0
    """How many minutes the trainer has added to the part [minutes]."""

    def but(self, **changes: Any) -> "OpenSession":
        """Return a copy with something changed."""
        return replace(self, **changes)

    @property
    def agreed(self) -> Agreed:
        """What the group has agreed to."""
        return Agreed(linked=self.linked, floor=self.floor, named=self.named)

    @property
    def minutes(self) -> float:
        """How long the session has been led [minutes]."""
        return _minutes_since(self.led) if self.led else 0.0

    @property
    def left(self) -> int:
        """How long the part still has, below 0 when its time is over [minutes]."""
        gone = _minutes_since(self.part_began) if self.part_began else 0.0
        return round(self.plan.part[self.part].minutes + self.extra - gone)

    @property
    def deleted_on(self) -> str:
        """The day on which room and record are deleted."""
        day = date.fromisoformat(self.begun[:10]) + timedelta(days=self.days)
        return day.isoformat()

    @property
    def name(self) -> str:
        """The name of its folder: the day, the plan's letter and the code."""
        return f"{self.begun[:10]}_{self.plan.letter.lower()}_{self.code.lower()}"


def _minutes_since(moment: str) -> float:
    return (datetime.now(UTC) - datetime.fromisoformat(moment)).total_seconds() / 60


def keep_open(session: OpenSession) -> None:
    """Write the running session down: whole, at once on the disk, for its owner alone."""
    path = _file()
    table = {"format": FORMAT, **asdict(session), "plan": session.plan.model_dump(mode="json")}
    try:
        private_folder(path.parent)
        write_whole(path, json.dumps(table, ensure_ascii=False), private=True)
    except OSError as problem:
        raise InputError(cannot_write(path, problem)) from None


def find_open() -> OpenSession | None:
    """Find the running session; None if there is none, or if its file cannot be read."""
    return _read(_file())


def put_by(session: OpenSession) -> None:
    """Put a session by for another day: its room stays, and it can be led again."""
    keep_open(session)
    private_folder(_by())
    _file().replace(_by() / f"{session.code}.json")


def list_by(today: date | None = None) -> list[OpenSession]:
    """List the sessions that were put by and whose day has not come, the oldest first."""
    day = (today or date.today()).isoformat()
    found = [session for path in sorted(_by().glob("*.json")) if (session := _read(path))]
    return sorted((s for s in found if s.deleted_on > day), key=lambda s: s.begun)


def take_up(code: str) -> OpenSession:
    """Lead a session again that was put by; its time begins anew.

    Raises:
        InputError: there is none of this code.
    """
    found = next((session for session in list_by() if session.code == code), None)
    if found is None:
        raise InputError(f"no session of room {code[:8]!r} was put by; its day may have come")
    anew = found.but(led="", part_began="", extra=0)
    keep_open(anew)
    forget_by(code)
    return anew


def forget_by(code: str) -> None:
    """Forget a session that was put by."""
    (_by() / f"{code}.json").unlink(missing_ok=True)


def _read(path: Path) -> OpenSession | None:
    try:
        table = json_in(path)
        if table.pop("format") != FORMAT:
            return None
        plan = check(SessionPlan, table.pop("plan"), "the running session")
        return _whole(OpenSession(plan=plan, **table))
    except DAMAGED:
        return None


def _whole(session: OpenSession) -> OpenSession:
    """Give a session back if all that is worked out from it can be; a damaged file fails here."""
    _ = session.name, session.deleted_on, session.left, session.minutes
    return session


def stamp_open() -> int:
    """Say when the file was last written, to notice what another tab did [nanoseconds]."""
    try:
        return _file().stat().st_mtime_ns
    except OSError:
        return 0


def forget_open() -> None:
    """Forget the running session; its record stays."""
    _file().unlink(missing_ok=True)


def _file() -> Path:
    return sessions_root() / "open.json"


def _by() -> Path:
    return sessions_root() / PUT_BY
