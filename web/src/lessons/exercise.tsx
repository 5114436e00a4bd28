// One exercise: the task, one like it, the answer and what is said to it, hints, and a good answer.

import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { BecauseScreen } from "./asking.tsx";
import { BetScreen, betOf, placesOf } from "./bet.tsx";
import { useKept, usePlay } from "./desk.ts";
import { Diagnose } from "./diagnose.tsx";
import type { DiagnoseAsked, Exercise, Item, SortAsked, WriteAsked } from "./handed.ts";
import type { Outcome } from "./marking.ts";
import { Box, Prose, Said } from "./parts.tsx";
import { allReads, usePlayed } from "./playing.ts";
import { answered, SeeScreen } from "./see.tsx";
import { Sort } from "./sort.tsx";
import { Write } from "./write.tsx";

/** What is kept of an exercise; Python keeps the same (`ExerciseState`). */
export interface State {
  answer: Record<string, unknown>;
  state: string;
  tries: number;
  hints: number;
  shown: boolean;
  seed: number | null;
}

export interface Given<T> {
  asked: T;
  state: State;
  /** The outcome of the last check, while the answer and the bet are still the same. */
  outcome: Outcome | null;
  answer(change: Record<string, unknown>): void;
  keep(change: Partial<State>): void;
  check(outcome: Outcome): void;
}

const EMPTY: State = { answer: {}, state: "not_tried", tries: 0, hints: 0, shown: false, seed: null };

const KINDS: Record<string, (given: Given<never>) => VNode | null> = {
  sort: (given) => <Sort {...(given as Given<SortAsked>)} />,
  diagnose: (given) => <Diagnose {...(given as Given<DiagnoseAsked>)} />,
  write: (given) => <Write {...(given as Given<WriteAsked>)} />,
  predict: (given) => <Predict {...(given as Given<Item>)} />,
};

export function ExercisePage({ exercise }: { exercise: Exercise }) {
  const { words, progress, key, bet, declared } = usePlay();
  useKept(progress);
  const [checked, setChecked] = useState<{ outcome: Outcome; of: string } | null>(null);
  const now = (): State => ({ ...EMPTY, ...progress.table(key) }) as State;
  const state = now();
  const { answer: betted, sure, seen } = betOf(progress.table(bet));
  const given = JSON.stringify([state.answer, betted, sure, seen]);
  const outcome = checked?.of === given ? checked.outcome : null; // what was said of another answer does not hold for this one
  const keep = (change: Partial<State>): void => progress.put(key, { ...now(), ...change });
  const answer = (change: Record<string, unknown>): void => keep({ answer: { ...now().answer, ...change } });
  const check = (found: Outcome): void => {
    setChecked({ outcome: found, of: given });
    progress.put("last", `exercise ${exercise.id}`);
    if (found.state === "not_tried") return;
    keep({ tries: state.tries + 1, state: declared.done.includes(state.state) ? state.state : found.state });
  };
  const Kind = exercise.asked && KINDS[exercise.kind];
  return (
    <article class="exercise screen">
      <h1>{exercise.title}</h1>
      <p class="quiet">{exercise.facts}{state.state !== "not_tried" && ` ${words.say("pages-last_time", { state: words.say(`learner-state-${state.state}`) })}`}</p>
      <Prose html={exercise.task} />
      <details><summary>{words.say("learner-exercise-why")}</summary><Prose html={exercise.why} /></details>
      <details><summary>{words.say("learner-exercise-example")}</summary><Prose html={exercise.example} /></details>
      <h2>{words.say("learner-exercise-yours")}</h2>
      {Kind ? Kind({ asked: exercise.asked, state, outcome, answer, keep, check } as Given<never>) : <NeedsKit />}
      <div role="status">
        {checked && !outcome && checked.outcome.state !== "not_tried" && <p class="quiet">{words.say("learner-exercise-changed")}</p>}
        {outcome && <Said right={!outcome.head && declared.done.includes(outcome.state)} title={words.say(`learner-outcome-${outcome.head ?? outcome.state}`)}>{outcome.said.map((line) => <p key={line}>{line}</p>)}</Said>}
        {outcome?.hints && outcome.hints.length > 0 && <Counted hints={outcome.hints} />}
      </div>
      <Hints hints={exercise.hints} taken={state.hints} take={() => keep({ hints: state.hints + 1 })} />
      <Model exercise={exercise} state={state} show={() => keep({ shown: true })} />
      <h2>{words.say("learner-notebook-think")}</h2>
      <Reflection exercise={exercise} />
      <details><summary>{words.say("learner-exercise-sources")}</summary><Prose html={exercise.sources} /></details>
    </article>
  );
}

function NeedsKit() {
  const { words } = usePlay();
  return <><p>{words.say("pages-kit")}</p><p><code>coprod-sim open</code></p></>;
}

/** The bet as in a lesson; marked is what was seen in the run, as `kinds/predict.py` says. */
function Predict({ asked, state, check }: Given<Item>) {
  const { words, progress, bet: place, model } = usePlay();
  const bet = betOf(progress.table(place));
  const [open, setOpen] = useState(bet.seed > 0);
  const came = useRef<HTMLHeadingElement>(null);
  const pressed = useRef(false);
  useEffect(() => {
    if (pressed.current) came.current?.focus();
  }, [open]);
  const played = usePlayed(asked.run, bet.seed, allReads(asked), open);
  const see = asked.see!;
  const press = async (): Promise<void> => {
    if (!bet.seed) return check({ state: "not_tried", said: [words.say("learner-check-no_bet")] });
    const seen = placesOf(see, answered(see, bet));
    const said = [words.say("learner-check-bet")];
    if (!played || !seen) return check({ state: "not_tried", said: [words.say(played ? "learner-check-say_now" : "pages-playing")] });
    const { saw, state: comes } = await model.judge(see, seen, asked.run, played);
    check({ state: saw ? "yes" : comes, said });
  };
  return (
    <>
      <BetScreen item={asked} on={() => { pressed.current = true; setOpen(true); came.current?.focus(); }} />
      {open && <h2 tabIndex={-1} ref={came}>{words.say("pages-screen_see")}</h2>}
      {open && <SeeScreen item={asked} />}
      {open && asked.because && <BecauseScreen item={asked} />}
      <CheckButton state={state} press={() => void press()} />
    </>
  );
}

function Hints({ hints, taken, take }: { hints: string[]; taken: number; take(): void }) {
  const { words } = usePlay();
  return (
    <>
      <ol class="hints">{hints.slice(0, taken).map((hint) => <li key={hint} dangerouslySetInnerHTML={{ __html: hint }} />)}</ol>
      {taken < hints.length && (
        <p class="buttons"><button type="button" onClick={take}>{words.say("learner-exercise-hint", { next: taken + 1, all: hints.length })}</button></p>
      )}
    </>
  );
}

/** What a computer counted, apart from what is said about the answer. */
function Counted({ hints }: { hints: string[] }) {
  const { words } = usePlay();
  return (
    <div class="counted">
      <p class="head">{words.say("learner-write-hints")}</p>
      <p class="help">{words.say("learner-write-hints_how")}</p>
      <ul>{hints.map((hint) => <li key={hint}>{hint}</li>)}</ul>
    </div>
  );
}

/** A weaker answer to compare with; which parts a teacher found in it is folded away. */
function Weaker({ weaker }: { weaker: WriteAsked["weaker"] }) {
  const { words } = usePlay();
  return (
    <>
      <h2>{words.say("learner-write-weaker")}</h2>
      <Prose html={weaker.text} />
      <details><summary>{words.say("learner-write-weaker_which")}</summary>
        <p>{words.say("learner-write-weaker_has", { parts: weaker.has.join(" ") })}</p><p>{weaker.says}</p></details>
      <p>{words.say("learner-write-compare")}</p>
    </>
  );
}

function Model({ exercise: { answer, asked }, state, show }: { exercise: Exercise; state: State; show(): void }) {
  const { words, declared } = usePlay();
  if (state.shown) {
    return <><h2>{words.say("learner-exercise-model")}</h2><Prose html={answer} />{asked && "weaker" in asked && <Weaker weaker={asked.weaker} />}</>;
  }
  const may = state.tries >= declared.tries || declared.done.includes(state.state);
  if (!may) return state.tries ? <p class="help">{words.say("learner-exercise-after_two")}</p> : null;
  return <p class="buttons"><button type="button" onClick={show}>{words.say("learner-exercise-show")}</button></p>;
}

function Reflection({ exercise }: { exercise: Exercise }) {
  const { words, progress } = usePlay();
  const name = exercise.journal;
  return (
    <Box id="reflection" label={exercise.reflection} help={words.say("learner-journal-help")} value={String(progress.table(name)["text"] ?? "")}
      take={(text) => progress.put(name, text ? { prompt: exercise.reflection, text } : null)} />
  );
}

export function CheckButton({ state, press }: { state: State; press(): void }) {
  const { words } = usePlay();
  return <p class="buttons"><button type="button" class="main" onClick={press}>{words.say(state.tries ? "learner-exercise-again" : "learner-exercise-check")}</button></p>;
}

