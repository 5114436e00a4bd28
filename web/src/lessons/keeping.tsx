// Where what one did is kept; to take it away as a file, to bring it in, and to delete it.

import { useEffect, useRef, useState } from "preact/hooks";
import { useDesk, useKept } from "./desk.ts";
import type { Fault, Progress } from "./progress.ts";
import { placeSaid } from "./place_said.ts";
import { handOut, Taking } from "./taking.tsx";
import type { Prompt } from "./together.ts";

const FILE = "coprod_progress.json";

function saveProgress(progress: Progress): void {
  handOut(FILE, progress.file(), "application/json");
}

/** Says at the foot of the window that nothing can be kept, and asks before what was done goes with the page. */
export function Unsaved() {
  const { words, progress } = useDesk();
  useKept(progress);
  useEffect(() => {
    const ask = (event: Event): void => {
      if (progress.lost && progress.names("").length) event.preventDefault();
    };
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [progress]);
  if (!progress.lost) return null;
  return (
    <div class="unsaved" role="alert">
      <p>{words.say(progress.refused ? "pages-kept_refused" : "learner-saving-memory")}</p>
      <button type="button" onClick={() => saveProgress(progress)}>{words.say("learner-saving-download")}</button>
    </div>
  );
}

export function Keeping({ whole = false }: { whole?: boolean }) {
  const { words, declared, progress } = useDesk();
  const [said, setSaid] = useState<string[]>([]);
  const input = useRef<HTMLInputElement>(null);
  const open = async (file: File): Promise<void> => {
    const { taken, others, faults } = progress.takeIn(await file.text(), another(file.name));
    const told = faults.slice(0, MOST).map((fault) => faultSaid(fault, file.name));
    const more = faults.length > MOST ? [words.say("pages-file_more", { count: faults.length - MOST })] : [];
    const both = others ? [words.say("learner-progress-taken_both", { count: others })] : [];
    setSaid([...told, ...more, ...(taken || !faults.length ? [words.say("pages-file_taken", { count: taken })] : []), ...both]);
    if (input.current) input.current.value = "";
  };
  const forget = (): void => {
    progress.forget();
    setSaid([words.say(progress.canRestore ? "learner-progress-deleted" : "learner-progress-nothing")]);
  };
  /** What is said over a text in the journal that stood where another one stands now. */
  const another = (file: string): Prompt => (place) =>
    words.say("learner-progress-another", { file, place: placeSaid(declared, place, words.say.bind(words)) });
  const undo = (): void => {
    progress.restore(another(words.say("learner-progress-deleted_file")));
    setSaid([words.say("learner-progress-put_back")]);
  };
  return (
    <section class="keeping" aria-labelledby="keeping">
      <h2 id="keeping">{words.say("pages-keeping")}</h2>
      {!progress.lost && <p>{words.say("pages-kept_here")}</p>}
      <Taking />
      <p class="buttons">
        <button type="button" onClick={() => saveProgress(progress)}>{words.say("learner-progress-save")}</button>
        {whole && <button type="button" onClick={forget}>{words.say("learner-progress-delete")}</button>}
        {progress.canRestore && <button type="button" onClick={undo}>{words.say("learner-progress-undo")}</button>}
      </p>
      {whole && (
        <div class="box">
          <label for="bring">{words.say("learner-progress-open")}</label>
          <p class="help" id="bring-help">{words.say("learner-progress-open_help")}</p>
          <input id="bring" type="file" accept=".json" aria-describedby="bring-help" ref={input}
            onChange={(event) => event.currentTarget.files?.[0] && void open(event.currentTarget.files[0])} />
        </div>
      )}
      <div class="told" role="status">{said.map((line) => <p key={line}>{line}</p>)}</div>
    </section>
  );

  function faultSaid({ key, place = "", found = "", near = "" }: Fault, file: string): string {
    return words.say(`pages-file_${key}`, { file, place, found, near, guess: near ? "yes" : "no" });
  }
}

/** So many faults of a file are told one by one. */
const MOST = 8;
