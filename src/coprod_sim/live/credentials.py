"""The code by which people join a room, and the secret keys of its trainer and its seats."""

import hmac
import secrets
from hashlib import sha256

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""The 32 signs of a code; none is easily taken for another (no I, O, 0, 1)."""
AT_HOME, HOSTED = 6, 8
"""How long a code is on the room's own network (30 bits), and where the internet can try (40 bits)."""
WAY_BACK = 7
"""How long the code is by which somebody comes back to their seat (35 bits)."""
KEY_BYTES = 16
"""The size of a secret key: nobody guesses 128 bits."""


def new_code(*, hosted: bool = False) -> str:
    """Draw a code to join by."""
    return "".join(secrets.choice(LETTERS) for _ in range(HOSTED if hosted else AT_HOME))


def read_code(typed: str) -> str | None:
    """Read a code as people type it: small letters, spaces and dashes are fine; None if it is none."""
    code = "".join(sign for sign in typed[:20].upper() if sign not in " -\t")
    long_enough = len(code) in (AT_HOME, HOSTED)
    return code if long_enough and all(sign in LETTERS for sign in code) else None


def way_back(secret: str, seat: int, times: int = 0) -> str:
    """Give the short code by which somebody comes back to a seat, also on another device.

    It is worked out from the room's secret, so that hardly more is stored. Seven letters are 34 thousand
    million; who tries is slowed down as with codes of rooms, and so are those who were wrong before in a room
    where many are.

    Args:
        secret: the room's secret.
        seat: the number of the seat.
        times: how often the trainer has given it a new code.
    """
    said = f"way back:{seat}" + (f":{times}" if times else "")
    found = hmac.new(secret.encode(), said.encode(), sha256).digest()
    return "".join(LETTERS[byte % len(LETTERS)] for byte in found[:WAY_BACK])


def new_key() -> str:
    """Draw a secret key for a trainer or a seat."""
    return secrets.token_hex(KEY_BYTES)


def fingerprint(key: str) -> str:
    """Give what is stored of a key: enough to know it again, not enough to use it."""
    return sha256(key.encode()).hexdigest()


def same_key(key: str, stored: str) -> bool:
    """Compare a key with a stored fingerprint, in a time that tells nothing."""
    return secrets.compare_digest(fingerprint(key), stored)
