// What every part of a learner's page knows: words, what is kept, the model, and the lesson.

import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { Words } from "../words.ts";
import type { Learning, Lesson } from "./handed.ts";
import type { Model } from "./play.ts";
import type { Progress } from "./progress.ts";

export interface Desk {
  words: Words;
  declared: Learning;
  progress: Progress;
}

/** What parts know that play a run: the model, and the names under which answers and the bet are kept. */
export interface PlayDesk extends Desk {
  model: Model;
  key: string;
  bet: string;
}

export interface LessonDesk extends PlayDesk {
  lesson: Lesson;
}

export const At = createContext<Desk | null>(null);

export function useDesk(): Desk {
  return useContext(At)!;
}

export function usePlay(): PlayDesk {
  return useContext(At) as PlayDesk;
}

export function useLesson(): LessonDesk {
  return useContext(At) as LessonDesk;
}

/** Draw anew whenever something is kept, also by another page of this browser. */
export function useKept(progress: Progress): void {
  const [, count] = useState(0);
  useEffect(() => progress.onChange(() => count((n) => n + 1)), [progress]);
}
