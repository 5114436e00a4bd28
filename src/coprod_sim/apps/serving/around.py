"""What stands around every page, in every language, for the template and for the script that goes with it."""

from typing import Any

from coprod_sim.kit_place import kit_place
from coprod_sim.words import languages, words_in


def around_pages() -> dict[str, Any]:
    """Give the words in each language by their names, and where the kit runs, on which some depend."""
    words = {
        code: {name: t(f"around-{name}") for name in t.names("around")}
        for code, t in ((code, words_in(code)) for code in languages())
    }
    return {"place": kit_place(), "words": words}
