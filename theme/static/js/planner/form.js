/** The planner's form: answers out of it and into it, and sentences at its fields. */
const CHOICES = new Set(["employer_cause", "unions"]);
const FIELDS = ["employed", "dismissed", "days", "agreements", "employer_cause", "unions", "county", "consultation", "second_notice", "last_day"];

/** The form's answers by name, as the engine wants them; what is empty is left out. */
export function answersOf(form) {
  const answers = {};
  for (const name of FIELDS) {
    const field = form.elements[name];
    // A date that is half typed has no value, yet it is no empty answer.
    const value = field?.validity?.badInput ? "?" : (field?.value ?? "").trim();
    // People write thousands apart: 1 200.
    if (value) answers[name] = CHOICES.has(name) ? value === "true" : value.replace(/(\d)\s(?=\d{3}(?!\d))/g, "$1");
  }
  return answers;
}

/** Fill the form from the part of an address after #; tells whether there was anything. */
export function fill(form, fragment) {
  const given = new URLSearchParams(fragment.replace(/^#/, ""));
  let filled = false;
  for (const name of FIELDS) {
    const value = given.get(name);
    if (value === null || !form.elements[name]) continue;
    form.elements[name].value = value;
    filled = true;
  }
  return filled;
}

/** The part of an address after # for the chosen answers. */
export function fragmentOf(answers, names) {
  const chosen = new URLSearchParams();
  for (const name of names) if (answers[name] !== undefined) chosen.set(name, String(answers[name]));
  return String(chosen);
}

/** Print each sentence at its field; returns those that have no field. */
export function tellErrors(form, warnings) {
  const left = [];
  const told = new Map();
  for (const { field, message } of warnings) {
    if (field && form.querySelector(`[data-error="${field}"]`)) told.set(field, [...(told.get(field) ?? []), message]);
    else left.push(message);
  }
  for (const place of form.querySelectorAll("[data-error]")) {
    const name = place.dataset.error;
    const messages = told.get(name) ?? [];
    place.textContent = messages.join(" ");
    place.hidden = !messages.length;
    for (const field of form.querySelectorAll(`[name="${name}"]`)) {
      if (messages.length) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
    }
  }
  return left;
}

/** What was asked and answered, for a sheet of paper: [question, answer] of every answer. */
export function asText(form) {
  const rows = [];
  for (const name of FIELDS) {
    const field = form.elements[name];
    if (!field?.value) continue;
    const first = field instanceof RadioNodeList ? [...field].find((one) => one.checked) : field;
    const question = first?.closest("fieldset.planner-field")?.querySelector("legend") ?? form.querySelector(`label[for="${first?.id}"]`);
    const answer = first?.selectedOptions?.[0]?.textContent ?? (first?.type === "radio" ? first.closest("label").textContent : field.value);
    rows.push([question?.textContent.trim() ?? name, answer.trim()]);
  }
  return rows;
}
