// Which words of the index a typed word means: itself, its relatives, what it may become, what it was meant to be.

import { FOR_TEXTS, loadFitting, SIZES } from './allowance.js';
import { differing, distance, signature } from '../finder/fuzzy.js';

const MOST_RELATED = 6;
const MOST_BEGUN = 14;
const MOST_NEAR = 3;
const SHORTEST = 4;
const ALIKE = 5;
const FEW = 5;

/** Slips forgiven in a stem of this length. */
const forgivenIn = (length) => (length < 5 ? 0 : length < 10 ? 1 : 2);

/** Whether `rest` is an ending with one slip at most. */
const nearEnding = (rest, endings) => rest.length < 2 || endings.some((ending) => Math.abs(ending.length - rest.length) < 2 && distance(rest, ending, 1) <= 1);

/** How far a typed word is from a known stem, in edits; more than `most` when further. Sounding alike is half an edit. `ends` tells which lengths of its end are endings. */
function apart(unit, known, most, { sound, ends }) {
  const { word, stem } = unit;
  let edits = distance(stem, known, most);
  const rest = word.length - known.length;
  // A slip in the ending hides the stem: then the beginning is compared, and the ending has one slip more.
  if (edits > 1 && known.length > 5 && ends[rest]) {
    const begun = 1 + distance(word.slice(0, known.length), known, most);
    edits = Math.min(edits, begun);
  }
  if (edits > 0.5 && known.length > 3 && (sound(known) === sound(stem) || sound(known) === sound(word))) edits = 0.5;
  return edits === 0 ? 0 : edits + (known[0] === stem[0] ? 0 : 0.4);
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const SHORT = 6;

/** Words one slip away from `word`: [{word, edits}]; swapped or doubled letters are the likeliest slips. */
function slips(word) {
  const found = [];
  for (let at = 0; at < word.length - 1; at += 1) {
    const [a, b] = [word[at], word[at + 1]];
    if (a !== b) found.push({ word: word.slice(0, at) + b + a + word.slice(at + 2), edits: at ? 0.8 : 1 });
  }
  for (let at = 0; at < word.length; at += 1) {
    const doubled = word[at] === word[at - 1];
    if (doubled || word.length >= SHORT) found.push({ word: word.slice(0, at) + word.slice(at + 1), edits: doubled ? 0.7 : 1 });
  }
  if (word.length < SHORT) return found;
  for (let at = 0; at <= word.length; at += 1) {
    for (const letter of LETTERS) {
      found.push({ word: word.slice(0, at) + letter + word.slice(at), edits: letter === word[at] ? 0.7 : at ? 1 : 1.2 });
      if (at < word.length && letter !== word[at]) found.push({ word: word.slice(0, at) + letter + word.slice(at + 1), edits: at ? 1 : 1.2 });
    }
  }
  return found;
}

/** Known words among `entries` whose forms are one slip away from a misspelt one, nearest first. */
function slipped(unit, entries, stem) {
  const often = new Map(entries.map((one) => [one.word, one.often]));
  const best = new Map();
  for (const { word, edits } of slips(unit.word)) {
    const known = stem(word);
    if (known.length < SHORTEST || !often.has(known)) continue;
    if (!best.has(known) || best.get(known) > edits) best.set(known, edits);
  }
  const found = [...best].map(([word, edits]) => ({ word, edits, often: often.get(word) }));
  found.sort((a, b) => a.edits - b.edits || b.often - a.often || (a.word < b.word ? -1 : 1));
  return found.slice(0, MOST_NEAR);
}

/** Known words near a misspelt one among `entries` [{word, often}]: [{word, edits, often}], nearest first. */
function nearest(unit, entries, { sound, endings }) {
  const most = forgivenIn(unit.stem.length);
  if (!most) return [];
  const sign = signature(unit.stem);
  const ends = [0, 1, 2, 3, 4].map((rest) => nearEnding(unit.word.slice(unit.word.length - rest), endings));
  const found = [];
  for (const { word, often } of entries) {
    const longer = word.length - unit.stem.length;
    if (word.length < SHORTEST || longer > most || longer < -most - 3 || /\d/.test(word)) continue;
    if (differing(sign, signature(word)) > 2 * most + 3) continue;
    const edits = apart(unit, word, most, { sound, ends });
    // With few letters a second slip, or one at the beginning, makes another word.
    if (edits <= most && (edits <= 1 || unit.stem.length > 6)) found.push({ word, edits, often });
  }
  found.sort((a, b) => a.edits - b.edits || b.often - a.often || (a.word < b.word ? -1 : 1));
  return found.filter((one) => one.edits <= found[0].edits + 0.4).slice(0, MOST_NEAR);
}

/** The lists of words by these first letters, as far as there is room for them. */
async function listsOf(index, about, letters, left) {
  const has = (letter) => index.hasList(about, letter);
  const lists = await loadFitting([...new Set(letters)], (letter) => index.list(about, letter), { left, each: SIZES.list, reserve: FOR_TEXTS, has });
  return [...lists.values()].flatMap((list) => list || []);
}

/** The parts of these words, as far as there is room for them: a Map of each word's. */
export function partsOf(index, about, words, left) {
  const has = (word) => index.hasWords(about, word);
  return loadFitting(words, (word) => index.words(about, word), { left, each: SIZES.words, reserve: FOR_TEXTS, has });
}

/**
 * What a word of the question means, whose part of the index is `part` and for which so much may be loaded as `left()` says: {forms: [{documents, like, word}], corrected, sure}. `like` is from 0 to 1; `corrected` is the
 * known word that a misspelt one was taken for; `sure` tells that the index has the word, or one that begins so.
 */
export async function meaningsOf(index, about, unit, part, left) {
  const { stem, root, sound } = about.stemmer;
  const forms = new Map();
  const note = (part, place, like) => {
    const word = part.words[place];
    const old = forms.get(word);
    if (!old || old.like < like) forms.set(word, { word, like, documents: part.documents(place) });
  };
  const take = (part, word, like) => {
    const place = part ? part.place(word) : undefined;
    if (place !== undefined) note(part, place, like);
    return place !== undefined;
  };
  let sure = take(part, unit.stem, 1);
  if (unit.word !== unit.stem) sure = take(part, unit.word, 1) || sure;
  const others = unit.also.length ? await partsOf(index, about, unit.also, left) : new Map();
  for (const [word, holding] of others) sure = take(holding, word, 0.9) || sure;
  const digits = /\d/.test(unit.word);
  if (part && !digits) {
    const short = root(unit.stem);
    if (short.length > 3) {
      const related = part.beginning(short.slice(0, SHORTEST)).filter((place) => root(part.words[place]) === short && part.words[place] !== unit.stem);
      related.sort((a, b) => part.documents(b).numbers.length - part.documents(a).numbers.length);
      for (const place of related.slice(0, MOST_RELATED)) note(part, place, sure ? 0.6 : 0.8);
      // A long root that others have, too, is as good as the word: „inwestorka” is no guess.
      sure = sure || (related.length > 0 && short.length >= ALIKE);
    }
  }
  const own = forms.get(unit.stem);
  if (part && own && !digits && unit.stem.length >= ALIKE && own.documents.numbers.length < FEW) {
    // Of a word that hardly anybody wrote, words are welcome that differ in the last letters: „kandydaci”, „kandydat”.
    const alike = part.beginning(unit.stem.slice(0, Math.max(ALIKE, unit.stem.length - 2)));
    const added = alike.filter((place) => !forms.has(part.words[place]) && part.words[place].length < unit.stem.length + 3);
    added.sort((a, b) => part.documents(b).numbers.length - part.documents(a).numbers.length);
    for (const place of added.slice(0, MOST_NEAR)) note(part, place, 0.5);
  }
  if (unit.open && unit.word.length >= SHORTEST) {
    const begun = (await partsOf(index, about, [unit.word], left)).get(unit.word) || part;
    if (begun) {
      const places = begun.beginning(unit.word).sort((a, b) => begun.documents(b).numbers.length - begun.documents(a).numbers.length);
      for (const place of places.slice(0, MOST_BEGUN)) note(begun, place, (sure ? 0.7 : 0.95) * (0.7 + (0.3 * unit.word.length) / begun.words[place].length));
      // What is typed may have got further than the stem of what it will be.
      for (let length = unit.word.length - 1; !sure && length > SHORTEST && length > unit.word.length - 4; length -= 1) {
        if (about.endings.some((ending) => ending.startsWith(unit.word.slice(length)))) take(begun, unit.word.slice(0, length), 0.85);
      }
      sure = sure || places.length > 0;
    }
  } else if (unit.open && unit.word.length > 1 && !digits && (unit.cut || !sure)) {
    const list = await listsOf(index, about, [unit.word[0]], left);
    const begun = list.filter(({ word }) => word.startsWith(unit.word)).sort((a, b) => b.often - a.often || a.word.length - b.word.length);
    const parts = await partsOf(index, about, begun.slice(0, MOST_NEAR).map(({ word }) => word), left);
    for (const [word, holding] of parts) sure = take(holding, word, 0.7) || sure;
  }
  if (forms.size || digits || unit.word.length < SHORTEST + 1) return { forms: [...forms.values()], corrected: '', sure };
  return misspelt(index, about, unit, part, { forms, take, left });
}

/** The same for a word that is not known: what it was probably meant to be. */
async function misspelt(index, about, unit, part, { forms, take, left }) {
  const { sound, stem } = about.stemmer;
  const here = part ? part.words.map((word, place) => ({ word, often: part.documents(place).numbers.length })) : [];
  let near = slipped(unit, here, stem);
  if (!near.length) {
    // A slip among the first letters led to another part: the lists have all words that begin so, or with the second letter.
    const lists = await listsOf(index, about, [unit.word[0], unit.word[1], sound(unit.word)[0]], left);
    near = slipped(unit, lists, stem);
    if (!near.length) near = nearest(unit, [...here, ...lists], { sound, endings: about.endings });
  }
  const likest = new Map();
  for (const { word, edits } of near) if (!likest.has(word)) likest.set(word, 0.8 - 0.12 * edits);
  const parts = await partsOf(index, about, [...likest.keys()], left);
  for (const [word, like] of likest) take(parts.get(word), word, like);
  const [best] = forms.keys();
  return { forms: [...forms.values()], corrected: best || '', sure: false };
}
