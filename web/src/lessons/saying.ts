// Puts a run's numbers into the sentences that Python uses for the same.

import { number, span } from "../figures.ts";
import type { Words } from "../words.ts";
import type { Question, Read, Run } from "./handed.ts";
import type { Played, Verdict } from "./play.ts";

/** Say what came out in this run, as `kinds/predict.py` says it. */
export function judged(words: Words, question: Question, given: number[], run: Run, played: Played, verdict: Verdict): string {
  if (question.order.length) return orderJudged(words, question, given, run, played, verdict);
  return [question.options[given[0]!]!.feedback, cameOut(words, question, run, played, verdict), verdict.said].join(" ");
}

/** State the answer that most models give to somebody who made no guess, as `answer_told` does. */
export function answerTold(words: Words, question: Question, given: number[], run: Run, played: Played, verdict: Verdict): string {
  const { order } = question;
  if (order.length) return ways(words, question, run, played, given.map((k) => run.ways.findIndex((way) => way.name === order[k]!.id)));
  return [bestSaid(words, question), cameOut(words, question, run, played, verdict), verdict.said].join(" ");
}

/** Say which answer most models give, and why, where a bet is solved aloud, as `solved_said` does. */
export function solvedSaid(words: Words, question: Question, given: number[], run: Run, played: Played, verdict: Verdict): string {
  return [question.order.length ? "" : bestSaid(words, question), judged(words, question, given, run, played, verdict)].filter(Boolean).join(" ");
}

/** Name the answer that most models give, and whether the question is settled by it. */
function bestSaid(words: Words, { best, settled, options }: Question): string {
  return words.say(`learner-check-answer_${settled ? "is" : "most"}`, { answer: options.find(({ id }) => id === best)!.text });
}

function cameOut(words: Words, { read, unit }: Question, run: Run, played: Played, { found }: Verdict): string {
  if (read.rule === "highest" || read.rule === "lowest") return ways(words, { read, unit }, run, played, [...run.ways.keys()]);
  if (read.rule !== "first_time") return words.say("learner-check-came_out", { value: cell(words, played.value(read), read), unit });
  const before = Math.max(...run.ways.map(({ series }) => series.length - 1));
  const never = found! > run.case.decisions.count - before;
  return never ? words.say("learner-check-never") : words.say("learner-check-came_out_when", { when: number(found!) });
}

function ways(words: Words, { read, unit }: Pick<Question, "read" | "unit">, run: Run, played: Played, places: number[]): string {
  const values = places.map((way) => `${run.ways[way]!.title} ${cell(words, played.ofWay(read, way), read)}`).join(", ");
  return words.say("learner-check-came_out_ways", { values, unit });
}

function orderJudged(words: Words, question: Question, given: number[], run: Run, played: Played, verdict: Verdict): string {
  const { order, right, wrong } = question;
  const places = given.map((k) => run.ways.findIndex((way) => way.name === order[k]!.id));
  const came = ways(words, question, run, played, places);
  if (!verdict.swapped) return [right || words.say("learner-check-order_right"), came, verdict.said].join(" ");
  const [first, second] = verdict.swapped.map((k) => run.ways[places[k]!]!.title) as [string, string];
  return [words.say("learner-check-order_wrong", { first, second }), wrong, came, verdict.said].filter(Boolean).join(" ");
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
