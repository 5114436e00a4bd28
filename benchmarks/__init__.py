"""How fast the kit is: against the same model written plainly in other tools, and against itself."""

import os

os.environ.setdefault("COPROD_SIM_ENGINE", "compiled")  # what is measured is compiled, unless said
