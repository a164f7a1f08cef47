// Opens citations beside the conversation. A chip carries an internal id only
// (data-cite="document:start-end"); what is shown comes from /source/ on this server, escaped there.
(() => {
  "use strict";
  const panel = () => document.getElementById("source");
  const wide = matchMedia("(min-width: 64rem)");
  const state = { chips: [], at: 0, opener: null, asked: 0 };

  const place = (chip) => {
    const cut = chip.dataset.cite.lastIndexOf(":");
    const [start, end] = chip.dataset.cite.slice(cut + 1).split("-");
    return { document: chip.dataset.cite.slice(0, cut), n: chip.dataset.n, start, end, words: chip.dataset.words };
  };

  const chipsOf = (chip) => {
    const seen = new Map();
    for (const other of chip.closest(".reply").querySelectorAll("[data-cite]")) {
      if (!seen.has(other.dataset.n)) seen.set(other.dataset.n, other);
    }
    return [...seen.values()].sort((a, b) => a.dataset.n - b.dataset.n);
  };

  const address = (chip) => {
    const here = place(chip);
    const query = new URLSearchParams();
    for (const other of state.chips.map(place)) {
      if (other.document === here.document) query.append("c", `${other.n}.${other.start}.${other.end}.${other.words || ""}`);
    }
    query.append("at", here.n);
    return `/source/${encodeURIComponent(here.document)}?${query}`;
  };

  const open = (chip) => {
    state.opener = chip;
    state.chips = chipsOf(chip);
    state.at = state.chips.findIndex((c) => c.dataset.n === chip.dataset.n);
    hideHint();
    if (!panel().open) {
      if (wide.matches) panel().show();
      else panel().showModal();
      document.documentElement.classList.add("source-open");
    }
    show();
  };

  const show = async () => {
    const chip = state.chips[state.at];
    const view = panel().querySelector(".source-view");
    const where = panel().querySelector(".source-where");
    const asked = ++state.asked;
    document.querySelectorAll(".chip[aria-expanded]").forEach((c) => c.removeAttribute("aria-expanded"));
    document.querySelectorAll(".chip").forEach((c) => {
      if (c.dataset.cite === chip.dataset.cite && c.closest(".reply") === chip.closest(".reply")) {
        c.setAttribute("aria-expanded", "true");
      }
    });
    where.textContent = panel().dataset.opening;
    panel().querySelector('[data-step="previous"]').disabled = state.at === 0;
    panel().querySelector('[data-step="next"]').disabled = state.at === state.chips.length - 1;
    let shown;
    try {
      const answer = await fetch(address(chip), { credentials: "same-origin" });
      if (!answer.ok) throw new Error(String(answer.status));
      shown = await answer.text();
    } catch {
      if (asked === state.asked) where.textContent = panel().dataset.failed;
      return;
    }
    if (asked !== state.asked) return;
    view.innerHTML = shown;
    where.textContent = chip.dataset.label;
    const mark = view.querySelector("mark.current");
    if (mark) {
      const head = view.querySelector("header").offsetHeight;
      const gap = mark.getBoundingClientRect().top - view.getBoundingClientRect().top - head;
      view.scrollTop += gap - (view.clientHeight - head) / 6;
    }
    view.focus({ preventScroll: true });
  };

  const close = () => {
    if (!panel().open) return;
    panel().close();
  };

  const closed = () => {
    document.documentElement.classList.remove("source-open");
    document.querySelectorAll(".chip[aria-expanded]").forEach((c) => c.removeAttribute("aria-expanded"));
    const back = state.opener && state.opener.isConnected
      ? state.opener
      : document.querySelector("#composer textarea");
    if (back) back.focus();
  };

  const step = (by) => {
    const to = state.at + by;
    if (to >= 0 && to < state.chips.length) {
      state.at = to;
      show();
    }
  };

  const copy = async (button) => {
    let done = true;
    const words = button.dataset.copy || new URL(button.dataset.link, location.href).href;
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      const area = document.createElement("textarea");
      area.value = words;
      document.body.append(area);
      area.select();
      done = document.execCommand("copy");
      area.remove();
      button.focus();
    }
    const before = button.dataset.before || button.textContent;
    button.dataset.before = before;
    button.textContent = done ? button.dataset.done : button.dataset.failed;
    setTimeout(() => { button.textContent = before; }, 2000);
  };

  // A card with the quoted words while a chip is pointed at or has the focus.
  let hint = null;
  let hinted = null;
  const hideHint = () => {
    if (hint) hint.remove();
    hint = hinted = null;
  };
  const placeHint = () => {
    if (!hint) return;
    const box = hinted.getBoundingClientRect();
    if (!hinted.isConnected || box.bottom < 0 || box.top > innerHeight) {
      hideHint();
      return;
    }
    const left = Math.min(Math.max(8, box.left - 24), innerWidth - hint.offsetWidth - 8);
    const above = box.top - hint.offsetHeight - 8;
    hint.style.left = `${left}px`;
    hint.style.top = `${above > 8 ? above : box.bottom + 8}px`;
  };
  const showHint = (chip) => {
    if (chip === hinted) return;
    hideHint();
    if (!matchMedia("(hover: hover)").matches || panel().open) return;
    hinted = chip;
    hint = document.createElement("div");
    hint.className = "hint";
    hint.setAttribute("aria-hidden", "true");
    const head = document.createElement("strong");
    head.textContent = chip.dataset.label;
    const words = document.createElement("span");
    words.textContent = chip.dataset.quote;
    hint.append(head, words);
    document.body.append(hint);
    placeHint();
  };

  document.addEventListener("click", (event) => {
    const chip = event.target.closest("[data-cite]");
    if (chip) return open(chip);
    const button = event.target.closest("[data-copy], [data-link]");
    if (button) return copy(button);
    const move = event.target.closest("[data-step]");
    if (!move) return undefined;
    if (move.dataset.step === "close") return close();
    return step(move.dataset.step === "next" ? 1 : -1);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    hideHint();
    close();
  });
  for (const kind of ["pointerover", "focusin"]) {
    document.addEventListener(kind, (event) => {
      const chip = event.target.closest && event.target.closest("[data-cite]");
      if (chip) showHint(chip);
      else hideHint();
    });
  }
  document.addEventListener("scroll", placeHint, true);
  document.addEventListener("DOMContentLoaded", () => {
    // on a phone the areas are wider than the window: the one that is open is in sight
    const here = document.querySelector(".top nav [aria-current]");
    if (here) here.parentElement.scrollLeft = here.offsetLeft - (here.parentElement.clientWidth - here.offsetWidth) / 2;
    panel().addEventListener("close", closed);
    panel().addEventListener("click", (event) => { if (event.target === panel()) close(); });
    wide.addEventListener("change", () => {
      if (!panel().open) return;
      const opener = state.opener;
      close();
      open(opener);
    });
    watch();
  });

  // A new question goes to the top of the window and stays there while its answer appears, unless
  // the reader moves; a screen reader hears when the answer is whole, not each claim anew.
  let follow = false;
  for (const kind of ["wheel", "touchmove", "pointerdown", "keydown"]) {
    document.addEventListener(kind, () => { follow = false; }, { capture: true, passive: true });
  }
  const watch = () => {
    // Gradio has no Vietnamese and writes its own language on the page.
    const html = document.documentElement;
    const own = html.dataset.tongue || html.lang;
    const speak = () => { if (html.lang !== own) html.lang = own; };
    new MutationObserver(speak).observe(html, { attributeFilter: ["lang"] });
    const app = document.querySelector("gradio-app");
    const said = document.getElementById("said");
    if (!app) return;
    let last = "";
    let busy = false;
    const look = () => {
      if (app.querySelector("#composer")) html.classList.add("loaded");
      const article = app.querySelector("#live .exchange");
      if (!article) return;
      const asked = app.querySelectorAll(".exchange").length + article.querySelector(".question").textContent;
      if (asked !== last) follow = true;
      last = asked;
      const now = article.getAttribute("aria-busy") === "true";
      if (busy && !now) said.textContent = article.dataset.said;
      else if (now && !busy) said.textContent = "";
      busy = now;
      if (follow) article.scrollIntoView({ block: "start" });
    };
    new MutationObserver(look).observe(app, { childList: true, subtree: true });
    new ResizeObserver(() => {
      if (follow) app.querySelector("#live .exchange").scrollIntoView({ block: "start" });
    }).observe(app);
  };
})();
