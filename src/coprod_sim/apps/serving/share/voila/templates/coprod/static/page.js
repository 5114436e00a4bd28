// Around every page: its language, when it is ready, and a banner when the session or the line is lost.
window.voila_heartbeat = () => {}; // Voila calls it while a page takes long
(() => {
  const { words, place, feet } = JSON.parse(document.getElementById("around").textContent); // Python's `around_pages`
  const asked = new URLSearchParams(location.search).get("lang");
  const language = words[asked] ? asked : "en";
  document.documentElement.lang = language;
  const t = words[language];

  // What is true of this page once nobody hears it: what was saved, and what is typed from then on (form.js).
  const KEPT = { learn: /\/(\d_\w+|do_exercises|my_own_case)\.ipynb/, decide: /\/explore_scenarios\.ipynb/, train: /\/run_a_session\.ipynb/ };
  const keeps = () => {
    try {
      localStorage.setItem("coprod keeps", "");
      localStorage.removeItem("coprod keeps");
      return true;
    } catch {
      return false;
    }
  };
  const kept = () => {
    const page = Object.keys(KEPT).find((one) => KEPT[one].test(location.pathname)) ?? "other";
    return page === "decide" ? [t.kept_decide] : [keeps() ? t.typed : t.untyped, t[`kept_${page}`]];
  };

  // The banner stands at the foot of the window, wherever the page is: what has the focus is never behind it.
  const make_room = () => {
    const box = document.getElementById("trouble");
    const height = box?.offsetHeight ?? 0;
    document.documentElement.style.setProperty("--banner", `${height}px`); // room for it below the foot (coprod.css)
    if (!height) return;
    box.tabIndex = box.scrollHeight > box.clientHeight ? 0 : -1; // so that the keyboard can scroll it
    const { activeElement: at } = document;
    if (at === document.body || box.contains(at)) return;
    const { top, bottom } = at.getBoundingClientRect();
    const behind = Math.min(bottom - box.getBoundingClientRect().top, top) + 8;
    if (behind > 8) scrollBy(0, behind);
  };
  addEventListener("resize", make_room);
  addEventListener("focusin", () => requestAnimationFrame(make_room)); // after the browser's own scrolling
  const banner = (said, button) => {
    const box = document.getElementById("trouble");
    const text = said.join(" ");
    if (!box || box.dataset.said === text) return;
    box.dataset.said = text;
    const again = document.createElement("button");
    again.type = "button";
    again.textContent = t.again;
    again.addEventListener("click", () => location.reload());
    const lines = said.map((line) => Object.assign(document.createElement("p"), { textContent: line }));
    box.replaceChildren(...lines, ...(button ? [again] : []));
    box.scrollTop = 0;
    make_room();
  };

  const kernel = () => {
    const data = document.getElementById("jupyter-config-data");
    return data ? JSON.parse(data.textContent).kernelId : null;
  };
  let first = null;
  let kit = null;
  let stopped = false;
  const look = async () => {
    const id = kernel();
    if (!id || stopped) return;
    try {
      const answer = await fetch(`${document.body.dataset.baseUrl.replace(/voila\/$/, "")}coprod/alive/${id}`, { cache: "no-store" });
      const now = await answer.json();
      if (stopped) return; // what was said meanwhile stays
      first ??= now.pid;
      kit ??= now.kit;
      if (now.kit !== kit) banner([t.restarted, ...kept()], true);
      else if (now.pid === null || now.pid !== first) banner([t.ended, ...kept()], true);
      else banner([]);
    } catch {
      if (!stopped) banner([t.lost, t[`lost_${place}`], ...kept()]);
    }
  };

  const SLOW = 20_000; // after how long a person is told to go on waiting [milliseconds]
  const STUCK = 40_000; // how long a page that was sent whole may take to show itself [milliseconds]
  const waiting = () => document.getElementById("waiting");
  setTimeout(() => waiting() && (waiting().textContent = t.slow), SLOW); // also while it is still sent
  const outputs = (said) => [...document.querySelectorAll(".jp-OutputArea-output")].filter(({ firstChild }) => firstChild?.data?.startsWith(said));
  // What Jupyter says in place of a widget until the session has told of it, and where the session never has.
  const due = () => outputs("Loading widget...")[0];
  const lost = () => outputs("Error displaying widget")[0];
  const try_again = () => {
    if (stopped || !(waiting() || due() || lost())) return;
    const key = `coprod-tried ${location.pathname}`;
    const tried = sessionStorage.getItem(key);
    sessionStorage.setItem(key, "once");
    if (tried) {
      waiting()?.remove();
      sessionStorage.removeItem(key);
      banner([t.stopped], true);
      stopped = true;
      return;
    }
    stopped = true;
    banner([t.stuck]);
    setTimeout(() => location.reload(), 1500);
  };

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelector(".skip").textContent = t.skip;
    document.querySelector("header .honest").textContent = t.honest;
    document.querySelector(".foot p").textContent = t[KEPT.train.test(location.pathname) ? feet.train : feet.others];
    // Voila moves the cells into a frame of its own, which thereby becomes the page's main part.
    const ready = () => {
      if (lost()) return try_again();
      const frame = document.querySelector(".jp-LabShell");
      if (frame?.querySelector("#rendered_cells") && !frame.hasAttribute("role")) {
        document.getElementById("text")?.remove();
        frame.setAttribute("role", "main");
        frame.tabIndex = -1;
        document.querySelector(".skip").href = `#${frame.id}`;
      }
      for (const link of document.querySelectorAll("a.anchor-link")) link.remove();
      const lesson = document.querySelector(".coprod-lesson");
      if (!lesson && !document.querySelector(".coprod-parts, .coprod-leaders")) return;
      // A lesson's own text stays; that of other pages gives way to the page itself.
      document.body.classList.add(lesson ? "lesson" : "ready");
      const bet = document.querySelector("[data-name=predict]"); // without it, all behind it stays closed
      if (bet && !bet.querySelector(".bet-stands, .coprod-form")) return;
      waiting()?.remove();
      if (due()) return; // a part can still be lost though the bet is there
      sessionStorage.removeItem(`coprod-tried ${location.pathname}`);
      watch.disconnect();
    };
    const watch = new MutationObserver(ready);
    watch.observe(document.body, { childList: true, subtree: true });
    ready();
    if ([...document.querySelectorAll("pre")].some((p) => p.textContent.includes("There was an error when executing cell"))) {
      banner([t.failed], true);
      document.getElementById("waiting")?.remove();
    }
    setInterval(look, 3000);
    look();
    // The page has been sent whole: what it shows must come now, or its output was lost on the way.
    if (document.body.classList.contains("cells-done")) setTimeout(try_again, STUCK);
  });
  window.addEventListener("pagehide", () => {
    const id = kernel();
    if (id) navigator.sendBeacon(`${document.body.dataset.baseUrl}api/shutdown/${id}`);
  });
  document.documentElement.classList.add("scripted"); // last: where this script fails, the page says so
})();
