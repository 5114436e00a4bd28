// What pages in a notebook and under Voila share: the widget's model, the engine it brings, the paper around.

import type { Declared } from "./declared.ts";
import type { Source } from "./engine/engine.ts";
import { given } from "./engine/source.ts";
import type { Board } from "./board/board.ts";
import type { View } from "./view.ts";

/** What a widget's model offers, as far as it is used here. */
export interface Model {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  save_changes(): void;
  send(content: object): void;
  on(event: string, take: (...told: never[]) => void): void;
  off(event: string, take: (...told: never[]) => void): void;
}

/** Give a model that tells Python nothing more once the page is left, when nobody listens any more. */
export function untilLeft<M extends Model>(model: M): M {
  let left = false;
  addEventListener("beforeunload", () => (left = true));
  const quiet = (): void => undefined;
  return new Proxy(model, {
    get(of, name) {
      if (left && (name === "send" || name === "save_changes")) return quiet;
      const found: unknown = Reflect.get(of, name, of);
      return typeof found === "function" ? (found.bind(of) as unknown) : found;
    },
  });
}

/** While a dial is held Python is told now and then; when it rests, at once [ms]. */
const PAUSE = 150;

export function declaredIn<D extends Declared>(model: Model): D {
  return JSON.parse(model.get("_declared") as string) as D;
}

export function sourceIn(model: Model): Source {
  const wasm = model.get("_wasm") as DataView;
  const bytes = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer;
  return given(model.get("_worker") as string, bytes);
}

/** Tell Python what a person changes on a board; gives back how to stop. */
export function tellPython(board: Board, model: Model): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const send = (view: View): void => {
    model.set("value", view);
    model.save_changes();
  };
  board.onChange((view, moving) => {
    clearTimeout(timer);
    if (moving) timer = setTimeout(() => send(view), PAUSE);
    else send(view);
  });
  return () => clearTimeout(timer);
}

/** Say whether two values are the same, whatever the order in which they are written down. */
export function same(one: unknown, other: unknown): boolean {
  return text(one) === text(other);
}

function text(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(text).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  return JSON.stringify(Object.entries(value).sort().map(([key, inner]) => [key, text(inner)]));
}

/** Keep a page in the shade of the paper around it, from when it is laid on it; gives back how to stop. */
export function inShade(host: HTMLElement): () => void {
  const look = (): void => {
    if (host.isConnected) host.dataset["shade"] = shadeAround(host);
  };
  const laid = new ResizeObserver(look);
  const changed = new MutationObserver(look);
  laid.observe(host);
  for (const node of [document.documentElement, document.body]) changed.observe(node, { attributes: true });
  return () => {
    laid.disconnect();
    changed.disconnect();
  };
}

/** Say whether the paper around is dark: JupyterLab says it, elsewhere the colour of the paper does. */
export function shadeAround(place: HTMLElement): "light" | "dark" {
  const told = place.closest<HTMLElement>("[data-jp-theme-light]")?.dataset["jpThemeLight"];
  if (told) return told === "false" ? "dark" : "light";
  for (let node: HTMLElement | null = place; node; node = node.parentElement) {
    const [r, g, b, alpha = 1] = (getComputedStyle(node).backgroundColor.match(/[\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
    if (alpha > 0.5) return 0.2126 * r! + 0.7152 * g! + 0.0722 * b! < 110 ? "dark" : "light";
  }
  return "light";
}
