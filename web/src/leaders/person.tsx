// One citizen's story under each way, told by the module in numbers and by the messages in words.

import { useEffect, useState } from "preact/hooks";
import type { Board } from "../board/board.ts";
import { Amount } from "./amount.tsx";
import { Heading } from "../parts/heading.tsx";
import type { Watched } from "../engine/watching.ts";
import { lessHeard } from "../own.ts";
import { leading } from "./leading.ts";

interface Given {
  board: Board;
  id: string;
  found: Watched;
  titles: string[];
  now: number;
  person: number | null;
  choose(person: number | null): void;
}

type Told = Record<string, number>;

export function Story({ board, id, found, titles, now, person, choose }: Given) {
  const { words } = board;
  const declared = leading(board);
  const told = useTold(board, found, now, person);
  const most = declared.watched - 1;
  return (
    <>
      <Amount board={board} id={`${id}-person`} label={words.say("town-person", { all: most })} help={words.say("town-nobody")}
        low={0} high={most} whole value={person} put={choose} />
      <div aria-live="polite" class="beside">
        {person !== null && told.map((one, k) => (
          <div key={titles[k]}>
            <Heading board={board} below={1}>{words.say("town-story", { number: String(person), way: titles[k]! })}</Heading>
            <p>{inWords(board, person, one)}</p>
          </div>
        ))}
      </div>
    </>
  );
}

/** Have the module tell the story of a person under every way. */
function useTold(board: Board, found: Watched, now: number, person: number | null): Told[] {
  const declared = leading(board);
  const [told, setTold] = useState<Told[]>([]);
  useEffect(() => {
    if (person === null) return;
    let wanted = true;
    const ask = (seen: number[]) => board.ask("tell", [seen, declared.watched, person, now], declared.story.length);
    void Promise.all(found.seen.map(ask)).then((all) => {
      const named = (row: number[]): Told => Object.fromEntries(declared.story.map((name, k) => [name, row[k]!]));
      if (wanted) setTold(all.map((one) => named(one?.out ?? [])));
    });
    return () => {
      wanted = false;
    };
  }, [found, now, person]);
  return told;
}

/** Put a story into words, as `model/story.py` does. */
function inWords(board: Board, person: number, told: Told): string {
  const { words } = board;
  const less = lessHeard(board.case, leading(board).watched);
  const who = words.say("story-who", { number: String(person), group: person < less ? "less_heard" : "well_connected" });
  const [before, now] = [told["trust_before"]!.toFixed(2), told["trust"]!.toFixed(2)];
  if (told["decisions"] === 0) return words.say("story-start", { who, trust: before });
  const moved = before === now ? "stayed" : told["trust"]! > told["trust_before"]! ? "rose" : "fell";
  return words.say("story-so_far", {
    who,
    came: words.say("story-came", { decisions: told["decisions"]!, heard: told["heard"]!, came: told["came"]! }),
    verdict: words.say("story-verdict", {
      better_off: told["better_off"]!, merit: told["merit"]!.toFixed(2).replace(/^-(0\.00)$/, "$1"),
      fairly: told["fairly"]!, fairness: told["fairness"]!.toFixed(2), accepted: told["accepted"]!,
    }),
    trusting: words.say("story-trust", { moved, before, now }),
  });
}
