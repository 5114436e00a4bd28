// Everything a learner has written, as one page or as plain text: the very page that `learning/portfolio.py` writes.

import type { Learning, Make } from "./handed.ts";
import { countedMarks, standingSaid, workOf } from "./artefact_standing.ts";
import { isTable, type Reading } from "./progress.ts";

type Say = (key: string, args?: Record<string, string | number>) => string;
type About = Pick<Learning, "portfolio" | "makes" | "decision">;

/** One part of the page: a heading, questions with what was written to them, and a table of marks. */
interface Chapter {
  title: string;
  pairs: [asked: string, written: string][];
  heads: string[];
  rows: string[][];
  end: string;
}

const MARKERS = ["mine", "peer"] as const;

/** Gather everything that was written, in the order of the lessons; nothing is cut. */
function chapters(about: About, kept: Reading, say: Say): Chapter[] {
  const own = textIn(kept.get(about.decision.name), ["text"]);
  const first = own ? [chapter(say("learner-made-decision"), [["", own]])] : [];
  return [...first, ...made(about, kept, say), ...together([...elsewhere(about, kept, say), ...journal(about, kept)])];
}

function chapter(title: string, pairs: Chapter["pairs"]): Chapter {
  return { title, pairs, heads: [], rows: [], end: "" };
}

function made({ makes }: About, kept: Reading, say: Say): Chapter[] {
  return Object.values(makes).flatMap((make) => {
    const found = kept.get(make.key);
    const work = workOf(isTable(found) ? found : {});
    return work.said || Object.values(work.boxes).some(Boolean) ? [onPage(make, work, say)] : [];
  });
}

function onPage(make: Make, work: ReturnType<typeof workOf>, say: Say): Chapter {
  const { title, boxes, criteria } = make;
  const pairs = boxes.map(({ id, label }): [string, string] => [label, work.boxes[id] || say("learner-made-empty")]);
  if (work.said) pairs.push([say("learner-made-said"), work.said]);
  const level = (mark?: string): string => say(mark ? `learner-made-level_${mark}` : "learner-made-unmarked");
  const given = MARKERS.map((who) => countedMarks(make, work, who));
  const marked = MARKERS.some((who) => Object.keys(work[who]).length);
  return {
    title, pairs,
    heads: [say("learner-made-criterion"), ...MARKERS.map((who) => say(`learner-made-by_${who}`))],
    rows: marked ? criteria.map(({ id, name }) => [name, ...given.map((mark) => level(mark[id]))]) : [],
    end: standingSaid(make, work, say),
  };
}

/** Put what has one title under one heading. */
function together(found: Chapter[]): Chapter[] {
  const titles = [...new Set(found.map(({ title }) => title))];
  return titles.map((name) => chapter(name, found.filter(({ title }) => title === name).flatMap(({ pairs }) => pairs)));
}

function elsewhere({ portfolio: { places } }: About, kept: Reading, say: Say): Chapter[] {
  const found: Chapter[] = [];
  for (const { title, asked, name, path, says, came } of places) {
    const text = Object.keys(says).length ? betSaid(kept.get(name), bet(foundIn(kept.get(name), path), says, say), came, say) : textIn(kept.get(name), path);
    if (!text) continue;
    if (found[found.length - 1]?.title === title) found[found.length - 1]!.pairs.push([asked, text]);
    else found.push(chapter(title, [[asked, text]]));
  }
  return found;
}

function journal({ portfolio: { journal: start, titles }, decision }: About, kept: Reading): Chapter[] {
  return kept.names(start).flatMap((name) => {
    const text = textIn(kept.get(name), ["text"]);
    const where = name.slice(start.length).split("/")[0]!;
    return text && name !== decision.name ? [chapter(titles[where] ?? where, [[textIn(kept.get(name), ["prompt"]), text]])] : [];
  });
}

/** Say that it is a bet, how sure it was, and, once it stands, what the models say. */
function betSaid(kept: unknown, lines: string[], came: string, say: Say): string {
  if (!lines.length || !isTable(kept)) return "";
  const { sure, seed } = kept;
  const told = typeof sure === "number" ? [say("learner-bet-mine_sure", { sure: String(sure) })] : [];
  return [...lines, ...told, ...(seed && came ? [say("learner-bet-came", { came })] : [])].join("\n");
}

/** Give the words of the answer that was bet, or of an order with each of its places on a line. */
function bet(answer: unknown, says: Record<string, string>, say: Say): string[] {
  const { choice, order } = isTable(answer) ? answer : {};
  const chosen = says[String(choice ?? "")];
  if (chosen) return [say("learner-bet-mine", { answer: chosen })];
  const ranked = (Array.isArray(order) ? order : []).map((one, k) => [k + 1, says[String(one)]]);
  const lines = ranked.filter(([, words]) => words).map(([place, words]) => `${place}. ${words}`);
  return lines.length ? [say("learner-bet-mine_order"), ...lines] : [];
}

function textIn(kept: unknown, path: string[]): string {
  const found = foundIn(kept, path);
  return found ? String(found) : "";
}

function foundIn(kept: unknown, path: string[]): unknown {
  return path.reduce<unknown>((one, name) => (isTable(one) ? one[name] : null), kept);
}

/** Write it as plain text. */
export function plain(about: About, kept: Reading, say: Say, day = new Date()): string {
  const lines = [say("learner-made-all"), "", ...linesSaved(about, kept, say, day)];
  for (const { title, pairs, heads, rows, end } of chapters(about, kept, say)) {
    lines.push("", "", title.toUpperCase());
    for (const [asked, written] of pairs) lines.push("", ...(asked ? [asked] : []), written);
    for (const [criterion, ...marks] of rows) lines.push("", criterion!, ...marks.map((mark, k) => `  ${heads[k + 1]}: ${mark}`));
    if (end) lines.push("", end);
  }
  return `${lines.join("\n")}\n`;
}

/** Write it as a page without script or network; everything in it is escaped. */
export function page(about: About, kept: Reading, say: Say, day = new Date()): string {
  const found = chapters(about, kept, say);
  const body = found.length ? found.map(set).join("") : element("p", say("learner-journal-none"));
  return sheet(about, say("learner-made-all"), saved(about, kept, say, day) + body);
}

/** Write one thing that was made as a page to give to others: no marks, comments, reasons or records. */
export function handed(about: About, make: Make, kept: Reading, say: Say, day = new Date()): string {
  const told = forOthers(make, kept);
  const body = told.map(([head, text]) => element("h2", head) + paragraphs(text || say("learner-made-not_filled"))).join("");
  const empty = told.some(([, text]) => text) ? "" : element("p", say("learner-made-empty"));
  const decision = textIn(kept.get(about.decision.name), ["text"]).trim();
  const top = decision ? paragraphs(say("learner-made-about", { decision })) : "";
  return sheet(about, make.title, saved(about, kept, say, day) + top + empty + body + (make.signed ? signatures(about, say) : ""));
}

/** List what stands on the page for others: each heading, and what was written under it. */
export function forOthers(make: Make, kept: Pick<Reading, "get">): [head: string, text: string][] {
  const found = kept.get(make.key);
  const { boxes } = workOf(isTable(found) ? found : {});
  const told = make.boxes.filter(({ record }) => !record).map(({ id, head }): [string, string] => [head, (boxes[id] ?? "").trim()]);
  return make.place_head ? [...told, [make.place_head, textIn(kept.get(make.place), ["text"]).trim()]] : told;
}

function saved(about: About, kept: Reading, say: Say, day: Date): string {
  return linesSaved(about, kept, say, day).map((line) => element("p", line)).join("");
}

/** Say who wrote a page and when it was saved; a name that was not given can be filled in by hand. */
function linesSaved({ portfolio: { writer, blank, months } }: About, kept: Reading, say: Say, day: Date): string[] {
  const name = String(kept.get(writer) ?? "").trim() || blank;
  const now = `${day.getDate()} ${months[day.getMonth()]} ${day.getFullYear()}`;
  return [say("learner-made-writer", { name }), say("learner-made-saved_on", { day: now })];
}

/** Set places for all who sign: name, for whom, day and signature. */
function signatures({ portfolio: { signing } }: About, say: Say): string {
  const title = say("learner-made-signed");
  const heads = ["name", "whom", "day", "hand"].map((one) => say(`learner-made-signed_${one}`));
  return element("h2", title) + table(heads, Array.from({ length: signing }, () => heads.map(() => "")), title);
}

function sheet(about: About, name: string, body: string): string {
  const title = escaped(name);
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${title}</title>` +
    `<style>${about.portfolio.style}</style></head><body><main><h1>${title}</h1>${body}</main></body></html>\n`;
}

function set({ title, pairs, heads, rows, end }: Chapter): string {
  const said = pairs.map(([asked, written]) => (asked ? element("h3", asked) : "") + paragraphs(written)).join("");
  return element("h2", title) + said + (rows.length ? table(heads, rows, title) : "") + (end ? element("p", end) : "");
}

function table(heads: string[], rows: string[][], name: string): string {
  const head = heads.map((one) => `<th scope="col">${escaped(one)}</th>`).join("");
  const body = rows.map(([first, ...rest]) => `<tr><th scope="row">${escaped(first!)}</th>${rest.map((one) => element("td", one)).join("")}</tr>`).join("");
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escaped(name)}">` +
    `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

/** Where Python's `splitlines` ends a line. */
export const LINES = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/;

function paragraphs(text: string): string {
  return text.split(LINES).map((line) => line.trim()).filter(Boolean).map((line) => element("p", line)).join("");
}

function element(name: string, inside: string): string {
  return `<${name}>${escaped(inside)}</${name}>`;
}

const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign]!);
}
