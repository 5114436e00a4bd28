// What a page for a board says of a survey in use, as `apps/leaders/rests.py` says it; a test holds the two together.

import type { Own, Survey } from "../declared.ts";
import { number } from "../numerals.ts";
import type { Words } from "../words.ts";

/** Say what was asked in a survey, how it was read, how many answered, what is to be checked, and which groups are told apart. */
export function surveyedSaid(words: Words, survey: Survey, own: Pick<Own, "few_answers" | "longest_question">, trust = ""): string[] {
  const { name, n_used: used, n_behind: behind = used, share_trusting: share, share_less_heard: less, reading } = survey;
  const question = (survey.question || reading?.trust)?.slice(0, own.longest_question);
  return [
    question ? words.say("leaders-page-rests_asked", { survey: name, question }) : "",
    scaleSaid(words, survey),
    words.say("leaders-page-rests_answers", { used: number(used), left: leftOut(words, survey) }),
    share === undefined ? "" : words.say("leaders-page-rests_trusting", { share: number(100 * share), weighted: reading?.weight ? "yes" : "no" }),
    trustOtherwise(words, survey, trust),
    ...cautionsOf(survey),
    less === undefined || survey.less_heard === undefined
      ? words.say("leaders-page-rests_no_groups")
      : words.say("leaders-page-rests_groups", { share: number(100 * less) }),
    behind < own.few_answers ? words.say("leaders-page-rests_few", { few: String(own.few_answers) }) : "",
  ].filter(Boolean);
}

/** Say the scale on which a survey was read, and which end is the most trust; nothing where no scale is kept. */
function scaleSaid(words: Words, { reading: { scale, reversed: turned = false } = {} }: Survey): string {
  if (!scale?.length) return "";
  if (typeof scale === "string") return words.say("leaders-page-rests_scale", { scale, most: turned ? "low" : "high" });
  const [least, most] = turned ? [scale.at(-1)!, scale[0]!] : [scale[0]!, scale.at(-1)!];
  return words.say("leaders-page-rests_order", { points: String(scale.length), least, most });
}

/** With more people than this who trust, trust is not little; with fewer it is not much. */
const HALF = 0.5;

/** Say that somebody answered of trust otherwise than most people in a survey did; nothing where they agree. */
export function trustOtherwise(words: Words, { share_trusting: share }: Survey, trust: string): string {
  if (share === undefined || !((trust === "low" && share > HALF) || (trust === "high" && share < HALF))) return "";
  return words.say("leaders-page-rests_trust_otherwise", { answer: trust, share: number(100 * share) });
}

/** Give those notes of a survey that a reader should check, which begin as in `population/said_otherwise.py`. */
function cautionsOf({ notes = [] }: Survey): string[] {
  return notes.filter((note) => note.startsWith("Check this:"));
}

/** Say how many were left out, and why, where the survey says it. */
function leftOut(words: Words, { n_read: read, n_used: used, left_out: why = {} }: Survey): string {
  const parts = Object.entries(why).map(([name, count]) => words.say(`leaders-page-left_${name}`, { count: number(count) }));
  return number(read - used) + (parts.length ? ` (${parts.join("; ")})` : "");
}
