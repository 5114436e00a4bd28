"""Lets `python -m coprod_sim` stand in for the `coprod-sim` command."""

import sys

from coprod_sim.cli import main

if __name__ == "__main__":
    sys.exit(main())
