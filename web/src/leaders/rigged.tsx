// Is this rigged? A sceptic's questions, when it would not gain enough, the numbers to change, and what speaks against it.

import type { Board } from "../board/board.ts";
import { short, small, usualSaid } from "../board/saying.ts";
import { spokenOf } from "../parts/explained.ts";
import { Guard } from "../parts/guard.tsx";
import { Heading } from "../parts/heading.tsx";
import { Assumed, countsOf } from "./assumed.tsx";
import { leading } from "./leading.ts";
import { NotPay } from "./not_pay.tsx";
import { linked } from "./story.tsx";

export function Rigged({ board, id }: { board: Board; id: string }) {
  const { words } = board;
  const { assumed, cases, doubts } = leading(board);
  const said = { ...Object.fromEntries(Object.values(cases).map((one) => [one.name, one.title])), ...countsOf(assumed) };
  return (
    <section class="part" aria-labelledby={`${id}-rigged`}>
      <Heading board={board} below={0} id={`${id}-rigged`}>{words.say("rigged-title")}</Heading>
      <Usual board={board} />
      {doubts.rigged.map((name) => (
        <details key={name}>
          <summary>{words.say(`rigged-${name}`)}</summary>
          <p>{words.say(`rigged-${name}_answer`, said)}</p>
        </details>
      ))}
      <Guard board={board}><NotPay board={board} id={id} /></Guard>
      <Guard board={board}><Assumed board={board} id={id} /></Guard>
      <Listed board={board} id={id} area="against" names={doubts.against} />
      <Listed board={board} id={id} area="cannot" names={doubts.cannot} />
    </section>
  );
}

/** Say in the open where the usual model lies among the plausible ones: whether it is rosier is the first thing to ask. */
function Usual({ board }: { board: Board }) {
  const { shown, words } = board;
  const place = spokenOf(board);
  const said = usualSaid(board, place);
  if (!said) return null;
  const [way, first] = [shown.ways[place]!, shown.ways[0]!].map((one) => small(short(one)));
  return <p class="usual"><b>{words.say("rigged-usual", { way: way!, first: first! })}</b> {said} {words.say("rigged-usual_text")}</p>;
}

function Listed({ board, id, area, names }: { board: Board; id: string; area: "against" | "cannot"; names: string[] }) {
  const { words } = board;
  return (
    <section class="part" aria-labelledby={`${id}-${area}`}>
      <Heading board={board} below={1} id={`${id}-${area}`}>{words.say(`rigged-${area}`)}</Heading>
      <ul class="long">
        {names.map((name) => (
          <li key={name}>
            <b>{words.say(`${area}-${name}_title`)}.</b> {words.say(`${area}-${name}_text`)}{" "}
            {words.has(`${area}-${name}_source`) && <span class="source">{linked(words.say(`${area}-${name}_source`))}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
