// Reads a text that `packed_text.py` packed so that it cannot be read at a glance; that hides, it does not protect.

/** Read a packed text: base 64, then deflate; raises where it is damaged. */
export async function unpacked(text: string): Promise<string> {
  return new TextDecoder().decode(await unpackedBytes(text));
}

/** Read packed bytes; raises where they are damaged, or where a browser is too old to unpack them. */
export async function unpackedBytes(text: string): Promise<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).arrayBuffer();
}
