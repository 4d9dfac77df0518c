/** Severance: months by years of service, and the greatest amount where the minimum wage of that time is known. */
import { dayOf } from './days.js';
import { inForce, holds, listed, say } from './rules.js';

/** A number written with digits and a comma or a point, or null. */
function amountOf(value) {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  const text = typeof value === "string" ? value.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".") : "";
  return /^\d{1,12}(\.\d{1,6})?$/.test(text) ? Number(text) : null;
}

/**
 * {months?, basis?, cap?, confirmed?, amount?, warnings} of `years` of service, a month's `pay` and the ISO date of the `last_day`; what
 * cannot be known is left out. Money is rounded to hundredths.
 */
export function severance(rules, answers) {
  const source = answers !== null && typeof answers === "object" ? answers : {};
  const result = { warnings: [] };
  const warn = (field, name) => result.warnings.push({ field, message: say(rules, name) });
  const empty = (value) => value === undefined || value === null || value === "";
  const years = amountOf(source.years);
  if (years === null || years < 0 || years > 80) warn("years", empty(source.years) ? "years-missing" : "years-wrong");
  const iso = dayOf(source.last_day) === null ? null : source.last_day.trim();
  const own = rules?.severance;
  if (years !== null && years >= 0 && years <= 80) {
    const step = inForce(own?.steps, iso).find((one) => fits(one, years));
    if (step && Number.isInteger(step.months)) Object.assign(result, { months: step.months, basis: String(step.basis ?? "") });
  }
  const cap = inForce(own?.cap, iso)[0];
  const wage = iso === null ? undefined : listed(own?.minimum_wage).find((one) => holds(one, iso));
  if (Number.isInteger(cap?.times) && Number.isInteger(wage?.amount)) {
    Object.assign(result, { cap: cap.times * wage.amount, confirmed: Boolean(cap.verified && wage.verified) });
  }
  if (result.cap === undefined) result.warnings.push({ field: "last_day", message: say(rules, iso === null ? "cap-needs-day" : "cap-unknown") });
  const pay = amountOf(source.pay);
  if (pay === null || pay < 0 || pay > 10000000) {
    if (!empty(source.pay)) warn("pay", "pay-wrong");
  } else if (result.months !== undefined) {
    const whole = Math.round(pay * result.months * 100) / 100;
    result.amount = result.cap === undefined ? whole : Math.min(whole, result.cap);
  }
  return result;
}

function fits(step, years) {
  if (Number.isInteger(step.years_under)) return years < step.years_under;
  return Number.isInteger(step.years_to) ? years <= step.years_to : true;
}
