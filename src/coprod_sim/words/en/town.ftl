### Watch one town.

## The town

town-legend = Each mark is a person: a square is less heard, a circle well connected. The darker and larger the mark, the more trust. A thick dark edge means that the person accepts the decision. Lines join people who talk with each other.
town-play = Run
town-pause = Pause
town-step = Next decision
town-back = Previous decision
town-decision = Decision
town-of = Decision { $count } of { $all }
town-picture = A town of people and their contacts.
town-before = { $way }: before the first decision.
town-after = { $way }, after decision { $count }: in this one town acceptance stands at { $acceptance } in 100, trust at { $trust } in 100, and { $part } in 100 took part.
town-person = Read the story of person (0 to { $all })
town-nobody = Choose a person by number, or click on one in the picture.
town-story = Person { $number }, { $way }
