// The index in parts: each loaded when a question needs it, looked through before it is believed, and kept.

import { createFolder } from '../finder/fold.js';
import { createStemmer } from '../finder/stem.js';
import { eachNumber, numbersOf } from './numbers.js';
import { placeOf } from './pairs.js';

const FORMAT = 1;
const START = 4;
const LEVELS = 8;
/** Documents of a run that parts with pairs count by, at most. */
const PLACES = 32;
/** Bytes of a part as it is sent for each letter that it has, about: texts and lists pack better than postings. */
const DENSE = 0.78;
const LOOSE = 0.5;

const isText = (value) => typeof value === 'string';
const isTexts = (value) => Array.isArray(value) && value.every(isText);
const isTable = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

/** The number of the part that holds words beginning as `word` does; the index was divided the same way. */
function partOfWord(word, parts) {
  let code = 2166136261;
  for (const char of [...word].slice(0, START)) code = Math.imul(code ^ char.codePointAt(0), 16777619);
  code >>>= 0;
  return ((code ^ (code >>> 15)) >>> 0) % parts;
}

/** The contents of an index, read: what is known of every document before any part is loaded; null when they are none. */
function readContents(raw) {
  if (!isTable(raw) || raw.v !== FORMAT || !isTable(raw.language) || !isTexts(raw.kinds)) return null;
  const texts = [raw.kind, raw.day, raw.names, raw.sizes, raw.checks, raw.lists];
  if (!texts.every(isText) || !Number.isInteger(raw.parts) || raw.parts < 1 || !Number.isInteger(raw.stretch)) return null;
  let folder;
  let stemmer;
  try {
    folder = createFolder(raw.language);
    stemmer = createStemmer(raw.language);
  } catch (error) {
    return null;
  }
  const count = raw.kind.length;
  const days = new Int32Array(count);
  let day = 0;
  let at = 0;
  eachNumber(raw.day, (number) => {
    day += number;
    if (at < count) days[at] = day;
    at += 1;
  });
  const names = raw.names.split(' ').filter(Boolean);
  const sizes = numbersOf(raw.sizes);
  if (at !== count || names.length !== sizes.length || sizes.reduce((all, size) => all + size, 0) !== count) return null;
  const textsOf = new Int32Array(count);
  const firsts = [];
  let first = 0;
  sizes.forEach((size, number) => {
    firsts.push(first);
    textsOf.fill(number, first, first + size);
    first += size;
  });
  const runs = isText(raw.runs) ? numbersOf(raw.runs) : [];
  const paired = Number.isInteger(raw.pairs) && raw.pairs > 0 && runs.reduce((all, size) => all + size, 0) === count;
  const list = (text) => new Set(isText(text) ? text.split(' ').filter(Boolean) : []);
  return {
    count,
    days,
    kinds: raw.kinds,
    kindOf: Uint8Array.from(raw.kind, (letter) => parseInt(letter, 36)),
    textsOf,
    firsts,
    sizes,
    names,
    parts: raw.parts,
    pairs: paired ? raw.pairs : 0,
    runs,
    lists: raw.lists,
    stretch: raw.stretch,
    checks: raw.checks,
    lang: isText(raw.lang) ? raw.lang : '',
    months: isTexts(raw.language.months) ? raw.language.months : [],
    short: new Map(Object.entries(isTable(raw.language.short) ? raw.language.short : {}).map(([word, stands]) => [word, String(stands).split(' ')])),
    said: isTable(raw.said) ? raw.said : {},
    others: isTable(raw.others) ? raw.others : {},
    folder,
    stemmer,
    skip: list(raw.language.skip),
    soft: list(raw.language.soft),
    endings: [...list(raw.language.endings)],
    newest: days.length ? days[count - 1] : 0,
  };
}

/** Whether a part counts documents as the contents do; one of an older index does not. */
function isOfIndex(raw, contents) {
  if (!isTexts(raw.documents) || !Array.isArray(raw.check)) return false;
  const [stretches, check] = raw.check;
  return Number.isInteger(stretches) && (stretches <= 0 || contents.checks.slice(6 * (stretches - 1), 6 * stretches) === check);
}

/** A part with words: `documents(place)` gives [{document, level}] of the word at a place in `words`. */
function readWords(raw, contents) {
  if (!isTable(raw) || !isText(raw.words) || !isOfIndex(raw, contents)) return null;
  const words = raw.words ? raw.words.split(' ') : [];
  if (words.length !== raw.documents.length) return null;
  const places = new Map(words.map((word, place) => [word, place]));
  const known = new Map();

  function documents(place) {
    let found = known.get(place);
    if (!found) {
      const numbers = [];
      const levels = [];
      let number = -1;
      eachNumber(raw.documents[place], (code) => {
        number += Math.floor(code / LEVELS) + 1;
        if (number < contents.count) {
          numbers.push(number);
          levels.push(code % LEVELS);
        }
      });
      found = { numbers, levels };
      known.set(place, found);
    }
    return found;
  }

  /** Places of words that begin with `start`. */
  function beginning(start) {
    let low = 0;
    let high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (words[middle] < start) low = middle + 1;
      else high = middle;
    }
    const found = [];
    while (low < words.length && words[low].startsWith(start)) found.push(low++);
    return found;
  }

  return { words, place: (word) => places.get(word), documents, beginning };
}

/** A part with pairs: `documents(bucket)` gives the Set of documents that may say two words of a bucket one after the other. */
function readPairs(raw, contents) {
  if (!isTable(raw) || !isOfIndex(raw, contents)) return null;
  const starts = [];
  let start = 0;
  for (const size of contents.runs) {
    starts.push(start);
    start += size;
  }
  function documents(bucket) {
    const found = new Set();
    let at = -1;
    eachNumber(raw.documents[placeOf(bucket, contents.pairs).place] || '', (between) => {
      at += between + 1;
      found.add(starts[Math.floor(at / PLACES)] + (at % PLACES));
    });
    return found;
  }
  return { documents };
}

/** A list of words: [{word, often}], `often` rising with the number of documents. */
function readList(raw) {
  if (!isTable(raw) || !isText(raw.words)) return null;
  return (raw.words ? raw.words.split(' ') : []).map((entry) => ({ word: entry.slice(0, -1), often: entry.charCodeAt(entry.length - 1) - 64 }));
}

/** Texts of a part: [{address, title, kind, date, summary, text}]; as many as the contents say. */
function readTexts(raw, contents, number) {
  if (!isTable(raw) || !Array.isArray(raw.texts) || raw.texts.length !== contents.sizes[number]) return null;
  const found = [];
  for (const row of raw.texts) {
    if (!Array.isArray(row)) return null;
    const [address, title, kind, date, summary, text] = row;
    if (![address, title, date, summary, text].every(isText) || !address.startsWith('/') || address.startsWith('//')) return null;
    found.push({ address, title, kind: contents.kinds[kind] || '', date, summary, text });
  }
  return found;
}

/** Letters of a part: of its texts, and some for what stands between them. */
const lettersOf = (raw) => JSON.stringify(raw).length;

/**
 * An index in the folder `folder`; `fetchJson(path)` gives a part. What could not be had stands in `missing`.
 * `spent()` tells how many bytes were loaded, about, as they are sent.
 */
export function createIndex(fetchJson, folder) {
  const kept = new Map();
  const missing = new Set();
  let spent = 0;

  /** A part read by `read`; null when it is not to be had now, which the next question tries again. */
  function part(name, read, density) {
    const path = `${folder}${name}.json`;
    if (!kept.has(path)) {
      const loading = Promise.resolve()
        .then(() => fetchJson(path))
        .then((raw) => {
          spent += density * lettersOf(raw);
          return read(raw);
        })
        .catch(() => null)
        .then((found) => {
          if (found === null) {
            kept.delete(path);
            missing.add(path);
          } else missing.delete(path);
          return found;
        });
      kept.set(path, loading);
    }
    return kept.get(path);
  }

  const listOf = (about, letter) => {
    const number = about.lists.indexOf(letter);
    return `l${number < 0 ? about.lists.length : number}`;
  };
  const wordsOf = (about, word) => `s${partOfWord(word, about.parts)}`;
  const pairsOf = (about, bucket) => `p${placeOf(bucket, about.pairs).part}`;
  const has = (name) => kept.has(`${folder}${name}.json`);
  return {
    missing,
    spent: () => spent,
    contents: () => part('spis', readContents, LOOSE),
    words: (about, word) => part(wordsOf(about, word), (raw) => readWords(raw, about), DENSE),
    hasWords: (about, word) => has(wordsOf(about, word)),
    list: (about, letter) => part(listOf(about, letter), readList, LOOSE),
    hasList: (about, letter) => has(listOf(about, letter)),
    pairs: (about, bucket) => part(pairsOf(about, bucket), (raw) => readPairs(raw, about), DENSE),
    hasPairs: (about, bucket) => has(pairsOf(about, bucket)),
    texts: (about, number) => part(`t${about.names[number]}`, (raw) => readTexts(raw, about, number), LOOSE),
    hasTexts: (about, number) => has(`t${about.names[number]}`),
  };
}
