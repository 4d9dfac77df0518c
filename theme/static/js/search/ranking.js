// Which documents answer, and in which order: words weigh by where they stand and how rare they are, and all should be there.

import { monthOf } from './question.js';

const WORTH = [0.22, 0.34, 0.46, 0.6, 0.95, 1.6, 2.5, 3.6];
const DATED = 2;
const OF_KIND = 1.2;
const FRESH = 0.25;
const FRESH_DAYS = 500;
const SOFT = 0.25;
const ENOUGH = 5;
/** Where a word of several is unknown and nothing has enough of all, so much of the question is enough. */
const MOST_OF_KNOWN = 0.4;
/** Kinds are as likely to be meant as these say; what is not named is as likely as a post. */
const LIKELY = { page: 1.12, service: 1.15, report: 1.1, meeting: 1.05, county: 1.05, group: 1.05, institution: 0.95, issue: 0.7 };

/** Whether a document is of one of the dates in which the word at `place` stands; null where it stands in none. */
function dated(about, dates, place) {
  const some = dates.filter((one) => one.places.includes(place));
  if (!some.length) return null;
  return (document) => {
    const day = about.days[document];
    return day > 0 && some.some(({ from, to, month }) => (month ? monthOf(day) === month : day >= from && day <= to));
  };
}

/** Kinds that each word names in the language of the index: „raporty” are reports. */
function kindsNamed(about) {
  const named = new Map();
  about.kinds.forEach((kind, number) => {
    for (const key of [`kind-${kind}`, `one-${kind}`]) {
      const stems = about.folder.words(String(about.said[key] || '')).map(about.stemmer.stem);
      if (stems.length === 1) named.set(stems[0], (named.get(stems[0]) || new Set()).add(number));
    }
  });
  return named;
}

/**
 * The documents that answer a question whose words mean `meanings`: [{document, score}], best first.
 * An unknown word counts against all; where several are unknown nothing answers.
 */
export function rankDocuments(about, question, meanings) {
  const { count } = about;
  const scores = new Float32Array(count);
  const cover = new Float32Array(count);
  const best = new Float32Array(count);
  const kinds = kindsNamed(about);
  let total = 0;
  let little = 0;
  let unknown = 0;
  let unsure = 0;
  let units = 0;
  question.words.forEach((unit, place) => {
    const { forms, lost, sure } = meanings[place];
    // A word whose part could not be loaded is nobody's fault.
    if (lost && !forms.length) return;
    const isDated = dated(about, question.dates, place);
    const named = kinds.get(unit.stem);
    const known = forms.reduce((most, { documents }) => Math.max(most, documents.numbers.length), 0);
    const rare = Math.log(1 + (count - known + 0.5) / (known + 0.5));
    // A word that somebody cut short and nobody knows stands for a title or a street: it asks for nothing.
    const soft = unit.soft || (unit.cut && !known);
    const weight = (soft ? SOFT : 1) * Math.max(0.15, known ? rare : Math.log(1 + count));
    if (!known && soft) return;
    total += weight;
    if (soft) little += weight;
    else units += 1;
    const touched = [];
    const note = (document, value) => {
      if (!best[document]) touched.push(document);
      if (best[document] < value) best[document] = value;
    };
    for (const { documents, like } of forms) {
      const { numbers, levels } = documents;
      for (let at = 0; at < numbers.length; at += 1) note(numbers[at], like * WORTH[levels[at]]);
    }
    if (isDated) {
      for (let document = 0; document < count; document += 1) if (isDated(document)) note(document, DATED);
    }
    if (named) for (let document = 0; document < count; document += 1) if (named.has(about.kindOf[document])) note(document, OF_KIND);
    if (!touched.length && !soft) unknown += 1;
    if (!sure && !isDated && !named && !soft) unsure += 1;
    for (const document of touched) {
      scores[document] += weight * best[document];
      cover[document] += weight;
      best[document] = 0;
    }
  });
  const few = Math.floor(units / 3);
  if (!total || unknown > few) return [];
  const found = [];
  const collect = (least) => {
    for (let document = 0; document < count; document += 1) {
      if (!scores[document]) continue;
      const share = cover[document] / total;
      // For lack of words that tell little no document is left out.
      if (share < least && cover[document] < least * total - little) continue;
      const kind = about.kinds[about.kindOf[document]];
      let score = scores[document] * (0.2 + 0.8 * share * share) * (LIKELY[kind] || 1);
      if (kind === 'news') score *= 1 + FRESH * Math.exp((about.days[document] - about.newest) / FRESH_DAYS);
      found.push({ document, score, share });
    }
  };
  collect(units < 3 ? 0.85 : 0.6);
  // Where few have all words, those follow that have the most telling ones; guesses at words tell too little for that.
  if (found.length < ENOUGH && !unknown && unsure <= few) {
    found.length = 0;
    collect(0.5);
    if (!found.length) collect(0.4);
  } else if (!found.length && unknown) collect(MOST_OF_KNOWN);
  found.sort((a, b) => b.score - a.score || a.document - b.document);
  return found;
}
