// The list of a page's parts, the address bar, and files to save.

const make = (tag, attributes = {}, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "text") node.textContent = value;
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
};

function render({ model, el }) {
  const list = make("ol");
  const nav = make("nav", { class: "coprod-parts", "aria-label": model.get("words").parts }, list);
  const live = make("p", { class: "coprod-say", role: "status", "aria-live": "polite" });
  const aloud = make("p", { class: "coprod-aloud", role: "status", "aria-live": "polite" });
  el.replaceChildren(nav, live, aloud);

  const build = () => {
    const here = model.get("here");
    list.replaceChildren(...model.get("parts").map(([key, title], k) => {
      const button = make("button", { type: "button", onclick: () => model.send({ kind: "turn", key }) },
        make("span", { class: "count", text: String(k + 1), "aria-hidden": "true" }), make("span", { text: title }));
      if (key === here) button.setAttribute("aria-current", "step");
      return make("li", {}, button);
    }));
    document.body.dataset.part = here;
  };

  const to_heading = () => {
    const node = document.querySelector(`.part-${model.get("here")} h2`);
    if (!node?.checkVisibility()) return;
    node.tabIndex = -1;
    node.focus({ preventScroll: true });
  };

  // A part may come on screen a moment later, or be built anew just after: its heading is focused
  // again whenever focus got lost, until the person goes on from there.
  let watch = null;
  const arrive = () => {
    build();
    watch?.disconnect();
    const now = (watch = new MutationObserver(() => {
      if (!document.activeElement?.checkVisibility() || document.activeElement === document.body) to_heading();
    }));
    now.observe(el.closest("main") ?? document.body, { childList: true, subtree: true, attributes: true });
    for (const deed of ["keydown", "pointerdown"])
      document.addEventListener(deed, () => now.disconnect(), { once: true, capture: true });
    to_heading();
    nav.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
    const top = nav.getBoundingClientRect().top + window.scrollY;
    if (window.scrollY > top) window.scrollTo({ top });
  };

  // Where a press leads: to the heading over a part, or else to its beginning, also when it opens a moment later.
  const lead = (part, tries = 100) => {
    const node = document.querySelector(`[data-name="${part}-words"] h2`) ?? document.getElementById(`part-${part}`);
    if (!node?.checkVisibility()) return void (tries && setTimeout(() => lead(part, tries - 1), 50));
    node.tabIndex = -1;
    node.focus({ preventScroll: true });
    node.scrollIntoView({ block: "start" });
  };

  // What was typed and has not reached the kit (drafts.js).
  const forget = () => {
    try {
      for (const store of [localStorage, sessionStorage])
        for (const name of Object.keys(store)) if (name.startsWith("coprod draft ")) store.removeItem(name);
    } catch { /* where a browser keeps nothing there is nothing to forget */ }
  };

  model.on("change:here", arrive);
  model.on("change:parts", build);
  model.on("change:query", () => {
    const query = model.get("query");
    history.replaceState(null, "", query ? `?${query}` : location.pathname);
  });
  model.on("change:say", () => (live.textContent = model.get("say")));
  model.on("change:aloud", () => (aloud.textContent = model.get("aloud")));
  model.on("msg:custom", (content, buffers) => {
    if (content.kind === "lead") lead(content.part);
    if (content.kind === "forget") forget();
    if (content.kind !== "file") return;
    const url = URL.createObjectURL(new Blob([buffers[0]], { type: content.type }));
    const link = make("a", { href: url, download: content.name, hidden: "" });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
  });
  // Somebody is back at this tab: another one may have kept something meanwhile.
  const back = () => document.visibilityState === "visible" && model.send({ kind: "back" });
  addEventListener("focus", back);
  document.addEventListener("visibilitychange", back);
  // JupyterLab hides a tab of its own and shows it again without a word: all that is seen of it is a size.
  let hidden = false;
  const sized = new ResizeObserver(() => {
    const shown = el.checkVisibility();
    if (shown && hidden) back();
    hidden = !shown;
  });
  sized.observe(el);
  build();
  live.textContent = model.get("say");
  model.send({ kind: "shown" });
  return () => {
    removeEventListener("focus", back);
    document.removeEventListener("visibilitychange", back);
    sized.disconnect();
  };
}

export default { render };
