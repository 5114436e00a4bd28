"""What stands around every page, in every language, for the template and for the script that goes with it."""

from typing import Any

from coprod_sim.kit_place import kit_place, rooms_may_open
from coprod_sim.words import languages, words_in


def around_pages() -> dict[str, Any]:
    """Give the words in each language by their names, and where the kit runs, on which some depend.

    The trainer's page says in its foot what a room shows, if one can be opened from it.
    """
    words = {
        code: {name: t(f"around-{name}") for name in t.names("around")}
        for code, t in ((code, words_in(code)) for code in languages())
    }
    place = kit_place()
    feet = {"train": f"{'room' if rooms_may_open() else 'foot'}_{place}", "others": f"foot_{place}"}
    return {"place": place, "feet": feet, "words": words}
