// Dresses a board in the colours and the type that Python's charts have; styles stay inside it.

import type { Theme } from "../declared.ts";
import css from "./board.css";

const sheets = new WeakMap<Theme, CSSStyleSheet[]>();

/** As in `briefing.css`: where a machine has only wide letters, paper has them smaller, so that one sheet stays one sheet. */
const WIDE = `@font-face{font-family:"Wide";src:local("DejaVu Sans"),local("Verdana");size-adjust:86%}
@font-face{font-family:"Wide";font-weight:600 700;src:local("DejaVu Sans Bold"),local("Verdana Bold");size-adjust:84%}`;
const dressed = new WeakSet<Document>();

/** Name the letters for paper once a document: inside a board nobody may name any. */
function lettersForPaper(page: Document): void {
  if (dressed.has(page)) return;
  dressed.add(page);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(WIDE);
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
}

export function look(root: ShadowRoot, theme: Theme): void {
  let made = sheets.get(theme);
  if (!made) {
    made = [coloursOf(theme), css].map((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet;
    });
    sheets.set(theme, made);
  }
  root.adoptedStyleSheets = made;
  lettersForPaper(document);
}

/** Dress a page of its own: paper, type and edges, as the board inside has them. */
export function lookOfPage(theme: Theme): void {
  const sheet = new CSSStyleSheet();
  const { light, dark } = theme;
  sheet.replaceSync(`body{margin:0;padding:1rem clamp(.9rem,3vw,2.5rem);font-family:${theme.font};background:${light["paper"]};color:${light["ink"]}}
@media screen and (prefers-color-scheme:dark){body{background:${dark["paper"]};color:${dark["ink"]}}}
@media print{body{padding:0}}`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

function coloursOf(theme: Theme): string {
  const light = variables(theme.light, theme.looks.map((one) => one.colour));
  const dark = variables(theme.dark, theme.looks.map((one) => one.dark));
  const ways = theme.looks.map((_, k) => `.way-${k}{--way:var(--way-${k})}`).join("");
  return `:host{--font:${theme.font};${light}}:host([data-shade="dark"]){${dark}color-scheme:dark}
@media (prefers-color-scheme:dark){:host([data-shade="auto"]){${dark}color-scheme:dark}}
@media print{:host([data-shade]){${light}}}${ways}`;
}

function variables(named: Record<string, string>, ways: string[]): string {
  const plain = Object.entries(named).map(([name, colour]) => `--${name}:${colour};`);
  return [...plain, ...ways.map((colour, k) => `--way-${k}:${colour};`)].join("");
}
