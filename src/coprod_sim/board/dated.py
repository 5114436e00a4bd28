"""How many weeks it is until a day that somebody wrote, by the same rule as `web/src/parts/dated.ts`."""

import re
from datetime import date

from coprod_sim.board.view import View
from coprod_sim.scenarios.described import OWN

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""How the names of the months begin."""
NAMED = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3})[a-z]*\.?,? (\d{4})\b")
IN_FIGURES = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b")
YEAR_FIRST = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")


def weeks_until(text: str, today: date) -> int | None:
    """Count the whole weeks until a day.

    Args:
        text: what somebody wrote, such as "31 March 2027", "31/03/2027" or "2027-03-31".
        today: the day from which they are counted.

    Returns:
        Weeks; None where no whole date can be read, and where it is past.
    """
    day = _day_in(" ".join(text.lower().split()))
    return (day - today).days // 7 if day is not None and day > today else None


def dated_weeks(view: View) -> int | None:
    """Give the whole weeks for each decision until the day entered for a case of one's own.

    The day is that of the last decision of a series: they come one after another, and share the weeks.

    Args:
        view: what was entered.

    Returns:
        Weeks; None where weeks themselves were entered, and where no date can be read.
    """
    return None if "weeks_available" in view.money else _each_until_the_day(view)


def until_the_day(view: View) -> int | None:
    """Give the whole weeks from today until the day entered for a case of one's own, for all decisions.

    Args:
        view: what was entered.

    Returns:
        Weeks; None where no date can be read.
    """
    if view.case != OWN:
        return None
    return weeks_until(str(view.own.get("by_when") or ""), date.today())


def decisions_entered(view: View) -> int:
    """Give how many decisions were entered for a case of one's own.

    Args:
        view: what was entered.

    Returns:
        How many; 1 for another case, and where nobody entered it.
    """
    count = view.own.get("count")
    if view.case != OWN or isinstance(count, bool) or not isinstance(count, int | float):
        return 1
    return max(int(count), 1)


def at_odds(view: View) -> tuple[float, int] | None:
    """Give the weeks entered for a decision, and those until the day entered, where they are not the same.

    Args:
        view: what was entered.

    Returns:
        Both; None where they agree, or one is missing.
    """
    weeks, dated = view.money.get("weeks_available"), _each_until_the_day(view)
    return None if weeks is None or dated is None or int(weeks) == dated else (weeks, dated)


def _each_until_the_day(view: View) -> int | None:
    weeks = until_the_day(view)
    return None if weeks is None else weeks // decisions_entered(view)


def months_entered(view: View) -> float | None:
    """Give the months in public that were entered for a case of one's own; None where nobody entered them."""
    months = view.own.get("months")
    if view.case != OWN or isinstance(months, bool) or not isinstance(months, int | float):
        return None
    return float(months)


def _day_in(text: str) -> date | None:
    if found := YEAR_FIRST.search(text):
        year, month, day = map(int, found.groups())
    elif found := IN_FIGURES.search(text):
        day, month, year = map(int, found.groups())
    elif (found := NAMED.search(text)) and found[2] in MONTHS:
        day, month, year = int(found[1]), MONTHS.index(found[2]) + 1, int(found[3])
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
