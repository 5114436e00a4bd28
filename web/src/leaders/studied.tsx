// A question the model is asked: a button, how far it is, a way to stop it, and what was found.

import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Board } from "../board/board.ts";
import type { Going } from "../engine/engine.ts";
import { goalOf } from "../view.ts";

export interface Studying<T> {
  found: T | null;
  /** How much is done, from 0 to 1; null while nothing is asked. */
  done: number | null;
  stopped: boolean;
  begin(): void;
  stop(): void;
}

/** What was kept of a page, by a name: what it is about, and what was kept. */
const kept = new WeakMap<Board, Map<string, { about: string; value: unknown }>>();

/** Keep something of a step while other steps are read; it is forgotten when `about`, what it is about, changes. */
export function useKept<T>(board: Board, name: string, about: string, fresh: T): [T, (value: T) => void] {
  const [, drawAgain] = useState(0);
  if (!kept.has(board)) kept.set(board, new Map());
  const all = kept.get(board)!;
  const there = all.get(name);
  const keep = (value: T): void => {
    all.set(name, { about, value });
    drawAgain(Math.random());
  };
  return [there?.about === about ? (there.value as T) : fresh, keep];
}

/** Ask a question when `begin` is called; what was found is there again on coming back, as long as `about` is the same. */
export function useStudy<T>(board: Board, name: string, about: string, ask: (going: Going, gone: AbortSignal) => Promise<T | null>): Studying<T> {
  const [found, keep] = useKept<T | null>(board, name, about, null);
  const [done, setDone] = useState<number | null>(null);
  const [stopped, setStopped] = useState(false);
  const gone = useRef(new AbortController());
  const stop = (): void => gone.current.abort();
  useEffect(() => {
    setStopped(false);
    // What it is about has changed under way, as when the answer of the gate has just come: ask about that instead.
    if (done !== null) begin();
    return stop;
  }, [about]);
  const begin = (): void => {
    const mine = (gone.current = new AbortController());
    setDone(0);
    setStopped(false);
    void ask((share) => gone.current === mine && setDone(share), mine.signal).then((answer) => {
      if (gone.current !== mine) return;
      setDone(null);
      setStopped(mine.signal.aborted);
      if (!mine.signal.aborted) keep(answer);
    });
  };
  return { found, done, stopped, begin, stop };
}

/** What a question about the ways that are compared is about: everything in the view that its answer hangs on. */
export function about(board: Board, ...more: unknown[]): string {
  return aboutCase(board, goalOf(board.view), board.ways.map((way) => way.dials), ...more);
}

/** What a question about the case alone is about, whatever is compared. */
export function aboutCase({ view }: Board, ...more: unknown[]): string {
  return JSON.stringify([view.case, view["own"], view["survey"], view["assumptions"], view.measure, view.span, view.seed, ...more]);
}

interface Given<T> {
  board: Board;
  study: Studying<T>;
  /** The words on the button. */
  go: string;
  /** The answer in sentences, which are read out when they arrive. */
  said: string[];
  children?: ComponentChildren;
}

export function Studied<T>({ board, study, go, said, children }: Given<T>) {
  const { words } = board;
  const { found, done, stopped } = study;
  if (!board.live) return <p>{words.say("study-needs_model")}</p>;
  return (
    <>
      {done === null
        ? !found && <p class="buttons"><button type="button" class="main" onClick={study.begin}>{go}</button></p>
        : (
          <p class="buttons">
            <label class="going">{words.say("job-busy")} <progress max={1} value={done} /></label>
            <button type="button" onClick={study.stop}>{words.say("job-stop")}</button>
          </p>
        )}
      <div role="status" class="found">
        {stopped && <p>{words.say("job-stopped")}</p>}
        {done === null && found && said.map((line, k) => <p key={k} class={k === 0 ? "first" : undefined}>{line}</p>)}
      </div>
      {done === null && found && children}
    </>
  );
}
