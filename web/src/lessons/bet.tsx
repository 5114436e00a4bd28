// The bet: what will come out, and how sure. Until it stands, nothing of the run can be seen.

import { useState } from "preact/hooks";
import { faultSaid, readTyped, stepFor } from "../number_typed.ts";
import { usePlay } from "./desk.ts";
import type { Item, Question } from "./handed.ts";
import { Choice, Order } from "./parts.tsx";
import { freshSeed } from "./play.ts";

/** What is kept of a bet; Python keeps the same (`PredictionState`). */
export interface Bet {
  answer: { choice?: string | null; order?: string[] };
  sure: number | null;
  seed: number;
  ran: boolean;
  seen: string | string[] | null;
  because: string;
  compared: boolean;
}

const EMPTY: Bet = { answer: {}, sure: null, seed: 0, ran: false, seen: null, because: "", compared: false };

export function betOf(kept: Record<string, unknown>): Bet {
  return { ...EMPTY, ...kept } as Bet;
}

/** Give the places of what was answered among what may be; nothing while it is not whole. */
export function placesOf({ options, order }: Question, given: { choice?: string | null; order?: string[] }): number[] | null {
  const ids = (order.length ? order : options).map(({ id }) => id);
  const chosen = order.length ? given.order ?? [] : [given.choice ?? ""];
  const places = chosen.map((id) => ids.indexOf(id));
  const whole = order.length ? places.length === ids.length : true;
  return whole && places.every((place) => place >= 0) ? places : null;
}

export function BetScreen({ item, on }: { item: Item; on(): void }) {
  const { words, declared, progress, bet: place } = usePlay();
  const bet = betOf(progress.table(place));
  const [trouble, setTrouble] = useState("");
  const { question } = item;
  const unknown = bet.answer.choice === declared.unknown;
  const stands = bet.seed > 0;
  const [elsewhere, setElsewhere] = useState(false);
  /** Keep a change; say whether a bet stands that was placed on another page. */
  const keep = (change: Partial<Bet>): boolean => {
    const mine = { ...bet, ...change };
    setTrouble("");
    progress.put(place, mine);
    const { seed } = betOf(progress.table(place));
    const other = seed > 0 && seed !== mine.seed;
    if (other) setElsewhere(true);
    return other;
  };
  const answer = (change: Bet["answer"]): boolean => keep({ answer: { ...bet.answer, ...change } });
  const press = (): void => {
    if (!unknown && !placesOf(question, bet.answer)) return setTrouble(words.say("learner-check-no_bet"));
    if (item.sure && !unknown && bet.sure === null) return setTrouble(words.say("learner-bet-how_sure_first"));
    if (!stands && keep({ seed: freshSeed() })) return; // the bet that stands is looked at first
    on();
  };
  return (
    <>
      {question.order.length ? (
        <>
          <Order name="bet" label={question.question} items={question.order} value={bet.answer.order ?? []} off={stands} take={(order) => answer({ order, choice: null })} />
          <label class="check"><input type="checkbox" checked={unknown} disabled={stands} onChange={(event) => answer({ choice: event.currentTarget.checked ? declared.unknown : null })} /><span>{words.say("learner-unknown")}</span></label>
        </>
      ) : (
        <Choice name="bet" label={question.question} off={stands} value={bet.answer.choice ?? ""} take={(choice) => answer({ choice })}
          options={[...question.options.map(({ id, text }): [string, string] => [id, text]), [declared.unknown, words.say("learner-unknown")]]} />
      )}
      {item.sure && !unknown && <Sure guess={item.guess_said} value={bet.sure} off={stands} take={(sure) => keep({ sure })} />}
      <p class="buttons">
        <button type="button" class="main" onClick={press}>{words.say(stands ? "pages-see_run" : "learner-bet-place")}</button>
      </p>
      {trouble && <p class="trouble" role="alert">{trouble}</p>}
      <div role="status">{stands && <p class="quiet">{words.say(elsewhere ? "learner-bet-elsewhere" : "learner-bet-placed")}</p>}</div>
    </>
  );
}

const SURE_STEP = 5;

const SURE_LOW = 0, SURE_HIGH = 100;

/** How sure one is, by a slider or as a number beside it; what does not fit stays in the box and counts as not said. */
function Sure({ guess, value, off, take }: { guess: string; value: number | null; off: boolean; take(sure: number | null): void }) {
  const { words } = usePlay();
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState("");
  const slid = (sure: number): void => {
    setWrong("");
    setTyped(null);
    take(sure);
  };
  const put = (text: string): void => {
    const { value: given, fault } = readTyped(text, { low: SURE_LOW, high: SURE_HIGH, share: true, names: [words.say("pages-in_100", { count: "" }).trim()] });
    setWrong(fault ? faultSaid(words, fault, SURE_LOW, SURE_HIGH) : "");
    setTyped(fault ? text : null);
    take(given);
  };
  return (
    <div class="sure">
      <label for="sure">{words.say("learner-bet-sure")}</label>
      <p class="help" id="sure-help">{words.say("learner-bet-sure_help", { guess })}</p>
      <div class="slide">
        <input id="sure" type="range" min={SURE_LOW} max={SURE_HIGH} step={stepFor(value ?? 50, SURE_LOW, SURE_STEP)} value={value ?? 50} disabled={off} class={value === null ? "unset" : ""}
          aria-describedby="sure-help" aria-valuetext={value === null ? words.say("learner-bet-not_said") : words.say("pages-in_100", { count: value })}
          onInput={(event) => slid(event.currentTarget.valueAsNumber)} onClick={(event) => value === null && slid(event.currentTarget.valueAsNumber)} />
        <input id="sure-box" type="text" class="small" inputMode="decimal" autocomplete="off" disabled={off} value={typed ?? value ?? ""}
          aria-label={words.say("learner-bet-sure")} aria-describedby="sure-help sure-wrong" aria-invalid={wrong !== ""}
          onInput={(event) => setTyped(event.currentTarget.value)} onChange={(event) => put(event.currentTarget.value)} />
        <output for="sure">{value === null ? words.say("learner-bet-not_said") : words.say("pages-in_100", { count: value })}</output>
      </div>
      <p class="trouble" id="sure-wrong" role="alert" hidden={!wrong}>{wrong}</p>
    </div>
  );
}
