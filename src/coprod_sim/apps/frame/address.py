"""What the address of a page asks for."""

import os


def query_string() -> str:
    """Ask Voila what stands after `?`, which waits for the visitor; in JupyterLab there is nothing."""
    if "VOILA_KERNEL_ID" not in os.environ and "VOILA_PREHEAT" not in os.environ:
        return os.environ.get("QUERY_STRING", "")
    from voila.utils import get_query_string  # noqa: PLC0415 - only there under Voila

    return get_query_string() or ""
