"""One lesson on a page: its cells call these parts one after the other, in the one order."""

from collections.abc import Callable

import ipywidgets

from coprod_sim.apps.controls import Field, Form, Option, show
from coprod_sim.apps.frame import desk_for, framed, place_for_trouble, warm_up
from coprod_sim.apps.learner.after_bet import (
    expectation_told,
    points_told,
    studies_told,
    told_after,
)
from coprod_sim.apps.learner.artefact_view import FIRST, artefact_part, decision_part
from coprod_sim.apps.learner.change_view import ChangeState, change_part
from coprod_sim.apps.learner.example_view import example_part
from coprod_sim.apps.learner.idea_view import fate_part, idea_part
from coprod_sim.apps.learner.journal_view import journal_part
from coprod_sim.apps.learner.learner_state import Learner
from coprod_sim.apps.learner.page_blocks import Held, link
from coprod_sim.apps.learner.page_parts import page_parts
from coprod_sim.apps.learner.prediction_state import PredictionState
from coprod_sim.apps.learner.prediction_view import because_part, prediction_part, see_part
from coprod_sim.apps.learner.recall_view import recall_part
from coprod_sim.apps.learner.saving import saving
from coprod_sim.apps.learner.terms import Terms
from coprod_sim.errors import InputError
from coprod_sim.learning.artefact import artefact_of, seen_by
from coprod_sim.learning.exercise import Exercise, find_exercise
from coprod_sim.learning.lesson import Lesson, lesson_names, load_lesson
from coprod_sim.learning.lesson_progress import LAST, LESSON, done_parts, next_part, parts_of
from coprod_sim.learning.recall import first_right
from coprod_sim.markup import Markup, bullets, element, joined

TRACKS = ("example", "straight")
BET_STANDS = "bet-stands"
"""Marks the bet once it stands, or where there is none; until then a page shows nothing behind it."""


def open_lesson(name: str) -> "LessonPage":
    """Open a lesson by its name; raises `InputError` with the nearest one when there is none."""
    warm_up()
    return LessonPage(load_lesson(name), Learner())


class LessonPage:
    """The parts of one lesson; each gives a widget to show, and all share what the learner did."""

    def __init__(self, lesson: Lesson, learner: Learner) -> None:
        self.lesson, self.learner, self.t = lesson, learner, learner.t
        self.desk = desk_for(learner, (), "", label="learner-nav-parts")
        self.key = f"{LESSON}{lesson.id}"
        self.prediction = (
            PredictionState(lesson.predict, f"{self.key}/predict", learner)
            if lesson.predict
            else None
        )
        self._example: tuple[ipywidgets.Widget, Form] | None = None
        self._ways: Form | None = None
        learner.observe(self.desk.guarded(self._stopped_here), ["done"])

    def _stopped_here(self, _change: object) -> None:
        """Note where somebody is who does something; who only looks, or opens a file, does not stop here."""
        self.learner.keep(LAST, self.lesson.id)
        self.learner.keep(f"{self.key}/begun", True)

    def start(self) -> ipywidgets.Widget:
        """Show the way between lessons, the two tracks, and where to go on."""
        nav, here = show(self._nav()), show(class_="resume")

        def draw(_change: object = None) -> None:
            here.value = self._resume()

        self.learner.observe(self.desk.guarded(draw), ["kept"])
        draw()
        parts = [self.desk.shell, nav, place_for_trouble(self.desk), saving(self.desk), here]
        parts.append(show(page_parts(self.t)))
        if self.lesson.example is not None:
            parts.append(self._tracks())
        return self._box("start", *parts, Terms(self.desk.guarded(self.learner.shown)))

    def recall(self) -> ipywidgets.Widget:
        """Ask questions from earlier lessons."""
        return self._box("recall", recall_part(self.desk, self.lesson))

    def example(self) -> ipywidgets.Widget:
        """Show one prediction solved aloud, for those who want to see one first."""
        if self.lesson.example is None:
            return self._box("example")
        left_out = self.desk.clicks(Form([]), lambda _name: self._track(TRACKS[0]))
        self._example = example_part(self.desk, self.lesson.example), left_out
        self._show_example()
        return self._box("example", *self._example)

    def predict(self) -> ipywidgets.Widget:
        """Ask for the bet."""
        if self.prediction is None:
            return self._box("predict", classes=(BET_STANDS,))
        bet = prediction_part(self.desk, self.prediction)
        if self.prediction.placed:
            return self._box("predict", bet, classes=(BET_STANDS,))
        box = self._box("predict", bet)
        stands = self.desk.guarded(lambda _change: box.add_class(BET_STANDS))
        self.prediction.observe(stands, ["placed"])
        return box

    def see(self) -> ipywidgets.Widget:
        """Show the run, locked until there is a bet, and ask what was seen."""
        if self.prediction is None:
            return self._box("see")
        box = self._box("see", see_part(self.desk, self.prediction))
        if self.prediction.placed and self.prediction.ran:
            self.learner.when_shown(self.desk.guarded(self.prediction.run))
        return box

    def because(self) -> ipywidgets.Widget:
        """Ask for a reason, then show a model answer."""
        return self._box(
            "because", *([because_part(self.desk, self.prediction)] if self.prediction else [])
        )

    def change(self) -> ipywidgets.Widget:
        """Let one thing be changed, and show before and after."""
        if self.lesson.change is None or self.prediction is None:
            return self._box("change")
        state = ChangeState(self.lesson.change, self.prediction, self.lesson.id)
        return self._box("change", change_part(self.desk, state))

    def after_bet(self, shown: object) -> object:
        """Give something as it is once the bet stands, and until then a line that says so."""
        if self.prediction is None or self.prediction.placed:
            return shown
        return Held(self.t("learner-notebook-code_held"))

    def expect(self) -> ipywidgets.Widget:
        """Say what the line to change in the code of the bet should do."""
        return self._after("expect", lambda: expectation_told(self.lesson, self.t))

    def studies(self) -> ipywidgets.Widget:
        """Tell what studies say, and what speaks against it."""
        return self._after("studies", lambda: studies_told(self.lesson))

    def take_away(self) -> ipywidgets.Widget:
        """Say what to take along."""
        return self._after("take-away", lambda: points_told(self.lesson, self.t))

    def idea(self) -> ipywidgets.Widget:
        """Ask for the learner's own idea, to be traced later."""
        idea = self.lesson.idea
        return self._box("idea", *([idea_part(self.desk, idea, self.lesson.id)] if idea else []))

    def fate(self) -> ipywidgets.Widget:
        """Say what became of the idea the learner gave in an earlier lesson."""
        fate = self.lesson.fate
        return self._box("fate", *([fate_part(self.desk, fate.of, fate.none)] if fate else []))

    def at_your_place(self) -> ipywidgets.Widget:
        """Bring the lesson to the learner's own decision: something to make for it, or a box to write in."""
        place, name = self.lesson.place, f"{self.lesson.id}/place"
        if place is None:
            return self._box("place")
        own = [] if self.lesson.id == FIRST else [decision_part(self.desk)]
        artefact = artefact_of(self.lesson.id)
        seen = seen_by(artefact)
        thought = journal_part(self.desk, name, place.prompt, place.starters, seen)
        if artefact is None:
            return self._box("place", *own, thought)
        return self._box("place", artefact_part(self.desk, artefact, *own, thought))

    def finish(self) -> ipywidgets.Widget:
        """Close with the exercises that fit, and the way on."""
        said = show(class_="finish")

        def draw(_change: object = None) -> None:
            said.value = self._finish()

        self.learner.observe(self.desk.guarded(draw), ["kept"])
        draw()
        return self._box("finish", said)

    def _after(self, part: str, told: Callable[[], Markup]) -> ipywidgets.Box:
        return self._box(part, told_after(self.desk, self.prediction, told, "told"))

    def _box(
        self, part: str, *inside: ipywidgets.Widget, classes: tuple[str, ...] = ()
    ) -> ipywidgets.Box:
        anchor = show(element("span", id=f"part-{part}"), class_="anchor")
        return framed([anchor, *inside], "coprod-lesson", f"part-{part}", *classes)

    def _tracks(self) -> ipywidgets.Widget:
        t = self.t
        options = tuple(
            Option(value=k, label=t(f"learner-track-{k}"), help=t(f"learner-track-{k}_help"))
            for k in TRACKS
        )
        field = Field(id="track", kind="choice", label=t("learner-track-which"), options=options)
        form = Form([field], {"track": self.learner.store.get("track", TRACKS[0])})

        self._ways = form
        return self.desk.answers(form, lambda _name, value, _moving: self._track(value))

    def _show_example(self) -> None:
        """Show the example, or in its place that it was left out: its heading stands there either way."""
        if self._example is not None:
            solved, left_out = self._example
            shown = self.learner.store.get("track", TRACKS[0]) == TRACKS[0]
            solved.layout.display = "" if shown else "none"
            left_out.parts = () if shown else self._left_out()

    def _left_out(self) -> list[Field]:
        """Say that the example was left out, with the button that shows it here."""
        said = Field(id="left_out", kind="note", label=self.t("learner-track-left_out"))
        return [said, Field(id="example", kind="button", label=self.t("learner-track-show"))]

    def _track(self, name: str) -> None:
        """Take one of the two ways through, and show what belongs to it."""
        self.learner.keep("track", name)
        if self._ways is not None:
            self._ways.values = {"track": name}
        self._show_example()

    def _nav(self) -> Markup:
        items = []
        for name in lesson_names():
            here = "page" if name == self.lesson.id else None
            to = element("a", load_lesson(name).title, href=f"{name}.ipynb", aria_current=here)
            items.append(element("li", to))
        label = self.t("learner-nav-lessons")
        return element(
            "nav", element("ol", *items, start=0), class_="coprod-lessons", aria_label=label
        )

    def _resume(self) -> Markup | str:
        t, store = self.t, self.learner.store
        done, all_ = len(done_parts(self.lesson, store)), len(parts_of(self.lesson))
        if not done:
            return ""
        on, said = next_part(self.lesson, store), t("learner-resume-done", done=done, all=all_)
        right, asked = first_right(store, self.lesson.id)
        if asked:
            said = f"{said} {t('learner-resume-right', right=right, asked=asked)}"
        if not on:
            return element("p", f"{said} {t('learner-resume-whole')}")
        words = f"{t('learner-resume-on')}: {t(f'learner-part-{on}')}"
        return element("p", f"{said} ", element("a", words, href=f"#part-{on}"))

    def _finish(self) -> Markup:
        t = self.t
        named = [
            element(
                "a",
                t("learner-finish-exercise", number=one.number, title=one.title),
                href=f"apps/do_exercises.ipynb?exercise={one.id}",
            )
            for one in _exercises(self.lesson)
        ]
        head = element("h3", t("learner-finish-exercises")) if named else ""
        return joined(head, bullets(named), self._on())

    def _on(self) -> Markup | str:
        names = lesson_names()
        after = names[names.index(self.lesson.id) + 1 :]
        if not after:
            return ""
        words = f"{self.t('learner-finish-next')}: {load_lesson(after[0]).title}"
        return link(f"{after[0]}.ipynb", words)


def _exercises(lesson: Lesson) -> list[Exercise]:
    """Find the exercises that fit; none where their folder is not beside the lessons."""
    try:
        return [find_exercise(name) for name in lesson.exercises]
    except InputError:
        return []
