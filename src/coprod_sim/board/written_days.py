"""Which day somebody means by what they wrote, by the same rule as `web/src/parts/written_day.ts`."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""How the names of the months begin."""
COUNTS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
PARTS = {
    "early": 1, "start of": 1, "beginning of": 1, "mid": 11, "middle of": 11, "late": 21, "end of": 31,
    "end": 31,
}  # fmt: skip
"""The first day of each part of a month; its end is its last day."""

MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
DAY, YEAR = r"(\d{1,2})(?:st|nd|rd|th)?", r"([12]\d{3})\b"
COUNT, UNIT = rf"(\d{{1,3}}|an?|{'|'.join(COUNTS)})", r"(day|week|month)s?\b"


@dataclass(frozen=True)
class WrittenDay:
    """The day that somebody means.

    Attributes:
        day: the day.
        plain: whether it was written as a whole date.
        fixed: whether it is the same day whenever the words are read: a year was written.
        earliest: whether it is the earliest of several days that the words may mean.
    """

    day: date
    plain: bool = False
    fixed: bool = False
    earliest: bool = False


def written_day(text: str, today: date) -> WrittenDay | None:
    """Read which day somebody means, before or after today.

    Args:
        text: what they wrote, such as "31 March 2027", "mid-February" or "in eleven weeks".
        today: the day from which weeks and months are counted.

    Returns:
        The day; None where none can be read.
    """
    line = " ".join(text.lower().split())
    for pattern, read in READ:
        if found := re.search(pattern, line, re.ASCII):
            try:
                return read(found, today)
            except (ValueError, OverflowError):
                return None
    return _month_alone(line, today)


def _whole(year: str, month: int, day: str) -> WrittenDay:
    return WrittenDay(date(int(year), month, int(day)), plain=True, fixed=True)


def _in_figures(found: re.Match[str], _: date) -> WrittenDay:
    year = found[3] if len(found[3]) > 2 else f"20{found[3]}"
    return _whole(year, int(found[2]), found[1])


def _month(name: str) -> int:
    return MONTHS.index(name[:3]) + 1


def _ahead(found: re.Match[str], today: date) -> WrittenDay:
    """Count days, weeks or months of the calendar from today."""
    written, unit = found.groups()
    number = (
        int(written)
        if written.isdigit()
        else 1 + (COUNTS.index(written) if written in COUNTS else 0)
    )
    if unit != "month":
        return WrittenDay(today + timedelta(days=number * (7 if unit == "week" else 1)))
    years, month = divmod(today.month - 1 + number, 12)
    return WrittenDay(_in_month(today.year + years, month + 1, today.day))


def _in_month(year: int, month: int, day: int) -> date:
    """Give a day of a month; its last where it has not so many."""
    return date(year, month, min(day, monthrange(year, month)[1]))


def _part(found: re.Match[str], today: date) -> WrittenDay:
    """Give the first day of a part of a month, and the last day for its end."""
    part, month = found[1], _month(found[2])
    year = int(found[3]) if found[3] else _year_of(month, today)
    day = _in_month(year, month, PARTS[part])
    return WrittenDay(day, fixed=bool(found[3]), earliest=not part.startswith("end"))


def _year_of(month: int, today: date) -> int:
    return today.year + (month < today.month)


def _next(day: int, month: int, today: date) -> WrittenDay:
    """Give the next such day from today: 29 February may be years ahead."""
    for year in range(today.year, today.year + 9):
        if day <= monthrange(year, month)[1] and (found := date(year, month, day)) >= today:
            return WrittenDay(found)
    raise ValueError


def _month_first(found: re.Match[str], today: date) -> WrittenDay:
    """Read "February 16"; "February 27" may mean a year as well."""
    if not found[3] and int(found[2]) >= today.year % 100:
        raise ValueError
    return _next(int(found[2]), _month(found[1]), today)


def _month_alone(line: str, today: date) -> WrittenDay | None:
    """Read a month with no year, where it stands for a time and nothing else does."""
    alone = (
        rf"(?:^|[,;:(] ?){MONTH}(?:$|[,;)])|\b(?:in|by|before|until|till|during|next|for) {MONTH}"
    )
    found = re.search(alone, line, re.ASCII)
    if not found or re.search(r"\d", line) or len(re.findall(rf"\b{MONTH}", line, re.ASCII)) > 1:
        return None
    month = _month(found[1] or found[2])
    return WrittenDay(date(_year_of(month, today), month, 1), earliest=True)


READ: tuple[tuple[str, Callable[[re.Match[str], date], WrittenDay]], ...] = (
    (r"\b([12]\d{3})-(\d{1,2})-(\d{1,2})\b", lambda m, _: _whole(m[1], int(m[2]), m[3])),
    (r"\b(\d{1,2})[./](\d{1,2})[./]([12]\d{3}|\d{2})\b", _in_figures),
    (
        rf"\b{DAY}(?: of)? ({'|'.join(MONTHS)})[a-z]*\.?,? {YEAR}",
        lambda m, _: _whole(m[3], _month(m[2]), m[1]),
    ),
    (rf"\b{MONTH} {DAY},? {YEAR}", lambda m, _: _whole(m[3], _month(m[1]), m[2])),
    (
        rf"\b(?:in|within) (?:the next |about |around )?{COUNT} {UNIT}"
        r"(?! (?:of|after|before|from (?!now\b|today\b))\b)",
        _ahead,
    ),
    (rf"(?:^|[,;:(] ?)(?:about |around )?{COUNT} {UNIT}(?:$| from (?:now|today)\b)", _ahead),
    (rf"\b({'|'.join(PARTS)})[ -](?:in )?{MONTH}(?:,? {YEAR})?", _part),
    (rf"\b{DAY}(?: of)? {MONTH}", lambda m, today: _next(int(m[1]), _month(m[2]), today)),
    (rf"\b{MONTH} (\d{{1,2}})(st|nd|rd|th)?\b", _month_first),
    (
        rf"\b{MONTH},? {YEAR}",
        lambda m, _: WrittenDay(date(int(m[2]), _month(m[1]), 1), fixed=True, earliest=True),
    ),
)
"""How a day may be written, the plainest first, and how it is read."""
