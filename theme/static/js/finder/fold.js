// Folding: text as people type it becomes plain a-z and digits. The twin of partnership/finder/folding.py.

const POLISH = 'ąćęłńóśźż';
const PLAIN = 'acelnoszz';
const PLUS = /(\d+)\s*(?:\+|plus\b)/g;
const ARTICLE = /\bart\.?\s*(\d+)/g;
const SIGN = /\+|plus|art/;
const WORDS = /[\p{L}\p{N}]+/gu;

/** A folder for the index's language table: `fold(text)`, `words(text)`. */
export function createFolder(rules) {
  const letters = new Map();
  const [from, to] = rules.letters;
  [...from].forEach((letter, index) => letters.set(letter, to[index]));
  const pieces = new Map();

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

  /** What a piece of text without spaces holds: {words, digit, sign}; lines share most of their pieces. */
  function read(piece) {
    const folded = fold(piece);
    const made = { words: folded.match(WORDS) || [], digit: /\d/.test(folded), sign: SIGN.test(folded) };
    if (pieces.size > 30000) pieces.clear();
    pieces.set(piece, made);
    return made;
  }

  /** The folded words in order: runs of letters and digits. */
  function words(text) {
    const out = [];
    let digit = false;
    let sign = false;
    for (const piece of text.split(' ')) {
      const known = pieces.get(piece) || read(piece);
      for (const word of known.words) out.push(word);
      digit = digit || known.digit;
      sign = sign || known.sign;
    }
    // „50 +”, „art. 37”: what stands in two pieces is one word.
    return digit && sign ? fold(text).replace(PLUS, '$1plus ').replace(ARTICLE, 'art$1 ').match(WORDS) || [] : out;
  }

  return { fold, words };
}
