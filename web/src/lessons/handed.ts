// What a lesson hands over, as it arrives here: `coprod_sim/site/lessons/` makes it from Python's declarations.

import type { Style } from "../charts/style.ts";
import type { Case, Declared } from "../declared.ts";
import type { Written } from "./together.ts";

/** One number of a run: its sign, and the places of the way, the group and the decision (-1: before the first). */
export type Term = [sign: number, way: number, group: string, decision: number];

export interface Read {
  rule: string;
  measure: string;
  label: string;
  /** Whether it is of the town or of each person, so that no group is named beside it. */
  whole: boolean;
  share: boolean;
  groups: string[];
  group: string;
  decision: number;
  mark: number;
  close: number;
  /** Whether one number is taken from another by its rule. */
  apart: boolean;
  /** Decimals in which it is shown, at least. */
  digits: number;
  against: string;
  terms: Term[][];
  by_way: Term[][];
}

export interface Option {
  id: string;
  text: string;
  low: number;
  high: number;
  feedback: string;
}

/** What an answer about a run comes to, as `learning/verdicts.py` has it. */
export type Judged = "yes" | "open" | "not_yet";

export interface Question {
  question: string;
  options: Option[];
  order: { id: string; text: string }[];
  right: string;
  wrong: string;
  read: Read;
  /** What each answer comes to over the models that fit the findings, under which head, and how many give it. */
  held: Record<string, { state: Judged; said: string; head: string }>;
  /** The answer that most models give, and how it is known: it (is), its direction alone (size), or neither (most). */
  best: string;
  known: string;
  /** The answer of the run as it was counted, for which what is said to each answer was written. */
  stands: string;
  /** The unit in which the answer is told. */
  unit: string;
}

export interface LessonWay {
  name: string;
  title: string;
  /** The dials decision by decision; the last stay. */
  series: number[][];
  /** Assumptions of this way alone, by their place. */
  assumptions: [number, number][];
}

export interface Run {
  case: Pick<Case, "name" | "decisions" | "people" | "campaign" | "assumptions" | "less_heard" | "trusts">;
  each: string;
  ways: LessonWay[];
  runs: number;
}

export interface Item {
  question: Question;
  sure: boolean;
  /** The chance of a pure guess, and as it is said in 100. */
  guess: number;
  guess_said: string;
  run: Run;
  see: Question | null;
  because: { prompt: string; model: string } | null;
}

export interface Switch {
  id: string;
  text: string;
  dials: Record<string, number>;
  assumptions: [number, number][];
}

export interface Change {
  question: string;
  way: number;
  /** Where each dial stands at first, and every switch as off. */
  dials: Record<string, number>;
  switches: Switch[];
  reads: Read[];
  talk: string;
  /** Whether switches change the rules for this way alone. */
  alone: boolean;
}

export interface IdeaOption {
  id: string;
  text: string;
  dials: Record<string, number>;
  fate: string;
  situation: string;
  objective: string;
  barrier: string;
  next: string;
  changed: string;
  taken: boolean;
}

export interface Idea {
  lesson: string;
  question: string;
  own_words: string;
  options: IdeaOption[];
  way: number;
  run: Run;
  read: Read;
}

/** Something to make for one's own decision, with criteria by which it is marked. */
export interface Make {
  key: string;
  /** The name of the file that holds this page alone. */
  file: string;
  title: string;
  minutes: number;
  use: string;
  limit: string;
  signed: boolean;
  /** Where the answer on one's own place is kept, and its head on the page for others; without one it stays with its writer. */
  place: string;
  place_head: string;
  /** A record stays with its maker: it is no part of the page that is given to others. */
  boxes: { id: string; label: string; head: string; help: string; least: number; record: boolean }[];
  /** A criterion speaks of boxes: while all of them (with `every`, one of them) are empty it cannot be there. */
  criteria: { id: string; boxes: string[]; every: boolean; name: string; meets: string; misses: string; must: boolean }[];
  /** A good answer and a weaker one: their boxes, the criteria each meets, and what a teacher says of it. */
  answers: { boxes: Record<string, string>; meets: string[]; says: string }[];
}

export interface Screen {
  name: string;
  kind: string;
  title: string;
  html: string;
  picture: { src: string; alt: string } | null;
}

export interface Listed {
  name: string;
  title: string;
  minutes: number;
  see: boolean;
  parts: string[];
}

export interface Lesson {
  id: string;
  title: string;
  minutes: number;
  objectives: string[];
  key_points: string[];
  example: Item | null;
  predict: Item | null;
  change: Change | null;
  idea: Idea | null;
  fate: { none: string; idea: Idea } | null;
  place: { prompt: string; starters: string[] } | null;
  screens: Screen[];
  sources: string;
  exercises: { id: string; title: string }[];
  next: Listed | null;
}

export interface SortAsked {
  /** What one of the cards is. */
  each: string;
  bins: Record<string, string>;
  /** For each bin what is said of the card in it, and what that counts. */
  cards: { id: string; text: string; said: Record<string, string>; worth: Record<string, number> }[];
  needed: number;
}

export interface DiagnoseAsked {
  material: string;
  table: string[][];
  /** The file with that table, which lies beside the page; empty where there is none. */
  file: string;
  questions: { id: string; text: string; many: boolean; options: { id: string; text: string; right: boolean; said: string }[] }[];
  lab: { run: Run; need: number; most: number; too_few: string; change: Change } | null;
}

export interface WriteAsked {
  prompt: string;
  start: string;
  words: [number, number];
  grade: number;
  parts: { id: string; name: string; met: string; missed: string; missing: string }[];
  /** For so many parts one sentence is looked at again. */
  same: number;
  /** Amounts that stand in the notes and belong into the text. */
  amounts: number[];
  /** A list of costs that should add up: at least so many lines, and the word for the total. */
  sum: { total: string; lines: number } | null;
  /** The run one makes, and the numbers of it that belong into the text, give or take `within`. */
  from_run: { run: Run; figures: { id: string; name: string; read: Read; within: number }[] } | null;
  weaker: { text: string; has: string[]; says: string };
}

export interface Exercise {
  id: string;
  title: string;
  facts: string;
  kind: string;
  task: string;
  why: string;
  example: string;
  hints: string[];
  reflection: string;
  /** Where the thoughts about it are kept. */
  journal: string;
  answer: string;
  sources: string;
  /** What its kind asks; empty where answers need the full kit. */
  asked: SortAsked | DiagnoseAsked | WriteAsked | Item | null;
}

/** A question from memory. */
export interface RecallQuestion {
  question: string;
  right: number;
  options: { text: string; why: string }[];
}

/** A question of the short test before and after the lessons. */
export interface LearntItem {
  id: string;
  question: string;
  options: string[];
  /** The mark of the right answer; see `markOf`. */
  mark: string;
}

/** What all learners' pages share. */
export interface Learning extends Declared {
  charts: Style;
  lessons: Listed[];
  unknown: string;
  /** Groups into which a run is also split, behind `groups`. */
  splits: string[];
  /** Questions from memory by lesson, how many come back at most, and where first tries are kept. */
  recall: { kept: string; most: number; asked: Record<string, RecallQuestion[]> };
  /** What is made, by lesson. */
  makes: Record<string, Make>;
  /** Where the learner's own decision is kept, and how it is asked for. */
  decision: { name: string; prompt: string };
  /** Where else one writes, with the titles of what stands in the journal. */
  portfolio: {
    style: string;
    /** How many can sign a page that is signed. */
    signing: number;
    /** Stands where a name is to be filled in by hand. */
    blank: string;
    /** Where the name is kept under which pages are saved. */
    writer: string;
    months: string[];
    journal: string;
    places: { title: string; asked: string; name: string; path: string[]; says: Record<string, string>; came: string }[];
    titles: Record<string, string>;
  };
  /** How the names of what belongs to the case of one's own begin, and the title of its lesson. */
  own_case: { start: string; title: string };
  learnt: { kept: string; draft: string; times: string[]; ending: string; format: number; forms: Record<string, LearntItem[]> };
  progress: { format: number; most: number; written: Written };
  /** After so many tries the model answer may be asked for, and the states in which an exercise is done. */
  tries: number;
  /** With fewer words a reason or a note says nothing that its writer could use later. */
  fewest: number;
  done: string[];
}
