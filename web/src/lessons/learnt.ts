// The short test before and after the lessons, kept and counted as in `learning/learnt.py`.

import type { LearntItem, Learning } from "./handed.ts";
import { markOf } from "./answer_mark.ts";
import { isTable, type Reading } from "./progress.ts";

/** Which part of the test: "before" the lessons, or "after". */
export type Time = string;
export type Answers = Record<string, string>;

/** Give the form that is asked at a time, by the one that came first. */
export function formAt({ forms, times }: Learning["learnt"], began: string, time: Time): string {
  return time === times[0] ? began : Object.keys(forms).find((form) => form !== began)!;
}

/** Give the form that came first, if it was drawn already. */
export function beganWith({ kept, forms }: Learning["learnt"], progress: Reading): string | null {
  const found = progress.get(kept);
  const began = isTable(found) ? String(found["began_with"]) : "";
  return began in forms ? began : null;
}

/** Give the answers handed in at a time, or nothing. */
export function taken({ kept }: Learning["learnt"], progress: Reading, time: Time): Answers | null {
  const found = progress.get(kept);
  const answers = isTable(found) ? found[time] : null;
  return isTable(answers) ? (answers as Answers) : null;
}

/** List the questions of a form that have no answer yet. */
export function left(items: LearntItem[], answers: Answers): LearntItem[] {
  return items.filter(({ id }) => !(id in answers));
}

/** Find the right answer of a question by its mark. */
export function rightOf({ id, options, mark }: LearntItem): string {
  return options.find((text) => markOf(id, text) === mark) ?? "";
}

/** Count the right answers at a time. */
export function rightIn(test: Learning["learnt"], kept: Reading, time: Time): number {
  const began = beganWith(test, kept);
  const given = taken(test, kept, time);
  return began && given ? test.forms[formAt(test, began, time)]!.filter((item) => item.options[Number(given[item.id])] === rightOf(item)).length : 0;
}

/** Give the numbers a learner may hand out: no name, no time, no single answer. */
export function toHandOut(test: Learning["learnt"], kept: Reading): Record<string, string | number> {
  const began = beganWith(test, kept)!;
  const [before, after] = test.times.map((time) => rightIn(test, kept, time)) as [number, number];
  return { format: test.format, began_with: began, before, after, of: test.forms[began]!.length };
}
