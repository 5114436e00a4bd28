### The form for one's own case on the leaders' page, with currencies and countries.

## The form

case_form-group_what = What it is about
case_form-group_plan = The plan
case_form-group_people = The people
case_form-group_shocks = What could go wrong
case_form-group_money = Money
case_form-title = What do you call it?
case_form-title_help = For example: The bus in our valley.
case_form-place = Where?
case_form-place_help = The place and the public body.
case_form-who_decides = Who decides in the end?
case_form-who_decides_help = A person or a body, by name.
case_form-what = What is to be decided?
case_form-what_help = One sentence that anyone would understand.
case_form-by_when = By when must it be decided?
case_form-by_when_help = A day such as 16 February 2027, a month, or "in 8 weeks". In a series, the day of the last decision: the weeks until then are shared out evenly.
# Said at the box as soon as a day can be read in it. $earliest is whether the words may also mean a later day; $fixed whether a year was written.
case_form-by_when_read = Understood as { $day }: { $weeks ->
    [one] 1 whole week
   *[other] { $weeks } whole weeks
} from today.{ $earliest ->
    [yes] {" "}That is the earliest day it can mean.
   *[no] {""}
}{ $fixed ->
    [no] {" "}If you save this view, enter that date instead: your words are counted again from the day the view is opened.
   *[yes] {""}
}
case_form-by_when_past = Understood as { $day }. That is not after today, so no weeks are counted.
case_form-by_when_unread = Not understood as a day, so no weeks are counted from it. Write, for example, 16 February 2027, February 2027 or in 8 weeks.
case_form-people_affected = How many people does it affect?
case_form-people_affected_help = Everybody whom the decision touches, for better or worse. Shares of people are then also given as numbers of your people. The model itself keeps its own town of 1,000 people. You may leave this open.
case_form-kind = What kind of decision is it?
case_form-kind_help = Cases of the same kind or field are listed below, with what came of them. The model itself treats all kinds alike.
case_form-kind_closure = Closing something
case_form-kind_road = A road or a street
case_form-kind_budget = Money: who gets what
case_form-kind_service = Changing a service
case_form-kind_site = A building or a site
case_form-kind_rule = A rule
case_form-sector = Which field is it from?
case_form-sector_help = So that you find cases like yours.
case_form-sector_transport = Transport and streets
case_form-sector_health = Health services
case_form-sector_care = Care and social work
case_form-sector_education = Schools
case_form-sector_culture = Culture, libraries, leisure
case_form-sector_housing = Housing and regeneration
case_form-sector_climate = Climate and planning
case_form-sector_law = Laws and votes
case_form-sector_none = None of these
case_form-like = Cases like yours
case_form-like_none = No case in the library is of this kind or field.
case_form-like_none_help = Choose another kind or field above to see what came of other cases.
case_form-like_look = Look at { $title }
case_form-in_gate = Under "Should we ask?" you answered the question "{ $question }" with: { $answer }.
case_form-zero_sum = Does one side lose whatever the other side gains?
case_form-zero_sum_help = Say yes where each side needs its own and no plan in between helps both: one of two sites must close, for example, and each side needs one. Say no if money, time or help could make up for part of the loss. With a yes, the first plan gives the well-connected people what they need, and the less-heard people lose.
case_form-zero_sum_no = No: a plan in between can help both
case_form-zero_sum_yes = Yes
case_form-zero_sum_loses = { $answer }: { $lose } in 100 lose, and no plan in between helps both
case_form-draft = How well does the first plan suit people?
case_form-draft_help = The plan as it is today, before anybody was asked. The number in each answer is how many people lose by such a plan in the model. It follows from how many people are less heard, which you enter below.
case_form-draft_loses = { $lose } in 100 lose by it. { $answer }
case_form-draft_fits = It suits most people about equally
case_form-draft_slightly = It leans a little to one side
case_form-draft_usual = It leans to one side, the usual case
case_form-draft_badly = It leans far to one side
case_form-draft_very_badly = It suits hardly anybody
case_form-heat = How hot is it?
case_form-heat_help = The hotter it is, the more people come without being asked, above all those who are against the plan. If an election or a press campaign lies ahead, choose the hotter answer.
case_form-heat_routine = Routine: most people hardly notice
case_form-heat_disputed = Disputed: some people mind a good deal
case_form-heat_hot = Hot: many are angry or afraid, and the papers write about it
case_form-months = How many months does such a decision take?
case_form-months_help = From the first word in public to the decision. Over a longer time people forget more, and trust drifts back to where it was.
case_form-months_range = Please give a number of months from { $low } to { $high }.
case_form-count = Is it one decision, or a series? How many in a row?
case_form-count_help = 1 means once. A decision is the whole way from the first word in public to the day it is taken. In a series the same people meet one such decision after another, and trust builds up or wears down.
case_form-count_range = Please give a whole number between { $low } and { $high }.
case_form-share_less_heard = How many of the people are less heard?
case_form-share_less_heard_help = People with less time, less money, or fewer contacts to those who decide.
case_form-homophily = How far do people talk only with people like themselves?
case_form-homophily_help = 0 means everybody talks with everybody. 100 means the groups never meet.
case_form-country = Country
case_form-country_help = Trust at the start comes from a survey of this country (European Social Survey, 2023-24).
case_form-institution = Which of these is most like your public body, in people's eyes?
case_form-institution_help = The survey does not ask about your body, so choose the nearest. In most countries trust is lowest in the first on the list and highest in the last.
case_form-not_chosen = Please choose. Until then: { $answer }
case_form-institution_parliament = Parliament
case_form-institution_council = A council (between parliament and the courts, nearer to parliament)
case_form-institution_halfway = A body trusted more than a council (half way between parliament and the courts)
case_form-institution_legal_system = The courts
case_form-institution_police = The police
case_form-institution_politicians = Politicians
case_form-institution_parties = Political parties
case_form-campaign = Will somebody spread false stories about it?
case_form-campaign_help = On the street, in the press, or online.
case_form-campaign_none = Not that we know of
case_form-campaign_some = Some, and they reach about { $reach } in 100 people
case_form-campaign_strong = Many, and they reach about { $reach } in 100 people
case_form-campaign_before = Before which decision of the series?
case_form-campaign_before_help = 1 means the first decision.
case_form-currency = Currency
case_form-currency_help = Prices can be set under "What would happen".

## Currencies

currency-GBP = Pound (GBP)
currency-EUR = Euro (EUR)
currency-USD = US dollar (USD)
currency-CHF = Swiss franc (CHF)
currency-SEK = Swedish krona (SEK)
currency-NOK = Norwegian krone (NOK)
currency-DKK = Danish krone (DKK)
currency-PLN = Polish zloty (PLN)
currency-CZK = Czech koruna (CZK)

## Countries

country-AT = Austria
country-BE = Belgium
country-BG = Bulgaria
country-CH = Switzerland
country-CY = Cyprus
country-DE = Germany
country-ES = Spain
country-FI = Finland
country-FR = France
country-GB = United Kingdom
country-GR = Greece
country-HR = Croatia
country-HU = Hungary
country-IE = Ireland
country-IL = Israel
country-IS = Iceland
country-IT = Italy
country-LT = Lithuania
country-LV = Latvia
country-ME = Montenegro
country-NL = Netherlands
country-NO = Norway
country-PL = Poland
country-PT = Portugal
country-RS = Serbia
country-SE = Sweden
country-SI = Slovenia
country-SK = Slovakia
