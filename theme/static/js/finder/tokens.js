// The words of a query as they were meant to stand: initials with dots joined, abbreviated places written out.

import { distance } from './fuzzy.js';

const LETTERS = /(?<![\p{L}\p{N}])(?:\p{L}\s*\.\s*)+\p{L}(?![\p{L}\p{N}])\.?/gu;
const SHORTENED = /(\p{L}{1,6})\./gu;

/** Folded words of `text`, at most `most`: {words, dotted: Set of those written with a dot after them}. */
export function readTokens(world, text, most) {
  const { folder } = world;
  // „P.U.P.”, „p. u. p”: one word.
  const dotted = new Set();
  let joined = text;
  if (text.includes('.')) {
    joined = text.replace(LETTERS, (letters) => ` ${letters.replace(/[^\p{L}]/gu, '')} `);
    for (const [, word] of joined.matchAll(SHORTENED)) dotted.add(folder.words(word)[0]);
  }
  let words = folder.words(joined).slice(0, most);
  if (words.some((word) => word.length === 1 || dotted.has(word))) words = writtenOut(world, words, dotted);
  if (words.length > 1) words = righted(world, words);
  return { words, dotted };
}

/** The letters of a word in their order: „trag” has those of „targ”. */
const sorted = (word) => [...word].sort().join('');

/** „dobrowa tarnowska” becomes „dabrowa tarnowska”: one word of a name of two with a slip, beside the other as it is. */
function righted(world, words) {
  const { stem, sound } = world.stemmer;
  const out = words.slice();
  const same = (word, name) => word === name || stem(word) === stem(name);
  const slip = (word, name) => {
    if (word.length < (sorted(word) === sorted(name) ? 4 : 5) || word[0] !== name[0] || world.isOwnForm(word) || Math.abs(word.length - name.length) > 4) return false;
    // „Dombrowa” is no letter away from „Dąbrowa” to whoever hears it.
    for (const form of world.gazetteer.formsOf(name)) if (distance(word, form, 1) === 1 || sound(word) === sound(form)) return true;
    return false;
  };
  for (let i = 0; i + 1 < out.length; i += 1) {
    for (const [first, second] of world.longNames()) {
      if (same(out[i + 1], second) && slip(out[i], first)) out[i] = first;
      else if (same(out[i], first) && slip(out[i + 1], second)) out[i + 1] = second;
    }
  }
  return out;
}

/** „d tarn” becomes „dabrowa tarnowska” when the words begin so and one of them is shortened. */
function writtenOut(world, words, dotted) {
  const out = words.slice();
  for (let i = 0; i + 1 < out.length; i += 1) {
    if (![i, i + 1].some((at) => dotted.has(out[at]) || out[at].length === 1)) continue;
    if (out[i].length + out[i + 1].length < 4) continue;
    const name = world.longNames().find((full) => full[0].startsWith(out[i]) && full[1].startsWith(out[i + 1]));
    if (name) {
      out[i] = name[0];
      out[i + 1] = name[1];
    }
  }
  return out;
}
