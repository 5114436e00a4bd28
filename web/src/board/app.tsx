// The whole board: the answer, what is shown, the picture, the dials, three numbers, and the parts below.

import { render, type VNode } from "preact";
import { Choices, Compared, Select } from "../parts/choices.tsx";
import { Dials } from "../parts/dials.tsx";
import { Heading } from "../parts/heading.tsx";
import { Guard } from "../parts/guard.tsx";
import { Facts } from "../parts/facts.tsx";
import { Picture } from "../parts/picture.tsx";
import { Below } from "../parts/below.tsx";
import { affectedIn } from "../parts/affected.ts";
import { beyondOf, beyondSaid } from "../parts/weeks.ts";
import { headlineOf } from "../parts/headline.ts";
import { Turned } from "../parts/turned.tsx";
import type { Unmet } from "../parts/unmet.ts";
import { Spoken } from "../parts/spoken.tsx";
import type { Board } from "./board.ts";
import { keepFocus } from "./focus.ts";
import { ownSaid } from "./saying.ts";
import { number } from "../figures.ts";
import { OWN, takeUp, type View } from "../view.ts";
import { look } from "./look.ts";

/** A headline of more letters is set smaller, so that the picture stays in sight. */
const LONG = 160;

let boards = 0;

type Whole = (given: { board: Board; id: string }) => VNode;

/** Show a board inside an element; gives back how to take it away. */
export function show(board: Board, host: HTMLElement, shade: "auto" | "light" | "dark" = "auto", Whole: Whole = App): () => void {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  look(root, board.declared.theme);
  host.dataset["shade"] = shade;
  const inside = document.createElement("div");
  inside.className = "board";
  inside.lang = board.words.language;
  root.replaceChildren(inside);
  const id = `board-${++boards}`;
  const draw = (): void => render(<Guard board={board}><Whole board={board} id={id} /></Guard>, inside);
  draw();
  const stops = [board.onDraw(draw), keepFocus(inside)];
  return () => {
    for (const stop of stops) stop();
    render(null, inside);
  };
}

interface Shown {
  board: Board;
  id: string;
  lead?: string | undefined;
  unmet?: Unmet;
  beside?: VNode;
  late?: boolean;
}

/** The board; `lead` begins its headline, and `unmet` are ways that may not meet a duty to ask; without `late`, what stands `beside` the answer says which ways do not fit. */
export function App({ board, id, lead, unmet, beside, late = true }: Shown) {
  const { words } = board;
  const rough = board.phase === "rough" || board.phase === "loading";
  const said = [lead, headlineOf(board, unmet)].filter(Boolean).join(" ");
  return (
    <>
      <Kicker board={board} id={id} />
      <Heading board={board} below={0} class={["answer", rough && "rough", said.length > LONG && "long"].filter(Boolean).join(" ")}>{said}</Heading>
      {beside}
      {late && !rough && <Late board={board} />}
      <Trouble board={board} />
      <div class="live">
        <Guard board={board}><Choices board={board} id={id} /></Guard>
        <Guard board={board}><Picture board={board} id={id} /></Guard>
        <Guard board={board}><Dials board={board} id={id} /></Guard>
        <Guard board={board}><Facts board={board} /></Guard>
        <Guard board={board}><Compared board={board} id={id} /></Guard>
        <Guard board={board}><Turned board={board} /></Guard>
      </div>
      <Guard board={board}><Below board={board} id={id} /></Guard>
      <p class="honest">{words.say("board-honest")} {words.say("board-size", { citizens: number(board.case.people.citizens), ...affectedIn(board) })}</p>
      <Spoken board={board} said={said} />
    </>
  );
}

/** The case, or which of several; one's own among them, by the name it was given. */
function Kicker({ board, id }: { board: Board; id: string }) {
  const { declared, view, words } = board;
  const cases = Object.values(declared.cases).map((one): [string, string] => [one.name, one.title]);
  const town = board.case;
  if (declared.own) cases.unshift([OWN, ownSaid(board)]);
  if (cases.length < 2) return <p class="kicker">{town.title} · {board.view.case === OWN ? town.place : town.years}</p>;
  return (
    <div class="kicker cases">
      <Select id={`${id}-case`} label={words.say("board-case")} value={view.case}
        options={cases} take={(name) => board.change(takeUp(view, name, declared))} />
      {declared.own && view.case !== OWN && (
        <button type="button" onClick={() => board.change({ ...takeUp(view, OWN, declared), part: "case" } as View)}>{words.say("board-describe_own")}</button>
      )}
    </div>
  );
}

/** Warn beside the answer where a way does not fit into the weeks or the staff hours there are: it may be out of reach. */
export function Late({ board }: { board: Board }) {
  const said = beyondSaid(board, beyondOf(board));
  return said ? <p class="late">{said}</p> : null;
}

export function Trouble({ board }: { board: Board }) {
  return (
    <div class="trouble" role="alert">
      {board.trouble && (
        <p>
          {board.trouble}{" "}
          {board.phase === "stopped" && (
            <button type="button" onClick={() => board.retry()}>{board.words.say("board-again")}</button>
          )}
        </p>
      )}
    </div>
  );
}
