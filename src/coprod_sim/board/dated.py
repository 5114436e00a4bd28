"""How many weeks it is until a day that somebody wrote, by the same rule as `web/src/parts/dated.ts`."""

from datetime import date

from coprod_sim.board.view import View
from coprod_sim.board.written_days import WrittenDay, written_day
from coprod_sim.scenarios.described import OWN


def day_in_words(day: date) -> str:
    """Write a day as one reads it.

    Args:
        day: the day.

    Returns:
        Text, such as "9 February 2027".
    """
    return day.strftime("%d %B %Y").lstrip("0")


def weeks_until(text: str, today: date) -> int | None:
    """Count the whole weeks until a day.

    Args:
        text: what somebody wrote, such as "31 March 2027", "mid-February 2027" or "in eleven weeks".
        today: the day from which they are counted.

    Returns:
        Weeks; None where no day can be read, and where it is past.
    """
    found = written_day(text, today)
    return (found.day - today).days // 7 if found and found.day > today else None


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


def counted_day(view: View) -> WrittenDay | None:
    """Give the day that the weeks are counted until, where it was not written as a whole date.

    Args:
        view: what was entered.

    Returns:
        The day; None where it was written whole, cannot be read or is past, and where weeks were entered.
    """
    if dated_weeks(view) is None:
        return None
    found = written_day(str(view.own["by_when"]), date.today())
    return None if found is None or found.plain else found


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
