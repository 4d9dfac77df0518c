/**
 * The planner of redundancies: which rules apply, and when each step can or must be done.
 *
 * Pure: no clock, no page, no words of its own; all sentences and all numbers come with the rules. It runs in a browser
 * and in Node alike.
 */
import { readAnswers } from './answers.js';
import { decide, deciding, knowsTime } from './regimes.js';
import { describeDay, inForce, listed, say } from './rules.js';
import { isoDates, schedule } from './schedule.js';
import { severance } from './severance.js';

export { describeDay, say, severance };

/**
 * The plan of the answers: {regimes, steps, warnings}. `rules` are /zwolnienia/zasady.json; `answers` {employed,
 * dismissed, days, employer_cause, agreements?, unions, consultation?, second_notice?, last_day?, county?}.
 */
export function plan(rules, answers) {
  const warnings = [];
  const given = readAnswers(rules, answers, warnings);
  const iso = deciding(given);
  const decisions = decide(rules, given);
  for (const { applies, message, regime, byAgreements } of decisions) {
    if (applies === "maybe" || applies === "about") warnings.push({ field: "days", message });
    else if (byAgreements && regime === "monitored") warnings.push({ field: "agreements", message: say(rules, "agreements-monitored") });
  }
  const regimes = decisions.filter(({ applies }) => applies === "yes" || applies === "about").map(({ regime }) => regime);
  if (regimes.some((regime) => !knowsTime(rules, regime, iso))) warnings.push({ message: say(rules, "other-time") });
  const collective = decisions.find(({ regime }) => regime === "collective").applies;
  if (collective === "yes" && given.unions === null) warnings.push({ field: "unions", message: say(rules, "unions-missing") });
  const dates = collective === "no" ? {} : schedule(rules, given, iso, warnings);
  const steps = [];
  for (const step of stepsOf(rules, regimes, iso)) {
    const own = step.regime === "collective" ? (dates[step.id] ?? { notes: [] }) : { notes: [] };
    const note = [step.note, ...own.notes].filter((text) => typeof text === "string" && text).join(" ");
    steps.push({ id: step.id, title: String(step.title ?? step.id), ...isoDates(own), basis: String(step.basis ?? ""), ...(note ? { note } : {}) });
  }
  return { regimes, steps, warnings };
}

/** Why each regime applies or not: [{regime, applies, message, basis, confirmed}]; same arguments as `plan`. */
export function reasons(rules, answers) {
  return decide(rules, readAnswers(rules, answers, [])).map(({ byAgreements, ...reason }) => reason);
}

/** The steps of the regimes in the rules' order, each as it stands on the date. */
function stepsOf(rules, regimes, iso) {
  const all = listed(rules?.steps).filter((one) => regimes.includes(one.regime) && typeof one.id === "string");
  const ids = [...new Set(all.map((one) => one.id))];
  return ids.map((id) => inForce(all.filter((one) => one.id === id), iso)[0]).filter(Boolean);
}
