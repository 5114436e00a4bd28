"""Asks whether the nearest tests run every line and take every branch of the modules that matter most.

Run `python -m validation.covered`; it takes half a minute, and fails below 100 %.
"""

import argparse
import os
import sys

import coverage
import pytest

from validation.nearest_tests import NEAREST, ROOT, SOURCE

LEFT_OUT = ("files.py", "live/", "spreadsheet.py")
"""Modules whose tests need more than themselves: other processes, a server, a store."""


def main() -> int:
    """Run the nearest tests under coverage, print what they leave out, and fail if there is anything."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    whole = [name for name in NEAREST if not name.startswith(LEFT_OUT)]
    os.chdir(ROOT)
    sys.path.insert(0, str(SOURCE.parent))
    measured = coverage.Coverage(
        config_file=False, data_file=None, branch=True, include=[str(SOURCE / n) for n in whole]
    )
    tests = dict.fromkeys(test for name in whole for test in NEAREST[name])
    with measured.collect():
        failed = pytest.main(["-q", "-p", "no:cacheprovider", *tests])
    if failed:
        sys.stderr.write(
            "The nearest tests do not pass, so what they cover says nothing: mend them first.\n"
        )
        return int(failed)
    covered = measured.report(show_missing=True, skip_covered=True)
    return int(covered < 100)


if __name__ == "__main__":
    sys.exit(main())
