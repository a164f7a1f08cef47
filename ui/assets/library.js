// Dropping files on the form of the library, and saying which were chosen.
(() => {
  "use strict";
  document.addEventListener("DOMContentLoaded", () => {
    const zone = document.querySelector(".drop");
    if (!zone) return;
    const input = zone.querySelector("input");
    const words = zone.querySelector(".drop-words");
    const empty = words.textContent;
    const told = () => {
      const files = [...input.files];
      words.textContent = files.length
        ? `${files.length} ${words.dataset.chosen}: ${files.slice(0, 5).map((f) => f.name).join(", ")}${files.length > 5 ? "…" : ""}`
        : empty;
    };
    input.addEventListener("change", told);
    for (const kind of ["dragenter", "dragover"]) {
      zone.addEventListener(kind, (event) => { event.preventDefault(); zone.classList.add("over"); });
    }
    for (const kind of ["dragleave", "drop"]) {
      zone.addEventListener(kind, (event) => { event.preventDefault(); zone.classList.remove("over"); });
    }
    zone.addEventListener("drop", (event) => {
      if (event.dataTransfer.files.length) {
        input.files = event.dataTransfer.files;
        told();
      }
    });
  });
})();
