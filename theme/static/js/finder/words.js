// Every word the index knows, and which of them a typed word may mean, each with a likeness from 0 to 1.

import { differing, distance, forgiven, signature } from './fuzzy.js';

const KEPT = 14;

/** The kinds of places a word stands in; fuzzy matching looks only at words that name something. */
export const NAMING = 1;
export const TELLING = 2;

/** What is made when a query first needs it, since many never do. */
export function lazily(make) {
  let made = null;
  return () => made || (made = make());
}

/** Adds to the row that a map has for `key`. */
export function push(map, key, value) {
  const row = map.get(key);
  if (row) row.push(value);
  else map.set(key, [value]);
}

/** Words as one text, in which the browser finds beginnings without a table. */
const asLines = (words) => `\n${words.join('\n')}\n`;

/** The words of such a text that begin with `start`, in their order. */
function beginningIn(text, start) {
  const found = [];
  for (let at = text.indexOf(`\n${start}`); at >= 0; at = text.indexOf(`\n${start}`, at)) {
    const end = text.indexOf('\n', at + 1);
    found.push(text.slice(at + 1, end));
    at = end;
  }
  return found;
}

/** Rows [number, letters, …] of words by their length: what is compared with a word is about as long. */
function byLength(numbers, textOf) {
  const found = [];
  for (const number of numbers) {
    const text = textOf(number);
    (found[text.length] ||= []).push(number, signature(text));
  }
  return found;
}

export function createWords(stemmer) {
  const { stem, root, sound } = stemmer;
  const forms = new Map(); // surface -> its number
  const list = []; // number -> surface
  const stemOf = []; // number -> stem's number
  const kinds = []; // number -> NAMING | TELLING
  const stems = new Map(); // stem -> its number
  const names = []; // stem's number -> stem
  const stemKinds = []; // stem's number -> NAMING | TELLING
  const cache = new Map();

  /** The number of the stem of `word`, made known as standing in a place of this kind. The index ships many words as stems. */
  function add(word, kind = NAMING, stemmedAlready = false) {
    let number = forms.get(word);
    if (number === undefined) {
      number = list.length;
      forms.set(word, number);
      list.push(word);
      kinds.push(0);
      const stemmed = stemmedAlready ? word : stem(word);
      let at = stems.get(stemmed);
      if (at === undefined) {
        at = names.length;
        stems.set(stemmed, at);
        names.push(stemmed);
        stemKinds.push(0);
      }
      stemOf.push(at);
    }
    kinds[number] |= kind;
    stemKinds[stemOf[number]] |= kind;
    return stemOf[number];
  }

  const allStems = lazily(() => asLines(names));

  /** Stems of words that share the root `short`: a root is the beginning of its words. */
  const rooted = (short) => beginningIn(allStems(), short.slice(0, 4)).filter((name) => root(name) === short).map((name) => stems.get(name));

  /** Words that name something, and their stems: what fuzzy matching runs over. */
  const near = lazily(() => {
    const naming = list.map((_, number) => number).filter((number) => kinds[number] & NAMING && list[number].length > 2);
    const stemmed = [...new Set(naming.map((number) => stemOf[number]))].filter((at) => names[at].length > 3);
    return [byLength(naming, (number) => list[number]), byLength(stemmed, (at) => names[at])];
  });

  /** Numbers of words by how they sound. Made when the first unknown word asks: most visits never do. */
  const sounding = lazily(() => {
    const found = new Map();
    // All words as one text: the rules run over it once.
    stemmer.sounds(list.join('\n')).split('\n').forEach((heard, number) => {
      if (list[number].length > 3 && kinds[number] & NAMING) push(found, heard, number);
    });
    return found;
  });

  const allWords = lazily(() => asLines(list));

  /** Numbers of known words that begin with `start`, by the alphabet. */
  const beginning = (start, most) => beginningIn(allWords(), start).sort().slice(0, most).map((word) => forms.get(word));

  function nearby(word, note) {
    const most = forgiven(word.length);
    if (!most) return;
    const [named, stemmed] = near();
    const sign = signature(word);
    for (let size = word.length - most; size <= word.length + most; size += 1) {
      const row = named[size] || [];
      for (let i = 0; i < row.length; i += 2) {
        if (differing(sign, row[i + 1]) > 2 * most) continue;
        const form = list[row[i]];
        const edits = distance(word, form, most);
        // The first letter is seldom mistyped.
        if (edits <= most) note(stemOf[row[i]], 1 - (edits * 1.1 + (word[0] === form[0] ? 0 : 0.4)) / Math.max(word.length, 5));
      }
    }
    const short = stem(word);
    const shortMost = short.length > 9 ? 3 : short.length > 6 ? 2 : short.length > 4 || (short.length === 4 && word.length > 4) ? 1 : 0;
    if (!shortMost) return;
    const shortSign = signature(short);
    for (let size = 4; size <= Math.max(word.length, short.length + shortMost); size += 1) {
      const apart = size - short.length;
      // A slip in the ending hides the stem: then the word's own beginning is compared with it.
      const whole = apart <= shortMost && apart >= -shortMost;
      const begun = size > 6 && size <= word.length && size > word.length - 5;
      const row = whole || begun ? stemmed[size] || [] : [];
      for (let i = 0; i < row.length; i += 2) {
        if (differing(shortSign, row[i + 1]) > 2 * shortMost + (begun ? 3 : 0)) continue;
        const known = names[row[i]];
        let most = shortMost;
        let edits = whole ? distance(short, known, most) : most + 1;
        if (begun && edits > most) {
          most = size > 9 ? 3 : size > 8 ? 2 : 1;
          edits = distance(word.slice(0, size), known, most);
        }
        if (edits <= most) note(row[i], 0.95 - (edits * 1.15 + (short[0] === known[0] ? 0 : 0.4)) / Math.max(short.length, 5));
      }
    }
  }

  /** Two letters swapped before an ending: the stem alone tells what was meant („gruopwe”). */
  function swapped(word, note) {
    if (word.length < 6) return;
    for (let i = 1; i + 1 < word.length; i += 1) {
      if (word[i] === word[i + 1]) continue;
      const at = stems.get(stem(word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2)));
      if (at !== undefined && names[at].length > 3) note(at, 0.84);
    }
  }

  const slipped = new Map();
  /** What a word with slips may stand for: [[stem, likeness]…]. A word still being typed is asked for twice. */
  function slips(word) {
    let made = slipped.get(word);
    if (!made) {
      made = [];
      const put = (at, like) => made.push([at, like]);
      swapped(word, put);
      nearby(word, put);
      if (slipped.size > 500) slipped.clear();
      slipped.set(word, made);
    }
    return made;
  }

  /** A word still being typed, with a slip in it. */
  function nearBeginning(word, note) {
    const sign = signature(word);
    for (let number = 0; number < list.length; number += 1) {
      const form = list[number];
      if (!(kinds[number] & NAMING) || form.length <= word.length) continue;
      const start = form.slice(0, word.length);
      if (differing(sign, signature(start)) > 2 || word[0] !== form[0]) continue;
      if (distance(word, start, 1) <= 1) note(stemOf[number], 0.6, 'near');
    }
  }

  /** English plurals and verb forms; Polish endings are the stemmer's. */
  function englishBases(word) {
    const bases = [];
    for (const ending of ['s', 'es', 'ing', 'ed', 'er', 'ers']) {
      if (word.length - ending.length > 2 && word.endsWith(ending)) {
        const base = word.slice(0, -ending.length);
        bases.push(base, base + 'e');
        if (base[base.length - 1] === base[base.length - 2]) bases.push(base.slice(0, -1));
      }
    }
    if (word.endsWith('ies')) bases.push(word.slice(0, -3) + 'y');
    return bases;
  }

  /** Notes what a known word means, in any form that the stemmer or an English ending tells; whether it is one. */
  function recognise(word, note) {
    const number = forms.get(word);
    if (number !== undefined) note(stemOf[number], 1, 'same');
    const stemmed = stem(word);
    const at = stems.get(stemmed);
    // A long word with little stem left may have met it by chance.
    if (at !== undefined) note(at, word.length - stemmed.length < 5 ? 0.97 : 0.86, 'stem');
    if (number !== undefined || at !== undefined) return true;
    const plain = englishBases(word).map((base) => stems.get(stem(base))).filter((one) => one !== undefined);
    for (const one of plain) note(one, 0.93, 'stem');
    return plain.length > 0;
  }

  const byLikeness = (a, b) => b.like - a.like || a.stem - b.stem;

  /** Of `meant(word, false)` what is liker than 0.9, without a look at slips where these cannot be so like. */
  function certain(word) {
    const found = [];
    const known = recognise(word, (stem, like) => found.push({ stem, like }));
    return (known || word.length < 11 ? found.sort(byLikeness) : meant(word, false)).filter(({ like }) => like > 0.9);
  }

  /**
   * What `word` may mean: [{stem, like, how}], best first. `open`: the word may be unfinished.
   * how: same, stem, sound, root, start, near.
   */
  function meant(word, open) {
    const key = (open ? '>' : ' ') + word;
    const known = cache.get(key);
    if (known) return known;
    const found = new Map();
    const note = (at, like, how) => {
      const old = found.get(at);
      if (!old || old.like < like) found.set(at, { stem: at, like, how });
    };
    const sure = recognise(word, note);
    const stemmed = stem(word);
    if (!/\d/.test(word)) {
      const short = root(stemmed);
      if (short.length > 3) for (const other of rooted(short)) note(other, 0.8, 'root');
      if (!sure && word.length > 3) {
        for (const other of sounding().get(sound(word)) || []) note(stemOf[other], 0.9, 'sound');
        for (const other of sounding().get(sound(stemmed)) || []) note(stemOf[other], stemmed.length > 4 ? 0.88 : 0.78, 'sound');
      }
      const least = open ? 2 : 3;
      // A known word may still be the beginning of another while it is being typed.
      if (word.length >= least && (!sure || (open && word.length > 2))) {
        const most = sure ? 0.85 : open ? 0.92 : 0.78;
        for (const other of beginning(word, 60)) {
          const share = word.length / list[other].length;
          note(stemOf[other], most * (0.75 + 0.25 * share), 'start');
        }
      }
      let best = 0;
      for (const one of found.values()) best = Math.max(best, one.like);
      // What is the beginning of a known word is no slip.
      const begun = open && [...found.values()].some((one) => one.how === 'start');
      if (best < 0.85 && !begun && word.length < 40) {
        for (const [other, like] of slips(word)) note(other, like, 'near');
      }
      if (!found.size && open && word.length > 4) nearBeginning(word, note);
    }
    const all = [...found.values()].filter((one) => one.like >= 0.5).sort(byLikeness);
    const kept = all.filter((one, place) => place < KEPT && one.like >= all[0].like - 0.3);
    if (cache.size > 2000) cache.clear();
    cache.set(key, kept);
    return kept;
  }

  /** Whether a word of this stem names something: a service, a kind, an institution. */
  function names_(word) {
    const at = stems.get(stem(word));
    return at !== undefined && (stemKinds[at] & NAMING) > 0;
  }

  return {
    add,
    certain,
    meant,
    names: names_,
    has: (word) => forms.has(word) || stems.has(stem(word)),
    hasForm: (word) => forms.has(word),
    name: (at) => names[at],
    stemOf: (word) => stemOf[forms.get(word)],
    get size() {
      return names.length;
    },
  };
}
