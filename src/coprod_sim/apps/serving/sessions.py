"""The processes behind the pages: what they print goes into the kit's log, not onto its terminal."""

import subprocess
from pathlib import Path
from typing import Any

from jupyter_server.services.kernels.kernelmanager import ServerKernelManager
from traitlets import Unicode


class PageSession(ServerKernelManager):
    """A session whose errors are written to the file that people named for them, or nowhere."""

    log_file = Unicode("", help="The file that sessions write to; empty for none.").tag(config=True)

    async def _async_launch_kernel(self, kernel_cmd: list[str], **kw: Any) -> None:
        if not self.log_file:
            quiet = subprocess.DEVNULL
            await super()._async_launch_kernel(kernel_cmd, **kw, stdout=quiet, stderr=quiet)
            return
        with Path(self.log_file).open("ab") as file:
            await super()._async_launch_kernel(kernel_cmd, **kw, stdout=file, stderr=file)
