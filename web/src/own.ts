// Makes a case of one's own from answers, by what Python declares each answer to stand for.

import type { Case, Declared, OwnQuestion, Survey } from "./declared.ts";

export type Answers = Record<string, string | number>;

/** Make the case that the answers describe, with the people of a survey; what was not answered stands where it usually is. */
export function ownCase(answers: Answers, survey: Survey | null, declared: Declared): Case {
  const own = declared.own;
  if (!own) throw new Error("a case of one's own was not declared");
  const made = structuredClone(own.base);
  const questions = own.groups.flatMap((group) => group.questions);
  for (const asked of questions) if (!isIdle(asked, answers, questions)) take(made, asked, valueOf(asked, answers[asked.name]));
  const { count } = made.decisions;
  made.people.share_less_heard = survey?.share_less_heard ?? made.people.share_less_heard;
  made.less_heard = lessHeard(made, made.people.citizens);
  made.campaign = campaignOf(answers, questions, count);
  const public_ = own.surveys[chosen("country")]?.[chosen("institution")];
  if (survey) made.shares = [survey.less_heard ?? survey.table, survey.well_connected ?? survey.table];
  else made.shares = public_ ? [public_, public_] : null;
  return made;

  function chosen(name: string): string {
    return String(answers[name] || questions.find((asked) => asked.name === name)?.usual);
  }
}

/** Say whether another answer has settled what a question asks, as `CaseQuestion.is_idle` does. */
export function isIdle(asked: OwnQuestion, answers: Answers, questions: OwnQuestion[]): boolean {
  const other = questions.find((one) => one.name === asked.unless);
  return Boolean(other) && (answers[asked.unless] || other!.usual) !== other!.usual;
}

/** Count the less-heard among so many citizens of a case, as `population_of` does. */
export function lessHeard(town: Case, citizens: number): number {
  return Math.round(town.people.share_less_heard * citizens);
}

/** Give what an answer stands for in the case, as `CaseQuestion.value` does. */
function valueOf(asked: OwnQuestion, given: string | number | undefined): unknown {
  if (asked.meant) return asked.meant[String(given)] ?? asked.meant[String(asked.usual)];
  if (asked.low === null) return given || asked.usual;
  return (typeof given === "number" ? given : Number(asked.usual)) / asked.per;
}

function take(made: Case, asked: OwnQuestion, value: unknown): void {
  if (asked.over) for (const [section, settings] of Object.entries(value as object)) Object.assign(made[section as "decisions"], settings);
  else if (asked.to.length) put(made, asked.to, value);
}

function put(table: object, to: string[], value: unknown): void {
  const inside = to.slice(0, -1).reduce((at, name) => at[name] as Record<string, unknown>, table as Record<string, unknown>);
  inside[to[to.length - 1]!] = value;
}

function campaignOf(answers: Answers, questions: OwnQuestion[], count: number): Case["campaign"] {
  const asked = questions.find((one) => one.name === "campaign");
  const found = asked?.meant?.[String(answers["campaign"])] as [number, number] | null | undefined;
  if (!found) return null;
  const before = Math.trunc(Number(answers["campaign_before"] ?? count));
  return { decision: Math.min(before, count), strength: found[0], reach: found[1] };
}
