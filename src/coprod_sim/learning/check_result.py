"""What an answer comes to: not tried yet; not yet, and why; or yes, and why."""

from dataclasses import dataclass, field
from enum import StrEnum


class Status(StrEnum):
    """The three things an answer can be; nobody is ever just "wrong"."""

    NOT_TRIED = "not_tried"
    NOT_YET = "not_yet"
    YES = "yes"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """What an answer comes to, and what is said about it.

    `said` is about the answer as a whole; `notes` has a line for each part of it, by the part's id.
    `right` names the parts that are right.
    """

    status: Status
    said: tuple[str, ...] = ()
    notes: dict[str, str] = field(default_factory=dict)
    right: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """Everything that is said, as one text."""
        return "\n".join([*self.said, *self.notes.values()])


def not_tried(*said: str) -> CheckResult:
    """Say that there is no answer yet."""
    return CheckResult(status=Status.NOT_TRIED, said=said)
