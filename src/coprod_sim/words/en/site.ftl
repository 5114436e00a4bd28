### The kit as a folder of pages: what stands around them.

site-name = coprod-sim
site-skip = To the content
site-nav = The kit
site-foot = coprod-sim { $version }. Everything runs in this browser. Nothing you enter is sent anywhere.
site-too_old = This browser is too old for this page. Open it in a newer one.
site-no_script = These pages work the numbers out in your browser. Please allow scripts for them; nothing is fetched from elsewhere.

## Doors of the start page that lead to the documentation

site-train_text = Run a session for a room full of people. Here you can read how; the room itself needs the full kit.
site-model = I model
site-model_text = Every rule with its source, what was found, what speaks against it, and how to run it again yourself.
site-docs = All the documentation: how-to pages, glossary, cases, evidence

## What needs Python

site-python = What needs the full kit
site-python_text = These pages contain the model, the lessons and the documentation. Some things need the full kit, which runs on Python. Install it once (the page "Open the kit" says how), and then type the command.
site-python-survey = Start from your own survey
site-python-room = Run a session on people's phones
site-python-sweep = Run thousands of settings at once
site-python-notebooks = Work in notebooks, with the code in view
