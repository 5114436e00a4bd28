"""Which pages of phones and walls are open, and which of them do not show yet where their room stands."""

import time

SLACK = 5.0
"""How much later than usual an open page may ask for news [seconds]."""


class OpenPages:
    """The pages that have asked for something lately, each with the version of the room it shows."""

    def __init__(self, wait: float) -> None:
        """Begin without any.

        Args:
            wait: how long a page's question for news stays open [seconds].
        """
        self._lately = wait + SLACK
        self._shown: dict[tuple[str, str], tuple[int, float]] = {}

    def asks(self, room: str, who: str, version: int) -> None:
        """Note that a page is open.

        Args:
            room: the code of its room.
            who: a name for the page.
            version: the version of the room that it shows.
        """
        self._shown[room, who] = version, time.monotonic()

    def behind(self, room: str, version: int) -> int:
        """Count the open pages of a room that do not show this version yet, and forget those that are gone.

        Args:
            room: the code of the room.
            version: what they are to show.
        """
        since = time.monotonic() - self._lately
        self._shown = {page: seen for page, seen in self._shown.items() if seen[1] > since}
        return sum(page[0] == room and seen[0] < version for page, seen in self._shown.items())

    def forget(self, room: str) -> None:
        """Forget the pages of a room.

        Args:
            room: its code.
        """
        for page in [page for page in self._shown if page[0] == room]:
            del self._shown[page]
