### The gate: questions before anybody is asked, and what comes of them.

## The gate

gate-title = A ddylem ofyn i bobl o gwbl?
gate-intro =
    Mae gofyn yn costio amser a gobaith i bobl. Mae gofyn pan na all dim newid yn gwneud niwed.
    Felly atebwch { $first } cwestiwn yn gyntaf am sut mae pethau heddiw. Mae'r ddau olaf yn gofyn faint sydd yn y fantol a faint mae pobl yn ymddiried ynoch.
    Yna atebwch { $law } am y gyfraith, oherwydd ni ellir gwneud rhai penderfyniadau heb ofyn.
gate-problem = A oes problem y gall pobl helpu gyda hi?
gate-problem_help = Maent yn gwybod rhywbeth nad ydych chi: sut mae'n cael ei ddefnyddio, beth mae'n ei wneud iddynt, beth fyddai'n gweithio. Os dim ond dyletswydd gyfreithiol neu dechnegol sydd ar ôl, dywedwch na.
gate-open = A all yr ateb newid rhywbeth o hyd?
gate-open_help = Enwch un peth a allai ddod allan yn wahanol. Os na allwch ei enwi, dywedwch na.
gate-used = A fydd y sawl sy'n penderfynu wir yn defnyddio'r ateb?
gate-used_help = Gofynnwch i'r person hwnnw, wrth ei enw, heddiw. Nid yw gobeithio y bydd yn gyfystyr ag ie.
gate-means = A oes pobl ac arian i'w wneud?
gate-means_help = Oriau staff, ystafelloedd, help gyda theithio a gofal, a thâl am amser pobl.
gate-time = A oes amser cyn y penderfyniad?
gate-time_help = Amser i ddarllen, i siarad, i ateb, ac i chi newid y cynllun.
gate-enough = A fydd gan bobl ddigon i farnu wrtho?
gate-enough_help = Y gwir resymau, y dewisiadau a ollyngwyd, y costau, a'r hyn nad ydych yn ei wybod.
gate-answer = A fyddwch yn darllen yr atebion, yn ymateb, ac yn dangos beth ddaeth ohonynt?
gate-answer_help = Hefyd yr hyn na wnaethoch, a pham.
gate-yes = Ie
gate-no = Na
gate-unsure = Ddim yn siŵr
gate-stakes = Faint sydd yn y fantol i bobl?
gate-stakes_help = Meddyliwch am y rhai sy'n cael eu taro galetaf, nid am y cyfartaledd.
gate-stakes_small = Ychydig, neu mae'n hawdd ei ddadwneud
gate-stakes_high = Llawer, neu mae'n anodd ei ddadwneud
gate-trust = Faint mae pobl yn ymddiried ynoch heddiw?
gate-trust_help = Beth ddigwyddodd y tro diwethaf i chi ofyn iddynt?
gate-trust_low = Ychydig
gate-trust_middle = Gweddol
gate-trust_high = Llawer
gate-left = Mae { $left } o { $all } cwestiwn heb eu hateb. Gallwch fynd ymlaen hebddynt.
gate-because = Hyn a benderfynodd:
gate-next = Beth i'w wneud nesaf
gate-goes_on = Gallwch fynd ymlaen y naill ffordd neu'r llall. Cedwir eich ateb ac mae'n mynd ar y dudalen a gymerwch gyda chi.
gate-on_case = Ymlaen at yr achos
gate-outcome_inform = Hysbysu'n onest, a pheidio â gofyn
gate-outcome_promise_less = Gwneud llai, ac addo llai
gate-outcome_fix_first = Trwsio hyn yn gyntaf, yna gofyn
gate-outcome_consult_well = Mae ymgynghoriad da yn ddigon
gate-outcome_co_produce = Penderfynu gyda'ch gilydd
