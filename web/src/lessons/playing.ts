// Has a run played when a screen needs it, and tells whether it is there, on its way, or cannot be had.

import { useEffect, useState } from "preact/hooks";
import { usePlay } from "./desk.ts";
import type { Item, Read, Run } from "./handed.ts";
import type { Played } from "./play.ts";

/** Everything that is read off for an item: what it asks, and what is to be seen. */
export function allReads({ question, see }: Item): Read[] {
  return see ? [question.read, see.read] : [question.read];
}

const played = new Map<string, Promise<Played>>();

/** Play a run once for the whole page; the same run and seed give the same numbers. */
export function usePlayed(run: Run | null, seed: number, reads: Read[], wanted: boolean): Played | null {
  const { model } = usePlay();
  const [found, setFound] = useState<Played | null>(null);
  useEffect(() => {
    if (!wanted || !run || !model.runs) return undefined;
    let current = true;
    const key = JSON.stringify([run.case.name, run.ways, reads, seed]);
    const waiting = played.get(key) ?? model.play(run, seed, reads);
    played.set(key, waiting);
    void waiting.then((one) => current && setFound(one));
    return () => {
      current = false;
    };
  }, [run, seed, wanted, model]);
  return found;
}

/** Work something out that the module decides, and draw when it is there. */
export function useWorked<T>(work: (() => Promise<T>) | null, when: unknown[]): T | null {
  const [found, setFound] = useState<T | null>(null);
  useEffect(() => {
    let current = true;
    setFound(null);
    if (work) void work().then((one) => current && setFound(one));
    return () => {
      current = false;
    };
  }, when);
  return found;
}
