"""Tells values that point to a person from those of groups: e-mails, postcodes, phone numbers.

Names cannot be told from other words: "May", "Green" and "Private Renting" are one or the other. A column
whose own name says that it holds them is known by that.
"""

import re
from collections.abc import Sequence

POSTCODES = (
    r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}",  # United Kingdom
    r"[A-Z]\d[\dW] ?[A-Z\d]{4}",  # Ireland
    r"[A-Z]\d[A-Z][ -]?\d[A-Z]\d",  # Canada
    r"\d{4} ?[A-Z]{2}",  # Netherlands
    r"\d{5}(-\d{3,4})?",  # United States, Germany, France, Italy, Spain, Finland, Brazil ...
    r"\d{3} \d{2}|\d{2}-\d{3}",  # Sweden, Czechia, Greece; Poland
    r"\d{4}-\d{3}|\d{3}-\d{4}",  # Portugal; Japan
    r"(?!19|20)\d{4}|\d{6}",  # Austria, Switzerland, Belgium, Denmark ..., but no years; India, China
)
POSTCODE = re.compile(rf"(?:[A-Z]{{1,2}}-)?(?:{'|'.join(POSTCODES)})")
"""Postcodes as several countries write them, with or without the letters of the country before them."""
PHONE = re.compile(r"(?:\+|00|\(?0|(?=(?:\D*\d){9}))[\d ()./-]{6,}\d")
"""A phone number: it begins with + or 0, or has at least nine digits."""
DIGITS = 7, 15
"""How many digits a phone number has."""
SPAN = re.compile(r"(\d+) ?[-\N{EN DASH}] ?(\d+)")
"""From one number to another, as years of birth or incomes are written."""
DATE = re.compile(r"\d{1,2}([./-])\d{1,2}\1\d{2,4}")
HEADS = re.compile(
    r"(?:(?:first|last|full|family|sur|your|user)[ _-]?)?name|e-?mail(?:[ _-]address)?|"
    r"(?:post|zip)[ _-]?code|zip|(?:home |postal )?address|(?:tele)?phone(?:[ _-]?number)?|mobile"
)
"""What columns are called that hold names, addresses, postcodes or phone numbers."""


def is_postcode(text: str) -> bool:
    """Say whether a text is written as a postcode.

    Args:
        text: a value of a column.

    Returns:
        Whether it is, in one of several countries.
    """
    return POSTCODE.fullmatch(" ".join(text.upper().split())) is not None


def is_phone(text: str) -> bool:
    """Say whether a text is written as a phone number.

    Args:
        text: a value of a column.

    Returns:
        Whether it is; a day, or a span of years or of incomes, is none.
    """
    plain = " ".join(text.split())
    span = SPAN.fullmatch(plain)
    if DATE.fullmatch(plain) or (
        span and not plain.startswith("0") and int(span[1]) < int(span[2])
    ):
        return False
    return DIGITS[0] <= sum(c.isdigit() for c in plain) <= DIGITS[1] and (
        PHONE.fullmatch(plain) is not None
    )


def personal(column: str, texts: Sequence[str]) -> str:
    """Say what a column holds that points to people, as far as its name and values show it.

    Args:
        column: the name of the column.
        texts: its different values.

    Returns:
        What it holds, in the plural; empty if nothing shows that it holds any such thing.
    """
    if any("@" in text for text in texts):
        return "e-mails"
    for kind, is_one in (("postcodes", is_postcode), ("phone numbers", is_phone)):
        if 2 * sum(map(is_one, texts)) > len(texts):
            return kind
    return (
        f"what its name says ({column.strip()[:40]!r})"
        if HEADS.fullmatch(column.strip().casefold())
        else ""
    )
