// Keeps a worker at work: hands it the newest job, shows nothing stale, and starts it afresh when it dies.

import type { Declared } from "../declared.ts";
import { jobOf, type Asked, type Job, type Reply, type Start, type Told } from "./job.ts";
import type { ReadAsked, ReadOff } from "./reading.ts";
import type { Answered } from "./study.ts";
import type { AskedOf, FoundBy, StudyName } from "./studies.ts";
import type { WatchAsked, Watched } from "./watching.ts";
import { Numbers, Runs } from "./numbers.ts";

/** Where the worker's script and the module come from: files of a web space, or text inside the page. */
export interface Source {
  worker(): Worker;
  wasm: string | ArrayBuffer;
}

export interface Heard {
  numbers: Numbers;
  ahead: number[];
  above: number[];
  worse: number[][];
  costs: Cost[];
  done: number;
}

/** What one decision takes. */
export interface Cost {
  staffHours: number;
  hoursEach: number;
  weeks: number;
}

/** Read costs from a row of three for each way. */
export function costsOf(row: ArrayLike<number>): Cost[] {
  return Array.from({ length: row.length / 3 }, (_, k) => ({
    staffHours: row[k * 3]!, hoursEach: row[k * 3 + 1]!, weeks: row[k * 3 + 2]!,
  }));
}

export interface Listener {
  heard(found: Heard): void;
  /** The engine could not be kept going; what happened, for those who look. */
  stopped(why: string): void;
}

/** How long an answer, or a sign of life, may take before the worker is taken for dead [ms]. */
const PATIENCE = 12_000;
const SIGN_OF_LIFE = 3_000;
/** How often in a row it is started afresh. */
const TRIES = 3;

/** Is told how much of a study is done, from 0 to 1. */
export type Going = (done: number) => void;

interface Request {
  message: object;
  tell(answer: unknown): void;
  going: Going | undefined;
}

export class Engine {
  private worker: Worker | null = null;
  private job: Job | null = null;
  private done = true;
  private tries = 0;
  private readonly requests = new Map<number, Request>();
  private asks = 0;
  private watch: ReturnType<typeof setTimeout> | undefined;
  private readonly gone = new AbortController();

  constructor(
    private readonly source: Source,
    private readonly declared: Declared,
    private readonly listener: Listener,
  ) {
    const awake = (): void => {
      if (document.visibilityState === "visible") this.isAlive();
    };
    document.addEventListener("visibilitychange", awake, { signal: this.gone.signal });
    window.addEventListener("pageshow", awake, { signal: this.gone.signal });
    this.begin();
  }

  /** Ask for numbers; whatever was asked before is dropped. */
  play(asked: Asked): void {
    this.job = jobOf(asked, this.declared, (this.job?.id ?? 0) + 1);
    this.done = false;
    this.send();
  }

  /** Call one of the module's functions. */
  ask(name: string, given: (number | number[])[], out = 0): Promise<Told> {
    return this.request((id) => ({ ask: { id, name, given, out } }));
  }

  /** Have a question studied; `going` is told how much is done, and null comes when it is given up. */
  study<N extends StudyName>(name: N, given: AskedOf<N>, going: Going, gone: AbortSignal): Promise<FoundBy<N> | null> {
    const asked = this.request<FoundBy<N> | null>((id) => ({ study: { id, name, given } }), going);
    const id = this.asks;
    gone.addEventListener("abort", () => {
      if (!this.requests.has(id)) return;
      this.worker?.postMessage({ stop: id });
      this.tell(id, null);
    });
    return asked;
  }

  /** Have a lesson's run played and numbers read off it. */
  read(asked: Omit<ReadAsked, "id">): Promise<ReadOff> {
    return this.request((id) => ({ read: { ...asked, id } }));
  }

  /** Have one small town played, citizen by citizen. */
  watchTown(asked: Omit<WatchAsked, "id">): Promise<Watched> {
    return this.request((id) => ({ watch: { ...asked, id } }));
  }

  /** Ask something of the worker; the answer comes, also when the worker dies in between. */
  private request<T>(messageOf: (id: number) => object, going?: Going): Promise<T> {
    const id = ++this.asks;
    const message = messageOf(id);
    this.worker?.postMessage(message);
    return new Promise<T>((tell) => this.requests.set(id, { message, tell: tell as (answer: unknown) => void, going }));
  }

  private tell(id: number, answer: unknown): void {
    this.requests.get(id)?.tell(answer);
    this.requests.delete(id);
  }

  close(): void {
    this.gone.abort();
    clearTimeout(this.watch);
    this.worker?.terminate();
    this.worker = null;
  }

  private begin(): void {
    const { declared, source } = this;
    try {
      this.worker = source.worker();
    } catch (problem) {
      this.listener.stopped(String(problem));
      return;
    }
    this.worker.onmessage = ({ data }) => this.take(data);
    this.worker.onerror = (event) => this.again(event.message);
    const start: Start = {
      wasm: source.wasm,
      trusts: declared.trusts,
      groups: declared.groups.length,
      measures: declared.measures.length,
      sums: declared.sums,
      luck: declared.size.luck,
    };
    this.worker.postMessage({ start });
    for (const { message } of this.requests.values()) this.worker.postMessage(message);
  }

  private send(): void {
    if (!this.job || !this.worker) return;
    this.worker.postMessage({ job: this.job });
    this.expect(PATIENCE);
  }

  private expect(patience: number): void {
    clearTimeout(this.watch);
    this.watch = setTimeout(() => this.again("no answer"), patience);
  }

  private take(data: Reply | { failed: string } | { pong: number } | { told: Answered } | { going: { id: number; done: number } }): void {
    if ("told" in data) this.tell(data.told.id, data.told);
    else if ("going" in data) this.requests.get(data.going.id)?.going?.(data.going.done);
    else if ("pong" in data) {
      if (this.done) clearTimeout(this.watch);
      else this.expect(PATIENCE);
    } else if ("failed" in data) this.again(data.failed);
    else if (this.job && data.id === this.job.id) this.hear(data, this.job);
  }

  private hear(reply: Reply, job: Job): void {
    this.tries = 0;
    this.done = reply.done >= 1;
    if (this.done) clearTimeout(this.watch);
    else this.expect(PATIENCE);
    const { groups, measures } = this.declared;
    const shape = { ways: job.ways.length, decisions: job.decisions, groups: groups.length, measures: measures.length };
    const [runs, seen] = ([["took", reply.took], ["seen", reply.seen]] as const).map(([which, one]) =>
      new Runs(shape, one, one.length / (shape.ways * shape.decisions), reply.assumed, job[which][0]));
    const numbers = new Numbers(shape, reply.ranges, reply.differences, reply.sides, this.declared, runs, seen);
    this.listener.heard({ numbers, ahead: reply.ahead, above: reply.above, worse: reply.worse, costs: costsOf(reply.costs), done: reply.done });
  }

  /** Ask for a sign of life, after the tab was asleep; without one, start afresh. */
  private isAlive(): void {
    if (!this.worker) return;
    this.worker.postMessage({ ping: 1 });
    this.expect(SIGN_OF_LIFE);
  }

  private again(why: string): void {
    clearTimeout(this.watch);
    this.worker?.terminate();
    this.worker = null;
    if (++this.tries > TRIES) {
      this.listener.stopped(why);
      return;
    }
    this.begin();
    if (!this.done) this.send();
  }
}
