"""Writes the page of all commands from what each says about itself under `--help`."""

import contextlib
import io
import os
import re
from importlib.metadata import entry_points

HEAD = """# Every command

What each command says with `--help`, word for word. The [how-to guides](howto/index.md) say what to type for
a task; this page is where to look an option up.
"""


def command_page() -> str:
    """Write the whole page."""
    commands = re.findall(r"^  ([a-z-]+) +(.+)$", help_of(), re.MULTILINE)
    return HEAD + "".join(_section(name, words) for name, words in commands if name[0] != "-")


def _section(name: str, words: str) -> str:
    return f"\n## `{name}`: {words}\n\n```text\n{help_of(name)}```\n"


def help_of(*command: str) -> str:
    """Give what `coprod-sim COMMAND --help` prints on a screen 88 letters wide."""
    (script,) = entry_points(group="console_scripts", name="coprod-sim")
    os.environ |= {"COLUMNS": "88", "NO_COLOR": "1"}
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.suppress(SystemExit):
        script.load()([*command, "--help"])
    return printed.getvalue()
