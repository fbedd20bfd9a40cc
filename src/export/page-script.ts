// The script of the pages that `--html` writes: number keys switch layers, a fact lights its words and back.
// The pages are readable and every fact's link works without it.

export const pageScript = `
"use strict";
const text = (fact) => fact.closest("section").querySelector(".text");
const clear = () => document.querySelectorAll(".lit,.chosen").forEach((one) => one.classList.remove("lit", "chosen"));
const light = (fact, scroll) => {
  clear();
  fact.classList.add("chosen");
  const spans = fact.dataset.spans.split(" ").map((span) => span.split("-").map(Number));
  let first;
  for (const part of (document.getElementById(fact.dataset.text) || text(fact)).querySelectorAll("span[data-start]")) {
    const start = Number(part.dataset.start);
    if (!spans.some(([from, to]) => from <= start && start < to)) continue;
    part.classList.add("lit");
    first ??= part;
  }
  if (scroll && first) first.scrollIntoView({ block: "center" });
};
const toggle = (button) => {
  const on = button.getAttribute("aria-pressed") !== "true";
  button.setAttribute("aria-pressed", on);
  document.body.classList.toggle("show-" + button.dataset.layer, on);
};
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-layer]");
  if (button) return toggle(button);
  const copy = event.target.closest("button[data-copy]");
  if (copy) return void navigator.clipboard?.writeText(copy.dataset.copy).then(() => (copy.textContent = "copied"));
  const fact = event.target.closest("[data-spans]");
  if (fact) return light(fact, true);
  const part = event.target.closest("span[data-marks]");
  if (!part) return clear();
  const ids = part.dataset.marks.split(" ").reverse();
  const found = ids.map((id) => document.getElementById(id)).find(Boolean);
  if (found) { light(found, false); found.scrollIntoView({ block: "nearest" }); found.focus({ preventScroll: true }); }
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const facts = [...document.querySelectorAll("[data-spans]")];
  const at = facts.indexOf(document.activeElement);
  const go = (fact) => { if (fact) { event.preventDefault(); fact.focus(); light(fact, true); } };
  if (/^[1-9]$/.test(event.key)) {
    const button = document.querySelectorAll("button[data-layer]")[Number(event.key) - 1];
    if (button) toggle(button);
  } else if (event.key === "j" || event.key === "n") go(facts[at + 1]);
  else if (event.key === "k" || event.key === "p") go(facts[at < 0 ? facts.length - 1 : at - 1]);
  else if ((event.key === "Enter" || event.key === " ") && at >= 0 && document.activeElement.tagName !== "BUTTON") go(facts[at]);
  else if (event.key === "Escape") clear();
});
`;
