// Institutions by the words, initials and beginnings of their names.

import { TELLING, lazily, push } from './words.js';

const FIELD = { name: 0, short: 1, place: 2, text: 3 };

/** Rows [institution, field, …] of each stem, one after another in one array. */
function createPostings(stems, held, size) {
  const starts = new Int32Array(size + 2);
  for (let i = 0; i < stems.length; i += 1) starts[stems[i] + 2] += 2;
  for (let stem = 2; stem < starts.length; stem += 1) starts[stem] += starts[stem - 1];
  const rows = new Int32Array(2 * stems.length);
  for (let i = 0; i < stems.length; i += 1) {
    const place = starts[stems[i] + 1];
    rows[place] = held[i] >> 2;
    rows[place + 1] = held[i] & 3;
    starts[stems[i] + 1] = place + 2;
  }
  return { get: (stem) => (stem < size && starts[stem] < starts[stem + 1] ? rows.subarray(starts[stem], starts[stem + 1]) : undefined) };
}

/** The words of the institutions: stem -> postings [institution, field], weights, initials. */
export function readInstitutions(world) {
  const { folder, words, skip, institutions } = world;
  const stems = [];
  const held = []; // institution and field as one number
  const last = [];
  const post = (stem, at, field) => {
    const one = at * 4 + field;
    if (last[stem] === one) return;
    last[stem] = one;
    stems.push(stem);
    held.push(one);
  };
  const known = new Map(); // word -> its stem's number, -1 of a connecting word
  const stemOf = (word) => {
    let stem = known.get(word);
    if (stem === undefined) known.set(word, (stem = skip.has(word) ? -1 : words.add(word)));
    return stem;
  };
  const postLine = (said, at, field, into) => {
    for (const word of said) {
      const stem = stemOf(word);
      if (stem < 0) continue;
      post(stem, at, field);
      if (into && !into.includes(stem)) into.push(stem);
    }
    return into;
  };
  const [names, shorts, streets, cities] = ['name', 'short', 'street', 'city'].map((key) => folder.lines(institutions.map((one) => one[key])).map(folder.parted));
  for (const one of institutions) {
    one.said = [names[one.at], shorts[one.at]].filter((said) => said.length);
    one.nameStems = postLine(names[one.at], one.at, FIELD.name, []);
    one.shortStems = postLine(shorts[one.at], one.at, FIELD.short, []);
    postLine(streets[one.at], one.at, FIELD.place);
    postLine(cities[one.at], one.at, FIELD.place);
    if (one.words) for (const word of one.words.split(' ')) post(words.add(word, TELLING, true), one.at, FIELD.text);
  }
  world.postings = createPostings(stems, held, words.size);
  const count = institutions.length;
  const rarity = new Map();
  /** How telling a stem is among institutions: 1 when one has it, towards 0 when most do. */
  world.rarity = (stem) => {
    let value = rarity.get(stem);
    if (value === undefined) {
      const row = world.postings.get(stem) || [];
      let many = 0;
      for (let i = 0; i < row.length; i += 2) if (!i || row[i] !== row[i - 2]) many += 1;
      rarity.set(stem, (value = many ? Math.max(0.1, 1 - Math.log(many) / Math.log(count + 2)) : 1));
    }
    return value;
  };
  /** What the words of an institution's name and short name weigh: [name, short name]. */
  world.nameWeights = (one) => {
    if (!one.weights) one.weights = [one.nameStems, one.shortStems].map((some) => some.reduce((sum, stem) => sum + world.rarity(stem), 0));
    return one.weights;
  };
  const letters = lazily(() => initialsOf(institutions, folder));
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
  const contents = new Map(); // institution -> its names without connecting words
  const contentsOf = (one) => {
    let made = contents.get(one);
    if (!made) {
      made = one.said.map((words) => words.filter((word) => !skip.has(word)).join(' '));
      contents.set(one, made);
    }
    return made;
  };
  /** Institutions called so: `said` is a name or a short name whole, in words. */
  world.called = (said) => {
    const key = said.join(' ');
    const begun = known.get(said[0]);
    if (said.length && begun === undefined) return [];
    return institutions.filter((one) => (one.nameStems[0] === begun || one.shortStems[0] === begun) && contentsOf(one).includes(key)).map((one) => one.at);
  };
}

/** „Powiatowy Urząd Pracy w Bochni”: pupb, for each institution; names share their words. */
function initialsOf(institutions, folder) {
  const known = new Map();
  const letterOf = (word) => {
    const first = word.replace(/^[„"'(]+/, '');
    const letter = first.slice(0, 1);
    return letter === letter.toLowerCase() ? '' : folder.fold(letter);
  };
  return institutions.map(({ name }) => {
    let letters = '';
    for (const word of name.split(/[\s\-–/]+/)) {
      let letter = known.get(word);
      if (letter === undefined) known.set(word, (letter = letterOf(word)));
      letters += letter;
    }
    return letters;
  });
}

/** `(query)`: institutions whose name or short name begins with what is typed, from three letters on. */
export function beginnings(world) {
  const { folder } = world;
  const names = lazily(() => {
    const found = new Map(); // first letters -> [name, institution]
    for (const one of world.institutions) {
      for (const words of one.said) {
        const name = words.join(' ');
        push(found, name.slice(0, 3), [name, one.at]);
      }
    }
    return found;
  });
  let last = { query: '', found: [] };
  return (query) => {
    if (last.query === query) return last.found;
    const typed = folder.words(query.slice(0, 300)).join(' ');
    const found = typed.length > 2 ? (names().get(typed.slice(0, 3)) || []).filter(([name]) => name.startsWith(typed)).map(([, at]) => at) : [];
    last = { query, found };
    return found;
  };
}
