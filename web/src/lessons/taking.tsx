// Takes along everything one has written: as a page to print or to open in a word processor, or as plain text.

import { useDesk } from "./desk.ts";
import type { Make } from "./handed.ts";
import { handed, page, plain } from "./portfolio.ts";

const NAME = "my_work";

/** Hand a file to whoever sits here; a browser asks where to, or puts it among the downloads. */
export function handOut(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), LONG);
}

/** So long a browser may take to begin with it [milliseconds]. */
const LONG = 10_000;

/** The longest name on a saved page [characters]. */
const LONGEST = 200;

/** Hands out what was made as a page of its own, for other people to read. */
export function Handing({ make }: { make: Make }) {
  const { words, declared, progress } = useDesk();
  const { writer } = declared.portfolio;
  const kept = make.boxes.filter(({ record }) => record).map(({ label }) => label).join(" ");
  const said = [words.say("learner-made-save_this_help"), ...(make.place_head ? [] : [words.say("learner-made-save_this_note")]),
    ...(kept ? [words.say("learner-made-save_this_kept", { boxes: kept })] : [])];
  const sheet = (): string => handed(declared, make, progress, words.say.bind(words));
  return (
    <>
      <div class="box">
        <label for="writer">{words.say("learner-made-name")}</label>
        <p class="help" id="writer-help">{words.say("learner-made-name_help")}</p>
        <input id="writer" type="text" maxLength={LONGEST} aria-describedby="writer-help" value={String(progress.get(writer) ?? "")}
          onInput={(event) => progress.put(writer, event.currentTarget.value || null)} />
      </div>
      <p class="buttons">
        <button type="button" onClick={() => handOut(make.file, sheet(), "text/html")}>{words.say("learner-made-save_this")}</button>
      </p>
      <p class="help">{said.join(" ")}</p>
    </>
  );
}

export function Taking() {
  const { words, declared, progress } = useDesk();
  const say = words.say.bind(words);
  return (
    <>
      <p class="buttons">
        <button type="button" onClick={() => handOut(`${NAME}.html`, page(declared, progress, say), "text/html")}>{words.say("learner-made-save_page")}</button>
        <button type="button" onClick={() => handOut(`${NAME}.txt`, plain(declared, progress, say), "text/plain")}>{words.say("learner-made-save_text")}</button>
      </p>
      <p class="help">{words.say("learner-made-save_help")}</p>
    </>
  );
}
