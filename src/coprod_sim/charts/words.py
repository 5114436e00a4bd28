"""Puts numbers into words: always as a range, "38 to 52 in 100"."""

import math
import re
from collections.abc import Iterable

from coprod_sim.quantities import Measure
from coprod_sim.results.amounts import as_written, rounded_up
from coprod_sim.results.deciding import OPEN, side
from coprod_sim.scenarios.scenario import Decisions
from coprod_sim.words import ENGLISH, words_in

t = words_in(ENGLISH)
NOTHING = t("figure-nobody")
"""Said in place of a number where there is nobody to measure it on."""
MINUS = "\N{MINUS SIGN}"
CITED = re.compile(r" \([A-Z][^()]* (?:19|20)\d\d\)")
"""A paper by its author and year alone, in brackets."""
SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}


SAME = 1e-9
"""Closer than this, two numbers that somebody enters are one."""
YEAR = 12
"""Months in a year; from two years on, lengths are told in years [months]."""


def duration(months: float) -> str:
    """Write a length of time in months, or in years where it is long or even.

    >>> duration(1), duration(2.5), duration(18), duration(12), duration(30), duration(108)
    ('1 month', '2.5 months', '18 months', '1 year', '2.5 years', '9 years')
    """
    if months >= 2 * YEAR or months == YEAR:
        return t("figure-years", years=round(months / YEAR, 1))
    return t("figure-months", months=months)


def after(decisions: Decisions, decision: int | None = None) -> str:
    """Say when something is measured: "after decision 6", or "after the decision" where there is one.

    `decision` is the last one unless told otherwise.
    """
    return t("figure-after", decision=0 if decisions.count == 1 else decision or decisions.count)


def pace(decisions: Decisions) -> str:
    """Say how long the decisions take: "one every 6 months, 3 years in all"."""
    each, whole = decisions.months, decisions.months * decisions.count
    return t("figure-pace", months=each, each=duration(each), all=duration(whole))


def large(text: str) -> str:
    """Begin a title or a sentence with a capital letter."""
    return text[:1].upper() + text[1:]


def is_share(measure: Measure) -> bool:
    """Say whether a measure counts in 100: a share, a chance, or a feeling from 0 to 100."""
    return (measure.low, measure.high) == (0.0, 1.0)


def unit_of(measure: Measure) -> str:
    """Name the unit a measure is shown in: hundredths of what the model counts."""
    return "in 100" if is_share(measure) else "points"


def uncited(text: str) -> str:
    """Leave out names of papers that a page has no room to give the record of; the documentation has them.

    >>> uncited("Answers drift apart (Fay 2005).")
    'Answers drift apart.'
    """
    return CITED.sub("", text)


def small(text: str) -> str:
    """Begin a label or a title with a small letter, for the middle of a sentence."""
    return text[:1].lower() + text[1:]


def number(value: float, digits: int = 0, *, sign: bool = False) -> str:
    """Write a number with a real minus sign, never as minus zero."""
    rounded = round(value, digits) + 0.0
    plus = "+" if sign and rounded > 0 else ""
    return f"{plus}{rounded:,.{digits}f}".replace("-", MINUS)


def entered(value: float) -> str:
    """Write a number that somebody entered with the decimals it has, two at most.

    >>> entered(16.5), entered(16.0), entered(100 * 0.155)
    ('16.5', '16', '15.5')
    """
    return number(value, next((k for k in (0, 1) if abs(value - round(value, k)) < SAME), 2))


def adding_up(before: float, after: float, digits: int = 0) -> tuple[str, str, str]:
    """Write two numbers and their difference so that what is shown adds up.

    Where rounding would make it wrong, all three get one more digit; the difference is said of what is shown.

    >>> adding_up(20.2, 35.9), adding_up(73.6, 76.4), adding_up(40.0, 39.6)
    (('20', '36', '+16'), ('73.6', '76.4', '+2.8'), ('40', '40', '0'))
    """
    return added_up(before, after, digits_adding_up([(before, after)], digits))


def digits_adding_up(pairs: Iterable[tuple[float, float]], digits: int = 0) -> int:
    """Give the digits in which each pair and its difference add up as shown: one more where one needs it.

    >>> digits_adding_up([(4.77, 6.23), (5.1, 6.5)], 1), digits_adding_up([(5.1, 6.5)], 1)
    (2, 1)
    """
    agree = (
        not math.isfinite(after - before)
        or number(apart_as_shown(before, after, digits), digits) == number(after - before, digits)
        for before, after in pairs
    )
    return digits if all(agree) else digits + 1


def added_up(before: float, after: float, digits: int) -> tuple[str, str, str]:
    """Write two numbers in so many digits, and the difference of what is shown.

    >>> added_up(5.1, 6.5, 2)
    ('5.10', '6.50', '+1.40')
    """
    difference = apart_as_shown(before, after, digits)
    return number(before, digits), number(after, digits), number(difference, digits, sign=True)


def apart_as_shown(before: float, after: float, digits: int) -> float:
    """Give how far two numbers lie apart as they are shown."""
    return round(round(after, digits) - round(before, digits), digits)


def span(low: float, high: float, *, digits: int = 0, sign: bool = False) -> str:
    """Write a range; one that is too narrow for whole numbers gets one decimal.

    An end of a range with signs gets one below 1.

    >>> span(37.8, 52.2), span(7.7, 8.2), span(8.0, 8.0), span(float("nan"), 1.0)
    ('38 to 52', '7.7 to 8.2', '8', 'no one')
    >>> span(0.3, 12.6), span(0.3, 12.6, sign=True)
    ('0 to 13', '+0.3 to +13')
    """
    if sign:
        return ends_apart(low, high, sign=True)
    if not (math.isfinite(low) and math.isfinite(high)):
        return NOTHING
    for places in range(digits, 2):
        ends = [number(v, places) for v in (low, high)]
        if ends[0] != ends[1]:
            return t("figure-span", low=ends[0], high=ends[1])
    return number(low, 0 if round(low, 1) == round(low) else 1)


def end_said(value: float, *, alike: bool = False, sign: bool = False) -> str:
    """Write an end of a range of differences; it has a decimal only below 1.

    `alike` says that it would read like the other end without.

    >>> end_said(0.3), end_said(0.52), end_said(13.0), end_said(13.2, alike=True), end_said(0.04)
    ('0.3', '0.5', '13', '13.2', '0')
    """
    places = int(alike or abs(value) < 1)
    return number(value, places, sign=sign).removesuffix(".0")


def ends_apart(low: float, high: float, *, sign: bool = False) -> str:
    """Write a range of differences; each has a decimal only below 1, or where they would seem equal.

    >>> ends_apart(0.3, 12.6), ends_apart(7.7, 8.2)
    ('0.3 to 13', '7.7 to 8.2')
    """
    if not (math.isfinite(low) and math.isfinite(high)):
        return NOTHING
    alike = number(low) == number(high)
    ends = [end_said(v, alike=alike, sign=sign) for v in (low, high)]
    return ends[0] if ends[0] == ends[1] else t("figure-span", low=ends[0], high=ends[1])


def between(low: float, high: float, unit: str = "in 100", *, digits: int = 0) -> str:
    """Write a range with its unit: "38 to 52 in 100"."""
    figure = span(low, high, digits=digits)
    return figure if figure == NOTHING else in_unit(figure, unit)


def share_between(low: float, high: float) -> str:
    """Write a range of shares in 100: whole numbers; a decimal only where both ends are small, or read as 0.

    >>> share_between(13.55, 13.6), share_between(1.2, 3.4), share_between(20.4, 41.0)
    ('14', '1.2 to 3.4', '20 to 41')
    """
    one, other = number(low), number(high)
    if one == other != "0":
        return one
    return span(low, high, digits=int(high < 10))


def chances_between(low: float, high: float, entered: float | None) -> str:
    """Write a range of chances in 100 as `share_between`; one decimal where it would belie the one entered.

    >>> chances_between(17.6, 17.6, 18.0), chances_between(17.6, 17.6, 10.0)
    ('17.6', '18')
    """
    hidden = entered is not None and any(
        _beside(end, entered) != _beside(round(end, 0), entered) for end in (low, high)
    )
    return span(low, high, digits=1) if hidden else share_between(low, high)


def _beside(value: float, other: float) -> int:
    """Say whether a number is below another (-1), the same (0), or above it (1)."""
    apart = value - other
    return 0 if abs(apart) < SAME else 1 if apart > 0 else -1


def in_unit(figure: str, unit: str = "in 100") -> str:
    """Put a figure and its unit together: "38 in 100"."""
    return t("figure-in_unit", figure=figure, unit=unit)


def distance(low: float, high: float, unit: str = "in 100", *, digits: int = 0) -> str:
    """Write how far a range that is clear lies from zero, on whichever side.

    >>> distance(-12.6, -0.3), distance(8.1, 36.2)
    ('0.3 to 13 in 100', '8 to 36 in 100')
    """
    near, far = sorted((abs(low), abs(high)))
    figure = span(near, far, digits=digits) if digits else ends_apart(near, far)
    return figure if figure == NOTHING else in_unit(figure, unit)


def difference(low: float, high: float, unit: str = "in 100", *, digits: int = 0) -> str:
    """Write a range of differences in words that cannot be misread.

    >>> difference(8.1, 36.2)
    '8 to 36 in 100 more'
    >>> difference(-3.0, 12.0)
    'between 3 in 100 less and 12 in 100 more'
    >>> difference(-0.3, 13.0)
    'between 0.3 in 100 less and 13 in 100 more'
    """
    if not (math.isfinite(low) and math.isfinite(high)):
        return NOTHING
    if low >= 0 or high <= 0:
        range_ = distance(low, high, unit, digits=digits)
        return t("figure-less", range=range_) if low < 0 else t("figure-more", range=range_)
    if digits:
        less, more = (number(v, digits) for v in (-low, high))
    else:
        less, more = (end_said(v) for v in (-low, high))
    return t("figure-either", less=less, more=more, unit=unit)


def is_clear(low: float, high: float) -> bool:
    """Say whether a whole range lies on one side of zero, and not too near it."""
    return side(low, high) != OPEN


def money(low: float, high: float, currency: str, *, exact: bool = False) -> str:
    """Write an amount, or a range of amounts: an estimate to three figures, what is exact to the pound.

    >>> money(14812.0, 19377.0, "GBP"), money(900.0, 900.0, "CHF"), money(15401.0, 15401.0, "GBP", exact=True)
    ('£14,800 to £19,400', '900 CHF', '£15,401')
    >>> money(-39_120.0, -12_340.0, "GBP")
    '\N{MINUS SIGN}£39,100 to \N{MINUS SIGN}£12,300'
    """
    ends = [_signed(number(as_written(v, exact=exact)), currency) for v in (low, high)]
    return ends[0] if ends[0] == ends[1] else t("figure-span", low=ends[0], high=ends[1])


def price(amount: float, currency: str) -> str:
    """Write an amount exactly as it was set.

    >>> price(1115580.0, "GBP"), price(12.5, "SEK")
    ('£1,115,580', '12.50 SEK')
    """
    return _signed(number(amount, 0 if amount == round(amount) else 2), currency)


def about(value: float, figures: int = 2) -> str:
    """Write a count without false exactness: two figures that count, from 10 up, or so many.

    >>> about(319.4), about(319.4, 3), about(16.5, 3)
    ('320', '319', '16.5')
    """
    if value < 10 ** (figures - 1):
        return number(value, 1).removesuffix(".0")
    return number(round(value, figures - 1 - math.floor(math.log10(value))))


def staff_hours(hours: float, *, own: bool = False) -> str:
    """Write hours of staff, so that they can be multiplied by their price; those entered as they were.

    >>> staff_hours(1234.0), staff_hours(1234.0, own=True), staff_hours(319.0)
    ('1,230', '1,234', '319')
    """
    return entered(hours) if own else about(hours, 3)


def needed(value: float, figures: int = 2) -> str:
    """Write a count that is needed, to be set against what there is: as `about` does, but never rounded down.

    >>> needed(10.3), needed(8_412.0), needed(30.0), needed(2.31)
    ('11', '8,500', '30', '2.4')
    """
    return about(rounded_up(value, figures), figures)


def weeks_said(weeks: float) -> str:
    """Write the weeks that a way takes, the same everywhere: rounded up, as they may be all there is.

    >>> weeks_said(20.3), weeks_said(9.81), weeks_said(12.0)
    ('21', '9.9', '12')
    """
    return needed(weeks)


def money_beside(amount: float, there: float, currency: str, *, exact: bool = False) -> str:
    """Write an amount as `money` does that goes beyond what there is; where rounding hides that, say so.

    >>> money_beside(54_910.0, 45_000.0, "GBP"), money_beside(15_523.0, 15_500.0, "GBP")
    ('£54,900', 'just over £15,500')
    """
    written = money(amount, amount, currency, exact=exact)
    hidden = as_written(amount, exact=exact) <= there < amount
    return t("figure-just_over", amount=written) if hidden else written


def people_of(people: int, low: float, high: float) -> str:
    """Write a range of shares as numbers of so many people, without false exactness.

    Args:
        people: how many people there are.
        low: the lower share [in 100].
        high: the higher share [in 100].

    Returns:
        A number of people, or a range.

    >>> people_of(48_000, 18.2, 26.4), people_of(40, 18.2, 26.4), people_of(40, 0.0, 0.3)
    ('8,700 to 13,000', '7 to 11', '0')
    """
    if not (math.isfinite(low) and math.isfinite(high)):
        return NOTHING
    ends = [about(round(people * share / 100)) for share in (low, high)]
    return ends[0] if ends[0] == ends[1] else t("figure-span", low=ends[0], high=ends[1])


def _signed(words: str, currency: str) -> str:
    """Put the sign of a currency, or its name, to an amount; a minus comes before the sign."""
    if currency not in SIGNS:
        return f"{words} {currency}"
    minus = MINUS if words.startswith(MINUS) else ""
    return f"{minus}{SIGNS[currency]}{words.removeprefix(MINUS)}"
