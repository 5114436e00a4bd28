// Runs in a worker: plays jobs batch by batch, answers as it goes, and drops a job when a newer one comes.

import { LANES, type Ask, type Job, type Reply, type Start, type Told } from "./job.ts";
import { Module, type Row } from "./module.ts";
import { readOff, type ReadAsked, type ReadOff } from "./reading.ts";
import { studyOf, type Studied, type StudyAsked } from "./studies.ts";
import { Plays } from "./study.ts";
import { watched, type WatchAsked, type Watched } from "./watching.ts";

const PARTS = 5;
/** Staff hours, hours of each participant, weeks. */
const COST = 3;
/** How many ways are remembered as they were played; each takes about a megabyte. */
const REMEMBERED = 12;
/** After how many batches the numbers are sent: soon at first, then as they get surer. */
const SENT_AFTER = [1, 13, 24];

interface Scope {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: unknown, give?: Transferable[]): void;
}
const scope = self as unknown as Scope;
let newest = 0;
let player: Promise<Player>;

class Player {
  private readonly trusts: Row[];
  /** Where luck stays from play to play: whoever turns a dial meets the same people again. */
  private readonly luck: Row;
  private readonly memory = new Map<string, Float64Array[]>();

  constructor(
    private readonly module: Module,
    private readonly start: Start,
  ) {
    this.trusts = start.trusts.map((table) => module.put(table));
    this.luck = module.unused(start.luck);
  }

  /** Play a job; `going` says whether it is still wanted, asked between two batches. */
  async play(job: Job, going: () => Promise<boolean>, send: (reply: Reply) => void): Promise<void> {
    const { module } = this;
    const before = module.call("mark");
    try {
      await this.batches(job, going, send);
    } finally {
      module.call("release", before);
    }
  }

  private async batches(job: Job, going: () => Promise<boolean>, send: (reply: Reply) => void): Promise<void> {
    const { module } = this;
    const columns = job.decisions * this.start.groups * this.start.measures;
    const size = job.ways.length * columns * LANES;
    const assumed = Math.ceil(job.runs / LANES);
    const all = assumed + job.sets.length - 1;
    const values = module.row(all * size);
    const town = module.put(job.town);
    const trusts = this.trustsOf(job);
    for (let batch = 0; batch < all; batch++) {
      const set = batch < assumed ? 0 : batch - assumed + 1;
      const first = batch < assumed ? batch * LANES : set * LANES;
      const into = module.part(values, batch * size, size);
      module.within(() => this.batch(job, town, trusts, batch, job.sets[set]!, first, into));
      if (SENT_AFTER.includes(batch + 1) || batch + 1 === all) {
        send(module.within(() => this.summedUp(job, values, batch + 1, assumed, columns, all)));
      }
      if (batch === 0 && job.moving) await pause(REST);
      if (!(await going())) return;
    }
  }

  studied(asked: StudyAsked): Studied {
    return studyOf(new Plays(this.module, this.start, this.luck, (place) => this.trustsOf(place)), asked);
  }

  read(asked: ReadAsked): ReadOff {
    return this.module.within(() => readOff(this.module, this.start, this.trustsOf(asked), this.luck, asked));
  }

  watch(asked: WatchAsked): Watched {
    return this.module.within(() => watched(this.module, this.trustsOf(asked), asked));
  }

  /** Put both groups' tables of first trust side by side; those of a survey's answers are made here. */
  private trustsOf(job: Pick<Job, "trusts" | "shares">): Row {
    const { module } = this;
    if (!job.shares) return module.put(job.trusts.flatMap((k) => [...module.view(this.trusts[k]!)]));
    const tables = job.shares.map((shares) => {
      const table = module.row(this.start.trusts[0]!.length);
      module.call("fill_trust_table", module.put(shares), table);
      return [...module.view(table)];
    });
    return module.put(tables.flat());
  }

  /** Play those ways of a batch that were not played before, and put all of them in their places. */
  private batch(job: Job, town: Row, trusts: Row, batch: number, set: number[], first: number, values: Row): void {
    const { module, start } = this;
    const kept = job.ways.map((dials) => this.kept(job.world, dials));
    const missing = kept.flatMap((way, k) => (way[batch] ? [] : [k]));
    const size = values.length / job.ways.length;
    if (missing.length > 0) {
      const ways = module.put(missing.flatMap((k) => [...job.ways[k]!, ...set, ...job.campaign]));
      const sums = module.row(job.decisions * missing.length * 2 * start.sums * LANES);
      const found = module.row(missing.length * size);
      module.call("play", town, trusts, ways, first, this.luck, sums);
      module.call("measure", town, ways, sums, found);
      missing.forEach((k, place) => (kept[k]![batch] = module.view(module.part(found, place * size, size)).slice()));
    }
    const into = module.view(values);
    kept.forEach((way, k) => into.set(way[batch]!, k * size));
  }

  /** Give what was played of a way, batch by batch: one that stays as it is need not be played again. */
  private kept(world: string, dials: number[]): Float64Array[] {
    const key = `${world} ${dials.join(" ")}`;
    const found = this.memory.get(key) ?? [];
    this.memory.delete(key);
    this.memory.set(key, found); // the newest last
    for (const oldest of this.memory.keys()) if (this.memory.size > REMEMBERED) this.memory.delete(oldest);
    return found;
  }

  private summedUp(job: Job, values: Row, batches: number, assumed: number, columns: number, all: number): Reply {
    const { module } = this;
    const ways = job.ways.length;
    const counted = Math.min(batches, assumed);
    const runs = Math.min(job.runs, counted * LANES);
    const ranges = module.row(ways * columns * PARTS);
    const differences = module.row(Math.max(ways - 1, 0) * columns * PARTS);
    const size = ways * columns * LANES;
    const assumedRuns = module.part(values, 0, counted * size);
    const otherRuns = module.part(values, counted * size, (batches - counted) * size);
    module.call("ranges_of_runs", assumedRuns, otherRuns, ways * columns, runs, ranges);
    if (ways > 1) module.call("ranges_of_gains", assumedRuns, otherRuns, ways, runs, differences);
    const gains = module.row(Math.max(counted, batches - counted) * LANES);
    const over = (way: number, column: number): Row => {
      module.call("gains_over", assumedRuns, otherRuns, ways, columns, runs, way, column, gains);
      return gains;
    };
    const sides = this.sides(differences, columns, over);
    const [column, times, least] = job.ahead;
    const apart = module.view(differences).slice();
    const others = job.ways.map((_, way) => way).slice(1);
    const ahead = others.map((way) => module.call("share_of", over(way, column), times, least));
    const worse = others.map((way) => job.worse.map(([of, sign, from]) => module.call("share_of", over(way, of), sign, from)));
    const alone = batches <= counted;
    const above = others.map((way) => alone ? Number.NaN : module.call("sets_below", apart[((way - 1) * columns + column) * PARTS]!, times, over(way, column)));
    return {
      id: job.id,
      ranges: module.view(ranges).slice(),
      differences: module.view(differences).slice(),
      sides,
      ahead: [Number.NaN, ...ahead],
      above: [Number.NaN, ...above],
      worse,
      costs: this.costs(job),
      took: this.inRuns(job, job.took, values, batches, columns),
      seen: this.inRuns(job, job.seen, values, batches, columns),
      assumed: counted * LANES,
      done: batches / all,
    };
  }

  /** Put one number of every run in a row, way by way and decision by decision. */
  private inRuns({ ways, decisions }: Job, [column, apart]: Job["took"], values: Row, batches: number, columns: number): Float64Array {
    const there = this.module.view(values);
    const found = new Float64Array(ways.length * decisions * batches * LANES);
    for (let line = 0; line < ways.length * decisions; line++)
      for (let batch = 0; batch < batches; batch++) {
        const [way, decision] = [Math.floor(line / decisions), line % decisions];
        const at = ((batch * ways.length + way) * columns + column + decision * apart) * LANES;
        found.set(there.subarray(at, at + LANES), (line * batches + batch) * LANES);
      }
    return found;
  }

  /** Let the module decide for each difference whether it is clear, and on which side most results lie. */
  private sides(differences: Row, columns: number, over: (way: number, column: number) => Row): Float64Array {
    const { module } = this;
    const ends = module.view(differences).slice();
    return Float64Array.from({ length: ends.length / PARTS }, (_, k) =>
      module.call("lean_of", ends[k * PARTS + 3]! * 100, ends[k * PARTS + 4]! * 100, over(Math.floor(k / columns) + 1, k % columns)));
  }

  /** Call one of the module's functions on plain numbers; rows go in, and the last row comes out. */
  ask({ id, name, given, out }: Ask): Told {
    const { module } = this;
    return module.within(() => {
      const rows = given.map((one) => (typeof one === "number" ? one : module.put(one)));
      const last = out ? module.row(out) : null;
      const found = module.call(name, ...rows, ...(last ? [last] : []));
      return { id, found, out: last ? [...module.view(last)] : [] };
    });
  }

  private costs(job: Job): Float64Array {
    const { module } = this;
    const found = module.row(job.ways.length * COST);
    job.ways.forEach((dials, k) => module.call("cost", module.put(dials), module.part(found, k * COST, COST)));
    return module.view(found).slice();
  }
}

/** How long a held dial may rest before the rest is worked out [ms]. */
const REST = 80;
let wake = (): void => {};
const pause = (time: number): Promise<void> =>
  new Promise((go) => {
    wake = go;
    setTimeout(go, time);
  });

async function begin(start: Start): Promise<Player> {
  const bytes = typeof start.wasm === "string" ? await fetched(start.wasm) : start.wasm;
  return new Player(await Module.from(bytes), start);
}

async function fetched(address: string): Promise<ArrayBuffer> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.arrayBuffer();
}

/** Let a newer message in, without the wait that a timer has. */
const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();
const breath = (): Promise<void> =>
  new Promise((go) => {
    waiting.push(go);
    channel.port2.postMessage(0);
  });

/** One job at a time: they share the module's memory, which is given back in the order it was taken. */
let turn: Promise<void> = Promise.resolve();

function take(job: Job): void {
  newest = job.id;
  wake();
  turn = turn.then(() => play(job));
}

async function play(job: Job): Promise<void> {
  const wanted = async (): Promise<boolean> => {
    await breath();
    return newest === job.id;
  };
  try {
    const ready = await player;
    if (newest !== job.id) return;
    await ready.play(job, wanted, (reply) =>
      scope.postMessage(reply, [reply.ranges.buffer, reply.differences.buffer]),
    );
  } catch (problem) {
    scope.postMessage({ failed: String(problem), id: job.id });
  }
}

async function answer(work: (ready: Player) => Told | Watched | ReadOff): Promise<void> {
  try {
    scope.postMessage({ told: work(await player) });
  } catch (problem) {
    scope.postMessage({ failed: String(problem), id: 0 });
  }
}

const stopped = new Set<number>();

/** Go through a study step by step, until it is done or no longer wanted. */
async function study(asked: StudyAsked): Promise<void> {
  try {
    const steps = (await player).studied(asked);
    for (let step = steps.next(); !stopped.delete(asked.id); step = steps.next()) {
      if (step.done) return scope.postMessage({ told: { ...step.value, id: asked.id } });
      scope.postMessage({ going: { id: asked.id, done: step.value } });
      await breath();
    }
  } catch (problem) {
    scope.postMessage({ failed: String(problem), id: 0 });
  }
}

type Message = { start: Start } | { job: Job } | { ask: Ask } | { read: ReadAsked } | { study: StudyAsked } | { stop: number } | { watch: WatchAsked } | { ping: number };

scope.onmessage = ({ data }: MessageEvent<Message>) => {
  if ("start" in data) player = begin(data.start);
  else if ("job" in data) take(data.job);
  else if ("ask" in data) void answer((ready) => ready.ask(data.ask));
  else if ("watch" in data) void answer((ready) => ready.watch(data.watch));
  else if ("read" in data) void answer((ready) => ready.read(data.read));
  else if ("study" in data) void study(data.study);
  else if ("stop" in data) stopped.add(data.stop);
  else scope.postMessage({ pong: data.ping });
};
