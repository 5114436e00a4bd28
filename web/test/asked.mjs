// Works out what a test in Python asks: reads {module, expression, given} and prints the result as JSON.

import { build } from "esbuild";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const { module, expression, given } = JSON.parse(readFileSync(0, "utf8"));
const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL(`../src/${module}`, import.meta.url))],
  bundle: true,
  format: "esm",
  write: false,
});
const code = Buffer.from(outputFiles[0].contents).toString("base64");
const m = await import(`data:text/javascript;base64,${code}`);
console.log(JSON.stringify(await new Function("m", "given", `return ${expression}`)(m, given)));
