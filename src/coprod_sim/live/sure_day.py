"""Says whether today can be believed before anything is deleted for good: a clock may be wrong for once.

A computer whose clock was set weeks ahead looks like one that was not used for weeks. So after a gap nothing
is deleted at once: only when the kit meets a second, later day, or when somebody asks for it.
"""

from contextlib import suppress
from datetime import date
from pathlib import Path

from coprod_sim.files import json_in, write_whole

MARK = ".last_day.json"
"""The file that says on which day the kit last looked, and on which day it did not believe the clock."""
GAP = 3
"""So many days after the last look the clock is believed at once: a weekend and a holiday [days]."""


def day_is_sure(folder: Path, today: date | None = None) -> bool:
    """Say whether what is due in a folder today may be deleted, and remember that today was seen.

    Args:
        folder: where rooms or records lie.
        today: the day by the clock; left out, the clock is asked.

    Returns:
        Whether the kit was here a few days ago, or has met more than one day since a longer gap.
    """
    day = today or date.today()
    if not folder.is_dir():
        return True
    last, doubted = _seen(folder, day)
    doubted = day if (day - last).days > GAP or doubted == day else None
    with suppress(OSError):  # a folder that cannot be written to loses nothing either
        if (day, doubted) != _seen(folder, day) or not (folder / MARK).exists():
            mark = f'{{"day": "{day}", "doubted": "{doubted or ""}"}}'
            write_whole(folder / MARK, mark, private=True)
    return doubted is None


def _seen(folder: Path, day: date) -> tuple[date, date | None]:
    """Give the day of the last look and the day in doubt; at first the day of the newest file."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        table = json_in(folder / MARK)
        doubted = table["doubted"]
        return date.fromisoformat(table["day"]), date.fromisoformat(doubted) if doubted else None
    times = [path.stat().st_mtime for path in folder.rglob("*") if path.is_file()]
    return (date.fromtimestamp(max(times)) if times else day), None
