"""Numbers in a plan's sentences that come from what its phones ask: "{Count start} questions"."""

import re
from collections.abc import Callable
from typing import Any

from coprod_sim.errors import InputError, did_you_mean
from coprod_sim.library_files import check
from coprod_sim.live.activities import Activity, RoomPlan
from coprod_sim.words import Words, words_in

MARK = re.compile(r"\{(count|Count)(?: ([a-z0-9_]+))?\}")
"""Where a number stands: that of the activity it is in, or of the one named; with a capital first if so."""


def counted_title(table: dict[str, Any]) -> dict[str, Any]:
    """Put into the title of an activity how many things it asks.

    Args:
        table: the activity, as its file has it.
    """
    if not MARK.search(str(table.get("title", ""))):
        return table
    alone = {"title": "counted", "activities": ({"key": "it"} | table,)}
    (activity,) = check(RoomPlan, alone, str(table["title"])).activities
    return table | {"title": MARK.sub(lambda m: _word(m[1], activity), table["title"])}


def counted_lines(value: Any, activities: dict[str, Activity], where: str) -> Any:
    """Put into all sentences of a plan's parts how many things its activities ask.

    Args:
        value: the parts, or any value inside them.
        activities: the activities of the plan, by key.
        where: the name of the plan, for the sentences.

    Raises:
        InputError: a sentence counts an activity that the plan has not.
    """

    def put(found: re.Match[str]) -> str:
        key = found[2] or ""
        if key not in activities:
            raise InputError(
                f"{where}: {found[0]} counts no activity of this plan{did_you_mean(key, activities)} "
                f"(it has: {', '.join(activities)})"
            )
        return _word(found[1], activities[key])

    return _everywhere(value, lambda text: MARK.sub(put, text))


def in_words(count: int, words: Words) -> str:
    """Write a small number as a word."""
    return words("room-in_words", count=count)


def _word(form: str, activity: Activity) -> str:
    words = words_in("en")
    word = in_words(len(activity.questions(activity.rounds[0], None, words)), words)
    return word[0].upper() + word[1:] if form == "Count" else word


def _everywhere(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list | tuple):
        return [_everywhere(one, change) for one in value]
    if isinstance(value, dict):
        return {name: _everywhere(one, change) for name, one in value.items()}
    return value
