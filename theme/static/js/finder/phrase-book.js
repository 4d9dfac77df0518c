// Every phrase by which people name things: a visit meets few of thousands, and only rows that have its words are read.

import { readLines } from './lines.js';
import { push } from './words.js';

/** Words of a phrase; what is longer is no phrase. */
const LONGEST = 12;
const STEMS = /[^;, ]+/g;
const NOWHERE = [];

/**
 * The phrases of a world; `words` are those of the world. A phrase is {number, kind, means, slots: [stem…], quiet, trust, weights,
 * total}; the last two are filled in by who weighs it. A kind is service, type, audience, county, city, seat, town, place,
 * institution or nothing. `quiet` tells which of its words say little, where they are known as written.
 */
export function createPhraseBook(words) {
  const byKind = new Map(); // kind -> the phrases read
  const rows = []; // {text, senses, trust, from}; without text once its lines are read
  const rowsOf = []; // stem -> rows that have it, until they are read
  const held = []; // stem -> [phrase, slot, …] of the phrases read, in their order
  let next = 0;

  /** Rows are read as they are asked for; a phrase of an earlier one goes before those of later ones. */
  function insert(all, phrase, slot) {
    let at = all.length;
    while (at && all[at - 2].number > phrase.number) at -= 2;
    all.splice(at, 0, phrase, slot);
  }

  function close(number, [kind, means], slots, trust, quiet) {
    const phrase = { number, kind, means, slots, quiet, trust, weights: null, total: 0 };
    push(byKind, kind, phrase);
    for (let slot = 0; slot < slots.length; slot += 1) {
      const all = held[slots[slot]];
      if (!all) held[slots[slot]] = [phrase, slot];
      else if (all[all.length - 2].number <= number) all.push(phrase, slot);
      else insert(all, phrase, slot);
    }
  }

  /** Adds a phrase of words as they are written; `soft(word)` tells those that say little. */
  function say(kind, means, said, trust, naming, soft) {
    if (!said.length || said.length > LONGEST) return;
    const slots = [];
    const quiet = [];
    for (const word of said) {
      const slot = words.add(word, naming);
      if (slots.includes(slot)) continue;
      slots.push(slot);
      quiet.push(soft(word));
    }
    close(next, [kind, means], slots, trust, quiet);
    next += 1;
  }

  /** Adds lines of stems as the index writes them, each a phrase in all `senses` [kind, means]. Their words are known at once. */
  function sayLines(text, senses, trust, naming) {
    if (!text) return;
    const row = { text, senses, trust, from: next };
    rows.push(row);
    for (const word of new Set(text.match(STEMS))) {
      const stem = words.add(word, naming, true);
      const all = rowsOf[stem];
      if (all) all.push(row);
      else rowsOf[stem] = [row];
    }
    next += senses.length * text.split(';').length;
  }

  function read(row) {
    const { text, senses, trust } = row;
    row.text = '';
    let number = row.from;
    for (const line of readLines(text)) {
      if (line.length > LONGEST) continue;
      const slots = line.map(words.stemOf);
      for (const sense of senses) {
        close(number, sense, slots, trust);
        number += 1;
      }
    }
  }

  /** All phrases with a stem, and where it stands in each: [phrase, slot, …]. */
  function having(stem) {
    if (rowsOf[stem]) {
      rowsOf[stem].forEach(read);
      rowsOf[stem] = null;
    }
    return held[stem] || NOWHERE;
  }

  /** The phrases of some kinds, in no order. */
  function of(...kinds) {
    for (const row of rows) if (row.senses.some(([kind]) => kinds.includes(kind))) read(row);
    return kinds.flatMap((kind) => byKind.get(kind) || []);
  }

  return { say, sayLines, having, of };
}
