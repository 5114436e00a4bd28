"""Signs notebooks that the kit writes, so that Jupyter does not warn whoever asked for them."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def sign(notebooks: Iterable[Path]) -> None:
    """Sign notebooks for the account that runs this, as opening and running each of them would.

    A notebook that is given on to others is not trusted on their computers. Where signatures cannot be kept,
    nothing is signed.
    """
    import nbformat  # noqa: PLC0415 - only who writes notebooks waits for it
    from nbformat.sign import NotebookNotary  # noqa: PLC0415

    try:
        notary = NotebookNotary()
    except OSError:
        return
    for path in notebooks:
        with suppress(OSError, ValueError):  # what is no notebook is not signed
            notary.sign(nbformat.read(path, as_version=4))
    notary.store.close()
