// Small parts that several screens share: a list of answers, what is said to one, prose.

import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useDesk } from "./desk.ts";

interface ChoiceProps {
  name: string;
  label: string;
  help?: string;
  options: readonly [value: string, text: string][];
  value: string;
  off?: boolean;
  /** Whether the answers stand beside each other, where there is room. */
  row?: boolean;
  /** Whether an answer is told about at once: then arrow keys only pass over the answers. */
  told?: boolean;
  take(value: string): void;
}

/** One answer of several, each with a large place to press. */
export function Choice({ name, label, help, options, value, off, row, told = false, take }: ChoiceProps) {
  const { words } = useDesk();
  const passing = usePassing(told, value, take);
  return (
    <fieldset class={row ? "choice row" : "choice"} disabled={off} aria-describedby={help ? `${name}-help` : undefined} {...passing.box}>
      <legend>{label}</legend>
      {help && <p class="help" id={`${name}-help`}>{help}</p>}
      {options.map(([one, text]) => (
        <label key={one}>
          <input type="radio" name={name} value={one} checked={passing.at === one} onChange={() => passing.choose(one)} />
          <span>{text}</span>
        </label>
      ))}
      {passing.at !== value && <p class="buttons"><button type="button" onClick={passing.press}>{words.say("learner-answer-give")}</button></p>}
    </fieldset>
  );
}

/** Let arrow keys pass over the answers; Enter, the space bar or a press gives one, and what was given stands again when the hand goes on. */
function usePassing(told: boolean, value: string, take: (value: string) => void) {
  const [over, pass] = useState<string | null>(null);
  const arrow = useRef(false);
  const give = (one: string): void => {
    pass(null);
    take(one);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    arrow.current = event.key.startsWith("Arrow");
    const { type, value: one } = event.target as HTMLInputElement;
    if (type !== "radio" || !["Enter", " "].includes(event.key)) return;
    event.preventDefault();
    give(one);
  };
  const press = (event: { currentTarget: Element }): void => {
    event.currentTarget.closest("fieldset")!.querySelector<HTMLInputElement>("input:checked")!.focus(); // the button goes
    give(over!);
  };
  const onFocusOut = (event: FocusEvent): void => {
    if (value && !(event.currentTarget as Element).contains(event.relatedTarget as Node | null)) pass(null);
  };
  const box = { onKeyDown, onKeyUp: () => { arrow.current = false; }, onFocusOut };
  return { at: over ?? value, press, choose: (one: string) => (told && arrow.current ? pass(one) : give(one)), box: told ? box : {} };
}

/** A place for each rank, to be filled from a list; what stood elsewhere leaves its place. */
export function Order({ name, label, items, value, off, take }: {
  name: string; label: string; items: { id: string; text: string }[]; value: string[]; off?: boolean; take(order: string[]): void;
}) {
  const { words } = useDesk();
  const [emptied, setEmptied] = useState("");
  const put = (place: number, id: string): void => {
    const before = id ? value.indexOf(id) : -1;
    const order = items.map((_, k) => (k === before ? "" : value[k] ?? ""));
    order[place] = id;
    const moved = before >= 0 && before !== place;
    const text = items.find((one) => one.id === id)?.text ?? "";
    setEmptied(moved ? words.say("learner-order-emptied", { place: before + 1, name: text, now: place + 1 }) : "");
    take(order);
  };
  return (
    <fieldset class="choice order" disabled={off}>
      <legend>{label}</legend>
      {items.map((_, place) => (
        <label key={place} for={`${name}-${place}`}>
          <span>{words.say("learner-order-place", { place: place + 1, all: items.length })}</span>
          <select id={`${name}-${place}`} value={value[place] ?? ""} onChange={(event) => put(place, event.currentTarget.value)}>
            <option value="" selected={!value[place]}>{words.say("learner-order-choose")}</option>
            {items.map(({ id, text }) => <option key={id} value={id} selected={value[place] === id}>{text}</option>)}
          </select>
        </label>
      ))}
      <p class="quiet" role="status">{emptied}</p>
    </fieldset>
  );
}

/** A place where something will be said; it is there before, so that what comes is announced. What comes of `press` is brought into view. */
export function Told({ press, children }: { press?: object | undefined; children?: ComponentChildren }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (press) place.current?.scrollIntoView({ block: "nearest" });
  }, [press]);
  return <div role="status" ref={place}>{children}</div>;
}

/** What is said to an answer; it belongs into a place that announces it. */
export function Said({ right, title, children }: { right: boolean | null; title: string; children?: ComponentChildren }) {
  return (
    <div class={right ? "outcome yes" : "outcome"}>
      <p class="head">{title}</p>
      {children}
    </div>
  );
}

/** Prose that Python set from the lesson's own text. */
export function Prose({ html }: { html: string }) {
  return html ? <div class="prose" dangerouslySetInnerHTML={{ __html: html }} /> : null;
}

/** A box for words of one's own. */
export function Box({ id: name, label, help, value, rows = 5, take }: { id: string; label: string; help?: string; value: string; rows?: number; take(text: string): void }) {
  const { words, progress } = useDesk();
  const [aside, setAside] = useState<object>();
  const id = `box-${name}`; // no screen has such a name, so that no address leads into a box
  const type = (text: string): void => {
    const before = progress.aside;
    take(text);
    if (progress.aside > before) setAside({});
  };
  return (
    <div class="box">
      <label for={id}>{label}</label>
      {help && <p class="help" id={`${id}-help`}>{help}</p>}
      <textarea id={id} rows={rows} aria-describedby={help ? `${id}-help` : undefined} value={value}
        onInput={(event) => type(event.currentTarget.value)} />
      <Told press={aside}>{aside && <p class="note">{words.say("learner-progress-other_page_here")}</p>}</Told>
    </div>
  );
}
