/** When each step of a collective redundancy can or must be done, forwards from known dates or backwards from the last day. */
import { isoOf } from './days.js';
import { dayInWords, dayOff, inForce, listed, say, workingDay } from './rules.js';

/** Days of the longest term that is believed: ten years. */
const LONGEST = 3660;

/** The days of a term: how many later a step comes at the latest, or can come at the earliest; null without a term. */
function distance(rules, step, after, kind, iso, unions) {
  const own = listed(rules?.terms).filter((one) => one.step === step && one.after === after && one.kind === kind);
  const term = inForce(own, iso).find((one) => !one.unions_only || unions === true);
  if (!term || !Number.isInteger(term.days) || term.days < 0 || term.days > LONGEST) return null;
  // So many whole days must have passed: the day after them is the first.
  return kind === "passed" && term.days > 0 ? term.days + 1 : term.days;
}

/** Dates that contradict each other are told at the later one, and not used. */
function withoutContradictions(rules, given, toEnd, warnings) {
  const warn = (field, name, day) => warnings.push({ field, message: say(rules, name, { day: dayInWords(rules, day), passed: toEnd - 1 }) });
  const { consultation } = given;
  let { second_notice: second, last_day: last } = given;
  if (consultation !== null && second !== null && second < consultation) {
    warn("second_notice", "second-before-consultation", consultation);
    second = null;
  }
  const cause = second ?? consultation;
  if (last !== null && cause !== null && last < cause + toEnd) {
    warn("last_day", second === null ? "end-before-consultation" : "end-too-early", cause + toEnd);
    last = null;
  }
  return { consultation, second, last };
}

/**
 * The dates of steps as {STEP: {earliest?, latest?, notes: []}}; `given` is what answers.js reads, `iso` the date whose
 * rules hold. Nothing is said of a step whose date nothing decides.
 */
export function schedule(rules, given, iso, warnings) {
  const toAgreement = distance(rules, "agreement", "consultation", "within", iso, given.unions);
  const toNotices = distance(rules, "notices", "second_notice", "passed", iso, given.unions);
  const toEnd = distance(rules, "end", "second_notice", "passed", iso, given.unions);
  const { consultation, second, last } = withoutContradictions(rules, given, toEnd ?? 0, warnings);
  const words = (day) => dayInWords(rules, day);
  const dates = {};
  const at = (step) => (dates[step] ??= { notes: [] });
  const note = (step, name, values) => at(step).notes.push(say(rules, name, values));
  if (consultation !== null) {
    for (const step of ["consultation", "first_notice", "agreement"]) at(step).earliest = consultation;
    if (toAgreement !== null) at("agreement").latest = consultation + toAgreement;
  }
  if (second !== null) {
    at("second_notice").earliest = second;
    if (toNotices !== null) at("notices").earliest = second + toNotices;
    if (toEnd !== null) at("end").earliest = second + toEnd;
  }
  if (last !== null) {
    const latest = last - (toEnd ?? 0);
    at("end").latest = last;
    if (second === null && consultation !== null && consultation + (toAgreement ?? 0) > latest) {
      const full = consultation + toAgreement;
      const values = { day: words(latest), full: words(full + (toEnd ?? 0)) };
      warnings.push({ field: "last_day", message: say(rules, "end-tight", values) });
    } else if (second === null) {
      at("second_notice").latest = latest;
      if (toNotices !== null) at("notices").earliest = latest + toNotices;
      note("notices", "notices-backwards");
      at("end").earliest = last;
      if (consultation === null) backwards(latest, toAgreement, given.unions, at, note);
    }
  } else if (second === null && consultation !== null && toAgreement !== null) {
    const full = consultation + toAgreement;
    note("second_notice", "if-full-term", { day: words(full), end: words(full + (toEnd ?? 0)) });
  }
  if (given.unions === false) note("agreement", "without-unions");
  else if (given.unions === null) note("agreement", "unions-unknown");
  restDays(rules, dates, note);
  return dates;
}

function backwards(latest, toAgreement, unions, at, note) {
  const start = latest - (toAgreement ?? 0);
  at("consultation").latest = start;
  at("first_notice").latest = start;
  if (toAgreement !== null) at("agreement").latest = latest;
  else note("consultation", unions === null ? "leave-time-unions" : "leave-time");
}

/**
 * A latest day that is a day off: the day stays. Where a term ends on it, the next working day is told, and whether
 * that rule is confirmed; what must be done by it is better done before.
 */
function restDays(rules, dates, note) {
  for (const step of ["consultation", "first_notice", "agreement", "second_notice"]) {
    const latest = dates[step]?.latest;
    const off = latest === undefined ? "" : dayOff(rules, latest);
    if (!off) continue;
    const values = { off, day: dayInWords(rules, latest), next: dayInWords(rules, workingDay(rules, latest)) };
    // Counted backwards a later day would move all that follows.
    const ends = step === "agreement" && dates.consultation?.earliest !== undefined;
    note(step, ends ? "next-working-day" : "day-off", values);
    if (ends && !inForce(rules?.working_days, isoOf(latest))[0]?.verified) dates[step].notes.push(`(${say(rules, "unconfirmed")})`);
  }
}

/** The dates of a step as ISO dates, for the plan. */
export function isoDates({ earliest, latest }) {
  return { ...(earliest === undefined ? {} : { earliest: isoOf(earliest) }), ...(latest === undefined ? {} : { latest: isoOf(latest) }) };
}
