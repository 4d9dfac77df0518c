// What is asked: words, phrases in quotation marks, dates as people write them.

const MOST_TEXT = 400;
const MOST_WORDS = 16;
const LONGEST = 40;
const QUOTED = /["„”“»«]([^"„”“»«]*)["„”“»«]/g;
const ISO = /(?<!\d)(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?!\d)/g;
const DOTTED = /(?<!\d)(?:(\d{1,2})\.)?(\d{1,2})\.(\d{4})(?!\d)/g;
const ROMAN = /(?<![\p{L}\d])(?:(\d{1,2})\.?\s+)?(I{1,3}|IV|VI{0,3}|IX|XI{0,2}|X)\.?\s+(\d{4})(?!\d)/gu;
const ROMANS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
/** A word cut short: „dyr. Martynuska”, „zwoln. grupowe”. Few letters tell too little to ask for anything. */
const CUT = /(?<![\p{L}\p{M}\p{N}])(\p{L}{1,8})\.(?=\s*[\p{L}\p{N}])/gu;
const TELLS = 5;
const YEAR = /^(?:19|20)\d\d$/;

/** The ordinal of a day, 1 January of year 1 being 1; as the index counts. */
export function ordinal(year, month, day) {
  const first = new Date(0).setUTCFullYear(1, 0, 1);
  return Math.round((new Date(0).setUTCFullYear(year, month - 1, day) - first) / 86400000) + 1;
}

const momentOf = (number) => new Date(new Date(0).setUTCFullYear(1, 0, number));

/** The year of an ordinal; 0 for no date. */
export const yearOf = (number) => (number ? momentOf(number).getUTCFullYear() : 0);

/** The month of an ordinal, January being 1. */
export const monthOf = (number) => momentOf(number).getUTCMonth() + 1;

/** Dates said in words: [{places, from, to, month}]; `month` alone means that month of any year. */
function findDates(words, months) {
  const found = [];
  const monthAt = (place) => (place >= 0 && place < words.length ? months.get(words[place]) || 0 : 0);
  const yearAt = (place) => (place >= 0 && place < words.length && YEAR.test(words[place]) ? Number(words[place]) : 0);
  const dayAt = (place) => (place >= 0 && /^\d{1,2}$/.test(words[place] || '') ? Number(words[place]) : 0);
  const taken = new Set();
  words.forEach((word, place) => {
    const month = monthAt(place);
    if (!month) return;
    const year = yearAt(place + 1);
    const day = dayAt(place - 1);
    const places = [place];
    if (year) places.push(place + 1);
    if (day && day < 32 && year) places.push(place - 1);
    places.forEach((one) => taken.add(one));
    if (!year) found.push({ places, month });
    else if (places.length === 3) found.push({ places, from: ordinal(year, month, day), to: ordinal(year, month, day) });
    else found.push({ places, from: ordinal(year, month, 1), to: ordinal(year, month + 1, 1) - 1 });
  });
  words.forEach((word, place) => {
    if (!taken.has(place) && yearAt(place)) found.push({ places: [place], from: ordinal(yearAt(place), 1, 1), to: ordinal(yearAt(place), 12, 31) });
  });
  return found;
}

/**
 * A question read: {words: [{word, stem, also, open, cut, soft}], phrases: [{stems, telling}], dates}; `telling` are a phrase's stems without words that only connect. `open`: the word may be unfinished; `cut`: it was cut short, `also` are known words that it may mean, too.
 * Places in `dates` are those of `words`.
 */
export function readQuestion(about, query) {
  const given = typeof query === 'string' ? query : query === undefined || query === null ? '' : String(query);
  const months = new Map();
  about.months.forEach((forms, number) => forms.split(' ').forEach((form) => months.set(form, number + 1)));
  const name = (number) => (about.months[number - 1] || '').split(' ')[0] || String(number);
  let text = given.slice(0, MOST_TEXT);
  text = text.replace(ISO, (whole, year, month, day) => ` ${day ? Number(day) : ''} ${name(Number(month))} ${year} `);
  text = text.replace(DOTTED, (whole, day, month, year) => ` ${day ? Number(day) : ''} ${name(Number(month))} ${year} `);
  text = text.replace(ROMAN, (whole, day, month, year) => ` ${day ? Number(day) : ''} ${name(ROMANS.indexOf(month) + 1)} ${year} `);
  const { stem } = about.stemmer;
  const wordsOf = (part) => about.folder.words(part).filter((word) => word.length <= LONGEST);
  const phrases = [];
  for (const [, inside] of text.matchAll(QUOTED)) {
    const said = wordsOf(inside);
    if (said.length > 1) phrases.push({ stems: said.map(stem), telling: said.filter((word) => !about.skip.has(word)).map(stem) });
  }
  const open = /[\p{L}\p{N}]$/u.test(given) && given.length <= MOST_TEXT;
  const all = wordsOf(text);
  const last = all[all.length - 1];
  let kept = all.filter((word) => !about.skip.has(word));
  const asked = kept.some((word) => !about.soft.has(word));
  kept = [...new Set(kept)].slice(0, MOST_WORDS);
  const cut = new Set([...text.matchAll(CUT)].flatMap(([, short]) => wordsOf(short)));
  const words = kept.map((word) => {
    const shortened = cut.has(word);
    const whole = shortened || word.length > 1 ? about.short.get(word) : undefined;
    // What a shortened word stands for is said in many ways, and often left out.
    if (whole) return { word: whole[0], stem: stem(whole[0]), also: [word, ...whole.slice(1).map(stem)], open: false, cut: true, soft: true };
    const soft = (asked && about.soft.has(word) && !months.has(word)) || (shortened && word.length < TELLS);
    return { word, stem: stem(word), also: [], open: (open && word === last) || shortened, cut: shortened, soft };
  });
  return { text: given, words, phrases, dates: findDates(kept, months) };
}
