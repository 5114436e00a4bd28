// A page of its own: finds the boards on it and starts them. Works from a web space and from a memory stick.

import { Board } from "./board/board.ts";
import { show } from "./board/app.tsx";
import { lookOfPage } from "./board/look.ts";
import type { Declared, Leading } from "./declared.ts";
import { Alone } from "./leaders/alone.tsx";
import { dress, startLeaders } from "./leaders/page.ts";
import type { Source } from "./engine/engine.ts";
import { answerBeside, carried, sourceBeside, type Carried } from "./engine/source.ts";
import type { View } from "./view.ts";

const here = (document.currentScript as HTMLScriptElement | null)?.src || document.baseURI;

/** Read what the page carries in a block of data; null where it has none. */
function data<T>(id: string): T | null {
  const text = document.getElementById(id)?.textContent;
  return text ? (JSON.parse(text) as T) : null;
}

/** Find the engine: inside the page, or in files beside it. */
async function sourceOf(): Promise<Source | null> {
  const inside = data<Carried>("coprod-engine");
  return inside ? carried(inside) : sourceBeside(here);
}

async function start(): Promise<void> {
  const brought = (globalThis as { coprodDeclared?: Declared }).coprodDeclared;
  const declared = data<Declared>("coprod-declared") ?? brought;
  if (!declared) return;
  lookOfPage(declared.theme);
  const source = await sourceOf();
  for (const host of document.querySelectorAll<HTMLElement>("[data-coprod-board]")) {
    if (host.dataset["coprodPage"] === "leaders") {
      await startLeaders(declared as Leading, source, host, (name) => answerBeside(here, name));
      continue;
    }
    const given = JSON.parse(host.dataset["coprodBoard"] || "{}") as Partial<View>;
    const view = { ...(declared as Partial<Leading>).usual, ...given };
    const board = new Board(declared, source, view, document.documentElement.lang || "en");
    board.level = 1;
    show(board, host, "auto", declared.verdict && Alone);
    if (declared.verdict) dress(host);
  }
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => void start());
else void start();
