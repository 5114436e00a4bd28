// Diagnose: something to read, perhaps the model to try things in, and questions with what is said to each answer.

import { useState } from "preact/hooks";
import { number } from "../figures.ts";
import { changed, dialsOf, Turned, type Values } from "./change.tsx";
import { usePlay } from "./desk.ts";
import { CheckButton, type Given } from "./exercise.tsx";
import type { DiagnoseAsked } from "./handed.ts";
import { chosen, diagnosed, noted, triesIn } from "./marking.ts";
import { Choice, Prose } from "./parts.tsx";
import { freshSeed } from "./play.ts";
import { named } from "./saying.ts";

export function Diagnose({ asked, state, outcome, answer, keep, check }: Given<DiagnoseAsked>) {
  const { words } = usePlay();
  const { material, table, file, questions, lab } = asked;
  const press = (): void => check(diagnosed(asked, state.answer, words.say.bind(words)));
  return (
    <>
      <Prose html={material} />
      {table.length > 0 && <Rows rows={table} label={words.say("page-as_table")} />}
      {file && <p><a href={file} download>{words.say("pages-table_file", { file })}</a></p>}
      {lab && <Lab lab={lab} state={state} answer={answer} keep={keep} />}
      {questions.map((question) => {
        const { id, text, many, options } = question;
        const given = chosen(question, state.answer);
        return (
          <div key={id}>
            {many ? (
              <fieldset class="choice">
                <legend>{text}</legend>
                {options.map((one) => (
                  <label key={one.id}>
                    <input type="checkbox" checked={given.includes(one.id)}
                      onChange={(event) => answer({ [id]: event.currentTarget.checked ? [...given, one.id] : given.filter((k) => k !== one.id) })} />
                    <span>{one.text}</span>
                  </label>
                ))}
              </fieldset>
            ) : (
              <Choice name={id} label={text} value={given[0] ?? ""} options={options.map((one): [string, string] => [one.id, one.text])} take={(one) => answer({ [id]: [one] })} />
            )}
            {outcome && <div class="note">{noted(question, given, words.say.bind(words)).map((line) => <p key={line}>{line}</p>)}</div>}
          </div>
        );
      })}
      <CheckButton state={state} press={press} />
    </>
  );
}

function Lab({ lab, state, answer, keep }: { lab: NonNullable<DiagnoseAsked["lab"]> } & Pick<Given<DiagnoseAsked>, "state" | "answer" | "keep">) {
  const { words, declared, model } = usePlay();
  const { change, run, most } = lab;
  const [values, setValues] = useState<Values>(change.dials);
  const [busy, setBusy] = useState(false);
  const made = triesIn(state.answer);
  const left = most - made.length;
  const what = (): string => {
    const dials = dialsOf(change).filter((name) => values[name] !== change.dials[name])
      .map((name) => declared.dials.find((dial) => dial.name === name)!).map((dial) => `${dial.label} ${number(values[dial.name]! * dial.times)}`);
    const on = change.switches.filter(({ id }) => values[id]).map(({ text }) => text);
    return [...dials, ...on].join(", ") || words.say("learner-lab-as_it_is");
  };
  const go = async (): Promise<void> => {
    setBusy(true);
    const seed = state.seed ?? freshSeed();
    const ways = run.ways.map((way, place) => changed(change, way, place === change.way, values, declared));
    const played = await model.play(run, seed, change.reads, ways);
    const found = change.reads.map((read) => Math.round(played.value(read).mean * 10) / 10);
    keep({ seed });
    setBusy(false);
    answer({ lab: [...made, { what: what(), values: found }] });
  };
  const heads = [words.say("learner-lab-tried"), ...change.reads.map((read) => named(words, read))];
  return (
    <section class="lab">
      <p class="asked">{change.question}</p>
      <Turned change={change} values={values} turn={(name, value) => setValues({ ...values, [name]: value })} />
      {model.runs
        ? <p class="buttons"><button type="button" aria-disabled={busy || left <= 0} onClick={() => !busy && left > 0 && void go()}>{words.say("learner-lab-go", { left: Math.max(left, 0) })}</button></p>
        : <p class="trouble">{words.say("pages-cannot_run")}</p>}
      <div role="status">
        {busy && <p class="quiet">{words.say("pages-playing")}</p>}
        {made.length > 0 && <Rows rows={[heads, ...made.map((one) => [one.what, ...one.values.map((value) => number(value, 1))])]} label={words.say("learner-lab-runs")} />}
      </div>
    </section>
  );
}

function Rows({ rows: [heads, ...rows], label }: { rows: string[][]; label: string }) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={label}>
      <table>
        <thead><tr>{heads!.map((head) => <th scope="col" key={head}>{head}</th>)}</tr></thead>
        <tbody>{rows.map((row, k) => <tr key={k}>{row.map((cell, n) => <td key={n}>{cell}</td>)}</tr>)}</tbody>
      </table>
    </div>
  );
}
