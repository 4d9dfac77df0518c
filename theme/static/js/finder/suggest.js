// What a person may be about to type, what they may have meant, and which words of a text answer them.

import { written } from './fold.js';

/** Folded words of the texts that are shown, with their own spelling: limanowa -> limanowa, staz -> staż. */
function readSpelling(world) {
  const spelling = new Map();
  const lines = [
    ...world.services.map((one) => one.name),
    ...world.types.flatMap((one) => [one.name, one.plural]),
    ...world.counties.flatMap((one) => [one.name, one.short, one.seat]),
    ...world.towns.map((one) => one.name),
    ...world.institutions.map((one) => one.name),
  ];
  // Capitals of some languages have small letters of their own: I, ı in Turkish.
  const [lang] = world.lang.match(/^[a-z]{2,3}\b/) || [];
  const words = [...new Set(lines.join('\n').match(/[\p{L}\p{M}]+/gu))];
  world.folder.lines(words).forEach((line, place) => {
    const [folded] = world.folder.parted(line);
    if (folded && folded.length > 2 && !spelling.has(folded)) spelling.set(folded, words[place].toLocaleLowerCase(lang));
  });
  return spelling;
}

export function createSuggest(world) {
  let spelling = null;
  let byStem = null;
  const read = new Map();

  /** Learns how the words that are shown are spelt; done at the first need, or before. */
  function prepare() {
    if (spelling) return;
    spelling = readSpelling(world);
    byStem = new Map();
    for (const folded of spelling.keys()) {
      const stem = world.stemmer.stem(folded);
      if (!byStem.has(stem)) byStem.set(stem, folded);
    }
  }

  /** The query with misspelt words put right, or '' when nothing was. */
  function corrected(reading) {
    prepare();
    let changed = false;
    const words = written(reading.query).map((word) => {
      const [folded] = world.folder.words(word);
      const one = reading.read.find((other) => other.word === folded);
      if (!one || !one.meant.length) return word;
      const [best] = one.meant;
      if (best.how !== 'near' && best.how !== 'sound') return word;
      const right = byStem.get(world.words.name(best.stem));
      if (!right || right === folded) return word;
      changed = true;
      return spelling.get(right);
    });
    return changed ? words.join(' ') : '';
  }

  /** Up to `most` suggestions {kind: service | place | institution, text: the whole query, label}. */
  function suggest(query, reading, rows, most = 8) {
    const typed = query.replace(/^\s+/, '');
    if (world.folder.fold(typed).trim().length < 2) return [];
    const found = [];
    const seen = new Set([world.folder.fold(typed).trim()]);
    const add = (kind, text, label) => {
      const key = world.folder.fold(text);
      if (seen.has(key) || found.length >= most) return;
      seen.add(key);
      found.push({ kind, text, label });
    };
    const [, before, last] = typed.match(/^(.*?)([^\s]*)$/s) || ['', '', typed];
    const start = world.folder.words(last).join('');
    const where = reading.places.length ? reading.read.filter((one) => reading.places[0].at.includes(one.place)).map((one) => one.word) : [];
    const begins = (name) => world.folder.words(name).some((word) => word.startsWith(start));
    const openPlace = start.length > 1 && !(where.length && where.includes(start) && world.words.hasForm(start) && !before);
    // A service that what is typed means, or whose name begins so; a place already said stays.
    const place = where.length && reading.needs.length ? ` ${spelledPlace(reading)}` : '';
    // What answers nothing is no service misspelt, and „pow. urz. pracy” is an office rather than what its words are also said of.
    const [need] = rows.length ? reading.needs : [];
    const services = need && (need.whole || !reading.type) ? [...need.services].filter(([, like]) => like > 0.6).map(([at]) => at) : [];
    for (const at of services.slice(0, 3)) add('service', world.services[at].name + place, world.services[at].name + place);
    if (start.length > 1 && !before) {
      for (const one of world.services) if (found.length < 4 && world.folder.fold(one.name).startsWith(start)) add('service', one.name, one.name);
    }
    if (openPlace) {
      let places = 0;
      const names = [...world.counties.flatMap((one) => [one.seat, one.name]), ...world.towns.map((one) => one.name)];
      for (const name of names) {
        if (places >= 3) break;
        if (begins(name) && !seen.has(world.folder.fold(before + name))) {
          add('place', before + name, name);
          places += 1;
        }
      }
    }
    for (const { at, cover, exact } of rows.slice(0, 20)) {
      if (cover > 0.6 || exact) add('institution', world.institutions[at].name, world.institutions[at].name);
    }
    return found;
  }

  function spelledPlace(reading) {
    const [span] = reading.places;
    if (span.locality) return span.locality.name;
    const [town] = span.towns.keys();
    if (town !== undefined) return world.towns[town].name;
    const [county] = span.counties.keys();
    return county === undefined ? '' : world.counties[county].name;
  }

  /** Where the words of `text` that answer the query stand: [[from, to]…]. */
  function highlight(text, reading) {
    if (!reading) return [];
    if (!reading.stems) {
      reading.stems = new Set();
      for (const one of reading.read) {
        if (one.quiet && reading.read.length > 1) continue;
        for (const meaning of one.meant) if (meaning.like > 0.65) reading.stems.add(world.words.name(meaning.stem));
        reading.stems.add(world.stemmer.stem(one.word));
      }
    }
    return wordsOf(text).filter(([, , stem]) => reading.stems.has(stem)).map(([from, to]) => [from, to]);
  }

  /** The words of a shown text with their places and stems; texts come back with every key, so they are read once. */
  function wordsOf(text) {
    let words = read.get(text);
    if (!words) {
      words = [];
      for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
        const [folded] = world.folder.words(match[0]);
        if (folded && !world.skip.has(folded)) words.push([match.index, match.index + match[0].length, world.stemmer.stem(folded)]);
      }
      if (read.size > 20000) read.clear();
      read.set(text, words);
    }
    return words;
  }

  return { suggest, corrected, highlight, prepare };
}
