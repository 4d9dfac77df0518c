// Where the words of a question stand in a text, and the piece of it that shows most of them.

const LENGTH = 190;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const MOST_READ = 12000;

/** Words of a text with their stems: [{from, to, stem}]. */
function readText(about, text) {
  const found = [];
  for (const match of text.matchAll(WORD)) {
    const [folded] = about.folder.words(match[0]);
    if (folded) found.push({ from: match.index, to: match.index + match[0].length, stem: about.stemmer.stem(folded) });
  }
  return found;
}

/** Ranges [[from, to]…] of the words of `text` that answer; `wanted` holds stems. */
export function marksOf(about, text, wanted) {
  return readText(about, text).filter(({ stem }) => wanted.has(stem)).map(({ from, to }) => [from, to]);
}

/** Whether the stems of a phrase stand in `text` one after the other. */
export function holdsPhrase(about, text, phrase) {
  const stems = about.folder.words(text).map(about.stemmer.stem);
  for (let at = 0; at + phrase.length <= stems.length; at += 1) {
    if (phrase.every((stem, place) => stems[at + place] === stem)) return true;
  }
  return false;
}

/** Beginning and end of a piece of `text` around `from`, cut between words. */
function pieceAround(text, from) {
  let start = Math.max(0, from - 40);
  if (start > 0) {
    const space = text.indexOf(' ', start);
    start = space >= 0 && space < from ? space + 1 : from;
  }
  let end = Math.min(text.length, start + LENGTH);
  if (end < text.length) {
    const space = text.lastIndexOf(' ', end);
    if (space > start + LENGTH / 2) end = space;
  }
  return [start, end];
}

/**
 * The piece of a document that shows most of the wanted stems: its summary where that does, else of its text.
 * Returns {text, marks}. A piece from within begins or ends with „…”.
 */
export function excerptOf(about, { summary, text }, wanted) {
  const inSummary = readText(about, summary).filter(({ stem }) => wanted.has(stem));
  const different = (some) => new Set(some.map(({ stem }) => stem)).size;
  const least = different(inSummary);
  let best = { worth: least, from: -1 };
  if (least < wanted.size && text) {
    const said = readText(about, text.slice(0, MOST_READ)).filter(({ stem }) => wanted.has(stem));
    let first = 0;
    for (let last = 0; last < said.length; last += 1) {
      while (said[last].to - said[first].from > LENGTH - 50) first += 1;
      const worth = different(said.slice(first, last + 1));
      if (worth > best.worth) best = { worth, from: said[first].from };
    }
  }
  const source = best.from < 0 ? summary || text : text;
  const [start, end] = best.from < 0 && summary && summary.length <= 2 * LENGTH ? [0, summary.length] : pieceAround(source, Math.max(0, best.from));
  const piece = `${start > 0 ? '… ' : ''}${source.slice(start, end).trim()}${end < source.length ? ' …' : ''}`;
  return { text: piece, marks: marksOf(about, piece, wanted) };
}
