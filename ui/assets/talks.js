// Conversations that are kept: the address names the one that is shown; an opinion is sent without
// leaving the page.
(() => {
  "use strict";
  const send = async (form, submitter) => {
    const body = new URLSearchParams(new FormData(form, submitter));
    const part = form.closest(".sending") ? ".sending" : ".verdict";
    const box = form.closest(part);
    try {
      const answer = await fetch(form.action, { method: "POST", body, credentials: "same-origin" });
      if (!answer.ok) throw new Error(String(answer.status));
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const told = page.querySelector(part);
      box.replaceWith(document.adoptNode(told));
      const said = document.getElementById("said");
      if (said) said.textContent = told.textContent;
    } catch {
      form.submit();
    }
  };
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("form[data-quiet]")) return;
    event.preventDefault();
    send(form, event.submitter);
  });
  // a question that is offered is asked as if it had been typed
  const ask = (words) => {
    const box = document.querySelector("#composer textarea");
    if (!box) return;
    const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set;
    set.call(box, words);
    box.dispatchEvent(new Event("input", { bubbles: true }));
    setTimeout(() => {
      box.focus();
      document.querySelector("#send").click();
    }, 50);
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-ask]");
    if (button) ask(button.dataset.ask);
    if (event.target.closest("#narrow-toggle")) {
      const box = document.getElementById("narrow");
      const open = box.classList.toggle("open");
      if (open) box.querySelector("input").focus();
    }
  });
  const name = () => {
    const shown = document.querySelector("#live .exchange[data-talk]");
    const there = shown ? `/?cuoc=${encodeURIComponent(shown.dataset.talk)}` : "/";
    if (location.pathname === "/" && location.pathname + location.search !== there) {
      history.replaceState(null, "", there);
    }
  };
  document.addEventListener("DOMContentLoaded", () => {
    const app = document.querySelector("gradio-app");
    if (!app) return;
    let seen = false;
    // Gradio has no Vietnamese; its own words for the list of choices are these two
    const speak = () => {
      if (document.documentElement.dataset.tongue === "en") return;
      for (const button of app.querySelectorAll('#narrow [title="Clear"]')) button.title = "Bỏ mọi lựa chọn";
      for (const button of app.querySelectorAll('#narrow [title^="Remove "]')) button.title = "Bỏ lựa chọn này";
    };
    new MutationObserver(() => {
      speak();
      seen = seen || Boolean(app.querySelector("#live .exchange"));
      if (seen) name();
    }).observe(app, { childList: true, subtree: true });
  });
})();
