// Places by their names in any case: localities of the region's counties, and the rest of the country.

import { written } from './fold.js';
import { distance, forgiven } from './fuzzy.js';
import { lazily, push } from './words.js';

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

/** „Legnica1ki”: the seat Legnica and „legnicki”, which is that without one letter and with „ki”; „Police:policki” says both. */
function countyAndSeat(line) {
  const [, seat, less, rest] = line.match(/^([^\d:]*):?(\d*)(.*)$/);
  return [seat, less ? seat[0].toLowerCase() + seat.slice(1, seat.length - less) + rest : rest];
}

const parts = (line) => String(line || '').split(';').filter(Boolean);

/**
 * The names of places. An entry: {name, kind: town | county | region | abroad, region, home, counties}; `counties` are numbers
 * of the region's own counties, otherwise the place lies elsewhere, in `region` (its name; of one abroad where it is said to lie)
 * and the county `home`.
 */
export function createGazetteer(world, index) {
  const cases = lazily(() => createCases((index.language || {}).cases || '-'));
  const known = new Map(); // word -> Set of its forms
  const starts = new Map(); // first two letters of a first word -> names; their cases are made when one is asked for
  const towns = []; // for slips
  let queue = []; // what was put and has no place yet
  const regions = Array.isArray(index.regions) ? index.regions : [];
  const { folder } = world;
  const ownCounties = lazily(() => new Set(folder.lines(world.counties.map((one) => one.short || ''))));

  const formsOf = (word, written = word) => {
    const key = written.endsWith('ł') ? `${word}ł` : word;
    let made = known.get(key);
    if (!made) known.set(key, (made = new Set(cases()(word, written))));
    return made;
  };

  /** Names an entry by a line. */
  const put = (entry, line, part = false) => queue.push({ entry, line, part, start: '', words: null, written: null });

  /** Gives what was put a place by its beginning, all folded at once; its words are read when a question begins like it. */
  function place() {
    const lines = folder.lines(queue.map((named) => named.line));
    queue.forEach((named, at) => {
      const { entry, line, part } = named;
      if (entry.kind === 'county' && ownCounties().has(lines[at])) return;
      if (part) {
        const words = /[^a-z]/.test(lines[at]) ? folder.parted(lines[at]) : [];
        // „Tomaszów”, „Kędzierzyn”: the first word alone, unless it only describes the second.
        if (words.length !== 2 || !(line.includes('-') || /(sk|ck)[aie]e?$|n[ya]$/.test(words[1]))) return;
        [named.line] = words;
      }
      named.start = /^[a-z]{2}/.test(lines[at]) ? lines[at].slice(0, 2) : (folder.parted(lines[at])[0] || '').slice(0, 2);
      push(starts, named.start, named);
      if (!part && entry.kind === 'town') towns.push(named);
    });
    queue = [];
  }

  function wordsOf(named) {
    if (!named.words) {
      named.words = folder.words(named.line);
      named.written = written(named.line.toLowerCase());
    }
    return named.words;
  }

  function putTown(name, region, home, forms, kind = 'town') {
    const entry = { name, kind, region, home, counties: null };
    put(entry, name);
    for (const form of parts(forms)) put(entry, form);
    put(entry, name, true);
  }

  let begun = false;
  const later = []; // places that came and were not asked for yet
  function begin() {
    if (!begun) readRegions();
    begun = true;
    while (later.length) read(later.shift());
    if (queue.length) place();
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
        const [seat, county] = countyAndSeat(line);
        town(seat, county);
        put({ name: `powiat ${county}`, kind: 'county', region: name, home: county, counties: null }, county);
      }
    });
  }

  /** Adds the places of the later file: {towns, abroad, localities}; they are read when a place is next asked for. */
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
    const [where, cities, forms] = rowsOf(given.abroad);
    for (const city of parts(cities)) putTown(city, where, '', (forms || {})[city], 'abroad');
    const local = []; // [name, gmina, county]
    rowsOf(given.localities).forEach((line, county) => {
      for (const each of parts(line)) {
        const [gmina, names] = each.split(':');
        for (const name of (names || '').split(',')) local.push([name, gmina, county]);
      }
    });
    const homes = new Map(); // folded name -> entry of all localities of that name
    const keys = folder.lines(local.map(([name]) => name));
    local.forEach(([name, gmina, county], at) => {
      let entry = homes.get(keys[at]);
      if (!entry) {
        homes.set(keys[at], (entry = { name, kind: 'town', region: '', home: '', counties: new Map() }));
        put(entry, name);
      }
      if (!entry.counties.has(county)) entry.counties.set(county, new Set());
      entry.counties.get(county).add(gmina);
    });
  }

  /** Entries whose names the words from `from` on say: [{entry, size, part, first, small}], the longest first; `small`: written so, as adjectives are. */
  function at(words, from) {
    begin();
    const found = [];
    for (const named of starts.get(words[from].slice(0, 2)) || []) {
      const size = wordsOf(named).length;
      if (!size || from + size > words.length) continue;
      let fits = true;
      for (let i = 0; fits && i < size; i += 1) fits = words[from + i] === named.words[i] || (alike(words[from + i], named.words[i]) && formsOf(named.words[i], named.written[i]).has(words[from + i]));
      if (fits && !found.some((one) => one.entry === named.entry && one.size === size)) found.push({ entry: named.entry, size, part: named.part, first: named.words[0], small: !named.part && named.line[0] === named.line[0].toLowerCase() });
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
      if (named.start[0] !== word[0]) continue;
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
