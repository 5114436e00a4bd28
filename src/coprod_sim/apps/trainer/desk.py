"""What every part of the trainer's page is built with: the explorer's desk, around the trainer's state."""

from typing import Any, cast

from coprod_sim.apps.controls import Shell
from coprod_sim.apps.explorer.desk import Desk as ExplorerDesk
from coprod_sim.apps.trainer.state import Trainer


class Desk(ExplorerDesk):
    """Ties the trainer's state and the shell together; faults become sentences, as on every page."""

    def __init__(self, trainer: Trainer, shell: Shell) -> None:
        super().__init__(cast(Any, trainer), shell)
        self.trainer = trainer

    def does(self, work: Any) -> Any:
        """Wrap a callback so that the last sentence goes before the next try."""
        safe = self.guarded(work)

        def fresh(*given: Any) -> None:
            self.trainer.problem = ""
            safe(*given)

        return fresh
