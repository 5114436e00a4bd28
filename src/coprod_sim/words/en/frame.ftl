### What stands around every page: the language itself, the names of parts, jobs that run, faults.

## The language itself

language-name = English
language-checked = yes
language-note = The language the kit is written in.

## Around the parts

page-parts = The parts of this page
page-loading = Getting the model ready. You can read and answer meanwhile.
page-as_table = The numbers as a table
page-box_full = This box is full. It holds { $most } characters, and what you add now is not kept. Shorten it, or go on in another place.
page-draft = On { $when } you typed this here, and the kit did not get it. Since then something else was put into the box. Which of the two do you want?
page-draft_take = Put this into the box
page-draft_drop = Leave the box as it is

## Names of the parts of the leaders' page

parts-door = Start
parts-gate = Should we ask?
parts-case = The case
parts-now = Where we are
parts-what = What would happen
parts-why = Why
parts-take = Take it away
parts-rigged = Is this rigged?
parts-town = Watch one town

## Work that takes a while

job-busy = Working it out
job-stop = Stop
job-stopped = Stopped. Nothing was changed.
job-again = Work it out again

## Faults

faults-inside = Something went wrong inside the kit. That is our fault, not yours.
faults-kept = What you entered is still there.
faults-other_version = This view was made with version { $theirs } of the kit, and this is version { $ours }. Numbers can differ.
faults-first_version = These numbers belong to the first version of the model and were left out: { $names }.
