// Around every page: its language, when it is ready, and a banner when the session or the line is lost.
window.voila_heartbeat = () => {}; // Voila calls it while a page takes long
(() => {
  const words = {
    en: {
      dead: "This session has ended. What you entered is kept in the address.",
      again: "Start again",
      lost: "The connection is lost. What you entered is kept, and we keep trying.",
      failed: "This page could not be built. That is our fault, not yours.",
      slow: "This takes longer than usual: other pages may be opening too. There is nothing you need to do.",
      stuck: "This page did not come up. We are trying once more.",
      stopped: "This page did not come up, twice. Your computer may be very busy.",
      skip: "Skip to the page",
      honest: "A thinking tool, consistent with published findings, not a forecast.",
      foot: "Everything runs on this computer. Nothing you type is sent to the internet.",
      room: "The room runs on this computer. Once you let phones in, what people type is shown on other devices in this network.",
    },
    cy: {
      dead: "Mae'r sesiwn hon wedi dod i ben. Mae'r hyn a roesoch wedi'i gadw yn y cyfeiriad.",
      again: "Dechrau eto",
      lost: "Collwyd y cysylltiad. Mae'r hyn a roesoch wedi'i gadw, ac rydym yn dal i geisio.",
      failed: "Nid oedd modd adeiladu'r dudalen hon. Ein bai ni yw hynny, nid eich bai chi.",
      slow: "Mae hyn yn cymryd mwy o amser nag arfer: efallai bod tudalennau eraill yn agor hefyd. Nid oes angen ichi wneud dim.",
      stuck: "Ni ddaeth y dudalen hon i fyny. Rydym yn ceisio unwaith eto.",
      stopped: "Ni ddaeth y dudalen hon i fyny, ddwywaith. Efallai bod eich cyfrifiadur yn brysur iawn.",
      skip: "Neidio i'r dudalen",
      honest: "Offeryn meddwl, sy'n gyson â chanfyddiadau cyhoeddedig, nid rhagolwg.",
      foot: "Mae popeth yn rhedeg ar y cyfrifiadur hwn. Nid yw dim a deipiwch yn cael ei anfon i'r rhyngrwyd.",
      room: "Mae'r ystafell yn rhedeg ar y cyfrifiadur hwn. Unwaith y gadewch ffonau i mewn, dangosir yr hyn y mae pobl yn ei deipio ar ddyfeisiau eraill yn y rhwydwaith hwn.",
    },
  };
  const asked = new URLSearchParams(location.search).get("lang");
  const language = words[asked] ? asked : "en";
  document.documentElement.lang = language;
  const t = words[language];

  const banner = (text, button) => {
    const place = document.getElementById("trouble");
    if (!place || place.dataset.said === text) return;
    place.dataset.said = text;
    place.replaceChildren();
    if (!text) return;
    const said = document.createElement("p");
    said.textContent = text;
    place.append(said);
    if (!button) return;
    const again = document.createElement("button");
    again.type = "button";
    again.textContent = button;
    again.addEventListener("click", () => location.reload());
    place.append(again);
  };

  const kernel = () => {
    const data = document.getElementById("jupyter-config-data");
    return data ? JSON.parse(data.textContent).kernelId : null;
  };
  let first = null;
  let stopped = false;
  const look = async () => {
    const id = kernel();
    if (!id || stopped) return;
    try {
      const answer = await fetch(`${document.body.dataset.baseUrl.replace(/voila\/$/, "")}coprod/alive/${id}`, { cache: "no-store" });
      const { pid } = await answer.json();
      first ??= pid;
      banner(pid === null || pid !== first ? t.dead : "", t.again);
    } catch {
      banner(t.lost);
    }
  };

  const SLOW = 20_000; // after how long a person is told to go on waiting [milliseconds]
  const STUCK = 40_000; // how long a page that was sent whole may take to show itself [milliseconds]
  const waiting = () => document.getElementById("waiting");
  setTimeout(() => waiting() && (waiting().textContent = t.slow), SLOW); // also while it is still sent
  const try_again = () => {
    if (!waiting()) return;
    const key = `coprod-tried ${location.pathname}`;
    const tried = sessionStorage.getItem(key);
    sessionStorage.setItem(key, "once");
    if (tried) {
      waiting().remove();
      sessionStorage.removeItem(key);
      banner(t.stopped, t.again);
      stopped = true;
      return;
    }
    stopped = true;
    banner(t.stuck);
    setTimeout(() => location.reload(), 1500);
  };

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelector(".skip").textContent = t.skip;
    document.querySelector("header .honest").textContent = t.honest;
    document.querySelector(".foot p").textContent = location.pathname.includes("run_a_session") ? t.room : t.foot;
    // Voila moves the cells into a frame of its own, which thereby becomes the page's main part.
    const ready = () => {
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
      sessionStorage.removeItem(`coprod-tried ${location.pathname}`);
      document.getElementById("waiting")?.remove();
      watch.disconnect();
    };
    const watch = new MutationObserver(ready);
    watch.observe(document.body, { childList: true, subtree: true });
    ready();
    if ([...document.querySelectorAll("pre")].some((p) => p.textContent.includes("There was an error when executing cell"))) {
      banner(t.failed, t.again);
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
