// When does a way become the cheaper one of two? As `BreakEven` in `results/discovery/breaking_even.py` says it.

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

/** Give the chances that there can be of a range of them: 0 to 1. */
export function withinAll([low, high]: Ends): Ends {
  return [Math.max(low, 0), Math.min(high, 1)];
}

function whenOf([low, high]: Ends, spared: number, meet: Ends): Meets["when"] {
  if (spared > 0) return meet[0] > 1 ? "never" : meet[1] <= 0 ? "anyhow" : "once";
  if (low > 0) return "never";
  if (high <= spared) return "anyhow";
  return spared < 0 ? "below" : "open";
}
