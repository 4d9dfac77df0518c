// Changing a YAML text only where its values change: every other byte stays, comments and quotes with it.
// Each change is a piece of the text to replace; what is nested is entered, so that one phone number is one line.

import { gaps } from "./alignment.js";
import { equal } from "./forms.js";
import { isMap, isScalar, isSeq, readDocument, readValue, writeValue } from "./yaml_text.js";

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** Return `text`, which says `before`, changed so that it says `after`; `order` gives the place of new keys. */
export const revise = (text, before, after, order = []) => {
  if (equal(before, after)) {
    return text;
  }
  const source = text.endsWith("\n") ? text : `${text}\n`;
  const pieces = [];
  const { contents } = readDocument(source);
  const done = contents !== null && reviseNode({ source, pieces, order }, contents, before, after);
  const revised = done ? apply(source, pieces) : undefined;
  if (revised !== undefined && says(revised, after)) {
    return revised;
  }
  const whole = writeValue(after);
  if (!says(whole, after)) {
    throw new Error("the text would say something else");
  }
  return whole;
};

const says = (text, value) => {
  try {
    return equal(readValue(text), value);
  } catch {
    return false;
  }
};

const apply = (source, pieces) => [...pieces]
  .sort((one, other) => other.start - one.start || other.number - one.number)
  .reduce((text, { start, end, by }) => text.slice(0, start) + by + text.slice(end), source);

const replace = ({ pieces }, start, end, by) => {
  pieces.push({ start, end, by, number: pieces.length });
  return true;
};

const lineStart = (source, place) => source.lastIndexOf("\n", place - 1) + 1;
const lineEnd = (source, place) => {
  const end = source.indexOf("\n", place);
  return end < 0 ? source.length : end + 1;
};

/** Return where the lines of a node end: behind its value and what stands on the same line. */
const endOf = (source, node) => {
  const end = node.range[1];
  return end > 0 && source[end - 1] === "\n" ? end : lineEnd(source, end);
};

const indented = (text, indent) => text.replaceAll(/^(?=.)/gm, " ".repeat(indent));

/** Note the pieces that turn `before` into `after` inside a node; return false where the node must be written anew. */
const reviseNode = (work, node, before, after) => {
  if (isMap(node) && !node.flow && isObject(before) && isObject(after)) {
    return reviseMap(work, node, before, after);
  }
  if (isSeq(node) && !node.flow && Array.isArray(before) && Array.isArray(after) && after.length) {
    return reviseList(work, node, before, after);
  }
  if (isSeq(node) && node.flow && Array.isArray(before) && Array.isArray(after) && after.length >= before.length) {
    return reviseShortList(work, node, before, after);
  }
  return false;
};

/** Note what changes in `[a, b]` where every item stays in its place and new ones come behind. */
const reviseShortList = (work, list, before, after) => {
  const { source } = work;
  const { items } = list;
  const explained = source.slice(list.range[0], list.range[1]).includes("#");
  if (!items.length || items.length !== before.length || !(explained || isShort(after))) {
    return false;
  }
  for (const [index, said] of after.entries()) {
    if (index >= items.length) {
      const end = items.at(-1).range[1];
      if (typeof said === "object" || String(said).includes("\n")) {
        return false;
      }
      replace(work, end, end, `, ${flowed(said)}`);
    } else if (!equal(before[index], said)) {
      if (!isWord(source, items[index], said)) {
        return false;
      }
      replace(work, items[index].range[0], items[index].range[1], flowed(said, items[index]));
    }
  }
  return true;
};

/** Return a value as it stands between brackets. */
const flowed = (said, like = undefined) => {
  const text = writeValue(said, { like }).trimEnd();
  return /[,[\]{}]/.test(text) && /^[^"']/.test(text) ? JSON.stringify(said) : text;
};

const reviseMap = (work, map, before, after) => {
  const { source } = work;
  const first = map.items[0];
  if (!first || !Object.keys(after).length) {
    return false;
  }
  const indent = first.key.range[0] - lineStart(source, first.key.range[0]);
  const pairs = new Map(map.items.map((pair) => [String(pair.key.value), pair]));
  for (const [key, pair] of pairs) {
    const onDashLine = source.slice(lineStart(source, pair.key.range[0]), pair.key.range[0]).trim() !== "";
    if (!Object.hasOwn(after, key)) {
      if (onDashLine) {
        return false;
      }
      replace(work, lineStart(source, pair.key.range[0]), endOf(source, pair.value ?? pair.key), "");
    } else if (!equal(before[key], after[key]) && !revisePair(work, pair, indent, before[key], after[key])) {
      return false;
    }
  }
  return insertPairs(work, map, pairs, indent, after);
};

const revisePair = (work, pair, indent, before, after) => {
  const { source, pieces } = work;
  const { key, value } = pair;
  if (!value) {
    return false;
  }
  const mark = pieces.length;
  if (reviseNode(work, value, before, after)) {
    return true;
  }
  pieces.length = mark;
  const [start, end] = value.range;
  const oneLine = !source.slice(start, end).includes("\n");
  const simple = typeof after !== "object" && !(typeof after === "string" && after.includes("\n"));
  if (oneLine && end > start && (simple || (value.flow && Object.keys(after).length > 0 && isShort(after)))) {
    return replace(work, start, end, writeValue(after, { flow: true, like: value }).trimEnd());
  }
  const text = indented(writeValue({ [String(key.value)]: after }), indent);
  return replace(work, key.range[0], endOf(source, value), text.slice(indent));
};

const isShort = (value) => Object.values(value).every((item) => typeof item !== "object" && !String(item).includes("\n"))
  && JSON.stringify(value).length < 100;

/** Note the keys that `map` lacks, each behind the nearest one before it in the form's order. */
const insertPairs = (work, map, pairs, indent, after) => {
  const { source, order } = work;
  const place = (key) => {
    const index = order.indexOf(key);
    return index < 0 ? order.length : index;
  };
  for (const key of Object.keys(after).filter((one) => !pairs.has(one))) {
    const previous = map.items.filter((pair) => place(String(pair.key.value)) <= place(key)).at(-1) ?? map.items[0];
    const text = indented(writeValue({ [key]: after[key] }), indent);
    if (place(String(map.items[0].key.value)) > place(key) && !source.slice(lineStart(source, map.items[0].key.range[0]), map.items[0].key.range[0]).trim()) {
      replace(work, lineStart(source, map.items[0].key.range[0]), lineStart(source, map.items[0].key.range[0]), text);
    } else {
      const end = endOf(source, previous.value ?? previous.key);
      replace(work, end, end, text);
    }
  }
  return true;
};

/** Tell whether an item and what replaces it are both one value on one line: a comment behind it then stays. */
const isWord = (source, item, said) => isScalar(item) && typeof said !== "object" && !String(said).includes("\n")
  && item.range[1] > item.range[0] && !source.slice(item.range[0], item.range[1]).includes("\n");

const reviseList = (work, list, before, after) => {
  const { source } = work;
  const starts = list.items.map((item) => lineStart(source, item.range[0]));
  const dashes = list.items.map((item, index) => source.slice(starts[index], item.range[0]));
  if (list.items.length !== before.length || dashes.some((dash) => !/^ *- +$/.test(dash))) {
    return false;
  }
  const indent = dashes[0].indexOf("-");
  const written = (item) => indented(writeValue([item]), indent);
  for (const { old, fresh } of gaps(before, after, equal)) {
    const paired = Math.min(old.length, fresh.length);
    for (let number = 0; number < paired; number += 1) {
      const index = old[number];
      const item = list.items[index];
      const said = after[fresh[number]];
      const mark = work.pieces.length;
      if (isWord(source, item, said)) {
        replace(work, item.range[0], item.range[1], writeValue(said, { like: item }).trimEnd());
      } else if (!reviseNode(work, item, before[index], said)) {
        work.pieces.length = mark;
        replace(work, starts[index], endOf(source, item), written(said));
      }
    }
    for (const index of old.slice(paired)) {
      replace(work, starts[index], endOf(source, list.items[index]), "");
    }
    if (fresh.length > paired) {
      const behind = old.length ? old.at(-1) : fresh.before;
      const place = behind >= 0 ? endOf(source, list.items[behind]) : starts[0];
      replace(work, place, place, fresh.slice(paired).map((index) => written(after[index])).join(""));
    }
  }
  return true;
};
