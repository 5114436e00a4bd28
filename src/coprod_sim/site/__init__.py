"""The kit as a folder of pages that any web space, a memory stick or a mail can carry; nothing to install."""

from coprod_sim.site.folder import write_site
from coprod_sim.site.one_file import write_one_file

__all__ = ["write_one_file", "write_site"]
