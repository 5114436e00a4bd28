// The short test before and after the lessons: a question at a time, nothing told in between, bare numbers to hand out.

import { useEffect, useRef, useState } from "preact/hooks";
import { useDesk, useKept } from "./desk.ts";
import type { LearntItem } from "./handed.ts";
import { beganWith, formAt, left, rightIn, rightOf, taken, toHandOut, type Answers, type Time } from "./learnt.ts";
import { Choice } from "./parts.tsx";
import { isTable } from "./progress.ts";
import { handOut } from "./taking.tsx";

export function LearntPage() {
  const { words, progress } = useDesk();
  useKept(progress);
  const [open, setOpen] = useState<Time>("");
  const [said, setSaid] = useState("");
  const head = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) head.current?.focus();
    first.current = false;
  }, [open]);
  const handedIn = (): void => {
    setSaid(words.say("learner-learnt-handed_in"));
    setOpen("");
  };
  return (
    <>
      <h1 class="small" tabIndex={-1} ref={head}>{words.say("learner-learnt-title")}</h1>
      <p role="status">{said}</p>
      {open ? <Form key={open} time={open} done={handedIn} /> : <Between open={setOpen} />}
    </>
  );
}

/** Where one is: before the first part, between the two, or after both. */
function Between({ open }: { open(time: Time): void }) {
  const { words, progress, declared } = useDesk();
  const { learnt } = declared;
  const next = learnt.times.find((time) => !taken(learnt, progress, time));
  if (!next) return <Came />;
  return (
    <>
      <p>{words.say(`learner-learnt-${next}_help`)}</p>
      <p class="buttons"><button type="button" class="main" onClick={() => open(next)}>{words.say(`learner-learnt-${next}`)}</button></p>
    </>
  );
}

function Form({ time, done }: { time: Time; done(): void }) {
  const { words, progress, declared: { learnt, unknown } } = useDesk();
  const [mine] = useState(() => drawn(Object.keys(learnt.forms)));
  const began = beganWith(learnt, progress) ?? mine; // the one that another tab has begun with, if there is one
  const items = learnt.forms[formAt(learnt, began, time)]!;
  const kept = progress.table(learnt.draft)[time];
  const answers = (isTable(kept) ? kept : {}) as Answers;
  const [here, setHere] = useState(() => Math.max(items.findIndex(({ id }) => !(id in answers)), 0));
  const [trouble, setTrouble] = useState("");
  const { id, question, options } = items[here]!;
  const box = useRef<HTMLDivElement>(null);
  const turn = (place: number): void => {
    setTrouble("");
    setHere(place);
    box.current?.focus();
  };
  const hand = (): void => {
    const open = left(items, answers);
    if (!open.length) {
      const found = progress.table(learnt.kept);
      progress.put(learnt.kept, { ...found, began_with: began, [time]: Object.fromEntries(items.map((one) => [one.id, answers[one.id]])) });
      progress.put(learnt.draft, null);
      return done();
    }
    turn(items.indexOf(open[0]!));
    setTrouble(words.say("learner-learnt-left", { left: open.length }));
  };
  const take = (value: string): void => {
    if (!beganWith(learnt, progress)) progress.put(learnt.kept, { began_with: began });
    progress.put(learnt.draft, { [time]: { ...answers, [id]: value } });
  };
  const last = here === items.length - 1;
  return (
    <div ref={box} tabIndex={-1} class="screen">
      <p class="quiet">{words.say("pages-question", { place: here + 1, all: items.length })}</p>
      <Choice name={id} label={question} value={answers[id] ?? ""} take={take}
        options={[...options.map((text, k): [string, string] => [String(k), text]), [unknown, words.say("learner-unknown")]]} />
      {trouble && <p class="trouble" role="alert">{trouble}</p>}
      <div class="turn">
        {here > 0 && <button type="button" onClick={() => turn(here - 1)}>{words.say("pages-back")}</button>}
        {last
          ? <button type="button" class="main" onClick={hand}>{words.say("learner-learnt-hand_in")}</button>
          : <button type="button" class="main" onClick={() => turn(here + 1)}>{words.say("pages-next")}</button>}
      </div>
    </div>
  );
}

function Came() {
  const { words, progress, declared: { learnt } } = useDesk();
  const began = beganWith(learnt, progress)!;
  const [before, after] = learnt.times.map((time) => rightIn(learnt, progress, time)) as [number, number];
  const rows = learnt.times.flatMap((time) => learnt.forms[formAt(learnt, began, time)]!.map((item) => ({ item, mine: taken(learnt, progress, time)![item.id] })));
  const save = (): void => {
    const name = [...crypto.getRandomValues(new Uint8Array(3))].map((one) => one.toString(16).padStart(2, "0")).join("");
    handOut(`${name}${learnt.ending}`, JSON.stringify(toHandOut(learnt, progress), null, 1), "application/json");
  };
  return (
    <>
      <p>{words.say("learner-learnt-came", { before, after, of: learnt.forms[began]!.length })}</p>
      <div class="scroll" tabIndex={0} role="region" aria-label={words.say("learner-learnt-title")}>
        <table>
          <thead><tr>{["question", "yours", "answer"].map((one) => <th scope="col" key={one}>{words.say(`learner-learnt-${one}`)}</th>)}</tr></thead>
          <tbody>{rows.map(({ item, mine }) => (
            <tr key={item.id}><th scope="row">{item.question}</th><td>{given(item, mine) ?? words.say("learner-unknown")}</td><td>{rightOf(item)}</td></tr>
          ))}</tbody>
        </table>
      </div>
      <p class="buttons"><button type="button" class="main" onClick={save}>{words.say("learner-learnt-save")}</button></p>
      <p class="help">{words.say("learner-learnt-save_help")}</p>
    </>
  );
}

function given({ options }: LearntItem, mine: string | undefined): string | undefined {
  return options[Number(mine)];
}

function drawn(forms: string[]): string {
  return forms[crypto.getRandomValues(new Uint32Array(1))[0]! % forms.length]!;
}
