### What others have paid, with sources: what | amount | source.

## Published prices

costs_guide-intro = These are prices others have published. They are not what your own case would cost.
costs_guide-warning = Until you enter more, our sums count hours only. So they are lower than what citizens' juries have cost, which also paid for rooms, travel and experts.
costs_guide-row1 = Citizens' assembly, 50 to 250 people | £150,000 to £750,000 | Involve, how much do participatory processes cost, https://involve.org.uk/resources/knowledge-base/how-much-do-participatory-processes-cost
costs_guide-row2 = Citizens' jury, 12 to 30 people, 2 to 7 days | £60,000 to £200,000 | Involve, how much do participatory processes cost, https://involve.org.uk/resources/knowledge-base/how-much-do-participatory-processes-cost
costs_guide-row3 = One ordinary open consultation | about £20,000 (2010, from a group in favour) | Zacharzewski (2010), Democracy pays, Democratic Society with Public-i
costs_guide-row4 = Irish citizens' assembly 2016-17, first five of nine meetings | €651,144 | Irish Times, https://www.irishtimes.com/news/ireland/irish-news/citizens-assembly-costs-run-over-initial-estimates-1.3138171
costs_guide-row5 = Citizens' assemblies of three English councils, 2019-20 | up to £60,000 each | Innovation in Democracy, https://renaisi.com/2020/06/29/innovation-in-democracy-evaluation-report
costs_guide-row6 = Challenge lost in court, West Dulwich road scheme | £35,000 in costs, and £1,080,580 of fines in dispute | LocalGov, https://www.localgov.co.uk/High-Court-orders-Lambeth-Council-to-scrap-LTN/62493
costs_guide-row7 = Changing course on the 20 mph limit in Wales | up to £5m, after about £34m to bring it in | Nation.Cymru, https://nation.cymru/news/senedd-set-to-debate-record-breaking-20mph-petition/
