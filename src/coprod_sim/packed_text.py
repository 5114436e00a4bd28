"""Packs a text so that it cannot be read at a glance; this hides, it does not protect.

The wheel is built with it before anything else of the kit can be imported: it needs Python alone.
"""

import base64
import binascii
import zlib


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
