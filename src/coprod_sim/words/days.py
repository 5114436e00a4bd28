"""Days said in words, as people read them: of the calendar of whoever's computer this is."""

from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coprod_sim.words import Words


def day_in_words(day: date | str, t: "Words") -> str:
    """Say a day with its weekday, such as Saturday 5 December 2026.

    Args:
        day: the day, or how ISO 8601 writes it.
        t: the words to say it in.
    """
    found = date.fromisoformat(day) if isinstance(day, str) else day
    weekday = t("days-weekdays").split("|")[found.weekday()]
    month = t("days-months").split("|")[found.month - 1]
    return t("days-day", weekday=weekday, day=str(found.day), month=month, year=str(found.year))


def day_of(moment: int) -> date:
    """Give the day of a moment [milliseconds since 1970], in this computer's time zone."""
    return datetime.fromtimestamp(moment / 1000).astimezone().date()
