// Questions from memory come back in later lessons until they are right at the first try, as in `learning/recall.py`.

import type { Learning } from "./handed.ts";
import { isTable, type Reading } from "./progress.ts";

/** A question that comes back: where it was first asked. */
export interface Returning {
  lesson: string;
  place: number;
}

type About = Pick<Learning, "recall"> & { lessons: { name: string }[] };

/** Give the first tries at a question, by the lesson in which it was asked. */
export function firstTries({ recall, lessons }: About, kept: Reading, { lesson, place }: Returning): Record<string, boolean> {
  const found = kept.get(`${recall.kept}${lesson}/${place}`);
  const known = lessons.map(({ name }) => name);
  const tries = Object.entries(isTable(found) ? found : {}).filter(([name, right]) => known.includes(name) && typeof right === "boolean");
  return Object.fromEntries(tries) as Record<string, boolean>;
}

/** List what comes back in a lesson: missed when it was last asked, the longest ago first. */
export function returning(about: About, kept: Reading, lesson: string): Returning[] {
  const names = about.lessons.map(({ name }) => name);
  const earlier = names.slice(0, names.indexOf(lesson));
  return everyQuestion(about, earlier).filter((one) => {
    const tries = firstTries(about, kept, one);
    return earlier.flatMap((name) => (name in tries ? [tries[name]!] : [])).pop() === false;
  }).slice(0, about.recall.most);
}

/** Count a lesson's questions that were right at the first try, and those that were asked. */
export function firstRight(about: About, kept: Reading, lesson: string): { right: number; asked: number } {
  const here = everyQuestion(about, about.lessons.map(({ name }) => name))
    .map((one) => firstTries(about, kept, one)[lesson]).filter((right) => right !== undefined);
  return { right: here.filter(Boolean).length, asked: here.length };
}

function everyQuestion({ recall }: About, names: string[]): Returning[] {
  return names.flatMap((lesson) => recall.asked[lesson]!.map((_, place) => ({ lesson, place })));
}
