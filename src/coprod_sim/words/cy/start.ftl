### The start page.

## Start page

start-title = A ddylem wir gynnwys pobl yn hyn, a sut?
start-text = Mae cynlluniau am ffordd, llyfrgell neu glinig yn effeithio ar fywydau llawer o bobl. Mae'r pecyn hwn yn eich helpu i feddwl cyn gofyn i bobl, a dysgu sut i wneud hynny'n dda.
start-decide = Rwy'n penderfynu
start-decide_text = Rhowch gynnig ar achos mewn tref ddychmygol. Gwelwch pwy sy'n ei dderbyn, pwy sy'n colli, a beth yw'r gost. Ewch ag un dudalen at eich bwrdd.
start-learn = Rwy'n dysgu
start-learn_text = Gwersi byr ar bum cam, ac ymarferion y gallwch eu gwirio eich hun.
start-train = Rwy'n hyfforddi
start-train_text = { $rooms ->
    [no] Dewiswch a newidiwch gynllun ar gyfer sesiwn gydag ystafell lawn o bobl, ac argraffwch ei gardiau. I'w chynnal, agorwch y pecyn ar liniadur.
   *[yes] Cynhaliwch sesiwn i ystafell lawn o bobl, ar eu ffonau neu gyda chardiau.
}
start-not_yet = Heb ei adeiladu eto.
