"""Hands over what runs through all lessons: what returns, what is made and written, the short test."""

from dataclasses import asdict
from typing import Any

from coprod_sim.learning import learnt, recall
from coprod_sim.learning.artefact import DECISION, WRITER, artefacts
from coprod_sim.learning.lesson import lesson_names, load_lesson
from coprod_sim.learning.own_case.storage import START
from coprod_sim.learning.place_said import OWN
from coprod_sim.learning.portfolio import BLANK, SIGNING, STYLE
from coprod_sim.learning.writing_places import JOURNAL, titles, writing_places
from coprod_sim.words import words_in


def work_handed(language: str) -> dict[str, Any]:
    """Hand over what every lesson's page needs of the others.

    Args:
        language: the language of the pages.

    Returns:
        A table of plain values.
    """
    return {
        "recall": {"kept": recall.RECALL, "most": recall.MOST, "asked": _recall()},
        "decision": {"name": DECISION, "prompt": _prompt()},
        "makes": {
            one.lesson: one.model_dump(mode="json")
            | {"key": one.key, "file": one.file, "place": one.place}
            for one in artefacts()
        },
        "portfolio": {
            "style": STYLE,
            "signing": SIGNING,
            "blank": BLANK,
            "writer": WRITER,
            "months": words_in(language)("days-months").split("|"),
            "journal": JOURNAL,
            "places": [asdict(place) for place in writing_places(words_in(language))],
            "titles": titles(),
        },
        "own_case": {"start": START, "title": titles()[OWN]},
        "learnt": _learnt(),
    }


def _prompt() -> str:
    """Give the question by which the learner names a decision of their own."""
    first = load_lesson(DECISION.split("/")[1])
    return first.place.prompt if first.place else ""


def _recall() -> dict[str, list[dict[str, Any]]]:
    return {
        name: [question.model_dump(mode="json") for question in load_lesson(name).recall]
        for name in lesson_names()
    }


def _learnt() -> dict[str, Any]:
    """Hand over both forms of the short test, with a mark in place of each right answer (`answer_mark`)."""
    return {
        "kept": learnt.KEPT,
        "draft": learnt.DRAFT,
        "times": learnt.TIMES,
        "ending": learnt.ENDING,
        "format": learnt.Learnt.model_fields["format"].default,
        "forms": {
            form: [
                item.model_dump(mode="json", exclude={"right"}) | {"mark": item.mark}
                for item in learnt.items(form)
            ]
            for form in learnt.FORMS
        },
    }
