// Draws a town: squares and circles for people, their size and shade for trust, a dark edge for a yes.

import { useMemo } from "preact/hooks";
import type { Board } from "../board/board.ts";
import type { Watched } from "../engine/watching.ts";
import { lessHeard } from "../own.ts";
import { moment } from "./town.tsx";

const SIZE = 400;
const EDGE = 12;
const LEAST = 2.6;
const GROWTH = 3.6;

interface Given {
  board: Board;
  found: Watched;
  seen: number[];
  now: number;
  chosen: number | null;
  said: string;
  choose(person: number): void;
}

export function Town({ board, found, seen, now, chosen, said, choose }: Given) {
  const { words } = board;
  const trust = moment(board, seen, now, "trust");
  const vote = moment(board, seen, now, "vote");
  const places = useMemo(() => placesOf(found), [found]);
  const less = lessHeard(board.case, places.length);
  return (
    <svg class="town" viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={`${words.say("town-picture")} ${said}`}>
      <path class="links" d={useMemo(() => linksOf(found, places), [found])} />
      {places.map(([x, y], k) => {
        const r = LEAST + GROWTH * trust[k]!;
        const shade = { fill: `color-mix(in oklab, var(--way-2) ${Math.round(12 + 88 * trust[k]!)}%, var(--paper))` };
        const kind = `person${vote[k] ? " yes" : ""}${k === chosen ? " chosen" : ""}`;
        return k < less
          ? <rect key={k} class={kind} style={shade} x={x - r} y={y - r} width={2 * r} height={2 * r} onClick={() => choose(k)} />
          : <circle key={k} class={kind} style={shade} cx={x} cy={y} r={r} onClick={() => choose(k)} />;
      })}
      {chosen !== null && <circle class="ring" cx={places[chosen]![0]} cy={places[chosen]![1]} r={13} />}
    </svg>
  );
}

function placesOf(found: Watched): [number, number][] {
  const at = (part: number): number => EDGE + part * (SIZE - 2 * EDGE);
  return Array.from({ length: found.places.length / 2 }, (_, k) => [at(found.places[2 * k]!), at(found.places[2 * k + 1]!)]);
}

function linksOf(found: Watched, places: [number, number][]): string {
  const lines: string[] = [];
  for (let k = 0; k < found.links.length; k += 2) {
    const [one, other] = [places[found.links[k]!]!, places[found.links[k + 1]!]!];
    lines.push(`M${one[0].toFixed(1)} ${one[1].toFixed(1)}L${other[0].toFixed(1)} ${other[1].toFixed(1)}`);
  }
  return lines.join("");
}
