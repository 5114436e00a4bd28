"""What every page imports, imported once; sessions are forked from the process that has done so."""

import gc
import signal

import anywidget  # noqa: F401
import ipykernel.ipkernel  # noqa: F401
import ipykernel.kernelapp  # noqa: F401
import ipywidgets

import coprod_sim.apps.leaders  # noqa: F401
import coprod_sim.apps.learner  # noqa: F401
import coprod_sim.apps.own_case  # noqa: F401
import coprod_sim.apps.trainer.across  # noqa: F401
import coprod_sim.apps.trainer.trainer_page  # noqa: F401
import coprod_sim.results  # noqa: F401
from coprod_sim.model import ensemble, hamlet
from coprod_sim.words import ENGLISH
from coprod_sim.words.messages import messages_in

messages_in(ENGLISH).read_all()  # parsing them is most of what a page has to do
if ensemble.compiled():
    hamlet.play()  # what was compiled before is loaded once for all sessions

# ipywidgets does so only where it is imported in a session. Without it a page has to ask for each widget
# by itself, which takes long on a busy computer and can miss some.
ipywidgets.register_comm_target()

# What is here stays: a session that looked for rubbish in it would make a copy of its own of each page.
gc.collect()
gc.freeze()
signal.alarm(0)  # as `before_imports` has set it
