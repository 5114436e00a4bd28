### The kit as a folder of pages: what stands around them.

site-name = coprod-sim
site-skip = To the content
site-nav = The kit
site-foot = coprod-sim { $version }. Everything runs in this browser. Nothing you enter leaves it.
site-no_script = These pages work the numbers out in your browser. Please allow scripts for them; nothing is fetched from elsewhere.

## Doors of the start page that lead to the documentation

site-train_text = Run a session for a room full of people. Here you can read how; the room itself needs the full kit.
site-model = I model
site-model_text = Every rule with its source, what was found, what speaks against it, and how to run it again yourself.
site-docs = All the documentation: how-to pages, glossary, cases, evidence

## What needs Python

site-python = What needs the full kit
site-python_text = These pages hold the model, the lessons and the documentation. Some things need the kit itself, which runs on Python. Install it once, then type the command.
site-python-survey = Use your own survey for first trust
site-python-room = Run a session on people's phones
site-python-sweep = Play thousands of settings at once
site-python-notebooks = Work in notebooks, with the code in view
