// Comfort for who writes gold items; without it quotes are pasted by hand.
// - the source is read beside the form, and what is selected in it becomes evidence;
// - the name of who works here is remembered in this browser.
(() => {
  "use strict";
  const NAME = "hoiquyche-who";
  const say = (words) => {
    const said = document.getElementById("said");
    if (said) said.textContent = words;
  };

  const remember = () => {
    let known = "";
    try { known = localStorage.getItem(NAME) || ""; } catch { return; }
    for (const field of document.querySelectorAll("[data-remember]")) {
      if (!field.value) field.value = known;
      field.addEventListener("change", () => {
        try { localStorage.setItem(NAME, field.value); } catch { /* a private window */ }
      });
    }
  };

  const read = async (pane) => {
    const text = pane.querySelector(".source-text");
    const chosen = pane.querySelector("select").value;
    text.replaceChildren();
    if (!chosen) return;
    const answer = await fetch(`/source/${encodeURIComponent(chosen)}`, { credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    text.replaceChildren(...page.body.childNodes);
    text.querySelectorAll("[id]").forEach((e) => e.removeAttribute("id"));
    text.scrollTop = 0;
  };

  const selected = (pane) => {
    const chosen = getSelection();
    const text = pane.querySelector(".source-text");
    if (!chosen.rangeCount || chosen.isCollapsed || !text.contains(chosen.anchorNode)
        || !text.contains(chosen.focusNode)) return "";
    return chosen.toString().replace(/\s+/g, " ").trim();
  };

  const escaped = (words) => words.replace(/\\/g, "\\\\").replace(/\|/g, "\\|");

  const pick = (pane, more) => {
    const words = selected(pane);
    if (!words) { say(pane.dataset.nothing); pane.classList.add("nothing"); return; }
    pane.classList.remove("nothing");
    const id = pane.querySelector("select").value;
    const name = [...pane.querySelectorAll("[data-document]")].find((e) => e.dataset.document === id);
    const quote = `${escaped(name.dataset.source).replace(/:/g, "\\:")}: ${escaped(words)}`;
    const field = document.getElementById("cell-evidence");
    const before = field.value.trimEnd();
    field.value = !before ? quote : `${before}${more ? " | " : "\n"}${quote}`;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    say(pane.dataset.picked);
    getSelection().removeAllRanges();
  };

  document.addEventListener("DOMContentLoaded", () => {
    remember();
    const pane = document.querySelector(".picking");
    if (!pane) return;
    pane.querySelector("select").addEventListener("change", () => read(pane));
    read(pane); // what was chosen before this script ran, or is restored on the way back
    // a press would take the selection away before the click
    pane.addEventListener("mousedown", (event) => {
      if (event.target.closest("[data-pick]")) event.preventDefault();
    });
    pane.addEventListener("click", (event) => {
      const button = event.target.closest("[data-pick]");
      if (button) pick(pane, button.dataset.pick === "more");
    });
  });
})();
