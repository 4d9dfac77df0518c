/** What a visitor answered, read without trust: each answer is a value or nothing, and a sentence says why nothing. */
import { dayOf } from './days.js';
import { say } from './rules.js';

/** Least and greatest number that an answer can be. */
const NUMBERS = { employed: [1, 1000000], dismissed: [0, 1000000], days: [1, 3660], agreements: [0, 1000000] };
const DATES = ["consultation", "second_notice", "last_day"];

function missing(value) {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}

function wholeNumber(value) {
  if (typeof value === "number") return Number.isSafeInteger(value) ? value : null;
  return typeof value === "string" && /^\s*\d{1,15}\s*$/.test(value) ? Number(value) : null;
}

/**
 * The answers as {employed, dismissed, days, agreements, employer_cause, unions, consultation, second_notice, last_day,
 * county}; each null where it is missing or wrong. Dates are days (see days.js). Sentences go to `warnings`.
 */
export function readAnswers(rules, answers, warnings) {
  const source = answers !== null && typeof answers === "object" ? answers : {};
  const warn = (field, name, values) => warnings.push({ field, message: say(rules, name, values) });
  const given = {};
  for (const [field, [least, most]] of Object.entries(NUMBERS)) {
    given[field] = null;
    if (missing(source[field])) {
      if (field !== "agreements") warn(field, "number-missing");
      continue;
    }
    const number = wholeNumber(source[field]);
    if (number === null || number < least || number > most) warn(field, "number-wrong", { least, most });
    else given[field] = number;
  }
  for (const field of DATES) {
    given[field] = missing(source[field]) ? null : dayOf(source[field]);
    if (given[field] === null && !missing(source[field])) warn(field, "date-wrong");
  }
  for (const [field, name] of [["employer_cause", "cause-missing"], ["unions", ""]]) {
    given[field] = typeof source[field] === "boolean" ? source[field] : null;
    if (given[field] !== null) continue;
    if (!missing(source[field])) warn(field, "choice-wrong");
    else if (name) warn(field, name);
  }
  given.county = readCounty(rules, source.county, warn);
  contradictions(given, warn);
  return given;
}

function readCounty(rules, value, warn) {
  if (missing(value)) return null;
  const counties = rules?.counties;
  if (counties === null || typeof counties !== "object") return null;
  if (typeof value === "string" && Object.hasOwn(counties, value.trim())) return value.trim();
  warn("county", "county-unknown");
  return null;
}

function contradictions({ employed, dismissed, agreements }, warn) {
  if (employed === null || dismissed === null) return;
  if (dismissed > employed) warn("dismissed", "more-than-employed", { dismissed, employed });
  else if (dismissed + (agreements ?? 0) > employed) warn("agreements", "together-more", { sum: dismissed + agreements, employed });
}
