// The files that Python makes of what is shown, where it is at hand: the page for the board, and every number.

import { useState } from "preact/hooks";
import type { Board } from "../board/board.ts";
import { Heading } from "../parts/heading.tsx";

export function Made({ board, id }: { board: Board; id: string }) {
  const { doors, view, words } = board;
  const [said, setSaid] = useState("");
  const [busy, setBusy] = useState(false);
  if (!doors) return null;
  const make = async (name: string): Promise<void> => {
    setBusy(true);
    setSaid(words.say("leaders-making"));
    setSaid(await doors.save(name, view));
    setBusy(false);
  };
  return (
    <section class="part" aria-labelledby={`${id}-made`}>
      <Heading board={board} below={0} id={`${id}-made`}>{words.say("take-files")}</Heading>
      {words.say("take-files_intro", { pdf: doors.files.includes("pdf") ? "yes" : "no" }).split("\n").map((line) => <p key={line}>{line}</p>)}
      <p class="buttons">
        {doors.files.map((name) => (
          <button type="button" key={name} aria-disabled={busy} onClick={() => !busy && void make(name)}>{words.say(`take-${name}`)}</button>
        ))}
      </p>
      <p role="status" class="said">{said}</p>
    </section>
  );
}
