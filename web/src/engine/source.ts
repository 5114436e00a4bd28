// Finds the worker and the module: beside the script on a web space, inside the page where it is one file.

import type { Answer } from "../declared.ts";
import { unpackedBytes } from "../packed.ts";
import type { Source } from "./engine.ts";

/** What a page from a memory stick or from a mail carries along, since it may fetch nothing; the module is packed. */
export interface Carried {
  worker: string;
  wasm: string;
}

export function beside(base: string): Source {
  const wasm = new URL("model.wasm", base).href;
  return { worker: () => new Worker(new URL("worker.js", base)), wasm };
}

/** Take the engine that a page carries along; null where a browser cannot unpack it, so that no model runs there. */
export async function carried(inside: Carried): Promise<Source | null> {
  try {
    return given(inside.worker, await unpackedBytes(inside.wasm));
  } catch {
    return null;
  }
}

/** Find the engine of files: beside the script, or in a script of its own where nothing may be fetched. */
export async function sourceBeside(base: string): Promise<Source | null> {
  if (location.protocol !== "file:") return beside(base);
  await loaded(new URL("engine.js", base).href);
  const brought = (globalThis as { coprodEngine?: Carried }).coprodEngine;
  return brought ? carried(brought) : null;
}

/** Find an answer that was worked out beforehand, in a script beside the page's own; null where there is none. */
export async function answerBeside(base: string, name: string): Promise<Answer | null> {
  await loaded(new URL(`answers/${name}.js`, base).href);
  return (globalThis as { coprodAnswers?: Record<string, Answer> }).coprodAnswers?.[name] ?? null;
}

function loaded(address: string): Promise<void> {
  return new Promise((done) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = script.onerror = () => done();
    document.head.append(script);
  });
}

export function given(worker: string, wasm: ArrayBuffer): Source {
  return { worker: () => fromText(worker), wasm };
}

function fromText(script: string): Worker {
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const worker = new Worker(address);
  setTimeout(() => URL.revokeObjectURL(address), 10_000); // some browsers fetch it late
  return worker;
}
