// Puts together what Python says to each part of an answer, and in which state that leaves the exercise.

import { number } from "../figures.ts";
import type { DiagnoseAsked, SortAsked, WriteAsked } from "./handed.ts";
import { isTable } from "./progress.ts";

/** What an answer comes to: in which state it is, and what is said of it as a whole. */
export interface Outcome {
  state: "not_tried" | "not_yet" | "open" | "yes" | "marked";
  said: string[];
  /** The words it stands under, where they are not those of its state. */
  head?: "unmarked" | "nearly";
  /** What a computer counted; hints, and no part of the outcome. */
  hints?: string[];
}

export interface Try {
  what: string;
  values: number[];
}

type Answer = Record<string, unknown>;
type Say = (key: string, args?: Record<string, string | number>) => string;
type Asked = DiagnoseAsked["questions"][number];

/** Marks that point at no sentence, as in `kinds/write.py`. */
export const MISSING = "missing";
export const OWN_WORDS = "own_words";
export const MARKS = [OWN_WORDS, MISSING];

/** Add up what the cards count where they lie; Python has said what each counts (`kinds/sort.py`). */
export function sorted({ each, bins, cards, needed }: SortAsked, answer: Answer, say: Say): Outcome {
  const lying = cards.filter(({ id }) => String(answer[id] ?? "") in bins);
  if (!lying.length) return { state: "not_tried", said: [say("learner-check-sort_none", { each })] };
  const points = lying.reduce((sum, { id, worth }) => sum + worth[String(answer[id])]!, 0);
  const left = cards.length - lying.length;
  const said = [say("learner-check-sort_count", { right: number(points, points % 1 ? 1 : 0), all: cards.length })];
  if (left) said.push(say("learner-check-sort_left", { left }));
  if (left || points < needed) return { state: "not_yet", said };
  const wrong = cards.filter(({ id, worth }) => worth[String(answer[id])] !== 1);
  if (!wrong.length) return { state: "yes", said };
  const again = say("learner-check-sort_again", { count: wrong.length, cards: wrong.map(({ text }) => text).join("; ") });
  return { state: "yes", head: "nearly", said: [...said, again] };
}

/** Count the questions to which just the right answers were given (`kinds/diagnose.py`). */
export function diagnosed({ questions, lab }: DiagnoseAsked, answer: Answer, say: Say): Outcome {
  const given = questions.map((question) => chosen(question, answer));
  if (given.every((one) => one.length === 0)) return { state: "not_tried", said: [say("learner-check-diagnose_none")] };
  const right = questions.filter(({ options }, k) => options.every((one) => one.right === given[k]!.includes(one.id))).length;
  const said = [say("learner-check-count", { right, all: questions.length })];
  const enough = !lab || triesIn(answer).length >= lab.need;
  if (lab && !enough) said.push(lab.too_few);
  return { state: enough && right === questions.length ? "yes" : "not_yet", said };
}

/** Count the parts that the writer marked as there; nobody else judges them (`kinds/write.py`). */
export function marked(asked: WriteAsked, answer: Answer, say: Say): Outcome {
  const { start, parts } = asked;
  const text = String(answer["text"] ?? "").trim();
  if (!text || text === start.trim()) return { state: "not_tried", said: [say("learner-check-write_none")] };
  if (!fullWords(text)) return { state: "not_tried", said: [say("learner-check-write_signs")] };
  const marks = marksOf(asked, answer);
  const right = parts.filter(({ id }) => marks[id] && marks[id] !== MISSING).length;
  const whole = right === parts.length;
  const [low] = asked.words;
  const long = wordsIn(text);
  const done = whole && long >= low;
  const count = say("learner-check-marked", { right, all: parts.length });
  const how = done ? "all" : whole ? "short" : "how";
  const next = say(`learner-check-marked_${how}`, { count: long, low });
  if (!Object.values(marks).some(Boolean)) return { state: "not_yet", said: [next], head: "unmarked" };
  return { state: done ? "marked" : "not_yet", said: [count, next] };
}

/** Give the mark of each part; one on a sentence that is no longer in the text has lapsed. */
export function marksOf({ parts }: Pick<WriteAsked, "parts">, answer: Answer): Record<string, string> {
  const raw = isTable(answer["marks"]) ? answer["marks"] : {};
  const usable = new Set<unknown>([...MARKS, ...sentencesOf(String(answer["text"] ?? ""))]);
  return Object.fromEntries(parts.map(({ id }) => [id, usable.has(raw[id]) ? String(raw[id]) : ""]));
}

/** Cut a text into the sentences and lines one can point at, each once, in their order. */
export function sentencesOf(text: string): string[] {
  const pieces = text.split(/(?<=[.!?])[*_"')\]]*\s+|\n+/);
  return [...new Set(pieces.filter((piece) => /[\p{L}\p{N}_]/u.test(piece)).map((piece) => piece.trim()))];
}

/** Say what a mark comes to: what it points at, or what to add where the writer finds nothing. */
export function markSaid({ missing }: WriteAsked["parts"][number], mark: string, say: Say): string {
  if (mark === MISSING) return say("learner-check-mark_missing", { part: missing });
  return mark === OWN_WORDS ? say("learner-check-mark_own") : say("learner-check-mark_there", { sentence: mark });
}

/** Say of a sentence that it is pointed at for many parts; it may do all of that, or it may not. */
export function sameSentence(asked: Pick<WriteAsked, "parts" | "same">, answer: Answer, say: Say): string[] {
  const given = Object.values(marksOf(asked, answer));
  const pointed = [...new Set(given)].filter((mark) => mark && !MARKS.includes(mark));
  return pointed.flatMap((sentence) => {
    const count = given.filter((mark) => mark === sentence).length;
    return count >= asked.same ? [say("learner-check-same_sentence", { sentence, count, all: given.length })] : [];
  });
}

/** Say what can be counted: how long the text is, and which numbers are not in it; `truth` is what the own run gave. */
export function hints({ words: [low, high], amounts, from_run, sum }: WriteAsked, text: string, truth: number[], say: Say): string[] {
  const count = wordsIn(text);
  const given = amountsIn(text);
  const length = count < low ? [say("learner-check-short", { count, low })] : count > high ? [say("learner-check-long", { count, high })] : [];
  const lacking = amounts.filter((amount) => !given.includes(amount)).map((amount) => say("learner-check-amount", { amount: number(amount) }));
  const figures = (from_run?.figures ?? []).flatMap(({ name, within }, k) => {
    const value = Math.abs(truth[k] ?? NaN);
    return Number.isNaN(value) || given.some((one) => Math.abs(one - value) <= within) ? [] : [say("learner-check-figure", { name, value: value.toFixed(0) })];
  });
  return [...length, ...lacking, ...figures, ...addsUp(sum, text, say)];
}

/** Say where a list of costs has no total, or does not make it. */
export function addsUp(sum: WriteAsked["sum"], text: string, say: Say): string[] {
  if (!sum) return [];
  const [lines, total] = sumOfCosts(text, sum.total);
  if (total === null || lines.length < sum.lines) return [say("learner-check-no_sum", { lines: sum.lines, word: sum.total })];
  const made = lines.reduce((all, one) => all + one, 0);
  return Math.abs(made - total) <= 0.5 ? [] : [say("learner-check-sum", { sum: `£${number(made)}`, total: `£${number(total)}` })];
}

const AN_AMOUNT = String.raw`\d[\d, ]*(?:\.\d+)?\s?(?:k|m)?`;
const PRICED = new RegExp(`(?:£|gbp)\\s*(${AN_AMOUNT})|(${AN_AMOUNT})\\s*(?:gbp|pounds?)`, "gu");

/** Read a list of costs: the last price of each line, and the price in the line that names the total (`learning/counted.py`). */
function sumOfCosts(text: string, word: string): [number[], number | null] {
  const lines: number[] = [];
  let end: number | null = null;
  for (const line of text.normalize("NFKC").toLowerCase().split(/\r\n|[\n\r\v\f\u2028\u2029]/)) {
    const price = [...line.matchAll(PRICED)].flatMap(([, before, behind]) => amountsIn((before ?? behind ?? "").replace(/^[ ,]+|[ ,]+$/g, "")).slice(0, 1)).at(-1);
    if (price === undefined) continue;
    if (new RegExp(`(?<![\\p{L}\\p{N}_])${word}(?![\\p{L}\\p{N}_])`, "u").test(line)) end = price;
    else lines.push(price);
  }
  return [lines, end];
}

/** Count the words of a text. */
export function wordsIn(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

/** Count the words that say something: numbers, and words of two letters or more (`counted.full_words`). */
export function fullWords(text: string): number {
  const pieces = text.normalize("NFKC").split(/[\s/.,-]+/);
  return pieces.filter((piece) => /\p{N}|\p{L}.*\p{L}/u.test(piece)).length;
}

/** Say whether there is a reason or a note, as `lesson_progress.says` does. */
export function says({ fewest }: { fewest: number }, text: unknown): boolean {
  return fullWords(typeof text === "string" ? text : "") >= fewest;
}

const TIMES: Record<string, number> = { k: 1e3, thousand: 1e3, m: 1e6, million: 1e6 };

/** List the numbers in a text: 1,200 is one number, and so are 1 200 and 1.2k (`learning/counted.py`). */
function amountsIn(text: string): number[] {
  const plain = text.normalize("NFKC").toLowerCase().replaceAll("£", " ").replaceAll("gbp", " ");
  const found = plain.matchAll(/(?<![\p{L}\p{N}_.,])(?:-|\u2212)?(\d{1,3}(?:[, ]\d{3})+|\d+)(\.\d+)?\s?(k|thousand|m|million)?(?![\p{L}\p{N}_])/gu);
  return [...found].map(([, whole, part = "", unit = ""]) => Number(whole!.replace(/[, ]/g, "") + part) * (TIMES[unit] ?? 1));
}

/** Give the answers chosen to a question, as far as they are on offer. */
export function chosen({ id, options }: Asked, answer: Answer): string[] {
  const raw = answer[id];
  const listed = Array.isArray(raw) ? raw : [raw];
  return options.map((one) => one.id).filter((one) => listed.includes(one));
}

/** Say of each answer that was given what Python says of it; and that more is to be found, where some was. */
export function noted({ options }: Asked, given: string[], say: Say): string[] {
  if (!given.length) return [say("learner-check-open")];
  const lines = options.filter(({ id }) => given.includes(id)).map(({ said }) => said);
  const left = options.filter(({ id, right }) => right && !given.includes(id)).length;
  const some = options.some(({ id, right }) => right && given.includes(id));
  return left && some ? [...lines, say("learner-check-more", { left })] : lines;
}

/** Give what was tried in the model so far. */
export function triesIn(answer: Answer): Try[] {
  return Array.isArray(answer["lab"]) ? answer["lab"] as Try[] : [];
}
