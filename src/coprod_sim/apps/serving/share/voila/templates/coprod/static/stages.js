// Shows a lesson one part at a time: "Go on" and "Back" turn the page, and nothing behind the bet opens before it stands.
(() => {
  const WAIT = 45_000; // after how long all of a text is shown whose parts did not come [milliseconds]
  const AT = "#part-page-";
  const root = document.documentElement;
  root.classList.add("staging"); // until the parts are known, only the first is shown (coprod.css)
  setTimeout(() => root.classList.remove("staging"), WAIT);

  // The part in which each cell of a lesson lies, counted from 0: a new one starts at a named cell; some stay with the first.
  const partsOf = (cells, starts, first) => {
    let number = 0;
    const part = ({ dataset }) => (first.includes(dataset.name) ? 0 : (number += Number(starts.includes(dataset.name))));
    return new Map(cells.map((cell) => [cell, part(cell)]));
  };

  const stage = (told) => {
    const { starts, first, on, back, here, bet, label } = told.dataset;
    const cells = [...document.querySelectorAll("[data-name]")];
    const below = first.split(" ");
    const parts = partsOf(cells, starts.split(" "), below);
    const count = Math.max(...parts.values()) + 1;
    const betPart = parts.get(cells.find((cell) => cell.dataset.name === "predict"));
    const KEPT = `coprod part ${location.pathname}`; // what a visit without a part in its address goes back to
    let now = 0;
    let waiting; // whether the bet was still open when last looked at; unknown until it has come up
    let asked = 0; // the part to be shown as soon as it is known whether the bet stands
    let sought = ""; // the place in the address while it has not come up yet: what stands in a cell comes after the cell

    const way = document.createElement("div");
    const title = document.createElement("h1"); // the lesson's own heading stands in its first part alone
    const where = document.createElement("p");
    const nav = document.createElement("nav");
    const [before, next] = [back, on].map((words) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = words;
      return button;
    });
    const open = document.createElement("p");
    way.className = "part-way";
    title.textContent = cells[0].querySelector("h1").firstChild.textContent;
    way.append(title, where);
    open.textContent = bet;
    nav.className = "part-turn";
    nav.setAttribute("aria-label", label);
    next.className = "main";
    nav.append(before, open, next);
    cells[0].before(way);
    cells.findLast((cell) => !below.includes(cell.dataset.name)).after(nav);

    const last = () => (document.querySelector(".bet-stands") ? count - 1 : betPart);
    const show = (part) => {
      asked = part;
      now = Math.min(part, last());
      if (waiting !== undefined) keep(now);
      for (const [cell, its] of parts) cell.classList.toggle("not-now", its !== now);
      title.hidden = now === 0;
      where.textContent = here.replace("{here}", now + 1).replace("{all}", count);
      before.hidden = now === 0;
      next.hidden = now >= last();
      open.hidden = now !== betPart || last() !== betPart;
    };
    const keep = (part) => {
      try { sessionStorage.setItem(KEPT, part); } catch { /* then the address alone says where somebody was */ }
    };
    const kept = () => {
      try { return Number(sessionStorage.getItem(KEPT)) || 0; } catch { return 0; }
    };
    // The heading gets the focus, so that a screen reader and the keyboard go on where the text does.
    const focus = () => {
      const heading = cells.filter((cell) => parts.get(cell) === now).map((cell) => cell.querySelector("h1, h2")).find(Boolean);
      if (heading) heading.tabIndex = -1;
      heading?.focus({ preventScroll: true });
      scrollTo({ top: 0 });
    };
    const turn = (part) => {
      history.pushState(null, "", `${AT}${part + 1}`);
      show(part);
      focus();
    };
    const follow = () => {
      const { hash } = location;
      const numbered = hash.startsWith(AT);
      const place = hash && document.getElementById(hash.slice(1));
      const cell = place && cells.find((one) => one.contains(place));
      sought = cell || numbered ? "" : hash;
      if (numbered) return show(Number(hash.slice(AT.length)) - 1 || 0);
      if (!cell) return;
      show(parts.get(cell));
      place.scrollIntoView();
    };
    const look = () => {
      if (sought && sought === location.hash) follow(); // who turned the page meanwhile stays there
      const waits = !document.querySelector(".bet-stands");
      if (waits === waiting || (waits && !document.querySelector("[data-name=predict] .coprod-form"))) return;
      const placed = waiting && now === betPart; // just now, and not before the page was loaded
      waiting = waits;
      if (placed) turn(now + 1);
      else show(asked);
    };

    before.addEventListener("click", () => turn(now - 1));
    next.addEventListener("click", () => turn(now + 1));
    for (const event of ["popstate", "hashchange"]) addEventListener(event, follow);
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributeFilter: ["class"] });
    document.body.classList.add("staged");
    show(kept());
    follow();
    look();
  };

  document.addEventListener("DOMContentLoaded", () => {
    const begin = () => {
      const told = document.querySelector(".lesson-parts");
      if (!told) return;
      watch.disconnect();
      stage(told);
    };
    const watch = new MutationObserver(begin);
    watch.observe(document.body, { childList: true, subtree: true });
    begin();
  });
})();
