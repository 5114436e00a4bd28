// What Python declares, as it arrives here: `coprod_sim/board/declarations.py` makes it.

import { number } from "./numerals.ts";
import { tidy } from "./number_typed.ts";
import type { Layout } from "./engine/search.ts";
import type { Style } from "./charts/style.ts";

export interface Quantity {
  name: string;
  label: string;
  low: number;
  high: number;
  unit: string;
  source: string;
  plain: string;
}

export interface Dial extends Quantity {
  question: string;
  anchors: string[];
  times: number;
  shown_in: string;
  reach: number;
  /** By how much of what is shown its slider goes; `stepFor` makes it finer where a value lies between. */
  slides_by: number;
  at_zero: string;
  least: number;
}

export interface Measure extends Quantity {
  share: boolean;
  shown_in: string;
  better: "high" | "low" | "neither";
  points: string;
  caveat: string;
  lists: string[];
}

export interface Way {
  name: string;
  title: string;
  /** What it goes by where its title would be said again. */
  short?: string;
  summary: string;
  who_decides: string;
  dials: number[];
}

export interface Money {
  currency: string;
  staff_hour: number;
  citizen_hour: number;
  challenge: number;
  weeks_available: number;
}

export interface Case {
  name: string;
  title: string;
  kind: "real" | "didactic";
  place: string;
  years: string;
  who_decides: string;
  summary: string;
  outcome: string;
  really: string;
  assumed: string[];
  criticism: string[];
  sources: string[];
  sector: string;
  about: string;
  /** What a court decided, and where that was read; empty where nothing is recorded. */
  ruling: string;
  engagements: string[];
  decisions: { count: number; draft: number; direction: string; heat: number; months: number; what: string };
  people: { citizens: number; share_less_heard: number; contacts: number; homophily: number };
  campaign: { decision: number; strength: number; reach: number } | null;
  money: Money;
  assumptions: Record<string, number>;
  less_heard: number;
  trusts: [number, number];
  /** First trust as a survey's answers 0 to 10, of the less-heard and of the others, in a case of one's own. */
  shares?: [number[], number[]] | null;
}

export interface Over {
  name: OverName;
  words: string;
  models: string;
  sets: number[][];
}

export type OverName = "plausible" | "not_ruled_out" | "luck";

export interface Look {
  colour: string;
  dark: string;
  marker: string;
  dash: string;
}

export interface Theme {
  looks: Look[];
  font: string;
  light: Record<string, string>;
  dark: Record<string, string>;
  signs: Record<string, string>;
}

/** Numbers that Python worked out beforehand, in the order in which the engine gives its own. */
export interface Answer {
  ways: string[];
  dials: number[][];
  decisions: number;
  over: OverName;
  runs: number;
  draws: number;
  ranges: (number | null)[];
  differences: (number | null)[];
  sides: number[];
  /** The smallest gain worth having that `ahead` was counted with. */
  least: number;
  /** For each way but the first x decision x measure: what the engine gives for one. */
  ahead: (number | null)[];
  above: (number | null)[];
  /** For each way but the first x decision x measure of `worse`: in what share of results it ends worse than the first. */
  worse: (number | null)[];
  costs: number[];
}

/** What the gate's answers come to: what to do, whether a duty to ask is likely, and which answers led there. */
export interface Verdict {
  outcome: string;
  duty: string;
  because: string[];
}

/** What something has cost, as published. */
interface Published {
  currency: string;
  low: number;
  high: number;
}

export interface Declared {
  version: string;
  words: Record<string, string>;
  theme: Theme;
  charts: Style;
  dials: Dial[];
  steps: string[];
  channels: { name: string; label: string }[];
  /** What a difference is shared out to besides: what the steps stand on, and what works through no channel. */
  others: { conditions: string; other: string };
  measures: Measure[];
  /** The measures by which a way can be worse than the first in most results, and how messages call that. */
  worse: Record<string, string>;
  groups: { name: string; label: string }[];
  rates: Quantity[];
  /** What can be entered for each way besides hours (`seated` only where it has seats), and what citizens' juries and open consultations have cost. */
  besides: { names: string[]; seated: string[]; low: number; high: number; jury: Published; open: Published; a_day: number };
  /** What can be entered for each way in place of what its dials come to, for one decision. */
  efforts: Quantity[];
  /** What is entered about one case alone, as it usually is. */
  of_a_case: Record<string, unknown>;
  ways: Way[];
  cases: Record<string, Case>;
  trusts: number[][];
  assumptions: string[];
  reference: number[];
  over: Over[];
  sums: number;
  /** Runs, other models, the fewest of each from which a way is said to be ahead, the smallest gain worth having, and from which share of results on "most" is said, and of models "near the top"; below which part of what its dials come to figures of a way are asked about, and above what a difference is one. */
  size: { runs: number; draws: number; seed: number; luck: number; fewest: { towns: number; sets: number }; least: number; half: number; near_top: number; wide: number; far_below: number; at_all: number };
  answers?: Record<string, Answer>;
  /** What the gate's answers come to, on a page that was made of them and has no boxes for others. */
  verdict?: Verdict;
  /** That a way found was sought for something else, on a page that was made of a view and cannot tell one case from another. */
  sought?: string;
  /** What Python says of co-production where a way found is compared and co-production is not, for a browser that can play nothing. */
  looked_at?: string;
  /** What Python says of the ways as they were saved, on a page made of a view: in how many models the way spoken of gains too little. */
  not_enough?: string;
  /** What it says the numbers rest on: which answers about one's own case were entered, and which are assumed. */
  rests?: string;
  /** The numbers inside the rules, where a view may change them: what is plausible of each. */
  /** The assumptions by which the sides of a case want opposite things. */
  opposed?: Record<string, number>;
  assumed?: Pick<Assumption, "name" | "label" | "least" | "most" | "fixed">[];
  /** How a case of one's own is made, where there may be one. */
  own?: Own;
  /** The way people have today, before anything is scored, and the dials that can be. */
  now?: Way;
  scored?: string[];
}

/** A question about a case of one's own: what may be answered, and where the answer goes in the case. */
export interface OwnQuestion {
  name: string;
  usual: string | number;
  to: string[];
  meant: Record<string, unknown> | null;
  low: number | null;
  high: number | null;
  per: number;
  step: number;
  whole: boolean;
  most: number;
  /** The question whose answer makes this one idle while it is as usual. */
  after: string;
  /** The question whose number this one may not exceed. */
  within: string;
  /** The question whose answer, once it is not as usual, settles this one too. */
  unless: string;
  /** Whether what an answer stands for is laid over the sections of the case. */
  over: boolean;
  /** The shares of less-heard and of well-connected people who lose by the first plan, by answer. */
  loses: Record<string, [number, number]>;
}

export interface Own {
  base: Case;
  groups: { name: string; questions: OwnQuestion[] }[];
  surveys: Record<string, Record<string, number[]>>;
  /** With fewer answers than these a survey is a rough guide; and how much of its question is shown. */
  few_answers: number;
  /** A survey of fewer people than these is not taken. */
  least_people: number;
  longest_question: number;
}

/** A number inside the rules; the two views are those of scholars who disagree on it. */
export interface Assumption extends Quantity {
  family: string;
  least: number;
  most: number;
  middle: string;
  fixed: boolean;
  schools: [string, string] | null;
  papers: { name: string; reference: string; link: string }[];
  /** Whether its size rests on a study; else studies give at most its direction. */
  sized: boolean;
}

/** What the leaders' page needs besides the board: `coprod_sim/board/leading.py` makes it. */
export interface Leading extends Declared {
  /** What a view says of one's own case alone. */
  with_own: string[];
  usual: Record<string, unknown>;
  view_ranges: Record<string, [number, number]>;
  /** How long each text of a view may be [characters]. */
  view_lengths: Record<string, number>;
  /** Assumptions that only the first version of the model had. */
  gone: string[];
  gate: Record<"questions" | "legal" | "asks" | "reasons" | "answers" | "stakes" | "trust" | "outcomes" | "duties" | "not_now", string[]> & { advised: Record<string, string>; needs: [string, number, string][]; least_seats: number };
  /** What can be signed up to, and the least at which a dial must stand for it. */
  conditions: { name: string; dial: string; least: number }[];
  own: Own;
  now: Way;
  scored: string[];
  /** What is kept of a citizen who is watched, what their story is made of, and how many are watched. */
  seen: string[];
  story: string[];
  watched: number;
  /** The numbers inside the rules, and every model that fits the findings: those of them that are not fixed. */
  assumed: Assumption[];
  models: number[][];
  /** As many plausible models, by the same assumptions. */
  plausible: number[][];
  /** The name of the way that is hardest to beat. */
  rival: string;
  /** The points at which plans come out otherwise than meant, in parts of `whole`, and what may differ in them. */
  outcomes: { points: number[][]; whole: number; places: number[]; labels: string[]; named_from: number; measure: string };
  repair: { bad: string; most: number; decisions: number; runs: number };
  search: { layout: Layout; only_if_asked: number[]; scattered: number[][]; singles: number[][]; somebody: number; turned: number[]; measure: string; sure: number; reserves: number[]; runs: number };
  /** The names of a sceptic's questions, and of what else speaks against all this. */
  doubts: { rigged: string[]; against: string[]; cannot: string[] };
  cases: Record<string, Case & { facts_said: string[] }>;
}

/** What Python keeps of a survey: for each step of trust 0 to 10 the share of people on it, and how it was read. */
export interface Survey {
  name: string;
  table: number[];
  less_heard?: number[];
  well_connected?: number[];
  share_less_heard?: number;
  share_trusting?: number;
  n_read: number;
  n_used: number;
  /** How many of equal weight would tell as much, where weights are unequal. */
  n_behind?: number;
  /** The words of the question, where the file holds them besides the name of its column. */
  question?: string;
  reading?: { trust?: string; weight?: string; scale?: string | string[]; reversed?: boolean };
  /** How it was read; what begins with "Check this:" stands wherever the survey does. */
  notes?: string[];
  /** How many were left out, by the reason. */
  left_out?: Record<string, number>;
}

/** Find what has a name in a list that Python declared; a name that is not there is a fault of ours. */
export function named<T extends { name: string }>(list: readonly T[], name: string): T {
  const found = list.find((one) => one.name === name);
  if (!found) throw new Error(`nothing is called ${name}`);
  return found;
}

/** Give the nearest value a dial can stand at: where 0 means something else, there is a least besides. */
export function allowed(dial: Dial, value: number): number {
  return dial.at_zero && value > 0 ? Math.max(value, dial.least) : value;
}

/** Give the number people see where a dial stands. */
export function dialShown(dial: Dial, value: number): number {
  return tidy(value * dial.times);
}

/** Write the number people see where a dial stands, with the decimals it has. */
export function dialFigure(dial: Dial, value: number): string {
  const shown = dialShown(dial, value);
  return number(shown, Number.isInteger(shown) ? 0 : 1);
}

/** Give the least and the most that can be typed for a dial. */
export function dialEnds(dial: Dial): [low: number, high: number] {
  return [dialShown(dial, dial.low), dialShown(dial, dial.high)];
}

/** What a dial that is a share of 100 is shown in. */
export const IN_100 = "in 100";

/** Say under a dial what it looks like where it stands. */
export function caption(dial: Dial, value: number): string {
  if (value === 0 && dial.at_zero) return sentence(dial.at_zero);
  if (dial.anchors.length === 0) return dial.plain;
  return dial.anchors[placeOf(dial, value)] ?? "";
}

/** Give the place of the sentence that fits where a dial stands, the least one first. */
export function placeOf(dial: Dial, value: number): number {
  const last = dial.anchors.length - 1;
  return Math.min(Math.max(Math.round(((value - dial.low) / (dial.high - dial.low)) * last), 0), last);
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
