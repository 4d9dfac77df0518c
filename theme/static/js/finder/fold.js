// Folding: text as people type it becomes plain a-z and digits. The twin of partnership/finder/folding.py.

const PLUS = /(\d+)\s*(?:\+|plus\b)/g;
const ARTICLE = /\bart\.?\s*(\d+)/g;
const SIGN = /\+|plus|art/;
const DIGIT = /\d/;
// What folding leaves as it is: ASCII, and marks of Polish print.
const PLAIN = /^[\x00-\x7f–—„”’]*$/;
const PLAIN_WORDS = /[a-z0-9]+/g;
const MARKS = /[\u0300-\u036f]+/g;
const WORDS = /[\p{L}\p{N}]+/gu;
// Latin letters alone: a browser takes milliseconds to load its tables of all others.
const LATIN = /^[\x00-\x7f\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f–—„”’]*$/;
const LATIN_WORDS = /[A-Za-z0-9\u00c0-\u017f]+/g;
const WRITTEN = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of `text` as they are written. */
export const written = (text) => text.match(LATIN.test(text) ? LATIN_WORDS : WRITTEN) || [];

/** A folder for the index's language table: `fold(text)`, `words(text)`. */
export function createFolder(rules) {
  const letters = new Map();
  const [from, to] = rules.letters;
  [...from].forEach((letter, index) => letters.set(letter, to[index]));

  const mapped = new RegExp(`[${from}]`, 'gu');
  const map = (text) => text.replace(mapped, (letter) => letters.get(letter));

  /** Lower case, no diacritics, Cyrillic in Latin letters; marks and spaces stay. */
  function fold(text) {
    const lower = text.toLowerCase();
    if (PLAIN.test(lower)) return lower;
    // Nearly every text is Latin and needs no table of letters.
    const plain = lower.normalize('NFD').replace(MARKS, '').replaceAll('ł', 'l');
    if (PLAIN.test(plain)) return plain;
    return map(map(text.normalize('NFKC').toLowerCase()).normalize('NFKD').replace(/\p{M}/gu, ''));
  }

  /** The words of what is folded already: runs of letters and digits; „50 +” and „art. 37” are one each. */
  function parted(folded) {
    const joined = SIGN.test(folded) && DIGIT.test(folded) ? folded.replace(PLUS, '$1plus ').replace(ARTICLE, 'art$1 ') : folded;
    return joined.match(PLAIN.test(joined) ? PLAIN_WORDS : WORDS) || [];
  }

  /** The folded words of `text`, in order. */
  const words = (text) => parted(fold(text));

  /** Many texts folded at once: one long text costs a fraction of hundreds of short ones. */
  const lines = (texts) => fold(texts.join('\n')).split('\n');

  return { fold, lines, parted, words };
}
