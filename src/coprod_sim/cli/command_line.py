"""Reads the command line, runs the command, and turns bad input into a sentence and exit code 2."""

import argparse
import re
import sys
import warnings
from collections.abc import Sequence
from importlib import import_module

from coprod_sim import __version__
from coprod_sim.cli.plain_signs import harmless_output, write_plainly
from coprod_sim.errors import Caution, InputError, did_you_mean

WORD = re.compile(r"[a-z]+,? ")
"""A message that begins with a word, not with what somebody typed."""
STOPPED = "coprod-sim: Stopped.\n"
"""What is said last of a command that somebody has stopped."""
COMMANDS = {
    "open": "open the kit in your browser",
    "compare": "compare ways of involving people on a case",
    "theories": "say in how many models each way wins on a case, and what decides it",
    "list": "list the cases, the ways of involving people, and the simulations",
    "show": "show a case or a way of involving people in words",
    "check": "check a file: case, way, population, experiment or session plan",
    "run": "run one of the simulations",
    "exercises": "hand out, check and build the exercises, pool what was learnt",
    "copy": "write your own copy of the notebooks, exercises and simulations",
    "sweep": "run thousands of points of a design, here or on a cluster",
    "population": "make a population from your own survey",
    "site": "write the kit as pages that need no Python: for a web space, a memory stick, a mail",
    "room": "run the live room that people join on their phones",
    "pack": "write everything a trainer prints for a session",
    "sessions": "list, merge and clean up the records of sessions",
    "rebuild": "make what ships with the package anew, after a rule was changed",
    "verify": "rerun one row of stored results and compare",
}
"""Every command with its help; each is a module of this package with `fill` and `run`."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code (0 fine, 2 bad input, 130 stopped by the user)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    write_plainly(sys.stdout, sys.stderr)
    with harmless_output():
        return _answered(given)


def _answered(given: list[str]) -> int:
    """Run a command and say in a sentence what was wrong with what it was given."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("always", Caution)
            warnings.showwarning = _said
            return _run(given)
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except InputError as problem:
        sys.stderr.write(f"coprod-sim: {_sentence(str(problem))}\n")
        return 2
    except OSError as problem:
        sys.stderr.write(f"coprod-sim: {_of_system(problem)}\n")
        return 2
    except KeyboardInterrupt:
        sys.stderr.write(STOPPED)
        return 130


def _sentence(said: str) -> str:
    """Begin a sentence with a capital; a name, a path or an option that stands first stays as it is typed."""
    return said[:1].upper() + said[1:] if WORD.match(said) else said


def _of_system(problem: OSError) -> str:
    """Say what the system refused, and where."""
    where = f"{problem.filename}: " if problem.filename else ""
    return f"{where}the system refuses this ({problem.strerror or problem})"


def _said(message: Warning | str, kind: type[Warning], *_where: object) -> None:
    """Say a warning in its own words, without where in the code it comes from."""
    said = _sentence(str(message)) if kind is Caution else f"{kind.__name__}: {message}"
    sys.stderr.write(f"coprod-sim: {said}\n")


def _run(given: list[str]) -> int:
    parser = _parser()
    name = next((word for word in given if not word.startswith("-")), None)
    if name is not None and name not in COMMANDS:
        known = ", ".join(COMMANDS)
        raise InputError(
            f"{name[:60]!r} is not a command{did_you_mean(name, COMMANDS)} (known: {known})"
        )
    if name is None:
        parser.parse_args(given)
        parser.print_help()
        return 0
    module = import_module(f"coprod_sim.cli.{name}_command")
    command = parser.add_subparsers().add_parser(
        name, prog=f"coprod-sim {name}", help=COMMANDS[name], description=module.__doc__
    )
    module.fill(command)
    chosen = parser.parse_args(given)
    _delete_due()
    return module.run(chosen)


def _delete_due() -> None:
    """Keep the promise of a day on which all is deleted: whatever part of the kit starts."""
    from coprod_sim.live.expiry import delete_due  # noqa: PLC0415 - after the help has been shown

    gone = delete_due()
    if gone:
        sys.stderr.write(f"{gone.sentence}\n")


def _parser() -> argparse.ArgumentParser:
    lines = "\n".join(f"  {name:<11} {words}" for name, words in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="coprod-sim",
        description="Should we really involve people in this, and how? A thinking tool, not a forecast.",
        epilog=f"commands:\n{lines}\n\nHelp on one: coprod-sim COMMAND --help",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        usage="coprod-sim COMMAND [options]",
    )
    parser.add_argument("--version", action="version", version=f"coprod-sim {__version__}")
    return parser
