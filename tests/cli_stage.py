"""Runs the command line inside a test: exit code, what it says, and a sentence for every slip."""

from coprod_sim.cli import main

SCENARIO = """
title = "Bins"
kind = "didactic"
summary = "A council changes the days."
place = "Anywhere"
year = 2024
who_decides = "the council"
outcome = "Nobody knows."
sources = ["made up for a test"]
[people]
citizens = 40
[decisions]
count = 2
"""


def run(capsys, *words: str) -> tuple[int, str, str]:
    try:
        code = main(words)
    except SystemExit as stop:
        code = int(stop.code or 0)
    out, err = capsys.readouterr()
    return code, out, err


def refused(capsys, *words: str) -> str:
    code, _, err = run(capsys, *words)
    assert code == 2, (words, err)
    assert "Traceback" not in err
    return err
