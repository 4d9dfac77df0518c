// The search's engine: no DOM, no dependency, the same in a browser and in Node.
//
//   const search = createSearch(fetchJson);       // fetchJson(path) resolves the parsed JSON of /szukaj/indeks/…
//   await search.search('zwolnienia grupowe', {kinds: ['news'], years: [2026]})   // [{address, title, kind, excerpt, score}]

import { createAllowance, FOR_TEXTS, loadFitting, SIZES } from './allowance.js';
import { excerptOf, holdsPhrase, marksOf } from './excerpt.js';
import { meaningsOf, partsOf } from './meanings.js';
import { bucketsOf } from './pairs.js';
import { createIndex } from './parts.js';
import { readQuestion, yearOf } from './question.js';
import { rankDocuments } from './ranking.js';

const FOLDER = '/szukaj/indeks/';
/** Answers are given from so many parts with texts at a time, and at most so many of them. */
const AT_ONCE = 5;
const MOST_ANSWERS = 20;
/** Texts are looked through for a phrase in so many such turns, and in more while none has it. */
const TURNS = 3;
const MOST_TURNS = 8;

const asSet = (value) => new Set((value === undefined || value === null ? [] : typeof value === 'object' && Symbol.iterator in value ? [...value] : [value]).map(String));

export function createSearch(fetchJson, { folder = FOLDER } = {}) {
  const indexes = new Map();
  const indexAt = (place) => {
    if (!indexes.has(place)) {
      const index = createIndex(fetchJson, place);
      indexes.set(place, { ...index, grant: createAllowance(index.spent) });
    }
    return indexes.get(place);
  };

  /** The index of a language, the site's own first: {index, about}; `about` is null when it is not to be had. */
  async function indexOf(lang) {
    const own = indexAt(folder);
    const about = await own.contents();
    if (!lang || !about || about.lang === lang) return { index: own, about };
    const other = Object.hasOwn(about.others, lang) ? String(about.others[lang]) : '';
    if (!other.startsWith('/')) return { index: own, about: null };
    const index = indexAt(other);
    return { index, about: await index.contents() };
  }

  /** Whether a document has all words of all phrases, as far as these are known: only such texts are worth loading. */
  function holdsWords(question, meanings) {
    const asked = new Set(question.phrases.flatMap(({ stems }) => stems));
    const all = [];
    question.words.forEach(({ stem }, place) => {
      const { forms, lost } = meanings[place];
      if (!asked.has(stem) || lost) return;
      all.push(new Set(forms.find(({ word }) => word === stem)?.documents.numbers));
    });
    return (document) => all.every((some) => some.has(document));
  }

  /** Those of the documents `ranked` that may have all phrases. Where texts would tell as soon, no part with pairs is loaded. */
  async function mayHold(index, about, question, ranked, left) {
    const buckets = about.pairs ? [...new Set(question.phrases.flatMap(({ telling }) => bucketsOf(telling)))] : [];
    let kept = ranked;
    for (const bucket of buckets) {
      if (new Set(kept.map(({ document }) => about.textsOf[document])).size <= AT_ONCE) break;
      const parts = await loadFitting([bucket], (one) => index.pairs(about, one), { left, each: SIZES.pairs, reserve: FOR_TEXTS, has: (one) => index.hasPairs(about, one) });
      const some = parts.get(bucket)?.documents(bucket);
      if (some) kept = kept.filter(({ document }) => some.has(document));
    }
    return kept;
  }

  /** What each word means. Long words tell most: where there is no room for the parts of all, short ones are `unread`. */
  async function understand(index, about, question, left) {
    const stems = question.words.map(({ stem }) => stem);
    const longest = [...stems].sort((a, b) => b.length - a.length);
    const parts = await partsOf(index, about, longest, left);
    const meanings = [];
    for (const unit of question.words) {
      if (parts.has(unit.stem)) {
        const before = index.missing.size;
        const part = parts.get(unit.stem);
        const meaning = await meaningsOf(index, about, unit, part, left);
        meanings.push({ ...meaning, lost: part === null || index.missing.size > before });
      } else meanings.push({ forms: [], corrected: '', sure: false, lost: true, unread: true });
    }
    return meanings;
  }

  /** How many documents of each kind and year there are, each counted under the other's filter. */
  function countFacets(about, ranked, kinds, years) {
    const found = { kinds: new Map(), years: new Map() };
    const add = (map, key) => map.set(key, (map.get(key) || 0) + 1);
    for (const { document } of ranked) {
      const kind = about.kinds[about.kindOf[document]];
      const year = yearOf(about.days[document]);
      if (!years.size || years.has(String(year))) add(found.kinds, kind);
      if (year && (!kinds.size || kinds.has(kind))) add(found.years, year);
    }
    return found;
  }

  /** A document's answer: what to show of it, its score after a look at its text. */
  function answerOf(about, question, wanted, { document, score }, row) {
    const title = about.folder.words(row.title).filter((word) => !about.skip.has(word)).map(about.stemmer.stem);
    const asked = new Set(question.words.map(({ stem }) => stem));
    const covered = title.length ? title.filter((stem) => asked.has(stem)).length / title.length : 0;
    let worth = score * (1 + 0.5 * covered * covered);
    const { words } = question;
    if (words.length > 1) {
      const text = `${row.title} \n ${row.summary} \n ${row.text.slice(0, 6000)}`;
      const stems = about.folder.words(text).filter((word) => !about.skip.has(word)).map(about.stemmer.stem);
      const pairs = new Set();
      for (let at = 1; at < stems.length; at += 1) pairs.add(`${stems[at - 1]} ${stems[at]}`);
      let side = 0;
      for (let at = 1; at < words.length; at += 1) if (pairs.has(`${words[at - 1].stem} ${words[at].stem}`)) side += 1;
      worth *= 1 + (0.25 * side) / (words.length - 1);
    }
    const excerpt = excerptOf(about, row, wanted);
    return {
      address: row.address,
      title: row.title,
      kind: row.kind,
      date: row.date,
      excerpt: excerpt.text,
      score: worth,
      marks: { title: marksOf(about, row.title, wanted), excerpt: excerpt.marks },
    };
  }

  /**
   * Everything about a question: {total, more, facets, corrected, unread, missing, results, next(), left()}. `results` are the best; `next()`
   * resolves those that follow, [] at the end. `total` counts all, `more` tells that a phrase was not looked for in all of them, `left()` the same after `next()`;
   * `unread` tells that the question is too long for all of its words to be looked up.
   */
  async function find(query, { kinds, years, lang } = {}) {
    const { index, about } = await indexOf(lang);
    const nothing = { total: 0, more: false, facets: { kinds: new Map(), years: new Map() }, corrected: [], unread: false, about, results: [], next: async () => [], left: () => false };
    const missing = () => [...index.missing];
    if (!about) return { ...nothing, missing };
    const question = readQuestion(about, query);
    if (!question.words.length) return { ...nothing, missing };
    const left = index.grant();
    const meanings = await understand(index, about, question, left);
    const [wantedKinds, wantedYears] = [asSet(kinds), asSet(years)];
    const fits = ({ document }) =>
      (!wantedKinds.size || wantedKinds.has(about.kinds[about.kindOf[document]])) && (!wantedYears.size || wantedYears.has(String(yearOf(about.days[document]))));
    let ranked = rankDocuments(about, question, meanings);
    if (question.phrases.length) {
      const holds = holdsWords(question, meanings);
      ranked = await mayHold(index, about, question, ranked.filter(({ document }) => holds(document)), left);
    }
    const chosen = wantedKinds.size || wantedYears.size ? ranked.filter(fits) : ranked;
    const wanted = new Set(meanings.flatMap(({ forms }) => forms.filter(({ like }) => like > 0.5).map(({ word }) => word)));
    for (const { stem } of question.words) wanted.add(stem);

    let place = 0;
    /** The answers of the next few parts with texts, in the order of their scores; of `least` parts, however little room there is. */
    async function turn(room, least) {
      const parts = [];
      let to = place;
      for (; to < chosen.length && to - place < MOST_ANSWERS; to += 1) {
        const part = about.textsOf[chosen[to].document];
        if (parts.includes(part)) continue;
        if (parts.length === AT_ONCE) break;
        parts.push(part);
      }
      const loaded = await loadFitting(parts, (part) => index.texts(about, part), { left: room, each: SIZES.texts, least, has: (part) => index.hasTexts(about, part) });
      const answers = [];
      for (; place < to; place += 1) {
        const { document } = chosen[place];
        const part = about.textsOf[document];
        if (!loaded.has(part)) break;
        const texts = loaded.get(part);
        if (!texts) continue;
        const row = texts[document - about.firsts[part]];
        const holds = (phrase) => [row.title, row.summary, row.text].some((text) => holdsPhrase(about, text, phrase.stems));
        if (question.phrases.every(holds)) answers.push(answerOf(about, question, wanted, chosen[place], row));
      }
      return answers.sort((a, b) => b.score - a.score || (a.address < b.address ? -1 : 1));
    }

    async function next(room = index.grant()) {
      if (!question.phrases.length) return turn(room, 1);
      const answers = [];
      for (let turns = 0; turns < (answers.length ? TURNS : MOST_TURNS) && place < chosen.length && answers.length < AT_ONCE; turns += 1) {
        const before = place;
        answers.push(...(await turn(room, turns ? 0 : 1)));
        if (place === before) break;
      }
      return answers;
    }

    const results = await next(left);
    const phrased = question.phrases.length > 0;
    const corrected = question.words.map((unit, at) => ({ typed: unit.word, word: meanings[at].corrected })).filter(({ word }) => word);
    return {
      total: phrased ? results.length : chosen.length,
      more: phrased && place < chosen.length,
      facets: countFacets(about, ranked, wantedKinds, wantedYears),
      corrected: results.length ? corrected.map((one) => ({ ...one, ...spelt(about, one.word, results) })) : [],
      unread: meanings.some(({ unread }) => unread),
      phrased,
      about,
      missing,
      results,
      next,
      left: () => phrased && place < chosen.length,
    };
  }

  /** A known stem as the answers spell it. */
  function spelt(about, stem, results) {
    for (const { title, excerpt } of results) {
      for (const [word] of `${title} ${excerpt}`.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
        const [folded] = about.folder.words(word);
        if (folded && about.stemmer.stem(folded) === stem) return { shown: word.toLowerCase() };
      }
    }
    return { shown: stem };
  }

  /** The best answers [{address, title, kind, excerpt, score}], best first; none for a question without a word. */
  async function search(query, filters = {}) {
    const { results } = await find(query, filters || {});
    return results.map(({ address, title, kind, excerpt, score }) => ({ address, title, kind, excerpt, score }));
  }

  return { search, find, about: async (lang) => (await indexOf(lang)).about };
}
