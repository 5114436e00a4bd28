// The leaders' page under Voila and in a notebook: the same page, and behind it what only Python can do.

import { Board } from "./board/board.ts";
import type { Answer, Leading } from "./declared.ts";
import type { Doors } from "./doors.ts";
import { begun } from "./leaders/begun.ts";
import { asked, keepAddress, showLeaders } from "./leaders/page.ts";
import type { Read } from "./leaders/reading.ts";
import { declaredIn, inShade, same, shadeAround, sourceIn, tellPython, untilLeft, type Model } from "./notebook.ts";
import { ownKeys } from "./own_keys.ts";
import { save } from "./saving.ts";
import type { View } from "./view.ts";

/** How long a file may take before Python is taken for gone [ms]. */
const PATIENCE = 120_000;

/** A control of Python's as the notebook draws it, and the place where notebooks keep those. */
interface Drawn {
  el: HTMLElement;
  luminoWidget: { processMessage(message: object): void };
}

interface Views {
  get_model(id: string): Promise<unknown>;
  create_view(model: unknown): Promise<Drawn>;
}

interface Page extends Model {
  widget_manager: Views;
}

/** What Python sends by itself: a file it made, why it made none, the people of a survey, or numbers it worked out. */
type Message =
  | { kind: "file"; name: string; type: string }
  | { kind: "said"; text: string }
  | { kind: "survey"; population: object | null }
  | { kind: "answer"; case: string; answer: Answer };

async function render({ model: page, el }: { model: Page; el: HTMLElement }): Promise<() => void> {
  const model = untilLeft(page);
  const declared = declaredIn<Leading>(model);
  const alone = model.get("_alone") as boolean;
  const host = document.createElement("div");
  host.className = "coprod-leaders";
  el.append(host);
  const found: Read = alone ? await asked(declared) : { view: {}, wrong: [] };
  const given = begun({ ...(model.get("value") as View), ...found.view }, declared);
  const language = (alone && new URLSearchParams(location.search).get("lang")) || String(given["language"]);
  const board = new Board(declared, sourceIn(model), { ...given, language }, language);
  const python = new Python(model, board, host);
  board.doors = python;
  const leave = [tellPython(board, model), showLeaders(board, host, shadeAround(host)), inShade(host), ownKeys(el), python.listen()];
  if (alone) leave.push(keepAddress(board, declared, found));
  const shown = board.onDraw(() => {
    if (board.phase !== "settled") return;
    shown();
    model.send({ kind: "shown" }); // from now on Python may get ready for what is asked of it
  });
  board.onChange((view, moving) => !moving && board.phase === "beforehand" && model.send({ kind: "answer", view }));
  board.change(board.view); // Python is told what the address asks for
  return () => {
    for (const one of leave) one();
    board.close();
  };
}

/** The way to Python: a message asks for a file or a control, another brings it. */
class Python implements Doors {
  readonly files: string[];
  readonly controls: string[];
  private waiting: ((said: string) => void) | null = null;

  constructor(
    private readonly model: Page,
    private readonly board: Board,
    private readonly host: HTMLElement,
  ) {
    this.files = model.get("_files") as string[];
    this.controls = model.get("_controls") as string[];
  }

  save(name: string, view: View): Promise<string> {
    this.waiting?.("");
    this.model.send({ kind: "make", name, view });
    return new Promise((tell) => {
      const late = setTimeout(() => tell(this.board.words.say("leaders-no_answer")), PATIENCE);
      this.waiting = (said) => {
        clearTimeout(late);
        tell(said);
      };
    });
  }

  need(name: string): void {
    this.model.send({ kind: "control", name });
  }

  listen(): () => void {
    const heard = (message: Message, buffers: DataView<ArrayBuffer>[]): void => this.hear(message, buffers);
    const changed = (): void => this.follow();
    const troubled = (): void => {
      const problem = this.model.get("problem") as string;
      if (problem) this.board.tell(problem);
    };
    const made = (): void => void this.place();
    this.model.on("msg:custom", heard);
    this.model.on("change:value", changed);
    this.model.on("change:problem", troubled);
    this.model.on("change:_made", made);
    troubled();
    made();
    return () => {
      this.model.off("msg:custom", heard);
      this.model.off("change:value", changed);
      this.model.off("change:problem", troubled);
      this.model.off("change:_made", made);
    };
  }

  private hear(message: Message, buffers: DataView<ArrayBuffer>[]): void {
    if (message.kind === "survey") {
      this.board.change({ ...this.board.view, survey: message.population } as View);
      return;
    }
    if (message.kind === "answer") {
      this.board.declared.answers = { [message.case]: message.answer };
      this.board.set(this.board.view);
      return;
    }
    if (message.kind === "file") save(message.name, buffers[0]!, message.type);
    this.waiting?.(message.kind === "said" ? message.text : this.board.words.say("leaders-saved", { name: message.name }));
    this.waiting = null;
  }

  /** Take over a view that was set in Python; what comes back is what was sent from here. */
  private follow(): void {
    const view = this.model.get("value") as View;
    const { made_with: _one, ...theirs } = view;
    const { made_with: _other, ...ours } = this.board.view;
    if (!same(theirs, ours)) this.board.set(view);
  }

  /** Put the controls that Python has made into their places; they stay outside the page's own styles. */
  private async place(): Promise<void> {
    const made = this.model.get("_made") as Record<string, string>;
    for (const [name, id] of Object.entries(made)) {
      if (this.host.querySelector(`:scope > [slot="${name}"]`)) continue;
      const place = document.createElement("div");
      place.slot = name;
      this.host.append(place);
      keepInSight(place);
      const manager = this.model.widget_manager;
      const view = await manager.create_view(await manager.get_model(id.slice("IPY_MODEL_".length)));
      place.append(view.el);
      // Its classes and sizes come only when it is told that it stands on the page.
      for (const type of ["before-attach", "after-attach"])
        view.luminoWidget.processMessage({ type, isConflatable: false, conflate: () => false });
    }
  }
}

/** For how long what a control has just said is kept in sight while the control grows [milliseconds]. */
const FRESH = 1000;

/**
 * Bring what a control says into sight: it may come to stand just below the window's edge, and what the control
 * shows next may push it out again, for the browser holds on to what stands below.
 */
function keepInSight(place: HTMLElement): void {
  const said = "[role=alert], [role=status]";
  let fresh: Element | undefined;
  let since = 0;
  const show = (): void => fresh?.scrollIntoView({ block: "nearest" });
  new MutationObserver((changes) => {
    const added = changes.flatMap((change) => [...change.addedNodes]).filter((node) => node instanceof HTMLElement);
    const messages = added.flatMap((node) => [...(node.matches(said) ? [node] : []), ...node.querySelectorAll(said)]);
    // A form brings empty places for its messages along: where nothing is said there is nothing to see.
    const last = messages.findLast((message) => message.textContent?.trim());
    if (!last) return;
    [fresh, since] = [last, performance.now()];
    show();
  }).observe(place, { childList: true, subtree: true });
  new ResizeObserver(() => performance.now() - since < FRESH && requestAnimationFrame(show)).observe(place);
}

export default { render };
