// Puts a run's numbers into the sentences that Python uses for the same.

import { number, span } from "../figures.ts";
import type { Words } from "../words.ts";
import type { Question, Read, Run } from "./handed.ts";
import type { Played, Verdict } from "./play.ts";

/** Say what came out in this run, as `kinds/predict.py` says it. */
export function judged(words: Words, question: Question, given: number[], run: Run, played: Played, verdict: Verdict): string {
  if (question.order.length) return orderJudged(words, question, given, run, played, verdict);
  // What is said to an answer was written for the run as it was counted; luck may make this one another.
  const asCounted = question.options[verdict.shown]!.id === question.stands;
  const feedback = asCounted ? question.options[given[0]!]!.feedback : "";
  return [inRun(words, question, run, played, verdict), feedback, verdict.said].filter(Boolean).join(" ");
}

/** State the answer that most models give to somebody who made no guess, as `answer_told` does. */
export function answerTold(words: Words, question: Question, given: number[], run: Run, played: Played, verdict: Verdict): string {
  const { order } = question;
  if (order.length) return ways(words, question, run, played, given.map((k) => run.ways.findIndex((way) => way.name === order[k]!.id)));
  return [bestSaid(words, question), inRun(words, question, run, played, verdict), verdict.said].join(" ");
}

/** Say which answer most models give, and why, where a bet is solved aloud, as `solved_said` does. */
export function solvedSaid(words: Words, question: Question, given: number[], run: Run, played: Played, verdict: Verdict): string {
  return [question.order.length ? "" : bestSaid(words, question), judged(words, question, given, run, played, verdict)].filter(Boolean).join(" ");
}

/** Say whether this run shows an answer, what it shows if not, and its number. */
function inRun(words: Words, question: Question, run: Run, played: Played, verdict: Verdict): string {
  const answer = question.options[verdict.shown]!.text;
  return `${words.say(`learner-check-run_${verdict.saw ? "yes" : "no"}`, { answer })} ${cameOut(words, question, run, played, verdict)}`;
}

/** Name the answer that most models give, and whether the question is settled by it. */
function bestSaid(words: Words, { best, known, options }: Question): string {
  return words.say(`learner-check-answer_${known}`, { answer: options.find(({ id }) => id === best)!.text });
}

function cameOut(words: Words, { read, unit }: Question, run: Run, played: Played, { found }: Verdict): string {
  if (read.rule === "highest" || read.rule === "lowest") return ways(words, { read, unit }, run, played, [...run.ways.keys()]);
  if (read.rule === "change") return changed(words, { read, unit }, played);
  if (read.rule !== "first_time") return words.say(`learner-check-came_out${read.apart ? "_apart" : ""}`, { value: cell(words, played.value(read), read), unit });
  const before = Math.max(...run.ways.map(({ series }) => series.length - 1));
  const never = found! > run.case.decisions.count - before;
  return never ? words.say("learner-check-never") : words.say("learner-check-came_out_when", { when: number(found!) });
}

/** Say from where to where something went, as well as by how much. */
function changed(words: Words, { read, unit }: Pick<Question, "read" | "unit">, played: Played): string {
  const range = played.value(read);
  const [, way] = read.terms[0]![0]!;
  const end = played.ofWay(read, way).mean;
  const [start, last] = [end - range.mean, end].map((value) => number(value, read.digits)) as [string, string];
  return words.say("learner-check-came_out_change", { start, end: last, value: cell(words, range, read), unit });
}

function ways(words: Words, { read, unit }: Pick<Question, "read" | "unit">, run: Run, played: Played, places: number[]): string {
  const values = places.map((way) => `${run.ways[way]!.title} ${cell(words, played.ofWay(read, way), read)}`).join(", ");
  return words.say("learner-check-came_out_ways", { values, unit });
}

function orderJudged(words: Words, question: Question, given: number[], run: Run, played: Played, verdict: Verdict): string {
  const { order, right, wrong } = question;
  const places = given.map((k) => run.ways.findIndex((way) => way.name === order[k]!.id));
  const came = ways(words, question, run, played, places);
  if (!verdict.swapped) return [words.say("learner-check-order_right"), came, right, verdict.said].filter(Boolean).join(" ");
  const [first, second] = verdict.swapped.map((k) => run.ways[places[k]!]!.title) as [string, string];
  return [words.say("learner-check-order_wrong", { first, second }), came, wrong, verdict.said].filter(Boolean).join(" ");
}

/** Write a number with the range it lies in: "38 (31 to 45)"; others beside it may decide its digits. */
export function cell(words: Words, { mean, low, high }: { mean: number; low: number; high: number }, { digits = 0, written = number(mean, digits) }: { digits?: number; written?: string } = {}): string {
  if (!Number.isFinite(mean)) return words.say("figure-nobody");
  return low === high ? written : `${written} (${span(words, low, high, { digits })})`;
}

/** Name what is read off and of whom; of the room, of a gap and of costs there is no whom. */
export function whatOf(words: Words, { label, whole, group: own }: Read, group = own): string {
  return whole ? label : words.say("learner-change-row", { measure: label, who: words.say(`learner-group-${group}`) });
}

/** Name a row of a table: what is read off, and whether it is a change since the start. */
export function named(words: Words, read: Read): string {
  const what = whatOf(words, read);
  return read.rule === "change" ? words.say("learner-change-row_since", { what }) : what;
}
