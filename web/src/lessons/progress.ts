// What a learner has done: kept in this browser, and as the file that the full kit reads and writes.

import { nearest } from "../leaders/reading.ts";
import { savedOver, together, type Prompt, type Together, type Written } from "./together.ts";

export interface Kept {
  value: unknown;
  /** When it was last changed, as Python writes it (UTC, to the microsecond). */
  at: string;
}

export type Items = Record<string, Kept>;

/** What was wrong with a file, or with an entry of it: which message says so, and what stands in it. */
export interface Fault {
  key: "large" | "broken" | "foreign" | "newer" | "field" | "items" | "entry" | "name" | "time";
  place?: string;
  found?: string;
  near?: string;
}

const PLACE = "coprod_progress";
/** How a page hears that somebody is back at it. */
const BACK = ["focus", "pageshow", "visibilitychange"];
const BEGINNING = "1970-01-01T00:00:00.000000+00:00";
/** Faults of a file as a whole; nothing of it can be read. */
const WHOLE = ["large", "broken", "foreign", "newer", "items"];
const LONGEST_NAME = 200;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const FIELDS = ["format", "made_with", "items"];

type Table = Record<string, unknown>;

export function isTable(value: unknown): value is Table {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What can be looked up in what is kept. */
export type Reading = Pick<Progress, "get" | "names">;

export class Progress {
  private items: Items = {};
  /** Whether this browser keeps nothing for us, so that what is done lasts only as long as the page. */
  lost = false;
  /** Whether what this browser holds cannot be read, so that it is left as it is. */
  refused = false;
  /** What was deleted on this page, each time; what was there can be put back. */
  private gone: Items[] = [];
  /** How often a text of another page had to go into the journal for one of this page. */
  aside = 0;
  private readonly told = new Set<() => void>();

  constructor(
    private readonly version: string,
    private readonly about: { format: number; most: number; written: Written },
    /** Gives what is said over a text that another page had written where this one has written. */
    private readonly over: Prompt,
  ) {
    this.look();
    const again = (): void => {
      this.look();
      this.tell();
    };
    addEventListener("storage", ({ key }) => (key === PLACE || key === null) && again());
    for (const event of BACK) addEventListener(event, again); // a tab that slept was told of nothing
  }

  onChange(tell: () => void): () => void {
    this.told.add(tell);
    return () => this.told.delete(tell);
  }

  get(name: string): unknown {
    return this.items[name]?.value ?? null;
  }

  /** Give what is kept under a name if it is a table, else an empty one. */
  table(name: string): Table {
    const found = this.get(name);
    return isTable(found) ? found : {};
  }

  names(start: string): string[] {
    return Object.keys(this.items).filter((name) => name.startsWith(start) && this.get(name) !== null).sort();
  }

  at(name: string): string {
    return this.items[name]?.at ?? "";
  }

  put(name: string, value: unknown): void {
    const seen = this.get(name);
    this.look();
    const { items, aside } = savedOver(this.items, name, seen, { value, at: now() }, this.over, this.about.written);
    this.items = items;
    this.aside += Number(aside);
    this.keep();
  }

  /** Keep a value unless there is one, here or by now on another page. */
  putOnce(name: string, value: unknown): void {
    this.look();
    if (this.get(name) === null) this.put(name, value);
  }

  /** Write everything as a file that the full kit opens. */
  file(): string {
    return JSON.stringify({ format: this.about.format, made_with: this.version, items: this.items }, null, 1);
  }

  /** Add what is in a file, entry by entry; the later of two counts, and no text is dropped. What does not fit is named. */
  takeIn(text: string, prompt: Prompt): { taken: number; others: number; faults: Fault[] } {
    const { items, faults } = read(text, this.about);
    this.look();
    const before = this.items;
    const { others } = this.add(items, prompt);
    const taken = Object.keys(items).filter((name) => JSON.stringify(before[name]?.value) !== JSON.stringify(this.items[name]!.value)).length;
    return { taken, others, faults };
  }

  /** Delete everything; it can be put back in case it was a slip. Deleting nothing changes nothing. */
  forget(): void {
    if (Object.keys(this.items).length) this.gone.push(this.items);
    this.items = {};
    this.refused = false;
    this.keep();
  }

  /** Say whether something was deleted that can be put back. */
  get canRestore(): boolean {
    return this.gone.length > 0;
  }

  /** Put back whatever was deleted on this page, however often; no text is dropped. */
  restore(prompt: Prompt): void {
    for (const items of this.gone) this.add(items, prompt);
    this.gone = [];
  }

  private add(items: Items, prompt: Prompt): Together {
    const found = together(this.items, items, now(), prompt, this.about.written);
    this.items = found.items;
    this.keep();
    return found;
  }

  /** Take in what another page of this browser has kept by now; what could not be kept stays beside it. */
  private look(): void {
    try {
      const kept = localStorage.getItem(PLACE);
      const { items, faults } = kept ? read(kept, this.about) : { items: {}, faults: [] };
      this.refused = faults.some(({ key }) => WHOLE.includes(key));
      if (this.refused) this.lost = true;
      else this.items = this.lost ? merged(items, this.items) : items;
    } catch {
      this.lost = true;
    }
  }

  private keep(): void {
    if (this.refused) return this.tell();
    try {
      localStorage.setItem(PLACE, this.file());
      this.lost = false;
    } catch {
      this.lost = true;
    }
    this.tell();
  }

  private tell(): void {
    for (const tell of this.told) tell();
  }
}

/** Write the time as Python does, so that the later of two can be found. */
function now(): string {
  return new Date().toISOString().replace(/Z$/, "000+00:00");
}

/** Put two records together: the last write of each item wins, as in `progress_record.merged`. */
export function merged(one: Items, other: Items): Items {
  const later = Object.entries(other).filter(([name, { at }]) => !one[name] || at >= one[name].at);
  return { ...one, ...Object.fromEntries(later) };
}

/** Read a progress file; what fits is taken, and what does not is named. */
export function read(text: string, about: { format: number; most: number }): { items: Items; faults: Fault[] } {
  const fault = (one: Fault) => ({ items: {}, faults: [one] });
  if (text.length > about.most) return fault({ key: "large", found: String(Math.floor(text.length / 1000)) });
  let table: unknown;
  try {
    table = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return fault({ key: "broken" });
  }
  if (!isTable(table) || !Number.isInteger(table["format"])) return fault({ key: "foreign" });
  const format = table["format"] as number;
  if (format > about.format) return fault({ key: "newer", found: String(format) });
  if (!isTable(table["items"] ?? {})) return fault({ key: "items" });
  const faults = Object.keys(table).filter((name) => !FIELDS.includes(name))
    .map((name): Fault => ({ key: "field", place: name.slice(0, 40), near: nearest(name, FIELDS) }));
  const items: Items = {};
  for (const [name, item] of Object.entries((table["items"] ?? {}) as Table)) {
    const wrong = format === 1 ? null : faultOf(name, item);
    if (wrong) faults.push(wrong);
    else items[name] = format === 1 ? { value: item, at: BEGINNING } : { value: (item as Table)["value"], at: String((item as Table)["at"] ?? BEGINNING) };
  }
  return { items, faults };
}

function faultOf(name: string, item: unknown): Fault | null {
  const place = name.length > 60 ? `${name.slice(0, 60)}...` : name;
  if (name.length > LONGEST_NAME) return { key: "name", place };
  if (!isTable(item) || !("value" in item)) return { key: "entry", place };
  const { at } = item as { at?: unknown };
  if (at !== undefined && !(typeof at === "string" && TIME.test(at)))
    return { key: "time", place, found: JSON.stringify(at).slice(0, 40) };
  return null;
}
