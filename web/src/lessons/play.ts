// Asks the model for a lesson's run and reads numbers off it; what they mean the module decides.

import { campaignOf, caseRow, setsOf } from "../engine/job.ts";
import { Engine } from "../engine/engine.ts";
import type { Source } from "../engine/engine.ts";
import { canRun } from "../engine/module.ts";
import type { Range } from "../engine/numbers.ts";
import type { Part } from "../engine/reading.ts";
import type { Item, Judged, Learning, LessonWay, Question, Read, Run, Term } from "./handed.ts";

/** What a lesson's run gave, as far as a question and its picture need it. */
export interface Played {
  /** For each way, each group and each decision. */
  path(read: Read, way: number, group: string, decision: number): Range;
  /** What a question is about: one number, or the first decision at which a mark is reached. */
  value(read: Read): Range;
  ofWay(read: Read, way: number): Range;
}

/** What an answer comes to, in how many models it holds, and what stands the wrong way round in an order. */
export interface Verdict {
  state: Judged;
  said: string;
  /** The head under which it is said how a bet came out. */
  head: string;
  /** The place of the answer that this very run gives; for an order -1. */
  shown: number;
  /** Whether the answer is what this very run shows. */
  saw: boolean;
  /** The places of two that stand the wrong way round. */
  swapped: [number, number] | null;
  /** The number that came out, where there is one. */
  found: number | null;
}

const COSTS = ["staff_hours", "hours_each", "weeks"];
const EVERYTHING = "not_ruled_out";

/** Say in how many other models everything is run, too: those that fit the findings. */
export function modelsIn({ over }: Learning): number {
  return over.find(({ name }) => name === EVERYTHING)?.sets.length ?? 0;
}

export class Model {
  private engine: Engine | null = null;

  constructor(
    readonly declared: Learning,
    source: Source | null,
    onStopped: () => void,
  ) {
    const stopped = (): void => {
      this.engine = null;
      onStopped();
    };
    if (source && canRun()) this.engine = new Engine(source, declared, { heard: () => {}, stopped });
  }

  get runs(): boolean {
    return this.engine !== null;
  }

  /** Play a run and read off what is asked for. */
  async play(run: Run, seed: number, reads: Read[], ways: LessonWay[] = run.ways): Promise<Played> {
    const columns = new Columns(this.declared);
    for (const read of reads) this.wanted(columns, read, run, ways.length);
    const found = await this.readOff(run, seed, ways, columns.parts);
    const costs = await Promise.all(ways.map((way) => this.cost(way)));
    const sum = (measure: string, terms: Term[]): Range => {
      const place = COSTS.indexOf(measure);
      return place < 0 ? rangeOf(found[columns.place(measure, terms)]!) : exactly(terms.reduce((all, [sign, way]) => all + sign * costs[way]![place]!, 0));
    };
    const reached = new Map<Read, number>();
    for (const read of reads) if (read.rule === "first_time") {
      const path = read.terms.map((terms) => sum(read.measure, terms).mean);
      reached.set(read, await this.ask("first_reaching", [path, read.mark]));
    }
    return {
      path: (read, way, group, decision) => sum(read.measure, [[1, way, group, decision]]),
      value: (read) => (reached.has(read) ? exactly(reached.get(read)!) : sum(read.measure, read.terms[0]!)),
      ofWay: (read, way) => sum(read.measure, read.by_way[way]!),
    };
  }

  /** Read off what an answer is judged by; what it comes to Python has counted over all models. */
  async judge(question: Question, given: number[], run: Run, played: Played): Promise<Verdict> {
    const { read, order, held, options } = question;
    if (!order.length) {
      const shown = await this.shown(question, run, played);
      return { ...held[options[given[0]!]!.id]!, shown, saw: shown === given[0], swapped: null, found: played.value(read).mean };
    }
    const values = given.map((k) => played.ofWay(read, wayOf(run, order[k]!.id)).mean);
    const amiss = await this.ask("out_of_order", [values, read.close]);
    const swapped: [number, number] | null = amiss < 0 ? null : [Math.floor(amiss / values.length), amiss % values.length];
    return { ...held[swapped ? "out_of_order" : "in_order"]!, shown: -1, saw: !swapped, swapped, found: null };
  }

  /** Find the answer that this very run gives, as `answer_of_run` does. */
  private shown({ read, options }: Question, run: Run, played: Played): Promise<number> {
    if (read.rule !== "highest" && read.rule !== "lowest")
      return this.ask("band_of", [played.value(read).mean, options.map(({ low }) => low), options.map(({ high }) => high)]);
    const worth = options.map(({ id }) => played.ofWay(read, wayOf(run, id)).mean);
    return this.ask("best_way", [worth, Number(read.rule === "lowest")]);
  }

  /** Find the answer that most models give, as a learner would give it; of orders the one of this run. */
  answer({ read, options, order, best }: Question, run: Run, played: Played): number[] {
    if (!order.length) return [options.findIndex(({ id }) => id === best)];
    const worth = order.map(({ id }) => played.ofWay(read, wayOf(run, id)).mean);
    return [...order.keys()].sort((one, other) => worth[other]! - worth[one]!);
  }

  private async ask(name: string, given: (number | number[])[]): Promise<number> {
    return (await this.engine!.ask(name, given)).found;
  }

  private async cost({ series }: LessonWay): Promise<number[]> {
    return (await this.engine!.ask("cost", [series[series.length - 1]!], COSTS.length)).out;
  }

  private wanted(columns: Columns, read: Read, run: Run, ways: number): void {
    if (COSTS.includes(read.measure)) return;
    for (const terms of [...read.terms, ...read.by_way]) columns.add(read.measure, terms);
    for (const group of read.groups)
      for (let way = 0; way < ways; way++)
        for (let k = 0; k < run.case.decisions.count; k++) columns.add(read.measure, [[1, way, group, k]]);
  }

  private async readOff(run: Run, seed: number, ways: LessonWay[], columns: Part[][]): Promise<number[][]> {
    const { case: town, runs } = run;
    const asked = {
      trusts: town.trusts, shares: null, town: caseRow(town, seed), decisions: town.decisions.count, runs, columns,
      splits: columns.flat().some(([, , group]) => group >= this.declared.groups.length) ? this.declared.splits.length : 0,
      campaign: campaignOf(town), sets: setsOf(town, EVERYTHING, this.declared),
      ways: ways.map(({ series, assumptions }) => ({ series, assumptions })),
    };
    return (await this.engine!.read(asked)).found;
  }
}

/** Columns that are read off, each once. */
class Columns {
  readonly parts: Part[][] = [];
  private readonly places = new Map<string, number>();

  constructor(private readonly declared: Learning) {}

  add(measure: string, terms: Term[]): void {
    const key = JSON.stringify([measure, terms]);
    if (this.places.has(key)) return;
    const { groups, splits, measures } = this.declared;
    const every = [...groups.map(({ name }) => name), ...splits];
    const column = measures.findIndex(({ name }) => name === measure);
    this.places.set(key, this.parts.length);
    this.parts.push(terms.map(([sign, way, group, decision]) => [sign, way, every.indexOf(group), decision, column]));
  }

  place(measure: string, terms: Term[]): number {
    return this.places.get(JSON.stringify([measure, terms]))!;
  }
}

function wayOf({ ways }: Run, name: string): number {
  return ways.findIndex((way) => way.name === name);
}

function rangeOf([mean, runLow, runHigh, low, high]: number[]): Range {
  return { mean: mean!, runLow: runLow!, runHigh: runHigh!, low: low!, high: high! };
}

function exactly(value: number): Range {
  return { mean: value, runLow: value, runHigh: value, low: value, high: value };
}

/** What a question and its picture are about: what is asked, and what is to be seen besides. */
export function readsOf({ question, see }: Item): Read[] {
  const { read } = question;
  const other = see && (see.read.measure !== read.measure || see.read.group !== read.group);
  return other ? [read, see.read] : [read];
}

/** Choose a seed nobody has seen, so that no answer can be learnt by heart. */
export function freshSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]! % 2 ** 31 || 1;
}
