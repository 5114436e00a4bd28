"""Writes the board for one case as a single file that works from a mail, without a connection."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from coprod_sim.board.answer import answer_of
from coprod_sim.board.cases import FOUND, NOW, way_of, ways_of
from coprod_sim.board.declarations import WORDS, declarations, words
from coprod_sim.board.leading import entered_elsewhere
from coprod_sim.board.library_answers import MOST_WAYS
from coprod_sim.board.looked_at import looked_at_in_words
from coprod_sim.board.rests import rests_in_words
from coprod_sim.board.shown import played
from coprod_sim.board.sought import sought_in_words
from coprod_sim.board.standalone import one_file
from coprod_sim.board.view import View
from coprod_sim.errors import InputError
from coprod_sim.files import cannot_write, write_whole
from coprod_sim.gate import duty, outcome, reasons
from coprod_sim.results import Comparison, compare
from coprod_sim.scenarios import Scenario
from coprod_sim.scenarios.described import OWN

ENTERED_WORDS = (*WORDS, "gate.ftl", "leaders.ftl", "sentences.ftl", "studies.ftl")
"""The files of words for a page that is made of a saved view."""
NOT_IN_THE_LIBRARY = (NOW, FOUND)


def write_one_file(
    path: Path, case: Scenario, language: str = "en", *, view: View | None = None,
    in_models: Callable[[Comparison, View], str] | None = None,
) -> int:  # fmt: skip
    """Write one page with the case, the scripts and the model inside.

    A browser that cannot run the model finds the answer in it that Python works out here.

    Args:
        path: the file, whose name ends in .html.
        case: the case.
        language: the language of the page.
        view: what was entered about the case, all of which goes along.
        in_models: says of a view in how many models its way gains too little; without it, nothing is said.

    Returns:
        How large it is [bytes].

    Raises:
        InputError: when the name does not end in .html, or the file cannot be written.
    """
    if path.suffix != ".html":
        raise InputError(f"{path}: the name must end in .html, so that a double click opens it")
    shown = (view or View(ways=case.engagements[:MOST_WAYS])).but(case=case.name, language=language)
    own = [way_of(shown, name) for name in shown.ways if name in NOT_IN_THE_LIBRARY]
    answers = {case.name: answer_of(compare(case, ways_of(shown)), shown.at_least)}
    declared = declarations([case], own) | {"answers": answers} | (_entered(view) if view else {})
    if view and in_models:
        declared["not_enough"] = in_models(played(view), view)
    text = one_file(declared, shown)
    try:
        write_whole(path, text)
    except OSError as problem:
        raise InputError(cannot_write(path, problem)) from None
    return len(text.encode())


def _entered(view: View) -> dict[str, Any]:
    """Give what the page says of a saved view: advice, a duty, the conditions, the risks, a challenge."""
    verdict = {
        "outcome": outcome(view.gate, view.stakes, view.trust),
        "duty": duty(view.gate),
        "because": reasons(view.gate, view.stakes, view.trust),
    }
    told = {
        "rests": rests_in_words(view) if view.case == OWN else "",
        "verdict": verdict, "sought": sought_in_words(view), "looked_at": looked_at_in_words(view),
    }  # fmt: skip
    return {"words": words(ENTERED_WORDS), **told, **entered_elsewhere()}
