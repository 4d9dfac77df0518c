// Pages of the site that answer a question better than an institution does: guides, services, counties.
// What people ask for them comes after the first answer, and is no part of the words by which institutions are found.

import { distance } from './fuzzy.js';
import { readLines } from './lines.js';

const MOST = 2;
const LEAST = 0.82; // what only shares a root is another word
// How much of what is asked beside the place a page's lines must say: by one word or of one county, by several words, and
// beside the service that they are about.
const SHARE = 0.6;
const SEVERAL = 0.5;
const ABOUT = 0.3;

/**
 * The pages of a world: `add` takes rows [what is said, address, title, titles, services that it is asked of], `of` gives those that answer a reading.
 * `world.asked(word)` tells whether pages are asked for with a word.
 */
export function createAnswers(world) {
  const answers = [];
  const lines = []; // {answer, stems}
  const known = new Set(); // every stem of a line
  world.asked = (word) => known.has(world.stemmer.stem(word));

  function add(rows) {
    for (const [said, address, title, titles, services] of Array.isArray(rows) ? rows : []) {
      const answer = { at: answers.length, address, title, titles: titles || {}, service: address.includes('{service}'), county: address.includes('{county}'), about: new Set((services || []).map((id) => world.ids.services.get(id))) };
      answers.push(answer);
      for (const stems of readLines(said)) {
        lines.push({ answer, stems });
        for (const stem of stems) known.add(stem);
      }
    }
  }

  /** The stems of lines that a word may mean: Map(stem -> likeness). */
  function stemsOf(one) {
    const found = new Map();
    const note = (stem, like) => {
      if (known.has(stem) && like > (found.get(stem) || 0)) found.set(stem, like);
    };
    const own = world.stemmer.stem(one.word);
    note(own, 1);
    for (const { stem, like } of one.meant) note(world.words.name(stem), like);
    if ([...found.values()].some((like) => like > LEAST) || (one.meant.length && one.meant[0].like > 0.9)) return found;
    // A word that only these lines have, with a slip or still being typed.
    for (const stem of known) {
      if (one.open && one.word.length > 2 && stem.startsWith(one.word)) note(stem, 0.83);
      else if (own.length > 5 && stem[0] === own[0] && distance(own, stem, 1) <= 1) note(stem, 0.85);
    }
    return found;
  }

  /** Which words say all of a line: places of words, or null. */
  function met(stems, meant) {
    const at = [];
    for (const stem of stems) {
      let best = -1;
      let most = LEAST;
      meant.forEach((likes, place) => {
        const like = likes.get(stem) || 0;
        if (like > most && !at.includes(place)) [best, most] = [place, like];
      });
      if (best < 0) return null;
      at.push(best);
    }
    return at;
  }

  /** Pages for a reading, best first: [{address, title}]; `lang` chooses the titles' language. */
  function of(reading, lang) {
    if (!answers.length || !reading || (reading.outside.length && !reading.places.length)) return [];
    const [need] = reading.needs;
    const service = need && need.sure > 0.6 ? [...need.services.keys()][0] : undefined;
    const [span] = reading.places;
    const county = span ? [...span.counties].sort((a, b) => b[1] - a[1])[0] : undefined;
    const placed = new Set(reading.places.flatMap((one) => one.at));
    // What is asked beside the place.
    const content = reading.read.filter((one) => !one.quiet && !one.number && !one.mark && !one.region && !placed.has(one.place) && !world.marks.seek.has(one.word));
    const meant = reading.read.map(stemsOf);
    const heard = new Map(); // answer -> {told: places of words, most: words of its longest line}
    for (const { answer, stems } of lines) {
      if ((answer.service && service === undefined) || (answer.county && !county)) continue;
      const about = answer.about.size > 0;
      if (about && !(need && [...need.services].some(([number, like]) => like > 0.4 && answer.about.has(number)))) continue;
      const at = met(stems, meant);
      if (!at) continue;
      // A definition is of the service said beside the phrase. A line that joins something to a part of a need speaks of all of it.
      const joins = need && need.whole && at.some((place) => need.at.includes(place)) && at.some((place) => !need.at.includes(place));
      const whole = answer.service || about || joins;
      const all = heard.get(answer) || { told: new Set(), most: 0 };
      for (const place of [...at, ...(whole ? need.at : [])]) all.told.add(place);
      all.most = Math.max(all.most, at.length);
      heard.set(answer, all);
    }
    const found = new Map();
    for (const [answer, { told, most }] of heard) {
      if (reading.nothing && !reading.nothing.at.every((place) => told.has(place))) continue;
      // A word that nobody here knows may be anything („maksymalna”).
      const left = content.reduce((sum, one) => sum + (told.has(one.place) ? 0 : one.meant.length || one.where ? 1 : 0.5), 0);
      const share = content.length ? (content.length - left) / content.length : 1;
      if (share < (answer.about.size ? ABOUT : answer.county || told.size < 2 ? SHARE : SEVERAL)) continue;
      found.set(answer.at, share + 0.15 * most + (answer.county ? 0.3 : 0) + (answer.service ? 0.1 : 0));
    }
    // A service by its name alone asks what it is.
    const definition = answers.find((answer) => answer.service && !answer.county);
    if (definition && service !== undefined && need.plain && !span && !found.size && !reading.nothing) found.set(definition.at, 1);
    const ranked = [...found].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const seen = new Set();
    const names = world.names[lang];
    const said = [];
    for (const [at] of ranked) {
      const answer = answers[at];
      const values = {};
      if (answer.service) values.service = [world.services[service].id, (names && names[0][service]) || world.services[service].name];
      if (answer.county) values.county = [world.counties[county[0]].slug, (names && names[2][county[0]]) || world.counties[county[0]].name];
      const fill = (text, which) => text.replace(/\{(\w+)\}/g, (mark, key) => (values[key] ? values[key][which] : mark));
      const address = fill(answer.address, 0);
      if (seen.has(address)) continue;
      seen.add(address);
      said.push({ address, title: fill(answer.titles[lang] || answer.title, 1) });
      if (said.length === MOST) break;
    }
    return said;
  }

  return { add, of };
}
