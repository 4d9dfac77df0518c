/** Which rules apply: collective, monitored, both or neither, and why. */
import { isoOf, lengthOfMonths } from './days.js';
import { holds, inForce, listed, say } from './rules.js';

const REGIMES = ["collective", "monitored"];

/** The day that decides which version of the rules holds, as an ISO date: the first of the dates that are known. */
export function deciding(given) {
  const day = given.consultation ?? given.second_notice ?? given.last_day;
  return day === null ? null : isoOf(day);
}

/** How many people count towards a threshold: agreements only from a certain number on. */
function counted(threshold, { dismissed, agreements }) {
  const from = threshold.agreements_from;
  return dismissed + (Number.isInteger(from) && agreements >= from ? agreements : 0);
}

/** From how many people on a threshold is reached; a part of a person counts as one. */
function least(threshold, employed) {
  if (Number.isInteger(threshold.people)) return threshold.people;
  return Number.isInteger(threshold.percent) ? Math.ceil((employed * threshold.percent) / 100) : Infinity;
}

/** Whether a threshold binds an employer of this size. */
function binds(threshold, employed) {
  const from = threshold.employed_from ?? 0;
  const to = threshold.employed_to ?? Infinity;
  if (employed === null) return from === 0 && to === Infinity;
  return from <= employed && employed <= to;
}

/** The least and the greatest number of days that a threshold's time can have. */
function span({ days, months }) {
  return Number.isInteger(days) ? [days, days] : lengthOfMonths(months);
}

/**
 * Whether so many people within so many days reach a threshold: "yes", "no", "about" (the time is as long as some
 * months, and longer than others) or "maybe" (it depends on how they spread over the days).
 */
function reached(threshold, need, people, days) {
  if (people < need) return "no";
  const [short, long] = span(threshold);
  if (days <= short) return "yes";
  if (days <= long) return "about";
  // However they are spread, some stretch of that length holds at least this many.
  return Math.ceil(people / Math.ceil(days / short)) >= need ? "yes" : "maybe";
}

/** What one regime says: {regime, applies, message, basis, confirmed}; `applies` is yes, no, about, maybe or unknown. */
function decided(rules, given, regime, iso) {
  const own = listed(rules?.thresholds).filter((one) => one.regime === regime);
  const some = inForce(own, iso);
  const told = (applies, name, threshold, values) => ({
    regime,
    applies,
    message: say(rules, name, values),
    basis: String((threshold ?? some[0])?.basis ?? ""),
    confirmed: Boolean((threshold ?? some[0])?.verified),
  });
  if (given.employer_cause === false) return told("no", "other-cause");
  if (given.employer_cause === null) return told("unknown", "unknown-cause");
  if (given.dismissed === null || given.days === null) return told("unknown", "unknown-numbers");
  const threshold = some.find((one) => binds(one, given.employed));
  if (!threshold) return given.employed === null ? told("unknown", "unknown-numbers") : told("no", `small-${regime}`, undefined, { employed: given.employed });
  const need = least(threshold, given.employed ?? 0);
  const people = counted(threshold, given);
  const applies = reached(threshold, need, people, given.days);
  const [short, long] = span(threshold);
  const values = { need, people, short, long, span: threshold.days ?? threshold.months ?? "", days: given.days, employed: given.employed ?? "" };
  return { ...told(applies, `${applies}-${regime}`, threshold, values), byAgreements: applies !== "no" && given.dismissed < need };
}

/** What each regime says of the answers, in words. `given` is what answers.js reads. */
export function decide(rules, given) {
  const iso = deciding(given);
  return REGIMES.map((regime) => decided(rules, given, regime, iso));
}

/** Whether the thresholds of a regime are known for that time. */
export function knowsTime(rules, regime, iso) {
  return iso === null || listed(rules?.thresholds).some((one) => one.regime === regime && holds(one, iso));
}
