/**
 * The planner's page: reads the form, asks the engine, and fills in the steps that stand on the page already.
 *
 * Attaches to form[data-module="planner"]; nothing that is entered leaves the browser.
 */
import { describeDay, plan, reasons, say, severance } from './engine.js';
import { calendarFile } from './calendar-file.js';
import { answersOf, asText, fill, fragmentOf, tellErrors } from './form.js';

function attach(form, rules) {
  const page = document.querySelector("[data-plan]");
  const find = (name) => document.querySelector(`[data-${name}]`);
  const text = (name, values) => say(rules, name, values);
  let asked = false;
  let made = { regimes: [], steps: [], warnings: [] };

  function words(iso) {
    const { words: day, weekday, off } = describeDay(rules, iso);
    return text(off && off !== weekday ? "weekday-off" : "weekday", { day, weekday, off });
  }

  function when({ earliest, latest }) {
    if (earliest && earliest === latest) return words(earliest);
    if (earliest && latest) return text("between", { from: words(earliest), to: words(latest) });
    if (earliest) return text("earliest", { day: words(earliest) });
    return latest ? text("latest", { day: words(latest) }) : "";
  }

  function showSteps(answers) {
    const known = new Map(made.steps.map((step) => [step.id, step]));
    for (const item of page.querySelectorAll("[data-step]")) {
      const step = known.get(item.dataset.step);
      item.hidden = !step;
      if (!step) continue;
      const own = answers[step.id] === step.earliest && step.earliest;
      const place = item.querySelector("[data-when]");
      place.textContent = own ? text("chosen", { day: words(step.earliest) }) : when(step) || text("no-date");
      place.hidden = false;
      const fixed = rules.steps?.find((one) => one.id === step.id)?.note ?? "";
      const also = item.querySelector("[data-also]");
      also.textContent = (step.note ?? "").replace(fixed, "").trim();
      also.hidden = !also.textContent;
    }
  }

  function line(message, data = {}) {
    const paragraph = document.createElement("p");
    paragraph.textContent = message;
    Object.assign(paragraph.dataset, data);
    return paragraph;
  }

  function showResult(answers, left) {
    const found = reasons(rules, answers);
    const lines = found.map(({ applies, basis, confirmed, message, regime }) =>
      line([message, basis && text("basis", { basis }), confirmed ? "" : `(${text("unconfirmed")})`].filter(Boolean).join(" "), { regime, applies }),
    );
    if (found.every(({ applies }) => applies === "no")) lines.push(line(text("none")));
    const result = find("result");
    const whole = [...lines, ...left.map((message) => line(message)), line(text("not-advice"))];
    result.hidden = false;
    // What says the same as before is not announced again.
    if (whole.map(({ textContent }) => textContent).join() !== [...result.children].map(({ textContent }) => textContent).join()) {
      result.replaceChildren(...whole);
    }
    const rows = asText(form).map(([question, answer]) => {
      const row = document.createElement("div");
      const [term, value] = [document.createElement("dt"), document.createElement("dd")];
      [term.textContent, value.textContent] = [question, describeDay(rules, answer)?.words ?? answer];
      row.append(term, value);
      return row;
    });
    find("answers").replaceChildren(...rows);
  }

  function showPack() {
    const chosen = form.elements.county?.selectedOptions[0]?.dataset.address;
    find("pack").hidden = !chosen;
    if (chosen) find("pack").href = chosen;
  }

  function update() {
    const answers = answersOf(form);
    showAddress(answers);
    showSeverance();
    if (!asked) return;
    made = plan(rules, answers);
    showResult(answers, tellErrors(form, made.warnings));
    showSteps(answers);
    showPack();
    find("static").hidden = true;
    find("tools").hidden = false;
    page.dataset.planned = "";
    document.documentElement.dataset.plannerReady = "";
  }

  function showAddress(answers) {
    const names = [...document.querySelectorAll("[data-share]:checked")].flatMap((box) => box.dataset.share.split(" "));
    const fragment = fragmentOf(answers, names);
    find("shared").value = location.href.split("#")[0] + (fragment && `#${fragment}`);
  }

  function showSeverance() {
    const years = document.getElementById("severance-years").value;
    const pay = document.getElementById("severance-pay").value;
    const last = form.elements.last_day.value || made.steps.find(({ id }) => id === "end")?.earliest;
    const place = find("severance-result");
    place.hidden = !years.trim() && !pay.trim();
    if (place.hidden) return;
    const found = severance(rules, { years, pay, last_day: last });
    const currency = rules.severance?.minimum_wage?.[0]?.currency ?? "";
    const money = (amount) => `${new Intl.NumberFormat(document.documentElement.lang, { numberingSystem: "latn", minimumFractionDigits: amount % 1 ? 2 : 0 }).format(amount)}\u00a0${currency}`;
    const sentences = [];
    if (found.months !== undefined) sentences.push(text("severance-months", { months: found.months }));
    if (found.amount !== undefined) sentences.push(text("severance-amount", { amount: money(found.amount) }));
    if (found.cap !== undefined) {
      sentences.push(text("severance-cap", { amount: money(found.cap) }) + (found.confirmed ? "" : ` (${text("unconfirmed")})`));
    }
    place.textContent = [...sentences, ...found.warnings.map(({ message }) => message), text("not-advice")].join(" ");
  }

  function download() {
    const events = made.steps.flatMap(({ id, title, basis, note, ...dates }) =>
      Object.entries(dates)
        .filter(([key, day]) => key !== "latest" || day !== dates.earliest)
        .map(([key, day]) => ({
          id: `${id}-${key}`,
          day,
          title: text("event", { title, when: text(key, { day: describeDay(rules, day).words }) }),
          text: [basis, note, text("not-advice")].filter(Boolean).join("\n"),
        })),
    );
    const link = document.createElement("a");
    const file = calendarFile(events, new Date().toISOString(), location.hostname);
    link.href = URL.createObjectURL(new Blob([file], { type: "text/calendar" }));
    link.download = `${text("file-name")}.ics`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    asked = true;
    update();
    const wrong = form.querySelector("[aria-invalid]");
    if (wrong && !made.regimes.length) wrong.focus();
    else document.getElementById("plan").focus();
  });
  form.addEventListener("reset", () => location.reload());
  document.addEventListener("input", update);
  find("print").addEventListener("click", () => print());
  find("calendar").addEventListener("click", download);
  find("copy").addEventListener("click", async () => {
    const field = find("shared");
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      find("copied").textContent = text("copied");
    } catch {
      find("copied").textContent = "";
    }
  });
  find("severance-form").hidden = false;
  if (fill(form, location.hash)) {
    // What somebody shared is read once; the address then holds nothing again.
    history.replaceState(null, "", location.pathname + location.search);
    asked = true;
  }
  update();
  for (const button of form.querySelectorAll("button")) button.disabled = false;
}

async function start(form) {
  try {
    const answer = await fetch(form.dataset.rules);
    if (!answer.ok) throw new Error(String(answer.status));
    attach(form, await answer.json());
  } catch {
    form.hidden = true;
  }
}

for (const form of document.querySelectorAll('form[data-module="planner"]')) start(form);
