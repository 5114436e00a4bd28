// One bet solved aloud: the question, the run, the answer it gives, and why.

import { useState } from "preact/hooks";
import { usePlay } from "./desk.ts";
import type { Item, Question } from "./handed.ts";
import { Prose } from "./parts.tsx";
import { readsOf, type Played } from "./play.ts";
import { allReads, usePlayed, useWorked } from "./playing.ts";
import { Result } from "./result.tsx";
import { solvedSaid } from "./saying.ts";

/** The luck of the example, which is the same on every computer. */
const SEED = 1;

export function ExampleScreen({ item }: { item: Item }) {
  const { words, model } = usePlay();
  const [open, setOpen] = useState(false);
  const played = usePlayed(item.run, SEED, allReads(item), open);
  const { question, order, options } = item.question;
  return (
    <>
      <p class="asked">{question}</p>
      <ul class="plain">{[...options, ...order].map(({ id, text }) => <li key={id}>{text}</li>)}</ul>
      {!model.runs && <p class="trouble">{words.say("pages-cannot_run")}</p>}
      {model.runs && !open && <p class="buttons"><button type="button" onClick={() => setOpen(true)}>{words.say("learner-example-go")}</button></p>}
      <div role="status">{open && !played && <p class="quiet">{words.say("pages-playing")}</p>}</div>
      {played && (
        <>
          <Result reads={readsOf(item)} run={item.run} played={played} example />
          <Answered head={words.say("learner-example-answer")} question={item.question} item={item} played={played} />
          {item.see && <Answered head={words.say("learner-example-seen")} question={item.see} item={item} played={played} />}
          {item.because && <><h3>{words.say("learner-example-why")}</h3><Prose html={item.because.model} /></>}
        </>
      )}
    </>
  );
}

function Answered({ head, question, item, played }: { head: string; question: Question; item: Item; played: Played }) {
  const { words, model } = usePlay();
  const said = useWorked(async () => {
    const given = model.answer(question, item.run, played);
    const verdict = await model.judge(question, given, item.run, played);
    return solvedSaid(words, question, given, item.run, played, verdict);
  }, [played]);
  return said ? <><h3>{head}</h3><p>{said}</p></> : null;
}
