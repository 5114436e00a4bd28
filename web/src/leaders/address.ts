// The view in the address: the same text that Python's `link_of` writes, so that a link works on either side.

import type { Leading } from "../declared.ts";
import type { View } from "../view.ts";
import { checked, type Read } from "./reading.ts";

/** Write a view as text for an address, without what is as it always is. */
export async function linkOf(view: View, declared: Leading): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(plain(view, declared)));
  const packed = new Uint8Array(await through(bytes, new CompressionStream("deflate")));
  const text = btoa(Array.from(packed, (byte) => String.fromCharCode(byte)).join(""));
  return text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Read a view from an address; what is wrong with it is said, and the rest is taken. */
export async function fromLink(text: string, declared: Leading): Promise<Read> {
  try {
    const packed = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
    const bytes = await through(packed, new DecompressionStream("deflate"));
    return checked(JSON.parse(new TextDecoder().decode(bytes)), declared);
  } catch {
    return { view: {}, wrong: [{ key: "link" }] };
  }
}

/** Write a view as a file that people can read, and that the full kit opens. */
export function fileOf(view: View, declared: Leading): string {
  return JSON.stringify(plain(view, declared), null, 1);
}

function plain(view: View, declared: Leading): Record<string, unknown> {
  const { usual } = declared;
  const kept = Object.entries(view).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(usual[name]));
  return { format: usual["format"], made_with: declared.version, ...Object.fromEntries(kept) };
}

async function through(bytes: Uint8Array<ArrayBuffer>, change: ReadableWritablePair<Uint8Array, BufferSource>): Promise<ArrayBuffer> {
  return new Response(new Blob([bytes]).stream().pipeThrough(change)).arrayBuffer();
}
