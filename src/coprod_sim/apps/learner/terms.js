// Finds the words of the glossary in the page's text and lets people open what they mean.

const PLACES = ".jp-RenderedMarkdown p, .jp-RenderedMarkdown li, .coprod-show p, .coprod-show li, .coprod-show dd";
const NOT_IN = "a, button, summary, label, legend, code, svg, h1, h2, h3, h4, [popover], nav, .coprod-term";

function render({ model, el }) {
  model.send("shown");
  const meanings = new Map(); // lower-case spelling -> [word, text]
  const spellings = [];
  for (const [forms, word, text] of model.get("terms"))
    for (const form of forms) {
      meanings.set(form.toLowerCase(), [word, text]);
      spellings.push(form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    }
  if (!spellings.length) return;
  spellings.sort((a, b) => b.length - a.length);
  const any = new RegExp(`(?<![\\w-])(${spellings.join("|")})(?![\\w-])`, "i");
  const prefix = `term-${Math.random().toString(36).slice(2, 8)}-`;
  let count = 0;
  const told = new Map(); // the words the page explains -> their button; each is one stop for the keyboard

  const button = (said) => {
    const [word, text] = meanings.get(said.toLowerCase());
    const id = `${prefix}${count++}`;
    const node = document.createElement("button");
    node.type = "button";
    node.className = "coprod-term";
    node.textContent = said;
    node.setAttribute("popovertarget", id);
    const meaning = document.createElement("span");
    meaning.id = id;
    meaning.className = "coprod coprod-meaning";
    meaning.setAttribute("popover", "auto");
    const head = document.createElement("strong");
    head.textContent = word;
    meaning.append(head, text);
    return [node, meaning];
  };

  const mark = (place) => {
    if (place.dataset.terms || place.closest(NOT_IN)) return;
    place.dataset.terms = "1";
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(NOT_IN)) nodes.push(walker.currentNode);
    for (let node of nodes) {
      for (let from = 0; ; ) {
        const found = any.exec(node.data.slice(from));
        if (!found) break;
        const word = meanings.get(found[0].toLowerCase())[0];
        if (told.get(word)?.isConnected) {
          from += found.index + found[0].length;
          continue;
        }
        const rest = node.splitText(from + found.index);
        node = rest.splitText(found[0].length);
        from = 0;
        const [opener, meaning] = button(found[0]);
        told.set(word, opener);
        rest.replaceWith(opener, meaning);
      }
    }
  };

  const all = () => document.querySelectorAll(PLACES).forEach(mark);
  let waiting = null;
  const watch = new MutationObserver(() => { waiting ??= setTimeout(() => { waiting = null; all(); }, 120); });
  watch.observe(document.body, { childList: true, subtree: true });
  all();
  document.body.dataset.terms = "ready";
  return () => watch.disconnect();
}

export default { render };
