// Places by their names in any case: localities of the region's counties, and the rest of the country.

import { distance, forgiven } from './fuzzy.js';

/** `forms(word)`: the cases of a folded place name's word, by the index's rules; more than real ones do no harm. */
export function createCases(rules) {
  const byEnding = new Map();
  for (const rule of rules.split(';')) {
    const [ending, ...others] = rule.split(' ').map((part) => (part === '-' ? '' : part));
    byEnding.set(ending, others);
  }
  const longest = Math.max(0, ...[...byEnding.keys()].map((ending) => ending.length));
  return (word, written = word) => {
    for (let size = Math.min(longest, word.length - 2); size >= 0; size -= 1) {
      // A letter with its mark has a rule of its own where it bends in another way („Chełm” and „Chełmno” do not care, „ł” does).
      const others = (size === 1 && byEnding.get(written.slice(-1))) || byEnding.get(word.slice(word.length - size));
      if (!others) continue;
      const base = word.slice(0, word.length - size);
      return [word, ...others.map((ending) => base + ending)];
    }
    return [word];
  };
}

/** Whether two words may be cases of one name: both begin alike. */
const alike = (a, b) => a.slice(0, Math.max(2, b.length - 4)) === b.slice(0, Math.max(2, b.length - 4));

const parts = (line) => String(line || '').split(';').filter(Boolean);

/**
 * The names of places. An entry: {name, kind: town | county | region, region, home, counties}; `counties` are numbers of
 * the region's own counties, otherwise the place lies elsewhere, in `region` (its name) and the county `home`.
 */
export function createGazetteer(world, index) {
  const cases = createCases((index.language || {}).cases || '-');
  const known = new Map(); // word -> Set of its forms
  const starts = new Map(); // first two letters of a first word -> names; their cases are made when one is asked for
  const towns = []; // for slips
  const pairs = new Map(); // two letters as written -> as they are folded
  const regions = Array.isArray(index.regions) ? index.regions : [];
  const ownCounties = new Set(world.counties.map((one) => world.folder.fold(one.short || '')));

  const formsOf = (word, written = word) => {
    const key = written.endsWith('ł') ? `${word}ł` : word;
    let made = known.get(key);
    if (!made) known.set(key, (made = new Set(cases(word, written))));
    return made;
  };

  /** The first two letters of a line's first word, folded. */
  function startOf(line) {
    const two = line.slice(0, 2);
    let start = pairs.get(two);
    if (start === undefined) {
      start = world.folder.fold(two);
      pairs.set(two, (start = /^[a-z]{2}$/.test(start) ? start : ''));
    }
    return start || (world.folder.words(line)[0] || '').slice(0, 2);
  }

  /** Names an entry by a line; its words are read when a question begins like it. */
  function put(entry, line, part) {
    const named = { entry, line, words: null, written: null, part: Boolean(part) };
    const key = startOf(line);
    const row = starts.get(key);
    if (row) row.push(named);
    else starts.set(key, [named]);
    if (!part && entry.kind === 'town') towns.push(named);
  }

  function wordsOf(named) {
    if (!named.words) {
      named.words = world.folder.words(named.line);
      named.written = named.line.toLowerCase().match(/[\p{L}\p{N}]+/gu) || [];
    }
    return named.words;
  }

  function putTown(name, region, home, forms) {
    const entry = { name, kind: 'town', region, home, counties: null };
    put(entry, name);
    for (const form of parts(forms)) put(entry, form);
    const words = /[^\p{L}]/u.test(name) ? world.folder.words(name) : [];
    // „Tomaszów”, „Kędzierzyn”: the first word alone, unless it only describes the second.
    if (words.length === 2 && (name.includes('-') || /(sk|ck)[aie]e?$|n[ya]$/.test(words[1]))) put(entry, words[0], true);
  }

  let begun = false;
  const later = []; // places that came and were not asked for yet
  function begin() {
    if (!begun) readRegions();
    begun = true;
    while (later.length) read(later.shift());
  }

  function readRegions() {
    regions.forEach(([name, , also, cities, counties, forms]) => {
      const entry = { name, kind: 'region', region: name, home: '', counties: null };
      for (const line of [name, ...parts(also)]) put(entry, line);
      const told = new Set();
      const town = (seat, home) => {
        if (told.has(seat)) return;
        told.add(seat);
        putTown(seat, name, home, (forms || {})[seat]);
      };
      for (const city of parts(cities)) town(city, '');
      for (const line of parts(counties)) {
        const [county, seat] = line.split(':');
        town(seat, county);
        if (!ownCounties.has(world.folder.fold(county))) put({ name: `powiat ${county}`, kind: 'county', region: name, home: county, counties: null }, county);
      }
    });
  }

  /** Adds the places of the later file: {towns, localities}; they are read when a place is next asked for. */
  const add = (places) => later.push(places || {});

  const rowsOf = (lines) => (Array.isArray(lines) ? lines : []);

  function read(given) {
    rowsOf(given.towns).forEach((line, at) => {
      if (!regions[at]) return;
      for (const each of parts(line)) {
        const [town, county] = each.split(':');
        putTown(town, regions[at][0], county, (regions[at][5] || {})[town]);
      }
    });
    const homes = new Map(); // folded name -> entry of all localities of that name
    rowsOf(given.localities).forEach((line, county) => {
      for (const each of parts(line)) {
        const [gmina, names] = each.split(':');
        for (const name of (names || '').split(',')) {
          const key = world.folder.fold(name);
          let entry = homes.get(key);
          if (!entry) {
            homes.set(key, (entry = { name, kind: 'town', region: '', home: '', counties: new Map() }));
            put(entry, name);
          }
          if (!entry.counties.has(county)) entry.counties.set(county, new Set());
          entry.counties.get(county).add(gmina);
        }
      }
    });
  }

  /** Entries whose names the words from `from` on say: [{entry, size, part}], the longest first. */
  function at(words, from) {
    begin();
    const found = [];
    for (const named of starts.get(words[from].slice(0, 2)) || []) {
      const size = wordsOf(named).length;
      if (!size || from + size > words.length) continue;
      let fits = true;
      for (let i = 0; fits && i < size; i += 1) fits = words[from + i] === named.words[i] || (alike(words[from + i], named.words[i]) && formsOf(named.words[i], named.written[i]).has(words[from + i]));
      if (fits && !found.some((one) => one.entry === named.entry && one.size === size)) found.push({ entry: named.entry, size, part: named.part, first: named.words[0] });
    }
    return found.sort((a, b) => b.size - a.size || a.part - b.part);
  }

  /** The entry that a misspelt word is nearest to: {entry, like}, or null. */
  function near(word) {
    begin();
    const most = Math.min(forgiven(word.length), 1);
    if (!most || word.length < 5) return null;
    let best = null;
    for (const named of towns) {
      if (startOf(named.line)[0] !== word[0]) continue;
      const [first, more] = wordsOf(named);
      if (more !== undefined) continue;
      const { entry } = named;
      if (Math.abs(first.length - word.length) > most + 2 || first[0] !== word[0]) continue;
      for (const form of formsOf(first)) {
        const edits = distance(word, form, most);
        if (edits > most) continue;
        const like = 1 - (edits * 1.1) / Math.max(word.length, 5);
        if (!best || like > best.like) best = { entry, like };
      }
    }
    return best;
  }

  return { add, at, near, formsOf, regions };
}
