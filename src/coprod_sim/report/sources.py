"""Numbers the sources of a case, so that its facts can point to them, and makes addresses links."""

import re

from markupsafe import Markup, escape

from coprod_sim.scenarios import Scenario

ADDRESS = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,;)]")


class Sources:
    """The sources of a case in the order of the page; facts may bring further ones."""

    def __init__(self, case: Scenario) -> None:
        named = [*case.sources, *(fact.source for fact in case.facts)]
        self.all = list(dict.fromkeys(named))

    def number(self, source: str) -> int:
        """Give the number of a source on the page, from 1."""
        return self.all.index(source) + 1


def linked(source: str) -> Markup:
    """Turn the addresses in a source into links that show where they lead."""
    parts, end = [], 0
    for found in ADDRESS.finditer(source):
        parts += [escape(source[end : found.start()]), _link(found.group())]
        end = found.end()
    return Markup("").join([*parts, escape(source[end:])])


def _link(address: str) -> Markup:
    return Markup('<a href="{0}" rel="noreferrer">{0}</a>').format(address)
