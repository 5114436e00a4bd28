// The leaders' page: the same few steps wherever it stands, on a web space, on a stick, or in the kit.

import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { App, Trouble } from "../board/app.tsx";
import type { Board } from "../board/board.ts";
import type { Leading } from "../declared.ts";
import { Guard } from "../parts/guard.tsx";
import type { View } from "../view.ts";
import { FIRST } from "./begun.ts";
import { useLead } from "./advice.tsx";
import { Beside, SoughtSays, WorseSays } from "./beside.tsx";
import { useUnmetWays } from "./duty.ts";
import { Even } from "./even.tsx";
import { Gate } from "./gate.tsx";
import { Now } from "./now.tsx";
import { Rigged } from "./rigged.tsx";
import { Story } from "./story.tsx";
import { Take } from "./take.tsx";
import { Watch } from "./town.tsx";
import { Why } from "./why.tsx";

interface Given {
  board: Board;
  id: string;
  /** Turns to another step of this page. */
  turn(step: string): void;
}

interface Step {
  name: string;
  /** Whether all that is asked here is answered; without it, a step is to be read, and is marked once it was. */
  done?(board: Board): boolean;
  part(given: Given): VNode;
}

/** The steps in their order. */
const STEPS: Step[] = [
  { name: FIRST, part: Story },
  { name: "gate", done: ({ view, declared }) => answered(view, (declared as Leading).gate), part: Gate },
  { name: "now", done: ({ view, declared }) => (declared as Leading).scored.every((dial) => [view["staff"], view["citizens"]].some((side) => dial in (side as object))), part: Now },
  { name: "what", part: What },
  { name: "why", part: Why },
  { name: "rigged", part: Rigged },
  { name: "town", part: Watch },
  { name: "take", done: ({ view }) => (view["conditions"] as string[]).length > 0, part: Take },
];

function answered(view: View, { questions, legal }: Leading["gate"]): boolean {
  const given = view["gate"] as Record<string, string>;
  return [...questions, ...legal].every((name) => given[name]) && Boolean(view["stakes"] && view["trust"]);
}

/** The board, and the money along the chance of a lost challenge. */
function What({ board, id, turn }: Given) {
  return (
    <>
      <App board={board} id={id} lead={useLead(board)} unmet={useUnmetWays(board)} beside={<><Beside board={board} turn={turn} brief /><WorseSays board={board} /><SoughtSays board={board} /></>} />
      <div class={board.phase === "rough" ? "held" : undefined}><Guard board={board}><Even board={board} id={id} /></Guard></div>
    </>
  );
}

export function Leaders({ board, id }: { board: Board; id: string }) {
  const { view, words } = board;
  const here = STEPS.find((step) => step.name === view["part"]) ?? STEPS.find((step) => step.name === "what")!;
  const next = STEPS[STEPS.indexOf(here) + 1];
  const [read, setRead] = useState<Set<string>>(new Set());
  const markOf = (step: Step): string => (step.done?.(board) ? "leaders-done" : !step.done && read.has(step.name) ? "leaders-read" : "");
  const inside = useRef<HTMLDivElement>(null);
  const [turned, setTurned] = useState(0);
  const turn = (name: string): void => {
    board.change({ ...view, part: name } as View);
    setTurned(turned + 1);
  };
  const steps = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const current = steps.current?.querySelector<HTMLElement>("li:has([aria-current])");
    if (current) steps.current!.scrollLeft = current.offsetLeft - steps.current!.offsetLeft;
  }, [here]);
  // A step has been read when one leaves it, by whichever way.
  useEffect(() => () => setRead((before) => new Set(before).add(here.name)), [here]);
  useEffect(() => {
    if (turned) inside.current?.focus();
    if (turned) inside.current?.scrollIntoView({ block: "start" });
  }, [turned]);
  return (
    <>
      <nav class="steps" aria-label={words.say("page-parts")}>
        <ol ref={steps}>
          {STEPS.map((step) => (
            <li key={step.name}>
              <button type="button" aria-current={step === here ? "step" : undefined} onClick={() => turn(step.name)}>
                {words.say(`parts-${step.name}`)}
                {markOf(step) && <span class="mark"> <span aria-hidden="true">✓</span><span class="unseen">{words.say(markOf(step))}</span></span>}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <p class={[FIRST, "what"].includes(here.name) ? "about unseen" : "about"}>{words.say("leaders-about", { title: board.case.title })}</p>
      <div class="step" ref={inside} tabIndex={-1} role="group" aria-label={words.say(`parts-${here.name}`)}>
        {here.name !== "what" && <Trouble board={board} />}
        <Guard board={board} key={here.name}><here.part board={board} id={id} turn={turn} /></Guard>
      </div>
      {next && (
        <p class="next">
          <button type="button" class="main" onClick={() => turn(next.name)}>
            {words.say("leaders-next", { part: words.say(`parts-${next.name}`) })}
          </button>
        </p>
      )}
    </>
  );
}
