### Where we are now: the eight dials scored.

## Where we are now

rubric-title = Where we are now
rubric-intro =
    Score how you involve people today. Go by what can be seen, not by what is intended.
    Ask two members of staff and two citizens, each on their own. Half steps are allowed in the expert view.
rubric-who = Who is answering?
rubric-staff = Staff
rubric-citizens = Citizens
rubric-expert = Expert view: sliders instead of sentences
rubric-not_scored = Not scored yet
rubric-take_back = Remove this score
rubric-compare = Compare this with other ways
rubric-count = { $done } of { $all } dials are scored. A dial without a score is set as in a tickbox consultation: people are asked, but can change nothing.
rubric-gap_title = What staff and citizens say
rubric-gap_none = { $dial }: staff say { $staff } and citizens { $citizens } in 100. Both see it much the same way.
rubric-gap_small = { $dial }: staff say { $staff } and citizens { $citizens } in 100. Talk about what each has seen.
rubric-gap_large = { $dial }: staff say { $staff } and citizens { $citizens } in 100. Start here: you see it very differently.
rubric-dial = Dial
rubric-gap = Gap
