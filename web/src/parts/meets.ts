// When does a way become the cheaper one of two? As `BreakEven` in `results/discovery/breaking_even.py` says it.

import type { Board } from "../board/board.ts";
import { chancesBetween } from "../figures.ts";

export type Ends = [low: number, high: number];

export interface Meets {
  /** The chance at which both cost the same. */
  meet: Ends;
  when: "never" | "anyhow" | "once" | "below" | "open";
}

/** Say when a way is cheaper that is so much dearer, where one lost challenge, by the part of its chance that the way spares, comes to so much. */
export function meetsOf([low, high]: Ends, spared: number): Meets {
  const at = (dearer: number): number => (spared === 0 ? Infinity : dearer / spared);
  const meet = [at(low), at(high)].sort((one, other) => one - other) as Ends;
  return { meet, when: whenOf([low, high], spared, meet) };
}

/**
 * Say when, where a chance is written so: what is cheaper only above 100 in 100 is never cheaper, and a range so `wide` of all chances tells
 * nothing, as `when_in_words` has it.
 */
export function whenSaid(when: Meets["when"], chance: string, [low, high]: Ends, wide: number): Meets["when"] | "untold" {
  if (when === "once" && chance === "100") return "never";
  return ["once", "below"].includes(when) && high - low >= wide ? "untold" : when;
}

/** Write from which chance on it is so, and which sentence says it, beside the chance that was entered; as `when_in_words` in Python. */
export function chanceSaid({ words, view, declared }: Pick<Board, "words" | "view" | "declared">, { meet, when }: Meets): { when: ReturnType<typeof whenSaid>; chance: string } {
  const [low, high] = [Math.max(meet[0], 0), Math.min(meet[1], 1)];
  const mine = view["chance"] as number | null;
  const chance = chancesBetween(words, low * 100, high * 100, mine === null ? null : mine * 100);
  return { when: whenSaid(when, chance, [low, high], declared.size.wide), chance };
}

function whenOf([low, high]: Ends, spared: number, meet: Ends): Meets["when"] {
  if (spared > 0) return meet[0] > 1 ? "never" : meet[1] <= 0 ? "anyhow" : "once";
  if (low > 0) return "never";
  if (high <= spared) return "anyhow";
  return spared < 0 ? "below" : "open";
}
