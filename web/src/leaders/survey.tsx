// The people of a survey in a case of one's own: Python reads the file where it is at hand; a saved view brings them.

import type { Board } from "../board/board.ts";
import type { Survey } from "../declared.ts";
import { number } from "../numerals.ts";
import { Heading } from "../parts/heading.tsx";
import type { View } from "../view.ts";
import { Control } from "./control.tsx";

export function OwnSurvey({ board, id }: { board: Board; id: string }) {
  const { doors, words } = board;
  const reads = doors?.controls.includes("survey") ?? false;
  return (
    <section aria-labelledby={`${id}-survey`}>
      <Heading board={board} below={1} id={`${id}-survey`}>{words.say("survey-title")}</Heading>
      {reads && words.say("survey-intro").split("\n").map((line) => <p key={line}>{line}</p>)}
      {reads ? <Control board={board} name="survey" /> : <Brought board={board} />}
    </section>
  );
}

/** Say which survey came with the view, or how one gets there. */
function Brought({ board }: { board: Board }) {
  const { view, words } = board;
  const survey = view["survey"] as Survey | null;
  if (!survey) return <p>{words.say("leaders-survey_kit")}</p>;
  return (
    <>
      <p><b>{words.say("survey-in_use", { name: survey.name, used: number(survey.n_used) })}</b></p>
      <p class="buttons">
        <button type="button" onClick={() => board.change({ ...view, survey: null } as View)}>{words.say("survey-take_out")}</button>
      </p>
    </>
  );
}
