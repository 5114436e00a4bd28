"""What a room can do: every kind of activity, declared once, with the questions it puts to a phone.

A plan file lists activities as tables with a `kind`. Whatever asks, shows, stores or counts answers goes
through three things each activity has: its `rounds`, its `questions` in a round, and `shows`, what there is
to read first. So a new kind is one class here.
"""

from typing import Annotated, Any, ClassVar, Literal, Self, override

from pydantic import Field, model_validator

from coprod_sim.library_files import FileValue
from coprod_sim.live.arms import Decision, MaybeSequence, TreatmentSequence, treatment_sequences
from coprod_sim.live.disclosure import MINIMUM, Floor
from coprod_sim.live.questions import (
    HIGHEST,
    LOWEST,
    Choice,
    Key,
    Label,
    Labels,
    Line,
    Question,
    Scale,
    Several,
    Text,
    problem_with,
)
from coprod_sim.words import Words

ONLY_ROUND = "answer"
STARTING = ("trust", "know", "change", "count", "heard", "fair", "talk", "come")
"""The eight starting questions; what each means for a citizen of the model stands in `start_words`."""
SCORES = ("acceptance", "fairness", "trust")
"""What everybody scores from 0 to 10 once a decision has been announced."""


class Base(FileValue):
    """What every activity has: a key, a title, and words to read first."""

    key: Key
    title: Label
    text: str = Field(default="", max_length=1200)
    moderated: ClassVar[bool] = False

    @property
    def rounds(self) -> tuple[str, ...]:
        """The rounds of answering, in order; answers of different rounds are kept apart."""
        return (ONLY_ROUND,)

    def shows(self, part: str, sequence: MaybeSequence) -> tuple[str, ...]:  # noqa: ARG002 - some need them
        """Give the paragraphs to read before the questions of a round."""
        return (self.text,) if self.text else ()

    def questions(self, part: str, sequence: MaybeSequence, words: Words) -> tuple[Question, ...]:
        """Give the questions of a round, for the sequence of treatments a seat was allocated to (if any)."""
        raise NotImplementedError

    def problem_with(
        self, answer: object, part: str, sequence: MaybeSequence, words: Words
    ) -> str | None:
        """Say in one sentence what is wrong with an answer in a round, or None."""
        if part not in self.rounds:
            return "There is no such round."
        return problem_with(self.questions(part, sequence, words), answer)


class WordChoice(Base):
    """Choose the few words that fit best."""

    kind: Literal["words"]
    question: Line
    words: Labels
    most: Annotated[int, Field(ge=1, le=5)] = 3

    @override
    def questions(self, part: str, sequence: MaybeSequence, words: Words) -> tuple[Question, ...]:
        """Ask for up to `most` of the words."""
        return (Several(name="words", text=self.question, options=self.words, most=self.most),)


class ScaleVote(Base):
    """Score one thing from 0 to 10."""

    kind: Literal["scale"]
    question: Line
    low_means: Label
    high_means: Label

    @override
    def questions(self, part: str, sequence: MaybeSequence, words: Words) -> tuple[Question, ...]:
        """Ask for one number from 0 to 10."""
        return (_ten("score", self.question, self.low_means, self.high_means),)


class Sort(Base):
    """Sort cards into piles."""

    kind: Literal["sort"]
    cards: Annotated[tuple[Line, ...], Field(strict=False, min_length=2, max_length=16)]
    piles: Annotated[tuple[Label, ...], Field(strict=False, min_length=2, max_length=5)]
    right: Annotated[tuple[int, ...], Field(strict=False)] = ()

    @model_validator(mode="after")
    def _right_fits(self) -> Self:
        if self.right and len(self.right) != len(self.cards):
            raise ValueError("needs one pile for each card, or none at all")
        if any(not 0 <= pile < len(self.piles) for pile in self.right):
            raise ValueError(f"must name piles by their place from 0 to {len(self.piles) - 1}")
        return self

    @override
    def questions(self, part: str, sequence: MaybeSequence, words: Words) -> tuple[Question, ...]:
        """Ask for a pile for each card."""
        return tuple(
            Choice(name=f"card_{place}", text=card, options=self.piles)
            for place, card in enumerate(self.cards, 1)
        )


class Predict(Base):
    """Guess a number before it is known; the room's guesses are set beside it later."""

    kind: Literal["predict"]
    question: Line
    low: int = 0
    high: int = 100
    unit: str = Field(default="in 100", max_length=40)
    low_means: str = Field(default="", max_length=80)
    high_means: str = Field(default="", max_length=80)

    @model_validator(mode="after")
    def _has_room(self) -> Self:
        if not self.low < self.high:
            raise ValueError("low must be below high")
        return self

    @override
    def questions(self, part: str, sequence: MaybeSequence, words: Words) -> tuple[Question, ...]:
        """Ask for the guess."""
        guess = Scale(
            name="guess", text=self.question, low=self.low, high=self.high, unit=self.unit,
            low_means=self.low_means, high_means=self.high_means,
        )  # fmt: skip
        return (guess,)


class Vote(Base):
    """Choose one option."""

    kind: Literal["vote"]
    question: Line
    options: Labels

    @override
    def questions(self, part: str, sequence: MaybeSequence, words: Words) -> tuple[Question, ...]:
        """Ask for one option."""
        return (Choice(name="vote", text=self.question, options=self.options),)


class VoteTalkVote(Base):
    """Vote, talk to a neighbour, vote again; both votes are kept."""

    kind: Literal["vote_talk_vote"]
    question: Line
    options: Labels
    right: int | None = None

    @property
    @override
    def rounds(self) -> tuple[str, ...]:
        """Before the talk and after it."""
        return ("before_talk", "after_talk")

    @override
    def questions(self, part: str, sequence: MaybeSequence, words: Words) -> tuple[Question, ...]:
        """Ask the same both times."""
        return (Choice(name="vote", text=self.question, options=self.options),)


class Idea(Base):
    """Put an idea into the decision; its author's phone shows later what became of it, and why."""

    kind: Literal["idea"]
    question: Line
    moderated: ClassVar[bool] = True

    @override
    def questions(self, part: str, sequence: MaybeSequence, words: Words) -> tuple[Question, ...]:
        """Ask for a line or two."""
        return (Text(name="idea", text=self.question),)


class Start(Base):
    """The eight starting questions, which set the citizens of the model."""

    kind: Literal["start"]

    @override
    def questions(self, part: str, sequence: MaybeSequence, words: Words) -> tuple[Question, ...]:
        """Ask all eight, from 0 to 10."""
        return tuple(_worded(name, f"room-start-{name}", words) for name in STARTING)


class KnowledgeQuestion(FileValue):
    """A question with one right answer, and why it is right."""

    text: Line
    options: Labels
    right: Annotated[int, Field(ge=0)]
    why: Line

    @model_validator(mode="after")
    def _right_is_there(self) -> Self:
        if self.right >= len(self.options):
            raise ValueError(f"right must be a place from 0 to {len(self.options) - 1}")
        return self


class Knowledge(Base):
    """A few questions with right answers, each explained once all have answered."""

    kind: Literal["knowledge"]
    facts: Annotated[
        tuple[KnowledgeQuestion, ...], Field(strict=False, min_length=1, max_length=10)
    ]

    @override
    def questions(self, part: str, sequence: MaybeSequence, words: Words) -> tuple[Question, ...]:
        """Ask them all."""
        return tuple(
            Choice(name=f"fact_{place}", text=fact.text, options=fact.options)
            for place, fact in enumerate(self.facts, 1)
        )


class Evaluate(Base):
    """Score statements twice: as it was before the session, and as it is now."""

    kind: Literal["evaluate"]
    statements: Annotated[tuple[Line, ...], Field(strict=False, min_length=1, max_length=8)]

    @override
    def questions(self, part: str, sequence: MaybeSequence, words: Words) -> tuple[Question, ...]:
        """Ask for two numbers for each statement."""
        low, high = words("room-evaluate-low"), words("room-evaluate-high")
        return tuple(
            _ten(
                f"statement_{place}_{when}",
                words(f"room-evaluate-{when}", statement=said),
                low,
                high,
            )
            for place, said in enumerate(self.statements, 1)
            for when in ("before", "now")
        )


class RoomExperiment(Base):
    """The room as an experiment: each person lives a decision one way, and its twin the other way."""

    kind: Literal["experiment"]
    design: Literal["crossover", "two_arms"] = "crossover"
    corners: Annotated[Labels, Field(min_length=4, max_length=4)]
    """A name for each corner that says nothing of its paper; a corner keeps its people in both rounds."""
    go_to: Line
    """What sends a phone to its `{corner}`."""
    look: Line
    """What the projector says while the papers are read."""
    chosen: Line
    """How is said what a corner has chosen: `{outcome}`, a sentence of its decision, and `{choice}`."""
    drawn: Line
    """The same where the votes did not settle it."""
    by_lot: Line
    """What those who voted read beside what their votes did not settle, if its outcome does not say so."""
    decisions: Annotated[tuple[Decision, ...], Field(strict=False, min_length=2, max_length=2)]

    @property
    @override
    def rounds(self) -> tuple[str, ...]:
        """What each would prefer; then for each decision its pack and form, and the scores."""
        first = ("preference", "first", "first_scores")
        return first if self.design == "two_arms" else (*first, "second", "second_scores")

    @property
    def sequences(self) -> tuple[TreatmentSequence, ...]:
        """The sequences of treatments that people are allocated to."""
        return treatment_sequences(self.design)

    def decision(self, part: str, sequence: TreatmentSequence) -> Decision:
        """Give the decision that a seat with a sequence lives through in a round."""
        return self.decisions[sequence.decision(part)]

    @override
    def shows(self, part: str, sequence: MaybeSequence) -> tuple[str, ...]:
        """Give the corner and the pack of the arm, or what was decided."""
        if sequence is None or part == "preference":
            return super().shows(part, sequence)
        decision, arm = self.decision(part, sequence), sequence.arm(part)
        if part.endswith("scores"):
            return (decision.title, *decision.told_in_the_end(arm))
        corner = self.go_to.replace("{corner}", self.corners[sequence.number])
        return (corner, decision.title, *decision.treatment(arm).told)

    @override
    def questions(self, part: str, sequence: MaybeSequence, words: Words) -> tuple[Question, ...]:
        """Ask for the preference, the form of the pack, or the scores and the facts."""
        if part == "preference":
            asked = self.decisions if self.design == "crossover" else self.decisions[:1]
            return tuple(
                Choice(
                    name=f"preference_{one.key}", text=one.question, options=one.options, mixed=True
                )
                for one in asked
            )
        if sequence is None:
            return ()
        decision = self.decision(part, sequence)
        if not part.endswith("scores"):
            form = decision.treatment(sequence.arm(part)).form
            real = sequence.arm(part) == "co_production"
            return (Choice(name="form", text=form.text, options=form.options, mixed=real),)
        facts = (
            Choice(name=f"fact_{place}", text=fact.text, options=fact.options)
            for place, fact in enumerate(decision.facts, 1)
        )
        return (*self.scores(words), *facts)

    def scores(self, words: Words) -> tuple[Scale, ...]:
        """Give the three questions from 0 to 10 that both arms answer."""
        return tuple(_worded(name, f"room-score-{name}", words) for name in SCORES)


type Activity = (
    WordChoice
    | ScaleVote
    | Sort
    | Predict
    | Vote
    | VoteTalkVote
    | Idea
    | Start
    | Knowledge
    | Evaluate
    | RoomExperiment
)
Activities = Annotated[
    tuple[Annotated[Activity, Field(discriminator="kind")], ...],
    Field(strict=False),
]
MOST_ACTIVITIES = 40


class Agreed(FileValue):
    """What a group agrees to before anybody joins; the phones say it on the page on which people join."""

    linked: bool = False
    """Whether the record may hold each person's answers side by side."""
    floor: Floor = MINIMUM
    """The fewest people a number on screen may stand for [people]."""
    named: bool = False
    """Whether people go by their own names, which then stand beside their ideas."""


class RoomPlan(Agreed):
    """What the room server needs to know of a session plan: a title and the activities in order."""

    title: Label
    language: str = Field(default="en", max_length=8)
    phones: bool = True  # without them all answers come from paper, and nobody is asked to join
    activities: Activities

    @model_validator(mode="after")
    def _keys_differ(self) -> Self:
        if not 0 < len(self.activities) <= MOST_ACTIVITIES:
            raise ValueError(f"there must be 1 to {MOST_ACTIVITIES} activities")
        keys = [activity.key for activity in self.activities]
        if len(set(keys)) < len(keys):
            raise ValueError("two activities have the same key")
        return self

    def activity(self, key: str) -> Any:
        """Find an activity by its key.

        Raises:
            KeyError: there is none.
        """
        return {activity.key: activity for activity in self.activities}[key]


def _ten(name: str, text: str, low_means: str, high_means: str) -> Scale:
    """Make a question answered from 0 to 10."""
    return Scale(
        name=name, text=text, low=LOWEST, high=HIGHEST, low_means=low_means, high_means=high_means
    )


def _worded(name: str, key: str, words: Words) -> Scale:
    """Make one from the words file: its text, and what its two ends mean."""
    return _ten(name, *(words(f"{key}{end}") for end in ("", "_low", "_high")))
