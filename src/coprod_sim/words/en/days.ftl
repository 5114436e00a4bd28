### Days in words. The names are parted by |, from Monday and from January on.

days-weekdays = Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday
days-months = January|February|March|April|May|June|July|August|September|October|November|December
days-day = { $weekday } { $day } { $month } { $year }
