// What is shown: the measure, one decision or the series, over what the range goes; and which ways are compared.

import type { Board } from "../board/board.ts";
import { small, spanSaid } from "../board/saying.ts";
import { named, type OverName } from "../declared.ts";
import { number, pace } from "../figures.ts";
import { add, choose, MOST_WAYS, offered, remove, type View } from "../view.ts";

export function Choices({ board, id }: { board: Board; id: string }) {
  const { declared, view, words } = board;
  const measures = declared.measures.filter((m) => m.lists.includes("page") || m.name === view.measure);
  const change = (changes: Partial<View>): void => board.change({ ...view, ...changes } as View);
  const { count } = board.case.decisions;
  return (
    <details class="choices" open={!narrow()}>
      <summary>{words.say("board-choices-now", { label: small(board.measure.label), span: spanSaid(board) })}</summary>
      <div class="fields">
        <Select id={`${id}-measure`} label={words.say("board-measure")} value={view.measure}
          options={measures.map((m) => [m.name, m.label])} take={(measure) => change({ measure })} />
        {count > 1 && (
          <Select id={`${id}-span`} label={words.say("board-span")} value={view.span}
            options={["one", "series"].map((one) => [one, words.say(`board-span-${one}`, { count })])}
            take={(span) => change({ span: span as View["span"] })} />
        )}
        <Select id={`${id}-over`} label={words.say("board-over")} value={view.over}
          options={declared.over.map((one) => [one.name, words.say(`board-over-${one.name}`)])}
          take={(over) => change({ over: over as OverName })} />
      </div>
    </details>
  );
}

/** Say how long what is shown takes, and choose the ways that are compared. */
export function Compared({ board, id }: { board: Board; id: string }) {
  const { view, words } = board;
  const { count, months } = board.case.decisions;
  return (
    <div class="compared">
      <details class="choices" open={!narrow()}>
        <summary>{words.say("board-ways-now")}</summary>
        <Ways board={board} id={id} />
      </details>
      <p class="help">
        {view.span === "series" && count > 1
          ? words.say("board-span-told", { count, pace: pace(words, board.case.decisions) })
          : words.say("board-once-told", { count, months: number(months, Number.isInteger(months) ? 0 : 1), plural: months === 1 ? 1 : 2 })}
      </p>
    </div>
  );
}

/** Whether the choices begin folded, because there is no room for them beside the picture. */
function narrow(): boolean {
  return matchMedia("(max-width: 47rem)").matches;
}

function Ways({ board, id }: { board: Board; id: string }) {
  const { declared, view, words } = board;
  const all = offered(view, declared);
  const left = all.filter((way) => !view.ways.includes(way.name));
  return (
    <div class="fields ways" role="group" aria-label={words.say("board-ways")}>
      {view.ways.map((name, place) => (
        <div class="chosen" key={place}>
          <Select id={`${id}-way-${place}`} label={words.say("board-way", { place })} value={name} place={place}
            options={all.map((way) => [way.name, way.title])}
            take={(chosen) => board.change(choose(view, place, chosen))} />
          {view.ways.length > 1 && (
            <button type="button" class="remove" title={words.say("board-remove", { way: named(all, name).title })}
              aria-label={words.say("board-remove", { way: named(all, name).title })}
              onClick={() => board.change(remove(view, name))}>×</button>
          )}
        </div>
      ))}
      {view.ways.length < MOST_WAYS && left.length > 0 && (
        <Select id={`${id}-add`} label={words.say("board-add")} value=""
          options={[["", "+"], ...left.map((way): [string, string] => [way.name, way.title])]}
          take={(name) => name && board.change(add(view, name))} />
      )}
    </div>
  );
}

interface SelectProps {
  id: string;
  label: string;
  value: string;
  options: (readonly [string, string] | string[])[];
  place?: number;
  describedBy?: string;
  take(value: string): void;
}

export function Select({ id, label, value, options, place, describedBy, take }: SelectProps) {
  return (
    <div class={place === undefined ? "field" : `field way-${place}`}>
      <label for={id}>{label}</label>
      <select id={id} value={value} aria-describedby={describedBy} onChange={(event) => take(event.currentTarget.value)}>
        {options.map(([name, title]) => (
          <option key={name} value={name} selected={name === value}>{title}</option>
        ))}
      </select>
    </div>
  );
}
