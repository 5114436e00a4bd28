// The studies there are, by the name under which a page asks for them.

import { beside } from "./beside.ts";
import { models } from "./models.ts";
import { outcomes } from "./outcomes.ts";
import { repair } from "./repair.ts";
import { search } from "./search.ts";
import type { Answered, Plays, Study } from "./study.ts";
import { why } from "./why.ts";

const STUDIES = { beside, models, outcomes, repair, search, why };

export type StudyName = keyof typeof STUDIES;
type Given<N extends StudyName> = Parameters<(typeof STUDIES)[N]>[1];
type Found<S> = S extends Study<infer T> ? T : never;

/** What a study is given, and what it finds. */
export type AskedOf<N extends StudyName> = Given<N>;
export type FoundBy<N extends StudyName> = Found<ReturnType<(typeof STUDIES)[N]>> & Answered;
export type StudyAsked = { [N in StudyName]: { id: number; name: N; given: Given<N> } }[StudyName];
export type Studied = Study<object>;

export function studyOf(plays: Plays, asked: StudyAsked): Studied {
  const begin = STUDIES[asked.name] as (plays: Plays, given: object) => Studied;
  return begin(plays, asked.given);
}
