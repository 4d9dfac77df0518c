// Folding: text as people type it becomes plain a-z and digits. The twin of partnership/finder/folding.py.

const POLISH = 'ąćęłńóśźż';
const PLAIN = 'acelnoszz';
const PLUS = /(\d+)\s*(?:\+|plus\b)/g;
const ARTICLE = /\bart\.?\s*(\d+)/g;

/** A folder for the index's language table: `fold(text)`, `words(text)`. */
export function createFolder(rules) {
  const letters = new Map();
  const [from, to] = rules.letters;
  [...from].forEach((letter, index) => letters.set(letter, to[index]));

  function map(text) {
    let out = '';
    for (const char of text) {
      const plain = letters.get(char);
      out += plain === undefined ? char : plain;
    }
    return out;
  }

  /** Lower case, no diacritics, Cyrillic in Latin letters; marks and spaces stay. */
  function fold(text) {
    // Nearly every text is Polish and needs no Unicode tables.
    const quick = text.toLowerCase().replace(/[ąćęłńóśźż]/g, (letter) => PLAIN[POLISH.indexOf(letter)]);
    if (/^[\x00-\x7f]*$/.test(quick)) return quick;
    return map(map(text.normalize('NFKC').toLowerCase()).normalize('NFKD').replace(/\p{M}/gu, ''));
  }

  /** The folded words in order: runs of letters and digits. */
  function words(text) {
    const folded = fold(text).replace(PLUS, '$1plus ').replace(ARTICLE, 'art$1 ');
    return folded.match(/[\p{L}\p{N}]+/gu) || [];
  }

  return { fold, words };
}
