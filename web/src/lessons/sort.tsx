// Sort: each card into the bin where it belongs; what is said of it stands beside it.

import { usePlay } from "./desk.ts";
import { CheckButton, type Given } from "./exercise.tsx";
import type { SortAsked } from "./handed.ts";
import { sorted } from "./marking.ts";

export function Sort({ asked, state, outcome, answer, check }: Given<SortAsked>) {
  const { words } = usePlay();
  const { bins, cards } = asked;
  const given = (id: string): string => (String(state.answer[id] ?? "") in bins ? String(state.answer[id]) : "");
  const press = (): void => check(sorted(asked, state.answer, words.say.bind(words)));
  return (
    <>
      {cards.map(({ id, text, said, worth }) => {
        const bin = given(id);
        const told = outcome && bin;
        return (
          <div class={`card ${told ? (worth[bin] === 1 ? "yes" : "no") : ""}`} key={id}>
            <label for={`card-${id}`}>{text}</label>
            <select id={`card-${id}`} aria-describedby={told ? `said-${id}` : undefined} onChange={(event) => answer({ [id]: event.currentTarget.value || null })}>
              <option value="" selected={!bin}>{words.say("learner-order-choose")}</option>
              {Object.entries(bins).map(([name, title]) => <option value={name} key={name} selected={bin === name}>{title}</option>)}
            </select>
            {told && <p class="note" id={`said-${id}`}>{said[bin]}</p>}
          </div>
        );
      })}
      <CheckButton state={state} press={press} />
    </>
  );
}
