### What stands around every page: the language itself, the names of parts, jobs that run, faults.

## The language itself

language-name = Cymraeg (heb ei wirio)
language-checked = no
language-note = A first Welsh version. It needs a check by a native speaker. What is missing here is shown in English.

## Around the parts

page-parts = Rhannau'r dudalen hon
page-loading = Yn paratoi'r model. Gallwch ddarllen ac ateb yn y cyfamser.
page-as_table = Y rhifau fel tabl

## Names of the parts of the leaders' page

parts-door = Dechrau
parts-gate = A ddylem ofyn?
parts-case = Yr achos
parts-now = Lle'r ydym ni
parts-what = Beth fyddai'n digwydd
parts-why = Pam
parts-take = Mynd ag ef i ffwrdd
parts-rigged = Ai twyll yw hwn?
parts-town = Gwylio un dref

## Work that takes a while

job-busy = Yn ei weithio allan
job-stop = Stopio
job-stopped = Wedi stopio. Ni newidiwyd dim.
job-again = Ei weithio allan eto

## Faults

faults-inside = Aeth rhywbeth o'i le y tu mewn i'r pecyn. Ein bai ni yw hynny, nid eich bai chi.
faults-kept = Mae'r hyn a roesoch yno o hyd.
