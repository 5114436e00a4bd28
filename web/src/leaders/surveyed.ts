// What a page for a board says of a survey in use, as `apps/leaders/rests.py` says it; a test holds the two together.

import type { Own, Survey } from "../declared.ts";
import { number } from "../numerals.ts";
import type { Words } from "../words.ts";

/** Say what was asked in a survey, how many answered, which groups are told apart, and whether they are enough to go by. */
export function surveyedSaid(words: Words, survey: Survey, own: Pick<Own, "few_answers" | "longest_question">): string[] {
  const { name, n_used: used, n_behind: behind = used, share_trusting: share, share_less_heard: less, reading } = survey;
  const question = (survey.question || reading?.trust)?.slice(0, own.longest_question);
  return [
    question ? words.say("leaders-page-rests_asked", { survey: name, question }) : "",
    words.say("leaders-page-rests_answers", { used: number(used), left: leftOut(words, survey) }),
    share === undefined ? "" : words.say("leaders-page-rests_trusting", { share: number(100 * share), weighted: reading?.weight ? "yes" : "no" }),
    less === undefined || survey.less_heard === undefined
      ? words.say("leaders-page-rests_no_groups")
      : words.say("leaders-page-rests_groups", { share: number(100 * less) }),
    behind < own.few_answers ? words.say("leaders-page-rests_few", { few: String(own.few_answers) }) : "",
  ].filter(Boolean);
}

/** Say how many were left out, and why, where the survey says it. */
function leftOut(words: Words, { n_read: read, n_used: used, left_out: why = {} }: Survey): string {
  const parts = Object.entries(why).map(([name, count]) => words.say(`leaders-page-left_${name}`, { count: number(count) }));
  return number(read - used) + (parts.length ? ` (${parts.join("; ")})` : "");
}
