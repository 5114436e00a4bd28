// The state behind a board: a view goes in, numbers and sentences come out. Whoever shows it is told of changes.

import { caseOf, FOUND, goalOf, offered, turn, untouched, viewOf, waysOf, withOwn, type View } from "../view.ts";
import { named, type Answer, type Case, type Declared, type Measure, type Way } from "../declared.ts";
import { costsOf, Engine, type Cost, type Going, type Source } from "../engine/engine.ts";
import { jobOf, type Asked, type Job, type Told } from "../engine/job.ts";
import type { Doors } from "../doors.ts";
import type { Watched } from "../engine/watching.ts";
import type { AskedOf, FoundBy, StudyName } from "../engine/studies.ts";
import { canRun } from "../engine/module.ts";
import { answered, type Numbers } from "../engine/numbers.ts";
import { lessHeard } from "../own.ts";
import { retitled } from "../parts/sought.ts";
import { Words } from "../words.ts";

/** `loading` until the first numbers; `rough` until all is worked out: till then a figure may still change. */
export type Phase = "loading" | "rough" | "settled" | "beforehand" | "stopped";

/** What a study starts from: the view as a job, and the dials of the first way and of the goal. */
export interface Pair {
  job: Job;
  start: number[];
  goal: number[];
}

/** Why the model does not run: the browser lacks what it needs, somebody forbids it, or it could not be started. */
type Why = "old" | "blocked" | "failed";
/** What browsers write where a policy forbids WebAssembly. */
const FORBIDDEN = /Content.Security.Policy|\bCSP\b|unsafe-eval/i;
/** Finds an answer worked out beforehand by the name of its case; null where there is none. */
export type Library = (name: string) => Promise<Answer | null>;

type Counted = "ahead" | "above";

interface Shown {
  ways: Way[];
  view: View;
}

export class Board {
  readonly words: Words;
  view: View;
  numbers: Numbers | null = null;
  /** What the numbers belong to: they may be a moment older than the view. */
  shown: Shown;
  /** For each way that is shown: the share of results in which it gains enough over the first, and of models in which it gains less than usual. */
  counted: Record<Counted, number[]> = { ahead: [], above: [] };
  /** For each way but the first: the share of results in which it ends worse, by each of the measures for which that is counted. */
  worse: number[][] = [];
  done = 0;
  phase: Phase = "loading";
  trouble = "";
  /** The level of the heading that holds the answer: 1 on a page of its own. */
  level = 2;
  whose: string;
  /** What Python does for the page, where it stands in the kit. */
  doors: Doors | null = null;
  /** What one decision takes by the dials alone. */
  assumedCosts: Cost[] = [];
  private engine: Engine | null = null;
  private readonly told = new Set<() => void>();
  private readonly changed = new Set<(view: View, moving: boolean) => void>();
  private asked: Shown;
  private held = false;
  /** The numbers there are fit what is asked: only what they are read for has changed. */
  private fit = false;

  constructor(
    readonly declared: Declared,
    source: Source | null,
    view: Partial<View> = {},
    language = "en",
  ) {
    this.words = new Words(declared.words, language);
    this.view = viewOf(view, declared);
    this.whose = this.view.ways[goalOf(this.view)] ?? "";
    this.asked = this.shown = { ways: this.ways, view: this.view };
    if (source && canRun()) this.start(source);
    else this.cannot(canRun() ? "failed" : "old");
  }

  get case(): Case {
    return caseOf(this.view, this.declared);
  }

  /** The ways as turned; one that stands elsewhere than the library has it does not go by its name alone. */
  get ways(): Way[] {
    return this.titled(waysOf(this.view, this.declared));
  }

  titled(ways: Way[]): Way[] {
    const before = untouched({ ...this.view, ways: ways.map((way) => way.name) }, this.declared);
    return ways.map((way, k) => {
      const same = way.dials.every((value, dial) => value === before[k]!.dials[dial]);
      const title = same ? way.title : this.words.say("board-way-set", { way: way.title });
      return way.name === FOUND ? { ...way, title, short: this.words.say("board-way-found") } : { ...way, title };
    });
  }

  get measure(): Measure {
    return named(this.declared.measures, this.view.measure);
  }

  /** How much the numbers shown come from: runs, each another town, and other models. */
  get played(): { towns: number; sets: number } {
    const { answers, size, over } = this.declared;
    const before = this.phase === "beforehand" ? answers?.[this.view.case] : undefined;
    if (before) return { towns: before.runs, sets: before.draws };
    return { towns: size.runs, sets: named(over, this.shown.view.over).sets.length };
  }

  /** What one decision takes under every way that is shown: as entered, else as its dials have it. */
  get costs(): Cost[] {
    return this.assumedCosts.map((cost, place) => withOwn(cost, this.view, this.shown.ways[place]?.name ?? ""));
  }

  /** The share of results, over the set that ranges are over, in which a way gains enough over the first; not a number where it was not counted. */
  aheadOf(place: number): number {
    return this.countOf("ahead", place);
  }

  /** The share of other models in which a way gains less over the first than with the model as it stands; not a number where it was not counted. */
  usualAbove(place: number): number {
    return this.countOf("above", place);
  }

  /** The share of results, over the set that ranges are over, in which a way ends worse than the first by a measure; not a number where it was not counted. */
  worseOf(place: number, measure: string): number {
    const answer = this.phase === "beforehand" ? this.declared.answers?.[this.view.case] : undefined;
    const names = Object.keys(this.declared.worse);
    const at = names.indexOf(measure);
    if (!answer) return this.worse[place - 1]?.[at] ?? Number.NaN;
    return answer.worse[((place - 1) * answer.decisions + this.decision) * names.length + at] ?? Number.NaN;
  }

  private countOf(what: Counted, place: number): number {
    const answer = this.phase === "beforehand" ? this.declared.answers?.[this.view.case] : undefined;
    if (!answer) return this.counted[what][place] ?? Number.NaN;
    const { measures, size } = this.declared;
    if (place === 0 || (what === "ahead" && answer.least !== Number(this.view["at_least"] ?? size.least))) return Number.NaN;
    const measure = measures.findIndex(({ name }) => name === this.view.measure);
    return answer[what][((place - 1) * answer.decisions + this.decision) * measures.length + measure] ?? Number.NaN;
  }

  /** Which decision is looked at, counted from 0. */
  get decision(): number {
    return this.view.span === "one" ? 0 : this.case.decisions.count - 1;
  }

  get live(): boolean {
    return this.engine !== null;
  }

  /** Be told whenever something is to be drawn anew. */
  onDraw(draw: () => void): () => void {
    this.told.add(draw);
    return () => this.told.delete(draw);
  }

  /** Be told of what a person changes here, not of what is set from outside. */
  onChange(take: (view: View, moving: boolean) => void): void {
    this.changed.add(take);
  }

  /** Change something a person set; `moving` while a dial is held. */
  change(view: View, moving = false): void {
    this.set(retitled(view, this.declared, this.words), moving);
    for (const take of this.changed) take(this.view, moving);
  }

  /** Show another view, whoever asks for it. */
  set(given: Partial<View>, moving = false): void {
    this.view = viewOf(given, this.declared);
    if (!this.view.ways.includes(this.whose)) this.whose = this.view.ways[goalOf(this.view)] ?? "";
    this.held = moving;
    if (this.engine) this.play();
    else this.beforehand();
    this.draw();
  }

  /** Turn a dial; a way that a search found is then no longer what was found, and says so. */
  turn(way: string, dial: string, value: number, moving = false): void {
    const found = way === FOUND ? { found: this.words.say("board-way-found_turned") } : {};
    this.change({ ...turn(this.view, way, dial, value), ...found } as View, moving);
  }

  turnThoseOf(way: string): void {
    this.whose = way;
    this.draw();
  }

  /** Say something about what came from outside, such as a link. */
  tell(trouble: string): void {
    this.trouble = trouble;
    this.draw();
  }

  /** Ask the module for one of its functions; null where this browser cannot run it. */
  async ask(name: string, given: (number | number[])[], out = 0): Promise<Told | null> {
    return this.engine ? this.engine.ask(name, given, out) : null;
  }

  /** Have a question studied about the view as it is now; null where nothing can be played, or when it is given up. */
  async study<N extends StudyName>(name: N, given: (pair: Pair) => AskedOf<N>, going: Going, gone: AbortSignal): Promise<FoundBy<N> | null> {
    const { declared, view, ways, engine } = this;
    const goal = goalOf(view);
    if (!engine || goal === 0) return null;
    const job = jobOf({ ...this.wanted(), case: view.span === "one" ? onlyOne(this.case) : this.case }, declared, 0);
    return engine.study(name, given({ job, start: ways[0]!.dials, goal: ways[goal]!.dials }), going, gone);
  }

  /** Have a small town of the case played under the first way and the goal; null where nothing can be played. */
  async watch(citizens: number, kept: number): Promise<Watched | null> {
    const { declared, engine, ways, view } = this;
    if (!engine) return null;
    const small = smallTown(this.case, citizens);
    const { trusts, shares, town, decisions, sets, campaign } = jobOf({ ...this.wanted(), case: small }, declared, 0);
    const shown = [...new Set([0, goalOf(view)])].map((place) => [...ways[place]!.dials, ...sets[0]!, ...campaign]);
    return engine.watchTown({ trusts, shares, town, decisions, citizens, kept, ways: shown });
  }

  /** Say where the answers lie that were worked out beforehand; one is fetched when it is needed. */
  answersFrom(library: Library): void {
    this.library = library;
    if (this.phase === "beforehand") this.beforehand();
  }

  retry(): void {
    if (this.source) this.start(this.source);
    this.draw();
  }

  close(): void {
    this.engine?.close();
    this.told.clear();
    this.changed.clear();
  }

  private source: Source | null = null;
  private why: Why = "failed";
  private library: Library | null = null;
  private readonly sought = new Set<string>();

  private start(source: Source): void {
    this.source = source;
    this.trouble = "";
    this.engine?.close();
    this.engine = new Engine(source, this.declared, {
      heard: ({ numbers, ahead, above, worse, costs, done }) => {
        if (this.fit && done < 1) return;
        this.shown = this.asked;
        this.numbers = numbers;
        this.counted = { ahead, above };
        this.worse = worse;
        this.assumedCosts = costs;
        this.done = done;
        this.phase = done >= 1 ? "settled" : "rough";
        this.draw();
      },
      stopped: (why) => {
        console.error(`the model stopped: ${why}`);
        this.engine = null;
        if (this.numbers) {
          this.phase = "stopped";
          this.trouble = this.words.say("board-stopped");
        } else {
          this.cannot(FORBIDDEN.test(why) ? "blocked" : "failed");
          for (const take of this.changed) take(this.view, false);
        }
        this.draw();
      },
    });
    this.play();
  }

  private play(): void {
    const { view, ways } = this;
    this.fit = this.phase === "settled" && fits(this.shown, { view, ways });
    this.asked = { ways, view };
    if (this.fit) this.shown = this.asked;
    else this.waitForMore();
    if (this.fit) {
      this.counted = { ahead: [], above: [] };
      this.worse = [];
    }
    this.engine?.play(this.wanted());
  }

  /** What is shown belongs to what was asked before, so it is not settled. */
  private waitForMore(): void {
    this.done = 0;
    if (this.phase === "settled") this.phase = "rough";
  }

  /** What is asked of the engine for the view as it is now. */
  private wanted(): Asked {
    const { view, ways } = this;
    return {
      case: this.case,
      ways,
      over: view.over,
      seed: view.seed,
      decision: this.decision,
      measure: view.measure,
      atLeast: Number(view["at_least"] ?? this.declared.size.least),
      moving: this.held,
    };
  }

  /** Remember why the model does not run here, and show what was worked out before. */
  private cannot(why: Why): void {
    this.why = why;
    this.beforehand();
  }

  /** Show what Python worked out before, where the model does not run. */
  private beforehand(): void {
    if (this.phase === "stopped") return;
    const answer = this.declared.answers?.[this.view.case];
    this.phase = "beforehand";
    this.trouble = [this.why, answer ? "beforehand" : "nothing"].map((key) => this.words.say(`board-cannot_run-${key}`)).join(" ");
    if (!answer) {
      if (!this.doors) this.numbers = null; // those of another case; Python, where it is there, counts these in a moment
      this.seek();
      return;
    }
    const ways = this.titled(answer.ways.map((name, k) => ({ ...named(offered(this.view, this.declared), name), dials: answer.dials[k]! })));
    const view = { ...this.view, ways: answer.ways, over: answer.over };
    this.view = view;
    this.shown = { ways, view };
    this.numbers = answered(answer, this.declared);
    this.assumedCosts = costsOf(answer.costs);
  }

  /** Look for what was worked out for this case, once. */
  private seek(): void {
    const { case: name } = this.view;
    if (!this.library || !Object.hasOwn(this.declared.cases, name) || this.sought.has(name)) return;
    this.sought.add(name);
    void this.library(name).then((found) => {
      if (!found) return;
      this.declared.answers = { ...this.declared.answers, [name]: found };
      if (this.phase !== "beforehand" || this.view.case !== name) return;
      this.beforehand();
      this.draw();
    });
  }

  private draw(): void {
    for (const draw of this.told) draw();
  }
}

/** Leave all decisions but the first out: the later ones cannot change what it comes to. */
function onlyOne(town: Case): Case {
  return { ...town, decisions: { ...town.decisions, count: 1 } };
}

/** Make the town of a case as small as it can be watched. */
function smallTown(town: Case, citizens: number): Case {
  return { ...town, people: { ...town.people, citizens }, less_heard: lessHeard(town, citizens) };
}

/** Say whether numbers played for one view also answer another: only another measure or span is asked for. */
function fits(one: Shown, other: Shown): boolean {
  const played = ({ view, ways }: Shown): string =>
    JSON.stringify([view.case, view["own"], view["survey"], view.over, view.seed, ways.map((way) => [way.name, way.dials])]);
  return played(one) === played(other);
}
