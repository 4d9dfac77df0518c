// Institutions by the words, initials and beginnings of their names.

import { TELLING, lazily } from './words.js';

const FIELD = { name: 0, short: 1, place: 2, text: 3 };

/** The words of the institutions: stem -> postings [institution, field], weights, initials. */
export function readInstitutions(world) {
  const { folder, words, skip, institutions } = world;
  const postings = new Map();
  const post = (stem, at, field) => {
    let row = postings.get(stem);
    if (!row) postings.set(stem, (row = []));
    const last = row.length;
    if (last && row[last - 2] === at && row[last - 1] === field) return;
    row.push(at, field);
  };
  const splitCache = new Map();
  const split = (line) => {
    let made = splitCache.get(line);
    if (!made) splitCache.set(line, (made = folder.words(line).filter((word) => !skip.has(word))));
    return made;
  };
  for (const one of institutions) {
    const said = split(one.name);
    one.nameStems = [...new Set(said.map((word) => words.add(word)))];
    one.shortStems = one.short ? [...new Set(split(one.short).map((word) => words.add(word)))] : [];
    for (const stem of one.nameStems) post(stem, one.at, FIELD.name);
    for (const stem of one.shortStems) post(stem, one.at, FIELD.short);
    for (const line of [one.street, one.city]) for (const word of line ? split(line) : []) post(words.add(word), one.at, FIELD.place);
    for (const word of one.words ? one.words.split(' ') : []) post(words.add(word, TELLING, true), one.at, FIELD.text);
  }
  const count = institutions.length;
  const rarity = new Map();
  for (const [stem, row] of postings) {
    let many = 0;
    let last = -1;
    for (let i = 0; i < row.length; i += 2) if (row[i] !== last) { many += 1; last = row[i]; }
    rarity.set(stem, Math.max(0.1, 1 - Math.log(many) / Math.log(count + 2)));
  }
  world.rarity = (stem) => rarity.get(stem) || 1;
  for (const [stem, row] of postings) postings.set(stem, Int32Array.from(row));
  world.postings = postings;
  const letters = lazily(() => institutions.map((one) => initialsOf(one.name, folder)));
  const initials = new Map();
  /** Institutions whose initials hold `word`: [[institution, weight]…]; a run that begins later weighs less. */
  world.initials = (word) => {
    let found = initials.get(word);
    if (!found) {
      found = [];
      for (const one of institutions) {
        const from = letters()[one.at].indexOf(word);
        if (from === 0 || (from > 0 && word.length > 2)) found.push([one.at, from ? 0.7 : 0.95]);
      }
      if (initials.size > 2000) initials.clear();
      initials.set(word, found);
    }
    return found;
  };
  world.fullNames = lazily(() => {
    const called = new Map();
    for (const one of institutions) {
      for (const name of [one.name, one.short]) {
        if (!name) continue;
        const key = split(name).join(' ');
        const row = called.get(key);
        if (row) row.push(one.at);
        else called.set(key, [one.at]);
      }
    }
    return called;
  });
  for (const one of institutions) {
    one.nameWeight = one.nameStems.reduce((sum, stem) => sum + world.rarity(stem), 0);
    one.shortWeight = one.shortStems.reduce((sum, stem) => sum + world.rarity(stem), 0);
  }
}

/** „Powiatowy Urząd Pracy w Bochni”: pupb. */
function initialsOf(name, folder) {
  let letters = '';
  for (const word of name.split(/[\s\-–/]+/)) {
    const first = word.replace(/^[„"'(]+/, '');
    if (/^\p{Lu}/u.test(first)) letters += folder.fold(first[0]);
  }
  return letters;
}

/** `(query)`: institutions whose name or short name begins with what is typed, from three letters on. */
export function beginnings({ folder, institutions }) {
  let sorted = null;
  const key = (line) => folder.words(line).join(' ');
  return (query) => {
    const typed = key(query.slice(0, 300));
    if (typed.length < 3) return [];
    if (!sorted) {
      sorted = institutions.flatMap((one) => [one.name, one.short].filter(Boolean).map((line) => [key(line), one.at]));
      sorted.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]));
    }
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle][0] < typed) low = middle + 1;
      else high = middle;
    }
    const found = [];
    for (; low < sorted.length && sorted[low][0].startsWith(typed); low += 1) found.push(sorted[low][1]);
    return found;
  };
}
