// The view in the address: the same text that Python's `link_of` writes, so that a link works on either side.

import type { Leading } from "../declared.ts";
import { OWN, type View } from "../view.ts";
import { checked, type Read } from "./reading.ts";

/** The largest view that is read [bytes], as in Python. */
export const MOST_BYTES = 200_000;

/** Leave out what is about other cases, before a view goes to anybody else, as `leaving` in Python does. */
export function leaving(view: View, { usual, with_own: mine }: Leading): View {
  const gone = ["kept", ...(view.case === OWN ? [] : mine)];
  return { ...view, ...Object.fromEntries(gone.map((name) => [name, usual[name]])) };
}

/** Whether the page holds anything about other cases, which does not leave with this one. */
export function staysHere(view: View, declared: Leading): boolean {
  return JSON.stringify(view) !== JSON.stringify(leaving(view, declared));
}

/** Write what leaves of a view as text for an address, without what is as it always is. */
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
    const bytes = await unpacked(packed);
    return checked(JSON.parse(new TextDecoder().decode(bytes)), declared);
  } catch {
    return { view: {}, wrong: [{ key: "link" }] };
  }
}

/** Write what leaves of a view as a file that people can read, and that the full kit opens. */
export function fileOf(view: View, declared: Leading): string {
  return JSON.stringify(plain(view, declared), null, 1);
}

/** Write a view as the browser keeps it beside the address, where nobody copies it from. */
export function keptBeside(view: View, declared: Leading): object {
  return { format: declared.usual["format"], ...view };
}

function plain(view: View, declared: Leading): Record<string, unknown> {
  const { usual } = declared;
  const kept = Object.entries(leaving(view, declared)).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(usual[name]));
  return { format: usual["format"], made_with: declared.version, ...Object.fromEntries(kept) };
}

/** Unpack what an address holds, and stop where it is more than any view: a short text can unpack into gigabytes. */
async function unpacked(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate")).getReader();
  const parts: Uint8Array[] = [];
  for (let size = 0, next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > MOST_BYTES) {
      await reader.cancel();
      throw new Error("too long");
    }
    parts.push(next.value);
  }
  return new Uint8Array(await new Blob(parts as Uint8Array<ArrayBuffer>[]).arrayBuffer());
}

async function through(bytes: Uint8Array<ArrayBuffer>, change: ReadableWritablePair<Uint8Array, BufferSource>): Promise<ArrayBuffer> {
  return new Response(new Blob([bytes]).stream().pipeThrough(change)).arrayBuffer();
}
