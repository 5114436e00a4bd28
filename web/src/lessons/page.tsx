// Starts a learner's page: the list of lessons, or one lesson with the model beside it.

import { render } from "preact";
import { useState } from "preact/hooks";
import { sourceBeside } from "../engine/source.ts";
import type { Source } from "../engine/engine.ts";
import { unpacked } from "../packed.ts";
import { Words } from "../words.ts";
import { At, type Desk } from "./desk.ts";
import { ExercisePage } from "./exercise.tsx";
import type { Exercise, Learning, Lesson } from "./handed.ts";
import { Unsaved } from "./keeping.tsx";
import { LearntPage } from "./learnt.tsx";
import { LessonPage } from "./lesson.tsx";
import { List } from "./list.tsx";
import { placeSaid } from "./place_said.ts";
import { Model } from "./play.ts";
import { Progress } from "./progress.ts";
import type { Place } from "./together.ts";

/** What scripts beside this one have brought, packed so that no answer can be read at a glance in the page's source. */
interface Brought {
  coprodDeclared?: string;
  coprodLesson?: string;
  coprodExercise?: string;
}

async function read<T>(packed: string | undefined): Promise<T | undefined> {
  return packed === undefined ? undefined : JSON.parse(await unpacked(packed)) as T;
}

const here = (document.currentScript as HTMLScriptElement | null)?.src || document.baseURI;

function Whole({ desk, lesson, exercise, source }: { desk: Desk; lesson?: Lesson | undefined; exercise?: Exercise | undefined; source: Source | null }) {
  const [stopped, stop] = useState(false);
  const [model] = useState(() => new Model(desk.declared, source, () => stop(true)));
  return (
    <At.Provider value={{ ...desk, ...namesOf(lesson, exercise), model, lesson } as Desk}>
      {stopped && <p class="trouble" role="alert">{desk.words.say("pages-stopped")}</p>}
      {exercise ? <ExercisePage exercise={exercise} /> : <LessonPage />}
      <Unsaved />
    </At.Provider>
  );
}

/** Give the names under which answers and the bet are kept, as the full kit has them. */
function namesOf(lesson: Lesson | undefined, exercise: Exercise | undefined): { key: string; bet: string } {
  const key = exercise ? `exercise/${exercise.id}` : `lesson/${lesson!.id}`;
  return { key, bet: exercise ? `${key}/bet` : `${key}/predict` };
}

/** Say beside each exercise of the list how far it is. */
function markStates({ words, progress }: Desk): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-exercise]")) {
    const { state } = progress.table(`exercise/${place.dataset["exercise"]}`) as { state?: string };
    if (state && state !== "not_tried") place.textContent = `${words.say(`learner-state-${state}`)}.`;
  }
}

async function start(): Promise<void> {
  const brought = globalThis as Brought;
  const declared = await read<Learning>(brought.coprodDeclared);
  if (!declared) return;
  const [lesson, exercise] = await Promise.all([read<Lesson>(brought.coprodLesson), read<Exercise>(brought.coprodExercise)]);
  const host = document.querySelector<HTMLElement>("[data-coprod-learn]");
  const words = new Words(declared.words, document.documentElement.lang || "en");
  const over = (place: Place): string => words.say("learner-progress-other_page", { place: placeSaid(declared, place, words.say.bind(words)) });
  const desk = { words, declared, progress: new Progress(declared.version, declared.progress, over) };
  if (!host) {
    desk.progress.onChange(() => markStates(desk));
    return markStates(desk);
  }
  host.replaceChildren();
  const Alone = host.dataset["coprodLearn"] === "learnt" ? LearntPage : List;
  if (!lesson && !exercise) render(<At.Provider value={desk}><Alone /><Unsaved /></At.Provider>, host);
  else render(<Whole desk={desk} lesson={lesson} exercise={exercise} source={await sourceBeside(here)} />, host);
}

/** Say that the browser is too old, where it cannot read what was handed over. */
function tooOld(fault: unknown): void {
  const host = document.querySelector<HTMLElement>("[data-too-old]");
  if (host && typeof DecompressionStream === "undefined") {
    host.prepend(Object.assign(document.createElement("p"), { className: "honest", role: "alert", textContent: host.dataset["tooOld"] }));
  } else throw fault;
}

const begin = (): void => void start().catch(tooOld);
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
else begin();
