// Puts a run's numbers into the sentences that Python uses for the same.

import { number, span } from "../figures.ts";
import type { Words } from "../words.ts";
import type { Question, Read, Run } from "./handed.ts";
import type { Played, Verdict } from "./play.ts";

/** Say what came out in this run, as `kinds/predict.py` says it. */
export function judged(words: Words, question: Question, given: number[], run: Run, played: Played, verdict: Verdict): string {
  const { read, options, order } = question;
  if (order.length) return orderJudged(words, question, given, run, played, verdict);
  const { id, feedback } = options[given[0]!]!;
  const came = read.rule === "highest" || read.rule === "lowest"
    ? ways(words, read, run, played, [...run.ways.keys()])
    : cameOut(words, read, run, played, verdict.found!);
  return [feedback, came, question.held[id]].filter(Boolean).join(" ");
}

/** State the answer this very run gives, with its range, to somebody who made no guess, as `answer_told` does. */
export function answerTold(words: Words, question: Question, given: number[], run: Run, played: Played, found: number | null): string {
  const { read, options, order } = question;
  if (order.length) return ways(words, read, run, played, given.map((k) => run.ways.findIndex((way) => way.name === order[k]!.id)));
  const { id, text } = options[given[0]!]!;
  const came = read.rule === "highest" || read.rule === "lowest"
    ? ways(words, read, run, played, [...run.ways.keys()])
    : cameOut(words, read, run, played, found!);
  return [words.say("learner-check-answer_is", { answer: text }), came, question.held[id]].filter(Boolean).join(" ");
}

/** Say which answer was right, and why, where a bet is solved aloud, as `solved_said` does. */
export function solvedSaid(words: Words, question: Question, given: number[], run: Run, played: Played, verdict: Verdict): string {
  const right = question.order.length ? "" : words.say("learner-check-answer_is", { answer: question.options[given[0]!]!.text });
  return [right, judged(words, question, given, run, played, verdict)].filter(Boolean).join(" ");
}

function cameOut(words: Words, read: Read, run: Run, played: Played, found: number): string {
  if (read.rule !== "first_time") return words.say("learner-check-came_out", { value: cell(words, played.value(read), read) });
  const before = Math.max(...run.ways.map(({ series }) => series.length - 1));
  const never = found > run.case.decisions.count - before;
  return never ? words.say("learner-check-never") : words.say("learner-check-came_out_when", { when: number(found) });
}

function ways(words: Words, read: Read, run: Run, played: Played, places: number[]): string {
  const values = places.map((way) => `${run.ways[way]!.title} ${cell(words, played.ofWay(read, way), read)}`).join(", ");
  return words.say("learner-check-came_out_ways", { values });
}

function orderJudged(words: Words, question: Question, given: number[], run: Run, played: Played, verdict: Verdict): string {
  const { read, order, right, wrong } = question;
  const places = given.map((k) => run.ways.findIndex((way) => way.name === order[k]!.id));
  const came = ways(words, read, run, played, places);
  if (!verdict.swapped) return [right || words.say("learner-check-order_right"), came, question.held["in_order"]].filter(Boolean).join(" ");
  const [first, second] = verdict.swapped.map((k) => run.ways[places[k]!]!.title) as [string, string];
  return [words.say("learner-check-order_wrong", { first, second }), wrong, came].filter(Boolean).join(" ");
}

/** Write a number with the range it lies in: "38 (31 to 45)"; others beside it may decide its digits. */
export function cell(words: Words, { mean, low, high }: { mean: number; low: number; high: number }, { digits = 0, written = number(mean, digits) }: { digits?: number; written?: string } = {}): string {
  if (!Number.isFinite(mean)) return words.say("figure-nobody");
  return low === high ? written : `${written} (${span(words, low, high, { digits })})`;
}

/** Name what is read off: the measure and whose. */
export function named(words: Words, read: Read): string {
  const about = { measure: read.label, who: words.say(`learner-group-${read.group}`) };
  if (read.rule === "change") return words.say("learner-change-row_since", about);
  return words.say("learner-change-row", about);
}
