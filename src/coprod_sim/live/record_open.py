"""The session that is running, kept on disk at every step: a closed tab or a lost kernel loses nothing."""

import json
import os
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from coprod_sim.errors import InputError
from coprod_sim.files import cannot_write, write_whole
from coprod_sim.library_files import check
from coprod_sim.live.session_plan import SessionPlan

FORMAT = 1
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
    part: int = 0
    locked: str = ""
    seal: str = ""
    shown: bool = False
    days: int = USUAL_DAYS

    def but(self, **changes: Any) -> "OpenSession":
        """Return a copy with something changed."""
        return replace(self, **changes)

    @property
    def minutes(self) -> float:
        """How long the session has been running [minutes]."""
        return (datetime.now(UTC) - datetime.fromisoformat(self.begun)).total_seconds() / 60

    @property
    def name(self) -> str:
        """The name of its folder: the day, the plan's letter and the code."""
        return f"{self.begun[:10]}_{self.plan.letter.lower()}_{self.code.lower()}"


def sessions_root() -> Path:
    """Give the folder with all sessions: `COPROD_SESSIONS`, or a folder in the user's home."""
    named = os.environ.get("COPROD_SESSIONS")
    return Path(named) if named else Path.home() / ".coprod_sim" / "sessions"


def keep_open(session: OpenSession) -> None:
    """Write the running session down: whole, at once on the disk, for its owner alone."""
    path = _file()
    table = {"format": FORMAT, **asdict(session), "plan": session.plan.model_dump(mode="json")}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, json.dumps(table, ensure_ascii=False), private=True)
    except OSError as problem:
        raise InputError(cannot_write(path, problem)) from None


def find_open() -> OpenSession | None:
    """Find the running session; None if there is none, or if its file cannot be read."""
    try:
        table = json.loads(_file().read_text(encoding="utf-8"))
        if table.pop("format") != FORMAT:
            return None
        plan = check(SessionPlan, table.pop("plan"), "the running session")
        return OpenSession(plan=plan, **table)
    except (OSError, ValueError, KeyError, TypeError, InputError):
        return None


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
