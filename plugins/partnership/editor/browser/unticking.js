// The box with which an optional part begins: unticked, the program forgets all that was written in the part.

import { openValues } from "./draft.js";
import { ask } from "./notice.js";

const LONGEST_LINE = 80;

/** Ask before a part that holds something is unticked, naming what would be lost. */
export const guardParts = (config, words) => {
  let agreed;
  document.addEventListener("click", async (event) => {
    const box = event.target instanceof Element
      && event.target.closest(".sui.checkbox")?.querySelector('[role="checkbox"][aria-checked="true"]');
    const part = box && box.closest('section.field[data-field-type="object"]');
    if (!part || box === agreed) {
      return;
    }
    const { label, lines } = within(config, part.dataset.keyPath);
    if (!lines.length) {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    const fill = (sentence) => sentence.replace("{name}", label);
    if (await ask({
      title: fill(words.remove_part), text: words.would_be_lost, lines, yes: words.remove, no: words.keep,
    })) {
      agreed = box;
      box.click();
      agreed = undefined;
    }
  }, { capture: true });
};

/** Return the label of a part and a line for each value in it; what every new part begins with is none. */
const within = (config, path) => {
  const { collection, file, values } = openValues() ?? { values: {} };
  const { fields, files } = config.collections.find(({ name }) => name === collection) ?? {};
  const form = (file && files?.find(({ name }) => name === file)?.fields) || fields;
  const found = Object.entries(values).filter(([key]) => key.startsWith(`${path}.`)).map(
    ([key, value]) => [fieldsOnTheWay(form, key), value],
  );
  const lines = found
    .filter(([way, value]) => typeof value !== "object" && value !== false && value !== way.at(-1)?.default)
    .map(([way, value]) => line(way, value, path));
  return { label: fieldsOnTheWay(form, path).at(-1)?.label ?? "", lines };
};

const line = (way, value, path) => {
  const inner = way.slice(path.split(".").filter((step) => !/^\d+$/.test(step)).length);
  const text = value === true ? "" : `: ${String(value).replaceAll(/\s+/g, " ")}`;
  const whole = `${inner.map(({ label }) => label).join(" – ")}${text}`;
  return whole.length > LONGEST_LINE ? `${whole.slice(0, LONGEST_LINE - 1)}…` : whole;
};

/** Return the settings of the fields through which a path of values leads; numbers of a list are no fields. */
const fieldsOnTheWay = (fields, path) => {
  const way = [];
  let within = fields;
  for (const step of path.split(".").filter((one) => !/^\d+$/.test(one))) {
    const field = within?.find(({ name }) => name === step);
    if (!field) {
      break;
    }
    way.push(field);
    within = field.fields ?? (field.field ? [field.field] : undefined);
  }
  return way;
};
