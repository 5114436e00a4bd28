// Builds the board: `npm run build`. What it writes is committed, so that nobody needs Node to use the kit.

import { build } from "esbuild";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const out = process.argv[2] ?? here("../src/coprod_sim/board/static");
const shared = {
  bundle: true,
  minify: true,
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  loader: { ".css": "text" },
  jsx: "automatic",
  jsxImportSource: "preact",
  absWorkingDir: here("."),
};

await build({ ...shared, entryPoints: ["src/page.ts"], outfile: `${out}/page.js`, format: "iife" });
await build({ ...shared, entryPoints: ["src/lessons/page.tsx"], outfile: `${out}/learn.js`, format: "iife" });
await build({ ...shared, entryPoints: ["src/engine/worker.ts"], outfile: `${out}/worker.js`, format: "iife" });
await build({ ...shared, entryPoints: ["src/widget.ts"], outfile: `${out}/widget.js`, format: "esm" });
await build({ ...shared, entryPoints: ["src/leaders_widget.ts"], outfile: `${out}/leaders_widget.js`, format: "esm" });
await build({ ...shared, entryPoints: ["src/number_typed.ts"], outfile: `${out}/number_typed.js`, format: "iife", globalName: "numbers" });
await build({ ...shared, entryPoints: ["src/own_keys.ts"], outfile: `${out}/own_keys.js`, format: "iife", globalName: "keys" });
await build({ ...shared, entryPoints: ["src/offline.ts"], outfile: `${out}/offline.js`, format: "iife" });
