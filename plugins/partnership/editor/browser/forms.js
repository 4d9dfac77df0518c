// A value of a file as a value of a form and back, by the shapes that the configuration sends (editor/shapes.py).
// A value that nobody changed comes back as it stood in the file, whatever the form makes of it on the way.

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isEmpty = (value) => value === undefined || value === null || value === "";
const LANGUAGE = /^[a-z]{2}$/;

/** What a form cannot show: `reason` is a key of the page's words, `name` the field. */
export class Unfit extends Error {
  constructor(reason, name) {
    super(`${reason}: ${name}`);
    this.reason = reason;
    this.field = name;
  }
}

/** Tell whether two plain values are equal, keys in any order. */
export const equal = (one, other) => {
  if (Array.isArray(one)) {
    return Array.isArray(other) && one.length === other.length && one.every((item, index) => equal(item, other[index]));
  }
  if (isObject(one)) {
    const keys = Object.keys(one);
    return isObject(other) && keys.length === Object.keys(other).length
      && keys.every((key) => Object.hasOwn(other, key) && equal(one[key], other[key]));
  }
  return one === other;
};

/** Return the form's value of a file's value; throws `Unfit`. */
export const toForm = (value, shape, name = "") => SHAPES[shape.is].toForm(value, shape, name);

/** Return what a form's or a file's value says, without what need not be said: `undefined` where that is nothing. */
export const canonical = (value, shape) => SHAPES[shape.is].canonical(value, shape);

/** Return the file's value of a form's value, each piece as it stood `before` where it says the same. */
export const toFile = (value, shape, before) => {
  const said = canonical(value, shape);
  if (before !== undefined && equal(said, canonical(before, shape))) {
    return before;
  }
  return said === undefined ? undefined : SHAPES[shape.is].toFile(said, shape, before);
};

const scalar = (value, shape, name) => {
  if (typeof value === "object" && value !== null) {
    throw new Unfit("wrong_shape", name);
  }
  return value ?? "";
};

const TEXT = {
  toForm: (value, shape, name) => (isEmpty(value) ? "" : String(scalar(value, shape, name))),
  canonical(value, { default: usual }) {
    const said = isEmpty(value) ? "" : String(value).trimEnd();
    return said === "" || said === usual ? undefined : said;
  },
  toFile: (value) => value,
};

const LIST = {
  toForm(value, { of }, name) {
    if (isEmpty(value)) {
      return [];
    }
    if (!Array.isArray(value)) {
      throw new Unfit("wrong_shape", name);
    }
    return value.map((item) => toForm(item, of, name));
  },
  canonical(value, { of }) {
    const items = (Array.isArray(value) ? value : []).map((item) => canonical(item, of)).filter((item) => item !== undefined);
    return items.length ? items : undefined;
  },
  toFile(items, { of }, before) {
    const known = (Array.isArray(before) ? before : []).map((item) => [canonical(item, of), item]);
    return items.map((item, index) => {
      const same = known.find(([said]) => equal(said, item));
      return same ? same[1] : toFile(item, of, known[index]?.[1]);
    });
  },
};

const PART = {
  toForm(value, { fields, aligned, open }, name) {
    if (isEmpty(value)) {
      return {};
    }
    if (!isObject(value)) {
      throw new Unfit("wrong_shape", name);
    }
    const form = {};
    for (const [key, inner] of Object.entries(value)) {
      const shape = fields[key];
      const path = name ? `${name} → ${key}` : key;
      if (!shape) {
        if (!(open && LANGUAGE.test(key))) {
          throw new Unfit("unknown_key", path);
        }
        form[key] = inner;
      } else if (shape.is === "word-or-list") {
        form[shape.flag] = inner === shape.word;
        form[key] = inner === shape.word ? [] : toForm(inner, shape.of, path);
      } else {
        form[key] = toForm(inner, aligned && shape.is === "list" ? { ...shape, is: "aligned" } : shape, path);
      }
    }
    return form;
  },
  canonical(value, { fields, aligned }) {
    if (!isObject(value)) {
      return undefined;
    }
    const said = {};
    for (const key of keysInOrder(value, fields)) {
      const shape = fields[key];
      let inner = value[key];
      if (!shape) {
        said[key] = inner;
        continue;
      }
      if (shape.is === "word-or-list" && (value[shape.flag] === true || inner === shape.word)) {
        said[key] = shape.word;
        continue;
      }
      inner = canonical(inner, shape.is === "word-or-list" ? shape.of : aligned && shape.is === "list" ? { ...shape, is: "aligned" } : shape);
      if (inner !== undefined) {
        said[key] = inner;
      }
    }
    return Object.keys(said).length ? said : undefined;
  },
  toFile(said, { fields, aligned }, before) {
    const old = isObject(before) ? before : {};
    const file = {};
    for (const [key, inner] of Object.entries(said)) {
      const shape = fields[key];
      if (!shape || (shape.is === "word-or-list" && inner === shape.word)) {
        file[key] = inner;
        continue;
      }
      const of = shape.is === "word-or-list" ? shape.of : aligned && shape.is === "list" ? { ...shape, is: "aligned" } : shape;
      file[key] = toFile(inner, of, Object.hasOwn(old, key) ? old[key] : undefined);
    }
    // What says nothing stays where it stood: an empty list, a default that somebody wrote down.
    for (const [key, inner] of Object.entries(old)) {
      const shape = fields[key];
      if (!Object.hasOwn(file, key) && shape && shape.is !== "word-or-list" && canonical(inner, shape) === undefined) {
        file[key] = inner;
      }
    }
    return file;
  },
};

/** Keys of a value in the order of the form, then those that the form does not know. */
const keysInOrder = (value, fields) => {
  const flags = new Set(Object.values(fields).filter((shape) => shape.flag).map((shape) => shape.flag));
  const ours = Object.keys(fields).filter((key) => Object.hasOwn(value, key) || (fields[key].flag && value[fields[key].flag]));
  return [...ours, ...Object.keys(value).filter((key) => !Object.hasOwn(fields, key) && !flags.has(key))];
};

const without = (item, key) => {
  if (!isObject(item)) {
    return item;
  }
  const { [key]: _taken, ...rest } = item;
  return rest;
};

const MOMENT = /^(?<day>\d{4}-\d{2}-\d{2})(?:[T ]+(?<hour>\d{1,2}):(?<minute>\d{2})(?<rest>.*))?$/;

/** Return a moment as `YYYY-MM-DDTHH:mm` of the site's time zone; what is none stays. */
const atMinute = (text, zone) => {
  const found = text.trim().match(MOMENT)?.groups;
  if (!found) {
    return text;
  }
  if (/[Z+-]/.test(found.rest ?? "")) {
    const parts = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
    return parts.format(new Date(text.trim().replace(/[T ]+/, "T"))).replace(" ", "T");
  }
  return `${found.day}T${(found.hour ?? "00").padStart(2, "0")}:${found.minute ?? "00"}`;
};

const SHAPES = {
  text: TEXT,
  date: TEXT,
  moment: {
    // A day alone is midnight in the form, which always shows a time.
    toForm: (value, { zone }, name) => (isEmpty(value) ? "" : atMinute(String(scalar(value, {}, name)), zone)),
    canonical: (value, { zone }) => (isEmpty(value) ? undefined : atMinute(String(value), zone).replace(/T00:00$/, "")),
    toFile: (value) => value,
  },
  number: {
    toForm: (value, shape, name) => (isEmpty(value) ? null : scalar(value, shape, name)),
    canonical: (value) => (isEmpty(value) || Number.isNaN(Number(value)) ? undefined : Number(value)),
    toFile: (value) => value,
  },
  "text-or-number": {
    ...TEXT,
    toFile: (value, shape, before) => (typeof before === "number" && String(Number(value)) === value ? Number(value) : value),
  },
  flag: {
    toForm: (value, shape, name) => (isEmpty(value) ? shape.default : scalar(value, shape, name)),
    canonical: (value, { default: usual }) => (isEmpty(value) || value === usual ? undefined : value),
    toFile: (value) => value,
  },
  part: PART,
  list: LIST,
  aligned: {
    // A list that follows another by position: what is empty keeps its place as a hole.
    toForm: (value, { of }, name) => LIST.toForm(Array.isArray(value) ? value.map((item) => item ?? undefined) : value, { of }, name),
    canonical(value, { of }) {
      const items = (Array.isArray(value) ? value : []).map((item) => canonical(item, of) ?? null);
      while (items.length && items.at(-1) === null) {
        items.pop();
      }
      return items.length ? items : undefined;
    },
    toFile: (items, { of }, before) => items.map((item, index) => (item === null ? null : toFile(item, of, before?.[index] ?? undefined))),
  },
  "one-or-list": {
    toForm: (value, { of }, name) => LIST.toForm(isEmpty(value) || Array.isArray(value) ? value : [value], { of }, name),
    canonical: (value, { of }) => LIST.canonical(isEmpty(value) || Array.isArray(value) ? value : [value], { of }),
    toFile(items, { of }, before) {
      const list = LIST.toFile(items, { of }, isEmpty(before) || Array.isArray(before) ? before : [before]);
      return list.length === 1 && !Array.isArray(before) ? list[0] : list;
    },
  },
  "short-or-part": {
    toForm: (value, { key, of }, name) => PART.toForm(isObject(value) ? value : { [key]: scalar(value, of, name) }, of, name),
    canonical: (value, { key, of }) => PART.canonical(isObject(value) || isEmpty(value) ? value : { [key]: value }, of),
    toFile(said, { key, of }, before) {
      const alone = Object.keys(said).length === 1 && Object.hasOwn(said, key);
      return alone && !isObject(before) ? said[key] : PART.toFile(said, of, isObject(before) ? before : undefined);
    },
  },
  "word-or-list": {
    toForm: (value, { of, word }, name) => (value === word ? [] : toForm(value, of, name)),
    canonical: (value, { of, word }) => (value === word ? word : canonical(value, of)),
    toFile: (value, { of, word }, before) => (value === word ? word : toFile(value, of, before === word ? undefined : before)),
  },
  "by-id": {
    toForm(value, { key, of }, name) {
      if (isEmpty(value) || Array.isArray(value)) {
        return SHAPES.aligned.toForm(value, { of }, name);
      }
      if (!isObject(value)) {
        throw new Unfit("wrong_shape", name);
      }
      return Object.entries(value).map(([id, inner]) => ({ [key]: id, ...toForm(inner, of, `${name} → ${id}`) }));
    },
    canonical(value, { key, of }) {
      if (!Array.isArray(value)) {
        return SHAPES.pairs.canonical(value, { of });
      }
      const named = value.filter((item) => isObject(item) && !isEmpty(item[key]));
      if (!named.length) {
        return SHAPES.aligned.canonical(value.map((item) => without(item, key)), { of });
      }
      return SHAPES.pairs.canonical(Object.fromEntries(named.map((item) => [item[key], without(item, key)])), { of });
    },
    toFile: (said, { of }, before) => (Array.isArray(said)
      ? SHAPES.aligned.toFile(said, { of }, Array.isArray(before) ? before : undefined)
      : SHAPES.pairs.toFile(said, { of }, before)),
  },
  pairs: {
    toForm(value, { of }, name) {
      if (!isEmpty(value) && !isObject(value)) {
        throw new Unfit("wrong_shape", name);
      }
      return Object.entries(value ?? {}).map(([key, inner]) => ({ key, value: toForm(inner, of, name) }));
    },
    canonical(value, { of }) {
      const entries = Array.isArray(value) ? value.map((pair) => [pair?.key, pair?.value]) : Object.entries(value ?? {});
      const said = entries.filter(([key]) => !isEmpty(key)).map(([key, inner]) => [key, canonical(inner, of)]);
      const kept = said.filter(([, inner]) => inner !== undefined);
      return kept.length ? Object.fromEntries(kept) : undefined;
    },
    toFile: (said, { of }, before) => Object.fromEntries(
      Object.entries(said).map(([key, inner]) => [key, toFile(inner, of, isObject(before) ? before[key] : undefined)]),
    ),
  },
};
