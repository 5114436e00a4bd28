"""Tells values that point to a person from those of groups: e-mails, postcodes, phone and NHS numbers.

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
HEADS = {
    "names of people": r"(?:(?:first|last|full|family|sur|your|user|patient|client)[ _-]?)?name",
    "e-mails": r"e-?mail(?:[ _-]address)?",
    "postcodes": r"(?:post|zip)[ _-]?code|zip",
    "addresses": r"(?:home |postal )?address",
    "phone numbers": r"(?:(?:tele)?phone|mobile|tel)(?:[ _-]?(?:number|no\.?))?",
    "NHS numbers": r"nhs[ _-]?(?:number|num|no\.?|id)?",
    "patient numbers": r"(?:patient|hospital|medical record|mrn)[ _-]?(?:number|num|no\.?|id)?",
}
"""What columns are called that hold what points to people, by what they hold."""
TITLE = re.compile(
    r"(?:dr|mr|mrs|ms|miss|mx|prof|professor|sister|nurse|matron|rev)\b\.?\s+\S", re.IGNORECASE
)
"""How a name of a person begins that has a title."""
STAFF = re.compile(
    r"(?:clinician|doctor|physician|surgeon|consultant|nurse|midwife|therapist|dentist|gp|practitioner|"
    r"key[ _-]?worker|case[ _-]?worker|staff member|seen by|treated by)(?:[ _-](?:seen|name))?"
)
"""What columns are called that say which member of staff somebody saw."""
NHS_DIGITS = 10
"""How many digits an NHS number has, the last of which checks the others."""


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


def is_nhs_number(text: str) -> bool:
    """Say whether a text is written as an NHS number, with the digit that checks the others.

    Args:
        text: a value of a column.

    Returns:
        Whether it is.
    """
    digits = [int(c) for c in text if c.isdigit()]
    if len(digits) != NHS_DIGITS or not re.fullmatch(r"[\d -]+", text.strip(), re.ASCII):
        return False
    total = sum(digit * (NHS_DIGITS - k) for k, digit in enumerate(digits[:-1]))
    return digits[-1] == (11 - total % 11) % 11


def perhaps_names(column: str, texts: Sequence[str]) -> bool:
    """Say whether values seem to be names of people: by their titles, or by what the column is called.

    Args:
        column: the name of the column.
        texts: its different values.

    Returns:
        Whether most of them have a title, or the column says whom somebody saw.
    """
    titled = 2 * sum(TITLE.match(text.strip()) is not None for text in texts) > len(texts)
    return titled or STAFF.fullmatch(column.strip().casefold()) is not None


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
    called = column.strip().casefold()
    named = next((kind for kind, name in HEADS.items() if re.fullmatch(name, called)), "")
    kinds = (
        ("NHS numbers", is_nhs_number),
        ("postcodes", is_postcode),
        ("phone numbers", is_phone),
    )
    for kind, is_one in kinds:
        if 2 * sum(map(is_one, texts)) > len(texts):
            return named or (_long(texts) if kind == "phone numbers" else kind)
    return named


def _long(texts: Sequence[str]) -> str:
    """Call long numbers those of phones only where they begin as these do."""
    dialled = sum(text.strip().startswith(("+", "0", "(0")) for text in texts)
    return (
        "phone numbers" if 2 * dialled > len(texts) else "long numbers, as phones or patients have"
    )
