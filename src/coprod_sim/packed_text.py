"""Packs a text so that it cannot be read at a glance; this hides, it does not protect.

The wheel is built with it before anything else of the kit can be imported: it needs Python alone.
"""

import base64
import binascii
import zlib
from pathlib import Path

ENDING = ".packed"
"""How the name of a packed file ends; what stands before is the name of the open one."""


def pack(data: bytes) -> bytes:
    """Write a file so that it cannot be read at a glance."""
    return base64.encodebytes(zlib.compress(data, 9))


def unpack(data: bytes) -> bytes:
    """Read a packed file back.

    Raises:
        ValueError: If it is damaged.
    """
    try:
        return zlib.decompress(base64.decodebytes(data))
    except (binascii.Error, zlib.error):
        raise ValueError("not a packed text") from None


def opened(path: Path) -> bytes:
    """Read a file that lies open in a clone of the project, and packed beside its name where installed.

    Args:
        path: the file as it lies open.
    """
    packed = path.with_suffix(ENDING)
    return unpack(packed.read_bytes()) if packed.is_file() else path.read_bytes()
