"""What a computer can count in a text: amounts, dates, a sum of costs. It cannot tell what they mean."""

import re
import unicodedata

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
SHORT = [name[:3] for name in MONTHS]
MONTH = rf"(?P<month>{'|'.join(SHORT)})[a-z]*\.?"
NAME_OF_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
DATES = (
    re.compile(rf"\b{NAME_OF_DAY}\s+(?:of\s+)?{MONTH}(?![a-z])"),
    re.compile(rf"\b{MONTH}\s+(?:the\s+)?{NAME_OF_DAY}\b(?!\s*(?:,\d{{3}}|%))"),
    re.compile(r"\b(?P<day>\d{1,2})[/-](?P<month>\d{1,2})(?:[/-]\d{2,4})?\b"),
    re.compile(r"\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?:\d{2,4})?"),
    re.compile(r"\b\d{4}-(?P<month>\d{2})-(?P<day>\d{2})\b"),
)
"""How people write a day of the year: 9 May, 9th of May, May 9, 09/05, 9.5., 2027-05-09."""
AMOUNT = re.compile(
    r"(?<![\w.,])(?P<sign>-|\N{MINUS SIGN})?(?P<whole>\d{1,3}(?:[, ]\d{3})+|\d+)"
    r"(?P<part>\.\d+)?\s?(?P<unit>k|thousand|m|million)?(?!\w)"
)
TIMES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6}
MONEY = r"£|gbp|pounds?"


def full_words(text: str) -> int:
    """Count the words of a text that say something: numbers, and words of two letters or more.

    >>> full_words("14 December, from Aisha"), full_words("??? ... !!!"), full_words("2026-05-12")
    (4, 0, 3)
    """
    pieces = re.split(r"[\s/.,-]+", unicodedata.normalize("NFKC", text))
    return sum(
        any(c.isnumeric() for c in piece) or sum(map(str.isalpha, piece)) > 1 for piece in pieces
    )


def plainly(text: str) -> str:
    """Write a text with usual spaces and signs, in small letters, however it was pasted."""
    return unicodedata.normalize("NFKC", text).lower()


def dates_in(text: str) -> set[tuple[int, int]]:
    """List the days of the year in a text as (day, month); of 09/05 the day comes first, as in Britain."""
    found, plain = set(), plainly(text)
    for pattern in DATES:
        for m in pattern.finditer(plain):
            day, month = int(m["day"]), m["month"]
            at = SHORT.index(month) + 1 if month.isalpha() else int(month)
            if at > 12 >= day:
                day, at = at, day
            if 1 <= day <= 31 and 1 <= at <= 12:
                found.add((day, at))
    return found


def amounts_in(text: str) -> list[float]:
    """List the numbers in a text: 1,200 is one number, and so are 1 200 and 1.2k."""
    found = []
    for m in AMOUNT.finditer(plainly(text).replace("£", " ").replace("gbp", " ")):
        whole = m["whole"].replace(",", "").replace(" ", "")
        found.append(float(f"{whole}{m['part'] or ''}") * TIMES.get(m["unit"] or "", 1.0))
    return found


def date_words(day: int, month: int) -> str:
    """Write a day of the year as British letters do: 9 May."""
    return f"{day} {MONTHS[month - 1].capitalize()}"


def sum_of_costs(text: str, total: str) -> tuple[list[float], float | None]:
    """Read a list of costs: the last price of each line, and the price in the line that names the total."""
    lines, end = [], None
    for line in plainly(text).splitlines():
        if not re.search(MONEY, line):
            continue
        prices = _prices(line)
        if prices and re.search(rf"\b{re.escape(total)}\b", line):
            end = prices[-1]
        elif prices:
            lines.append(prices[-1])
    return lines, end


def _prices(line: str) -> list[float]:
    """List the numbers that stand beside the sign or the word for money."""
    number = r"\d[\d, ]*(?:\.\d+)?\s?(?:k|m)?"
    beside = re.findall(rf"(?:£|gbp)\s*({number})|({number})\s*(?:gbp|pounds?)", line)
    return [a for pair in beside for one in pair if one for a in amounts_in(one.strip(" ,"))[:1]]
