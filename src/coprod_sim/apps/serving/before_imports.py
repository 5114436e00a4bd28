"""What the process that sessions are forked from does first: it keeps to itself, and never hangs."""

import os
import signal

LONGEST = 150
"""How long its imports may take before it ends and sessions begin by themselves [seconds]."""

signal.alarm(LONGEST)
signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the kit, and this ends with it
signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})  # held back until it was ignored
# Whoever reads what the kit says would wait for the end of this process, too.
os.dup2(os.open(os.devnull, os.O_WRONLY), 1)

# A process that forks must have one thread; these libraries would begin one as they are imported.
os.environ["OPENBLAS_NUM_THREADS"] = "1"
os.environ["JE_ARROW_MALLOC_CONF"] = "background_thread:false"
