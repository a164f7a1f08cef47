// Comfort for the studio; without it every form works as a plain form.
// - a form with data-swap is sent aside and the answer put in the place of the page, so that the
//   reader stays where he is;
// - a paper in the making is watched until it is made;
// - a button with data-print prints.
(() => {
  "use strict";
  const say = (words) => {
    const said = document.getElementById("said");
    if (said && words) said.textContent = words;
  };

  // Where the reader is: on an item, else on what stands where that item stood.
  const cards = () => [...document.querySelectorAll(".cards > [id]")];
  const same = (form, button) => {
    const card = form.closest("[id]");
    return { id: card ? card.id : "", at: cards().indexOf(card), value: button ? button.value : "" };
  };

  const focus = (was) => {
    const card = document.getElementById(was.id) || cards()[Math.min(was.at, cards().length - 1)];
    if (!card || card.id === "main") {
      document.getElementById("main").focus({ preventScroll: true });
      return;
    }
    const again = was.value ? card.querySelector(`button[value="${was.value}"]:not(:disabled)`) : null;
    (again || card).focus({ preventScroll: true });
    const box = card.getBoundingClientRect();
    if (box.bottom < 80 || box.top > innerHeight - 80) card.scrollIntoView({ block: "nearest" });
  };

  const swap = async (form, button) => {
    const body = new URLSearchParams(new FormData(form));
    if (button && button.name) body.set(button.name, button.value);
    const was = same(form, button);
    form.setAttribute("aria-busy", "true");
    form.querySelectorAll("button").forEach((b) => { b.disabled = true; });
    let answer;
    let words;
    try {
      answer = await fetch(form.action, { method: "POST", body, credentials: "same-origin" });
      words = await answer.text();
    } catch {
      location.reload();
      return;
    }
    const shown = new DOMParser().parseFromString(words, "text/html").getElementById("main");
    if (!shown || new URL(answer.url).pathname !== location.pathname && answer.ok) {
      location.assign(answer.url);
      return;
    }
    document.getElementById("main").replaceWith(shown);
    const alert = document.querySelector('#main [role="alert"]');
    if (alert) {
      alert.tabIndex = -1;
      alert.focus();
      return;
    }
    say(button ? button.dataset.said : "");
    focus(was);
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.matches("[data-swap]")) {
      event.preventDefault();
      swap(form, event.submitter);
    }
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) print();
  });

  const watch = async (place) => {
    const clock = place.querySelector(".seconds");
    for (;;) {
      await new Promise((go) => { setTimeout(go, 700); });
      try {
        const answer = await fetch(place.dataset.watch, { credentials: "same-origin" });
        const job = await answer.json();
        clock.textContent = `${job.seconds} ${place.dataset.unit}`;
        const told = place.querySelector(".told");
        if (told && job.told) told.textContent = job.told;
        if (!answer.ok || job.done) break;
      } catch {
        break;
      }
    }
    location.replace(place.dataset.then);
  };
  document.addEventListener("DOMContentLoaded", () => {
    const place = document.querySelector("[data-watch]");
    if (place) watch(place);
  });
})();
