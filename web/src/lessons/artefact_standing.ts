// How far something is that a learner makes: what is empty, which marks count, and what is said of them (`artefact_standing.py`).

import type { Make } from "./handed.ts";
import { fullWords } from "./marking.ts";
import { isTable } from "./progress.ts";

type Say = (key: string, args?: Record<string, string | number>) => string;
type Asked = Pick<Make, "boxes" | "criteria">;
type Criterion = Make["criteria"][number];
export type Who = "mine" | "peer";

/** What a learner has made for a decision of their own. */
export interface Work {
  boxes: Record<string, string>;
  mine: Record<string, string>;
  peer: Record<string, string>;
  said: string;
}

export const LEVELS = ["2", "1", "0"];
export const THERE = LEVELS[0]!;
const NOT_THERE = LEVELS.at(-1)!;
/** Standings that no single box or criterion is the cause of; they stand beside the mark given last. */
const OF_THE_WHOLE = ["written", "marked"];

/** Give what was made so far, as `artefact.made` does. */
export function workOf(kept: Record<string, unknown>): Work {
  const table = (name: string) => (isTable(kept[name]) ? kept[name] : {}) as Record<string, string>;
  return { boxes: table("boxes"), mine: table("mine"), peer: table("peer"), said: String(kept["said"] ?? "") };
}

/** List the boxes that are empty, or nearly so. */
export function thin({ boxes }: Asked, work: Work): Make["boxes"] {
  return boxes.filter(({ id, least }) => fullWords(work.boxes[id] ?? "") < least);
}

/** List the empty boxes for which a criterion cannot have a mark: where all are empty, nothing of it is there, not even partly. */
export function bare(make: Asked, work: Work, { boxes, every }: Criterion, mark: string): Make["boxes"] {
  const empty = thin(make, work).filter(({ id }) => boxes.includes(id));
  if (!LEVELS.includes(mark) || mark === NOT_THERE) return [];
  return empty.length === boxes.length || (every && mark === THERE) ? empty : [];
}

/** Give the marks of one person that count: nothing is there, or partly, while its boxes are empty. */
export function countedMarks(make: Asked, work: Work, who: Who): Record<string, string> {
  const counts = make.criteria.filter((one) => {
    const mark = work[who][one.id] ?? "";
    return LEVELS.includes(mark) && !bare(make, work, one, mark).length;
  });
  return Object.fromEntries(counts.map(({ id }) => [id, work[who][id]!]));
}

/** Say how far it is: nothing, begun, written, sent back (what must be there is not), or marked. */
export function standing(make: Asked, work: Work): string {
  if (thin(make, work).length) return Object.values(work.boxes).some((text) => text?.trim()) ? "begun" : "nothing";
  const given = countedMarks(make, work, Object.values(work.peer).some(Boolean) ? "peer" : "mine");
  if (make.criteria.some(({ id }) => !(id in given))) return "written";
  return given[make.criteria.find(({ must }) => must)!.id] === THERE ? "marked" : "back";
}

/** Say how far it is, and which boxes or parts are still missing; a peer is not told of the maker's marks. */
export function standingSaid(make: Asked, work: Work, say: Say, who: Who = "mine"): string {
  const amiss = standing(make, work) === "marked" ? lacking(make, work, who) : [];
  if (amiss.length) return say("learner-made-is_lacking", { parts: amiss.map(({ name }) => name).join(" ") });
  return say(`learner-made-is_${standing(make, work)}`, { boxes: labels(thin(make, work)) });
}

/** List what is marked as not there, or only partly, by whose marks count. */
function lacking(make: Asked, work: Work, who: Who): Make["criteria"] {
  const byPeer = Object.values(work.peer).some(Boolean);
  if (who === "peer" && !byPeer) return [];
  const given = countedMarks(make, work, byPeer ? "peer" : "mine");
  return make.criteria.filter(({ id }) => LEVELS.slice(1).includes(given[id] ?? ""));
}

/** List the criteria on which maker and peer lie two apart. */
export function apart(make: Asked, work: Work): Make["criteria"] {
  const [mine, peer] = [countedMarks(make, work, "mine"), countedMarks(make, work, "peer")];
  return make.criteria.filter(({ id }) => [mine[id], peer[id]].sort().join() === "0,2");
}

/** Say at a criterion what comes of its own mark, also of one that was `tried` and not taken; what another one causes stands at that one. */
export function markSaid(make: Asked, work: Work, who: Who, one: Criterion, say: Say, tried = ""): string[] {
  const lines: string[] = [];
  for (const mark of new Set([tried, work[who][one.id] ?? ""])) {
    const empty = bare(make, work, one, mark);
    if (empty.length) lines.push(say("learner-made-bare", { count: empty.length, boxes: labels(empty), level: say(`learner-made-level_${mark}`) }));
  }
  if (one.must && LEVELS.slice(1).includes(countedMarks(make, work, who)[one.id] ?? "")) lines.push(say("learner-made-must_here"));
  // A gap between the two marks would tell a peer the maker's own.
  if (who === "mine" && apart(make, work).includes(one)) lines.push(say("learner-made-apart_here"));
  if (tried && !lines.length && OF_THE_WHOLE.includes(standing(make, work))) lines.push(standingSaid(make, work, say, who));
  return lines;
}

function labels(boxes: Make["boxes"]): string {
  return boxes.map(({ label }) => label).join(" ");
}
