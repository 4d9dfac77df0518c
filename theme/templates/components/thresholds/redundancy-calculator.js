/**
 * Answers whether a planned redundancy is collective, monitored, both or neither.
 *
 * Attaches to every [data-module="redundancy-calculator"]; shows those of its [data-answer] texts that fit the form.
 * Thresholds: act of 13 March 2003, art. 1 (30 days) and act of 20 March 2025, art. 217 (3 months).
 */
const MONTH = 30;
/** Three months have 92 days at most. */
const QUARTER = 92;

/** From how many people leaving in 30 days a redundancy is collective; null where the rules do not bind the firm. */
export function collectiveFrom(employed) {
  if (employed < 20) return null;
  if (employed < 100) return 10;
  return employed < 300 ? employed / 10 : 30;
}

/** The names of the answers to `employed`, `dismissed`, `days` and whether the `cause` lies with the firm. */
export function answers({ employed, dismissed, days, cause }) {
  const whole = [employed, dismissed, days].every((number) => Number.isInteger(number) && number > 0);
  if (!whole || dismissed > employed) return ["incomplete"];
  if (!cause) return ["other-cause"];
  const threshold = collectiveFrom(employed);
  let collective = "not-collective";
  if (threshold === null) collective = "small-firm";
  else if (dismissed >= threshold) collective = days <= MONTH ? "collective" : "maybe-collective";
  let monitored = "not-monitored";
  if (dismissed >= 50) monitored = days <= QUARTER ? "monitored" : "maybe-monitored";
  const found = [collective, monitored];
  if (monitored === "not-monitored" && (collective === "not-collective" || collective === "small-firm")) found.push("help");
  return found;
}

function attach(root) {
  const form = root.querySelector("form");
  if (!form) return;
  const read = (name) => (form.elements[name].value.trim() === "" ? NaN : Number(form.elements[name].value));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const numbers = { employed: read("employed"), dismissed: read("dismissed"), days: read("days") };
    const shown = new Set(answers({ ...numbers, cause: form.elements.cause.checked }));
    for (const answer of root.querySelectorAll("[data-answer]")) answer.hidden = !shown.has(answer.dataset.answer);
  });
}

if (typeof document !== "undefined") document.querySelectorAll('[data-module="redundancy-calculator"]').forEach(attach);
