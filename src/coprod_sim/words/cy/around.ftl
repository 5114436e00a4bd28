### What stands around every page that the kit serves: its strip, its foot, and what is said when something is lost.

## The strip and the foot

around-skip = Neidio i'r dudalen
around-honest = Offeryn meddwl, sy'n gyson â chanfyddiadau cyhoeddedig, nid rhagolwg.
around-foot_here = Mae popeth yn rhedeg ar y cyfrifiadur hwn. Nid yw dim a deipiwch yn cael ei anfon i'r rhyngrwyd.
around-foot_server = Mae'r pecyn hwn yn rhedeg ar weinydd. Cedwir yr hyn a deipiwch yno, lle gallai pwy bynnag sy'n ei redeg ei ddarllen, ac nid yw'n cael ei anfon i unman arall.
around-room_here = Mae'r ystafell yn rhedeg ar y cyfrifiadur hwn. Unwaith y gadewch ffonau i mewn, dangosir yr hyn y mae pobl yn ei deipio ar ddyfeisiau eraill yn y rhwydwaith hwn.
around-room_server = Mae'r ystafell yn rhedeg ar weinydd y pecyn hwn. Dangosir yr hyn y mae pobl yn ei deipio ar y dyfeisiau eraill yn yr ystafell.

## While a page comes up

around-failed = Nid oedd modd adeiladu'r dudalen hon. Ein bai ni yw hynny, nid eich bai chi.
around-slow = Mae hyn yn cymryd mwy o amser nag arfer: efallai bod tudalennau eraill yn agor hefyd. Nid oes angen ichi wneud dim.
around-stuck = Ni ddaeth y dudalen hon i fyny. Rydym yn ceisio unwaith eto.
around-stopped = Ni ddaeth y dudalen hon i fyny, ddwywaith. Efallai bod y cyfrifiadur yn brysur iawn.

## When the kit does not answer

around-lost = Nid yw'r pecyn yn ateb. Cafodd ei stopio, neu collwyd y cysylltiad.
around-lost_here = Os cafodd ei stopio, dechreuwch ef eto gyda'r gorchymyn coprod-sim open, ac ewch ymlaen yn y dudalen y mae'n ei hagor. Byddai'r dudalen hon yn gofyn am yr allwedd newydd.
around-lost_server = Arhoswch am eiliad. Os bydd hyn yn parhau, dywedwch wrth bwy bynnag sy'n rhedeg y pecyn. Yna llwythwch y dudalen hon eto.
around-restarted = Cafodd y pecyn ei ddechrau eto, ac mae ganddo allwedd newydd. Ewch ymlaen yn y dudalen a agorodd bryd hynny. Neu llwythwch y dudalen hon eto, a rhowch y cyfeiriad newydd iddi.
around-ended = Mae'r pecyn wedi cau'r dudalen hon. Mae'r pecyn yn dal i redeg. Llwythwch y dudalen hon eto i fynd ymlaen.
around-again = Llwytho'r dudalen hon eto

## What is kept then

around-typed = Mae'r hyn a deipiwch mewn blychau nawr yn cael ei gadw yn y porwr hwn, a daw yn ôl pan lwythwch y dudalen hon eto.
around-untyped = Nid yw'r porwr hwn yn cadw dim, felly copïwch yr hyn a deipiwch mewn blychau cyn llwytho'r dudalen hon eto.
around-kept_learn = Mae'r hyn a gadwyd eisoes yn aros yn y ffeil coprod_progress.json. Nid yw'r hyn a ddewiswch neu a wasgwch nawr yn cael ei gadw.
around-kept_decide = Mae'r hyn a osodwch wedi'i gadw yng nghyfeiriad y dudalen hon, a daw yn ôl pan lwythwch y dudalen hon eto.
around-kept_train = Mae ystafell sydd ar agor yn parhau ar ei phen ei hun, gyda'i holl atebion. Nid yw'r hyn a ddewiswch neu a wasgwch yma nawr yn cael ei gadw.
around-kept_other = Nid yw'r hyn a ddewiswch neu a wasgwch nawr yn cael ei gadw.
