"""What can be put on the big screen in a part besides what is asked, from each device that leads."""

from functools import lru_cache
from typing import Annotated

from pydantic import Field

from coprod_sim.library_files import FileValue
from coprod_sim.live.screens import Screen
from coprod_sim.live.session_plan import SessionPlan, Shown
from coprod_sim.words import Words

SEAL = Shown("seal")
MADE_UP = {
    "people": 12,
    "mean": -1.8,
    "error": 0.6,
    "freedom": 10,
    "tickbox": 5.9,
    "co_production": 4.1,
}
"""Twelve people, and a leaflet that scored clearly higher [points from 0 to 10]. Made up."""


class ToShow(FileValue):
    """One button: its name, what stands on it, and what it puts on the big screen."""

    name: Annotated[str, Field(max_length=40)]
    label: Annotated[str, Field(max_length=700)]
    screen: Screen


def to_show(plan: SessionPlan, at: int, t: Words, seal: str = "") -> tuple[ToShow, ...]:
    """Give what a part shows at a press.

    Args:
        plan: the plan that is led.
        at: which part.
        t: the words to say it in.
        seal: the seal of the locked guess, if one is locked.
    """
    screens = plan.part[at].screens
    said = [one.words for one in screens if one.kind == "words"]
    sealed = [ToShow(name="seal", label=t("trainer-lead-seal"), screen=seal_screen(seal, t))]
    made_up = Shown("made_up") in screens
    return (
        *(sealed if seal and SEAL in screens else ()),
        *(_words(k, words, t) for k, words in enumerate(said)),
        *([ToShow(name="made_up", label=t("trainer-lead-made_up"), screen=made_up_screen(t))] * made_up),
    )  # fmt: skip


def _words(k: int, words: str, t: Words) -> ToShow:
    label = t("trainer-lead-say_words", words=words)
    more = (t("trainer-lead-talk_words"),) * (words == t("trainer-lead-talk_title"))
    return ToShow(name=f"say__{k}", label=label, screen=Screen(title=words, paragraphs=more))


def signs(seal: str) -> str:
    """Give the first eight signs of a seal, as people write them down."""
    return f"{seal[:4]} {seal[4:8]}"


def seal_screen(seal: str, t: Words) -> Screen:
    """Show the first signs of the seal, large."""
    return Screen(
        title=t("trainer-model-seal_title"), large=signs(seal), signs=True,
        paragraphs=(t("trainer-model-seal_text"),),
    )  # fmt: skip


def made_up_screen(t: Words) -> Screen:
    """Show a result in which the leaflet wins, marked as made up, for those who practise what to say then."""
    said, svg = _made_up()
    note = t("trainer-lead-made_up_note")
    return Screen(title=t("trainer-lead-made_up_title"), paragraphs=(note, *said), svg=svg)


@lru_cache(maxsize=1)
def _made_up() -> tuple[tuple[str, ...], str]:
    from coprod_sim.live.effect_report import chart, on_the_wall  # noqa: PLC0415 - brings pandas along
    from coprod_sim.live.treatment_effect import Effect  # noqa: PLC0415

    one = Effect(measure="acceptance", who="lost", made_up=True, **MADE_UP)  # type: ignore[arg-type]
    return tuple(on_the_wall(one)), chart([one]).svg
