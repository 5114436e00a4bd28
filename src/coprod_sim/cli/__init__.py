"""The command line: `coprod-sim compare west_dulwich` and its companions."""

from coprod_sim.cli.command_line import main

__all__ = ["main"]
