/** Days as numbers (days since 1 January 1970) and as ISO dates; no clock and no time zone has a say. */
const LENGTH = 86400000;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

/** The day of an ISO date, or null where the text is none; years before 1900 and after 2200 are slips of the keyboard. */
export function dayOf(text) {
  const found = typeof text === "string" ? /^\s*(\d{4})-(\d{2})-(\d{2})\s*$/.exec(text) : null;
  if (!found) return null;
  const [year, month, day] = found.slice(1).map(Number);
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? time / LENGTH : null;
}

/** The ISO date of a day. */
export function isoOf(day) {
  return new Date(day * LENGTH).toISOString().slice(0, 10);
}

/** The day of the week, 1 (Monday) to 7 (Sunday). */
export function weekdayOf(day) {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** Easter Sunday of a year as a day (Gregorian calendar, by Meeus). */
export function easterOf(year) {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + d + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1) / LENGTH;
}

/** The shortest and the longest run of so many whole months in a row, in days. */
export function lengthOfMonths(months) {
  let least = Infinity;
  let most = 0;
  for (let start = 0; start < 48; start += 1) {
    const length = (Date.UTC(2001, start + months, 1) - Date.UTC(2001, start, 1)) / LENGTH;
    least = Math.min(least, length);
    most = Math.max(most, length);
  }
  return [least, most];
}
