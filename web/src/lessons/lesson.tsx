// One lesson: a screen at a time, and nothing of the run before there is a bet.

import type { VNode } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { BecauseScreen, PlaceScreen, RecallScreen } from "./asking.tsx";
import { BetScreen, betOf } from "./bet.tsx";
import { ChangeScreen } from "./change.tsx";
import { type LessonDesk, useKept, useLesson } from "./desk.ts";
import { End } from "./end.tsx";
import { ExampleScreen } from "./example.tsx";
import type { Screen } from "./handed.ts";
import { FateScreen, IdeaScreen } from "./idea.tsx";
import { MakeScreen, MarkScreen } from "./make.tsx";
import { Prose } from "./parts.tsx";
import { returning, type Returning } from "./recall.ts";
import { SeeScreen } from "./see.tsx";

/** A screen as it is shown; one that asks from memory knows where the question was first asked. */
interface Shown extends Screen {
  of?: Returning;
}

type Asking = (given: { screen: Shown; on(): void }) => VNode | null;

const ASKING: Record<string, Asking> = {
  text: () => null,
  recall: ({ screen }) => <RecallScreen of={screen.of!} />,
  again: ({ screen }) => <RecallScreen of={screen.of!} />,
  example: () => <ExampleScreen item={useLesson().lesson.example!} />,
  bet: ({ on }) => <BetScreen item={useLesson().lesson.predict!} on={on} />,
  see: () => <SeeScreen item={useLesson().lesson.predict!} />,
  because: () => <BecauseScreen item={useLesson().lesson.predict!} />,
  change: () => <ChangeScreen change={useLesson().lesson.change!} item={useLesson().lesson.predict!} />,
  idea: () => <IdeaScreen idea={useLesson().lesson.idea!} />,
  fate: () => <FateScreen {...useLesson().lesson.fate!} />,
  place: () => <PlaceScreen />,
  make: () => <MakeScreen />,
  mark: () => <MarkScreen who="mine" />,
  peer: () => <MarkScreen who="peer" />,
  end: () => <End />,
};

/** Titles that the full kit uses for the same; the others are `pages-screen_...`. */
const TITLES: Record<string, string> = { again: "learner-recall-again", mark: "learner-made-mark_mine", peer: "learner-made-mark_peer" };

/** Give the screens as this learner meets them: what was missed earlier comes back, each on a screen of its own. */
function screensOf({ lesson, declared, progress }: LessonDesk): Shown[] {
  let place = 0;
  return lesson.screens.flatMap((screen): Shown[] => {
    if (screen.kind === "recall") return [{ ...screen, of: { lesson: lesson.id, place: place++ } }];
    if (screen.kind !== "again") return [screen];
    return returning(declared, progress, lesson.id).map((of, k) => ({ ...screen, name: `${screen.name}-${k + 1}`, of }));
  });
}

/** Say how far somebody may go: to the bet, until it stands. */
function lastOpen({ lesson, progress, bet }: LessonDesk): number {
  const locked = lesson.screens.findIndex(({ kind }) => kind === "bet");
  return locked >= 0 && betOf(progress.table(bet)).seed === 0 ? locked : lesson.screens.length - 1;
}

export function LessonPage() {
  const given = useLesson();
  const { words, progress } = given;
  const [lesson] = useState(() => ({ ...given.lesson, screens: screensOf(given) }));
  useKept(progress);
  const [here, turn] = usePlace({ ...given, lesson });
  const screen: Shown = lesson.screens[here]!;
  const head = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  useLayoutEffect(() => {
    if (!first.current) {
      head.current?.focus({ preventScroll: true });
      scrollTo({ top: 0 });
    }
    first.current = false;
  }, [here]);
  const Part = ASKING[screen.kind]!;
  const all = lesson.screens.length;
  const title = screen.title || words.say(TITLES[screen.kind] ?? `pages-screen_${screen.kind}`);
  return (
    <>
      <div class="way">
        <p>{words.say("pages-step", { step: here + 1, all })}</p>
        <progress max={all} value={here + 1} aria-hidden="true" />
      </div>
      <article class={`screen ${screen.kind}`}>
        <h1 class={here === 0 ? "" : "small"} tabIndex={-1} ref={head}>{title}</h1>
        {here === 0 && <p class="quiet">{words.say("pages-takes", { minutes: lesson.minutes })}</p>}
        {screen.picture && <img class="drawing" {...screen.picture} />}
        <Prose html={screen.html} />
        <Part key={screen.name} screen={screen} on={() => turn(here + 1)} />
      </article>
      <nav class="turn" aria-label={words.say("pages-turn")}>
        {here > 0 && <button type="button" onClick={() => turn(here - 1)}>{words.say("pages-back")}</button>}
        {here < all - 1 && screen.kind !== "bet" && <button type="button" class="main" onClick={() => turn(here + 1)}>{words.say("pages-next")}</button>}
      </nav>
    </>
  );
}

/** What happens when somebody goes back or forward, or follows a link inside the page. */
const TURNED = ["popstate", "hashchange"];

/** Keep the place in the address, so that the browser's own buttons turn the pages and a link leads to one. */
function usePlace(desk: LessonDesk): [number, (place: number) => void] {
  const { lesson, progress, key } = desk;
  const find = (): number => {
    const named = lesson.screens.findIndex(({ name }) => `#${name}` === location.hash);
    return Math.min(Math.max(named, 0), lastOpen(desk));
  };
  const [here, setHere] = useState(find);
  useEffect(() => {
    const follow = (): void => {
      const place = find();
      const { name } = lesson.screens[place]!;
      if (location.hash && location.hash !== `#${name}`) history.replaceState(null, "", `#${name}`); // it was locked
      setHere(place);
    };
    follow(); // somebody may have gone back between the first look and now
    for (const event of TURNED) addEventListener(event, follow);
    return () => {
      for (const event of TURNED) removeEventListener(event, follow);
    };
  }, []);
  const turn = (place: number): void => {
    progress.put("last", lesson.id);
    progress.put(`${key}/at`, lesson.screens[place]!.name);
    history.pushState(null, "", `#${lesson.screens[place]!.name}`); // setting the hash would take the focus away
    setHere(place);
  };
  return [here, turn];
}
