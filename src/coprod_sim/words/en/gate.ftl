### The gate: questions before anybody is asked, and what comes of them.

## The gate

gate-title = Should we ask people at all?
gate-intro =
    Asking people takes their time and raises their hopes. Asking when nothing can change does harm.
    So first answer { $first } questions about how things are today. The last two ask how much is at stake and how far people trust you.
    Then answer { $law } about the law, because some decisions may not be taken without asking.
gate-whose = Your answers are about the case "{ $title }". They count wherever the page speaks of it, and for no other case.
gate-problem = Is there a problem that people can help with?
gate-problem_help = They may know what you do not: how a service is used, what a change would do to them, what would work. If all that is left is a legal or technical duty, say no.
gate-open = Can the answer still change something?
gate-open_help = Name one thing that could come out differently. If you cannot name it, say no.
gate-used = Will the person who decides really use the answer?
gate-used_help = Ask that person, by name, today. A hope that they will is not a yes.
gate-means = Are there people and money to do it?
gate-means_help = Staff hours, rooms, help with travel and care, and pay for people's time.
gate-time = Is there time before the decision?
gate-time_help = Time to read, to talk, to answer, and for you to change the plan.
gate-enough = Will people have the facts they need to judge?
gate-enough_help = The real reasons, the options you dropped, the costs, and what you do not know.
gate-answer = Will you read the answers, reply, and show what came of them?
gate-answer_help = That includes what you did not do, and why.
gate-yes = Yes
gate-no = No
gate-unsure = Not sure
gate-stakes = How much is at stake for people?
gate-stakes_help = Think of the people hit hardest, not of the average person.
gate-stakes_small = Little, or it is easy to undo
gate-stakes_high = Much, or it is hard to undo
gate-trust = How much do people trust you today?
gate-trust_help = What happened the last time you asked them?
gate-trust_survey = In your survey { $survey }, { $share } in 100 trust: they answered above the middle of the scale.
gate-trust_low = Little
gate-trust_middle = Somewhat
gate-trust_high = Much

## The law

gate-law = Do you have to ask?
gate-no_law = This page cannot tell you what the law requires in your case. It helps you to prepare your questions. Whatever you answer, ask your lawyers.
gate-loses = Will some people lose something they have now?
gate-loses_help = A service, a place, a payment, a home, a right of way. Say yes too if they would have to go further for it, or pay more.
gate-promised = Has anyone said that people will be asked, or have you always asked before a change like this?
gate-promised_help = In a letter, on a web page, at a meeting, in last year's plan.
gate-listed = Is it the kind of decision for which an Act may ask you to consult or involve people?
gate-listed_help = NHS services, schools, libraries, social homes, planning, adult social care, council tax support, a traffic order. Also contracting out, or a big new way to run council services.
gate-groups = Could it hit some groups harder than others?
gate-groups_help = Disabled people, old or young people, women or men, people of one origin or faith, pregnant women, LGBT people.
gate-elsewhere = Is it outside England and Wales?
gate-elsewhere_help = The notes on the law here are for England and Wales only. Scotland, Northern Ireland and other countries have their own duties.
gate-in_form = In the form for your own case you answered the question "{ $question }" with: { $answer }.
gate-duty_open = { gate-duty_left } Ask your lawyers whether you must consult, involve people, or weigh equality.
# Said after what is known of a duty while other questions about the law have no answer yet.
gate-duty_left = { $left ->
    [one] 1 of { $all } questions about the law is still open. An open question does not count as a no.
   *[other] { $left } of { $all } questions about the law are still open. An open question does not count as a no.
}
gate-duty_none_seen = You see no sign of a duty to ask, but there may still be one. If you choose to ask, you must ask fairly. Ask your lawyers to check.
gate-duty_weigh = By the answers given, there is no sign of a duty to ask, but there may still be one. Ask your lawyers.
gate-duty_unsure = By the answers given, it is not settled what the law asks.
# $grounds are answers from "gate-because_...", in the middle of a sentence.
gate-duty_likely = By the answers given, a duty to ask or to involve people is likely: { $grounds }. Ask early, say why and what else you looked at, give enough time, and let the person who decides read what people said. Ask your lawyers before you start.
gate-duty_treat = Treat what is not certain as a yes until your lawyers say no.
# Equality is a duty of its own: it is said beside whatever else the answers point to.
gate-duty_groups = { $answer ->
    [yes] It could hit some groups harder than others. So before you decide, you must think about who could be hit harder, and put it on paper (Equality Act 2010, section 149). It is hard to know without talking to them.
   *[unsure] It is not certain whether it could hit some groups harder than others. Unless your lawyers say that it could not, think before you decide about who could be hit harder. Put it on paper: this is a duty (Equality Act 2010, section 149).
}
gate-duty_groups_elsewhere = { $answer ->
    [yes] It could hit some groups harder than others. So before you decide, think about who could be hit harder, and put it on paper. In Scotland you must (Equality Act 2010, section 149); elsewhere, ask.
   *[unsure] It is not certain whether it could hit some groups harder than others. Before you decide, find out, and put it on paper. In Scotland you must (Equality Act 2010, section 149); elsewhere, ask.
}
gate-duty_tell = Tell them: { $grounds }.
gate-duty_elsewhere = The notes on the law in this kit are for England and Wales. Ask your lawyers what the law is where you are.
gate-duty_courts = A court asks whether a decision was taken fairly, not whether it was a good one.
gate-acts = What the law may ask for, and what it has cost others
gate-acts_intro = Plain notes on the law up to December 2025, for a first talk with a lawyer. They are not legal advice.
gate-acts_what = Where it comes from
gate-acts_asks = What it asks
gate-acts_broken = Where it was broken, or held
gate-acts_row1 = Fair asking, whenever you ask: the Gunning rules | Ask while the plan can still change. Give reasons, and as a rule what else was looked at. Give time. Take what was said into account with an open mind. | Moseley v Haringey 2014: other options were not named, so it was unlawful. West Dulwich v Lambeth 2025: a report by residents was not taken into account; the scheme was ordered out. | https://www.bailii.org/uk/cases/UKSC/2014/56.html
gate-acts_row2 = A promise, or what was always done | If you promised to ask, or have always asked, you must. | Buckingham v NHS Corby 2018: the promise to consult was broken, and the decision was struck down. | https://caselaw.nationalarchives.gov.uk/ewhc/admin/2018/2080
gate-acts_row3 = Equality: Equality Act 2010, section 149 | Whoever decides must first think seriously about fair chances, discrimination and good relations. A form filled in afterwards is not enough. | Bracking v Work and Pensions Secretary 2013: the minister had not been shown how hard it would hit disabled people, and the decision was struck down. | https://www.legislation.gov.uk/ukpga/2010/15/section/149
gate-acts_row4 = NHS services: NHS Act 2006, sections 14Z45 and 242 | Involve the people served, and those who speak for them, in plans and changes they would notice. The bigger the change, the more you must involve them. | Nettleship v South Tyneside 2020: asking about a short list of options was lawful. | https://www.england.nhs.uk/long-read/working-in-partnership-with-people-and-communities-statutory-guidance/
gate-acts_row5 = Best Value: Local Government Act 1999, section 3 | English councils consult those who pay, use and have an interest, when they settle how to get better value, such as by contracting out. | Nash v Barnet 2013: not done, but the claim came too late. | https://www.legislation.gov.uk/ukpga/1999/27/section/3
gate-acts_row6 = Planning: publicity, and your own statement of community involvement | Do what your statement says. If plans change in substance, tell the public again. | Holborn Studios v Hackney 2017: the plans were changed without a new notice. | https://caselaw.nationalarchives.gov.uk/ewhc/admin/2017/2823
gate-acts_row7 = Council homes: Housing Act 1985, section 105 | Tenants who would be much affected must hear of it, have time to answer, and have their answers taken into account. | Bokrosova v Lambeth 2015: options were withdrawn half-way, and the decision was struck down. | http://www.bailii.org/ew/cases/EWHC/Admin/2015/3386.html
gate-acts_row8 = Schools: Education and Inspections Act 2006 | Consult before you publish the notice to close a school. For a rural primary school there is more to do. | WC v Somerset 2021: most people were against it, and the consultation was lawful. | https://caselaw.nationalarchives.gov.uk/ewhc/admin/2021/2936
gate-acts_row9 = Libraries: Public Libraries and Museums Act 1964, section 7 | Library councils must provide a comprehensive and efficient service for all who wish to use it. So look at who needs it, and ask them, before one closes. | Green v Gloucestershire 2011: plans for libraries were struck down for the check on equality; the way people were asked was not faulted. | https://www.legislation.gov.uk/ukpga/1964/75/section/7

## What follows
# Beside a headline; $outcome is one of the outcomes below, in the middle of a sentence; $left of $all questions are open. $where it stands: in the step "Why", on one of the other "steps", or on a "sheet" that has no steps.
gate-beside = The answers to "Should we ask?"{ $left ->
    [0] {""}
    [one] {" "}(1 of { $all } questions is still open)
   *[other] {" "}({ $left } of { $all } questions are still open)
} say: { $outcome }.
# Begins a headline about a way that the answers do not point to.
gate-lead = The answers to "Should we ask?"{ $left ->
    [0] {""}
    [one] {" "}(1 of { $all } questions is still open)
   *[other] {" "}({ $left } of { $all } questions are still open)
} do not point to { $way }. They say: { $outcome }.
# The way that the answers point to, where it is not compared; then the button that adds it.
gate-offer = { $way } is not among the ways compared here.
gate-offer_go = Compare { $way }
gate-beside_beyond = But { $way } does not fit into your { $limits }: make room for it, or say openly what can still change.
gate-beside_beyond_worse = But { $way } does not fit into your { $limits }, and in this model it { $sure ->
    [yes] does worse
    [open] may do better or worse
    [hardly] hardly does better or worse
    [little] mostly does little or no better
   *[mostly] mostly does worse
} here than { $first }{ $where ->
    [steps] : see "Why" before you make room for it.
    [why] : see here why, before you make room for it.
   *[sheet] : find out why before you make room for it.
}
gate-beside_worse = But in this model { $way } { $sure ->
    [yes] does worse
    [open] may do better or worse
    [hardly] hardly does better or worse
    [little] mostly does little or no better
   *[mostly] mostly does worse
} here than { $first }{ $where ->
    [steps] : see "Why" before you start.
    [why] : see here why, before you start.
   *[sheet] : find out why before you start.
}
gate-beside_go = See these answers
gate-left = { $left ->
    [one] 1 of { $all } questions is still open. You can go on without it.
   *[other] { $left } of { $all } questions are still open. You can go on without them.
}
# Said after an outcome that some answers alone have led to.
gate-left_after = { $left ->
    [one] 1 of { $all } questions is still open. The answer to it may change this.
   *[other] { $left } of { $all } questions are still open. Answers to them may change this.
}
gate-because = What you answered led to this:
gate-because_problem = { $answer ->
    [no] People cannot help with the problem.
   *[unsure] It is not certain that people can help with the problem.
}
gate-because_open = { $answer ->
    [no] The answer can no longer change anything.
   *[unsure] It is not certain that the answer can still change something.
}
gate-because_used = { $answer ->
    [no] The person who decides will not use the answer.
   *[unsure] It is not certain that the person who decides will use the answer.
}
gate-because_means = { $answer ->
    [no] The people or the money to do it are missing.
   *[unsure] It is not certain that there are people and money to do it.
}
gate-because_time = { $answer ->
    [no] There is no time before the decision.
   *[unsure] It is not certain that there is time before the decision.
}
# Said after "time": $fit is "none", "all" or "some", in which case $ways lists those that fit; "open" where nobody entered weeks. $whose weeks: "yours", or those "assumed" for a case of the library.
gate-because_time_weeks = { $fit ->
    [open] Enter your weeks under "What it takes", and the page says which ways fit into them.
    [none] By the weeks { $whose ->
        [yours] you entered
        [date] until your date
        [months] of your months
       *[assumed] assumed for this case
    } ({ $weeks }), none of the ways compared fits.
    [all] By the weeks { $whose ->
        [yours] you entered
        [date] until your date
        [months] of your months
       *[assumed] assumed for this case
    } ({ $weeks }), all the ways compared fit.
   *[some] By the weeks { $whose ->
        [yours] you entered
        [date] until your date
        [months] of your months
       *[assumed] assumed for this case
    } ({ $weeks }), of the ways compared { $count ->
        [one] only { $ways } fits{ $duty }.
       *[other] these fit: { $ways }{ $duty }.
    }
}
gate-because_enough = { $answer ->
    [no] People will not have the facts they need to judge.
   *[unsure] It is not certain that people will have the facts they need to judge.
}
gate-because_answer = { $answer ->
    [no] Nobody will read the answers, reply, and show what came of them.
   *[unsure] It is not certain that somebody will read the answers, reply, and show what came of them.
}
gate-because_loses = { $answer ->
    [yes] Some people would lose something they have now.
   *[unsure] It is not certain whether some people would lose something they have now.
}
gate-because_promised = { $answer ->
    [yes] Asking was promised, or is what has always been done.
   *[unsure] It is not certain whether asking was promised, or is what has always been done.
}
gate-because_listed = { $answer ->
    [yes] It is the kind of decision for which an Act may ask that people are consulted or involved.
   *[unsure] It is not certain whether an Act asks that people are consulted or involved.
}
gate-because_groups = { $answer ->
    [yes] It could hit some groups harder than others.
   *[unsure] It is not certain whether it could hit some groups harder than others.
}
gate-because_elsewhere = { $answer ->
    [yes] It is outside England and Wales.
   *[unsure] It is not certain whether it is outside England and Wales.
}
gate-because_stakes = Much is at stake for people, or it is hard to undo.
gate-because_trust = People have little trust in the public body today.
gate-next = What to do next
gate-goes_on = You can go on either way. Your answer is kept and goes on the page you take away.
gate-on_case = Go on to the case
gate-on_score = Go on to the scores
# What to do about an answer that is "no" or "not sure"; it stands as one of the steps, $fixes, of an outcome below.
gate-fix_problem = { $answer ->
    [no] Look for what people can help with: what they know and you do not.
   *[unsure] Find out whether people can help with the problem.
}
gate-fix_open = { $answer ->
    [no] Reopen what people could change, and tell the person who decides.
   *[unsure] Find out what can still come out differently, and write it down.
}
gate-fix_used = { $answer ->
    [no] Have the person who decides say, by name, that they will use what people say.
   *[unsure] Ask the person who decides, by name, whether they will use what people say.
}
gate-fix_means = { $answer ->
    [no] Find people and money to do it.
   *[unsure] Find out whether there are people and money to do it.
}
gate-fix_time = { $answer ->
    [no] Move the day of the decision.
   *[unsure] Find out whether there is time before the decision.
}
gate-fix_enough = { $answer ->
    [no] Put reasons, options and costs on one plain page.
   *[unsure] Find out which facts people need to judge.
}
gate-fix_answer = { $answer ->
    [no] Name the person who replies, and the day by which they do.
   *[unsure] Find out who can read the answers and reply, and by when.
}
# $lacks is the question whose "no" led here: one of "problem", "open" and "used", or of "means" and "time"; "both" of these two; else "several".
gate-outcome_inform = Inform honestly, and do not ask
gate-outcome_inform_why = Asking now would be for show, and people notice. You see no duty to ask; have your lawyers confirm that before you leave people out.
gate-outcome_inform_do =
    Ask your lawyers to confirm that there is no duty to ask.
    Say what was decided, by whom, and why; do not call it a consultation.
    Tell people where they can object, and what is still open elsewhere.
gate-outcome_promise_less = Do less, and promise less
gate-outcome_promise_less_why = A small promise that is kept beats a large one that is broken. But whatever you do ask, you must ask fairly.
gate-outcome_promise_less_do =
    Choose one open point and ask about that alone.
    Say in writing what you cannot do this time.
    { $fixes }
    { $lacks ->
        [time] Plan the next decision early enough to ask.
        [means] Put people and money into the next decision now.
       *[both] Put money and time into the next decision now.
    }
gate-outcome_fix_first = Fix this first, then ask
gate-outcome_fix_first_why = What is missing can be put right before you ask.
gate-outcome_fix_first_do =
    { $fixes }
    Then answer these questions again.
gate-outcome_consult_well = A consultation done well is enough
gate-outcome_consult_well_why = Little is at stake, and people trust you at least somewhat. Ask early, give reasons, leave time, and show what you did with the answers.
gate-outcome_consult_well_do =
    Ask while the plan can still change.
    Give reasons and time enough to answer.
    Publish what you changed, what you did not, and why.
gate-outcome_co_produce = Decide it together
gate-outcome_co_produce_why = All your first answers are yes. So the public body and the people it serves can decide as equal partners. That is what co-production means.
gate-outcome_co_produce_do =
    Agree with people what is fixed, what is open, who decides, and how.
    Pay people for their time, and train both sides.
    Say at every step where things stand, even when they go badly.
gate-outcome_ask_lawyers = Ask your lawyers before you leave people out
gate-outcome_ask_lawyers_why = { $lacks ->
    [time] By your first answers, there is no time to ask.
    [means] By your first answers, the people or the money to ask are missing.
    [both] By your first answers, there is neither the time nor the means to ask.
   *[several] By your first answers, asking makes little sense today.
} But the law may ask for it all the same, and that is not settled yet.
gate-outcome_ask_lawyers_do =
    { $law ->
        [elsewhere] Find out what the law is where you are: the notes here are about England and Wales.
        [unsure] Settle the questions about the law that you are not sure of, as far as you can.
       *[open] Answer the questions about the law that are still open, as far as you can.
    }
    Ask your lawyers whether you must consult, involve people, or weigh equality.
    Decide nothing that leaves people out until they have answered.
gate-outcome_reopen = { $lacks ->
    [open] Reopen the decision, or do not start
    [used] Have the person who decides agree to use the answer, or do not start
    [problem] Find what people can help with, or do not start
   *[several] Make it worth asking, or do not start
}
gate-outcome_reopen_why = The law seems to want you to ask before you decide, but asking today would be for show. That is the worst of both: a court can strike the decision down, and it costs trust.
gate-outcome_reopen_do =
    Ask your lawyers today.
    { $fixes }
    Do not start to ask, and do not decide, before that is settled.
gate-outcome_weigh_first = Think first about who could be hurt
gate-outcome_weigh_first_why = Before you decide, you must think with an open mind about who could be hit harder. You can hardly know without talking to them.
gate-outcome_weigh_first_do =
    Ask your lawyers what the equality duty asks of you here.
    Talk to the people who could be hit harder, and write down what you found.
    Let the person who decides read it before deciding.
gate-outcome_find_means = { $lacks ->
    [time] Find the time, or move the decision
    [means] Find the means, or move the decision
   *[both] Find the time and the means, or move the decision
}
gate-outcome_find_means_why = A duty to ask is likely, and having little { $lacks ->
    [time] time
    [means] money or few people
   *[both] time or money
} does not make it smaller.
gate-outcome_find_means_do =
    Ask your lawyers what is the least you must do.
    { $fixes }
    If people are in danger now, act, say that it is for now only, and ask before you make it permanent.
