// Dresses a board in the colours and the type that Python's charts have; styles stay inside it.

import type { Theme } from "../declared.ts";
import css from "./board.css";

const sheets = new WeakMap<Theme, CSSStyleSheet[]>();

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
