/** What the rules say on a day, and the sentences that come with them. Rules that lack something say nothing of it. */
import { dayOf, easterOf, isoOf, weekdayOf } from './days.js';

/** The plain objects of a list; nothing where there is no list. */
export function listed(value) {
  return Array.isArray(value) ? value.filter((one) => one !== null && typeof one === "object") : [];
}

/** Whether a rule holds on an ISO date; without a date, whether it still holds. */
export function holds(rule, iso) {
  if (iso === null) return !rule.valid_to;
  return (!rule.valid_from || rule.valid_from <= iso) && (!rule.valid_to || iso <= rule.valid_to);
}

/** The rules of a list that hold on a date; where none did yet or does any more, those that still hold. */
export function inForce(rules, iso) {
  const some = listed(rules);
  const found = some.filter((one) => holds(one, iso));
  return found.length ? found : some.filter((one) => holds(one, null));
}

/** The sentence of a name with its marks filled in; the name itself where the rules have no such sentence. */
export function say(rules, name, values = {}) {
  const texts = rules?.messages;
  const text = texts !== null && typeof texts === "object" && typeof texts[name] === "string" ? texts[name] : name;
  return text.replace(/\{(\w+)\}/g, (mark, key) => (Object.hasOwn(values, key) ? String(values[key]) : mark));
}

/** A day in words, as the rules' language writes it; the ISO date where they do not say how. */
export function dayInWords(rules, day) {
  const iso = isoOf(day);
  const months = rules?.calendar?.months;
  if (!Array.isArray(months) || months.length !== 12) return iso;
  const [year, month, date] = iso.split("-").map(Number);
  return say(rules, "date", { day: date, month: months[month - 1], year });
}

/** The name of the holiday on a day, the weekday where it is no working day, or "" on a working day. */
export function dayOff(rules, day) {
  const iso = isoOf(day);
  for (const one of listed(rules?.holidays)) {
    if (!holds(one, iso)) continue;
    const fixed = typeof one.day === "string" && iso.slice(5) === one.day;
    const moving = Number.isInteger(one.easter) && easterOf(Number(iso.slice(0, 4))) + one.easter === day;
    if (fixed || moving) return String(one.name ?? "");
  }
  const free = inForce(rules?.working_days, iso).some((one) => Array.isArray(one.weekdays) && one.weekdays.includes(weekdayOf(day)));
  return free ? String(rules?.calendar?.weekdays?.[weekdayOf(day) - 1] ?? weekdayOf(day)) : "";
}

/** The first working day on or after a day. */
export function workingDay(rules, day) {
  for (let next = day; next < day + 31; next += 1) if (dayOff(rules, next) === "") return next;
  return day;
}

/** Everything a page says of a date: its words, and what kind of day off it is, if any; null where it is no date. */
export function describeDay(rules, iso) {
  const day = dayOf(iso);
  if (day === null) return null;
  const weekday = String(rules?.calendar?.weekdays?.[weekdayOf(day) - 1] ?? "");
  return { words: dayInWords(rules, day), weekday, off: dayOff(rules, day) };
}
