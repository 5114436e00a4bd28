### The leaders' page, part by part, and the conditions leaders sign up to.

## The first part

door-honest = Offeryn meddwl yw hwn, sy'n gyson â chanfyddiadau cyhoeddedig, nid rhagolwg.

## Take it away

take-title = Mynd ag ef i ffwrdd
take-intro = Dolen, ffeil, un dudalen i'r bwrdd, a'r rhifau.
take-html = Cadw'r dudalen (HTML)
take-pdf = Cadw'r dudalen (PDF)
take-save_view = Cadw'r olwg hon fel ffeil
take-open_view = Agor golwg a gadwyd
take-link = Dolen i'r olwg hon
