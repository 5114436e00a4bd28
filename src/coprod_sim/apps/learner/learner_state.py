"""What every learner's page knows: its words, what is kept, and what went wrong."""

from collections.abc import Callable

import traitlets

from coprod_sim.apps.controls import Showing
from coprod_sim.errors import InputError
from coprod_sim.learning.place_said import place_said
from coprod_sim.learning.progress import ProgressStore, left_beside
from coprod_sim.words import ENGLISH, Words, words_in


class Learner(traitlets.HasTraits):
    """The state behind a learner's page; `problem` is a sentence when something does not work.

    `unsaved` is a sentence when nothing can be written to disk; `kept` goes up whenever something else is
    kept, also where a file was opened, `done` with each thing the learner does on this page, and `aside`
    whenever a text of another page had to go into the journal for it.
    """

    problem = traitlets.Unicode("")
    unsaved = traitlets.Unicode("")
    kept = traitlets.Int(0)
    done = traitlets.Int(0)
    aside = traitlets.Int(0)
    language = traitlets.Unicode(ENGLISH)

    def __init__(self, store: ProgressStore | None = None, language: str = ENGLISH) -> None:
        super().__init__(language=language)
        self.t: Words = words_in(language)
        self.store = store or ProgressStore()
        self.store.named = place_said
        self.unsaved = self.store.problem
        self.store.on_problem = lambda said: setattr(self, "unsaved", said)
        self._showing = Showing(waits=True)
        if store is None:
            self._take_over()

    def _take_over(self) -> None:
        """Take to the place where it does not travel what an earlier kit left beside a notebook."""
        beside = left_beside()
        if beside is None:
            return
        try:
            self.store.take_over(beside, place_said)
        except InputError as fault:
            self.tell(fault)
        except OSError:
            return  # it stays where it is, for the next time

    def tell(self, fault: Exception) -> None:
        """Say what went wrong beside the page: a problem with what was given, or a fault of ours."""
        self.problem = str(fault) if isinstance(fault, InputError) else self.t("faults-inside")

    def when_shown(self, work: Callable[[], None]) -> None:
        """Do something as soon as the page is in front of somebody, or now if it is already."""
        self._showing.then(work)

    def shown(self) -> None:
        """Take note that the page is in front of somebody."""
        self._showing.arrived()

    def look_again(self) -> None:
        """Take in what another page has kept meanwhile."""
        if self.store.look():
            self.kept += 1

    def keep(self, name: str, value: object) -> None:
        """Keep something in the progress file."""
        if self.store.get(name) != value:
            self.aside += self.store.put(name, value)
            self.done += 1
            self.kept += 1
