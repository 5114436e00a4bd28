"""What every part of the page is built with: the state, the shell, the words, and a way to redraw."""

import logging
from collections.abc import Callable
from typing import Any, Protocol

from coprod_sim.apps.controls import Form, Shell
from coprod_sim.errors import InputError
from coprod_sim.words import Words

LOG = logging.getLogger(__name__)
Work = Callable[..., None]


class PageState(Protocol):
    """What a page knows, whichever page it is: its words, what went wrong, and how to be told of changes."""

    t: Words
    problem: Any

    def observe(self, handler: Any, names: Any = ...) -> None:
        """Call the handler when one of the named things changes."""
        ...


class Desk[S: PageState]:
    """Ties state and shell together; parts redraw only while they are on screen.

    Every callback goes through `guarded`: what a person did wrong becomes a sentence, and a fault of
    ours a sentence as well, for the page would show neither by itself.
    """

    def __init__(self, state: S, shell: Shell) -> None:
        self.state, self.shell, self.t = state, shell, state.t
        self._due: dict[str, dict[Work, None]] = {}
        self._told: Form | None = None

    def guarded(self, work: Callable[..., object]) -> Work:
        """Wrap a callback so that it never fails in silence."""

        def safe(*given: Any) -> None:
            try:
                work(*given)
            except InputError as problem:
                self.state.problem = problem.sentence
            except Exception:
                LOG.exception("a callback failed")
                self.state.problem = self.t("faults-inside")

        return safe

    def afresh(self, form: Form, work: Callable[..., object]) -> Work:
        """Wrap a callback of a form as `guarded` does, and say beside the form as well what came of it.

        The last sentences, good or bad, go before the next try.
        """
        safe = self.guarded(work)

        def fresh(*given: Any) -> None:
            self.hush()
            if self.shell.say != self.t("page-loading"):
                self.shell.say = ""
            safe(*given)
            self._told = form
            form.said = str(self.state.problem)
            if self.shell.say != self.t("page-loading"):
                form.told = self.shell.say

        return fresh

    def hush(self) -> None:
        """Take away what was said of the last thing that went wrong, at the top, and all beside its form."""
        self.state.problem = ""
        if self._told is not None:
            self._told.said = self._told.told = ""

    def keep(self, part: str, draw: Callable[[], None], *names: str) -> None:
        """Draw now or when the part is next on screen, and again whenever a named trait changes."""
        safe = self.guarded(draw)

        def changed(_change: object) -> None:
            due = self._due.setdefault(part, {})
            if self.shell.here == part:
                due.pop(safe, None)
                safe()
            else:
                due[safe] = None

        self.state.observe(changed, list(names))
        changed(None)

    def arrive(self, part: str) -> None:
        """Draw what has waited for the part to come on screen."""
        for draw in self._due.pop(part, {}):
            draw()

    def answers(self, form: Form, take: Callable[[str, Any, bool], None]) -> Form:
        """Send what is answered in a form to `take`, with faults caught."""
        form.on_answer = self.beside(form, take)
        return form

    def clicks(self, form: Form, press: Callable[[str], None]) -> Form:
        """Send the buttons pressed in a form to `press`, with faults caught."""
        form.on_click = self.beside(form, press)
        return form

    def beside(self, form: Form, work: Callable[..., object]) -> Work:
        """Wrap a callback as `guarded` does, and say what went wrong beside the form as well."""

        def told(*given: Any) -> None:
            form.said = ""
            try:
                work(*given)
            except Exception as fault:
                self.guarded(_raised)(fault)
                form.said = str(self.state.problem)

        return told


def _raised(fault: Exception) -> None:
    """Raise a fault again, for whoever says what it comes to."""
    raise fault
