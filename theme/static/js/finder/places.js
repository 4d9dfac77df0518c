// Places said in a query: counties, their seats, towns, in any case and with slips.

import { NONE, meet } from './phrases.js';

/** A met phrase of several words with its words side by side („targi pracy nowy targ”), or null when they are apart. */
function together(read, met) {
  const { slots } = met.phrase;
  let best = null;
  for (let from = 0; from + slots.length <= read.length; from += 1) {
    const run = read.slice(from, from + slots.length);
    const likes = slots.map((slot) => Math.max(0, ...run.flatMap((one) => one.meant.filter(({ stem }) => stem === slot).map(({ like }) => like))));
    if (likes.includes(0)) continue;
    const share = likes.reduce((sum, like) => sum + like, 0) / slots.length;
    if (!best || share >= best.share) best = { ...met, at: run.map((one) => one.place), share, least: Math.min(...likes) };
  }
  return best;
}

const PLACES = new Set(['county', 'city', 'seat', 'town', 'place']);

/** Places said: [{at, counties: Map(county -> weight), towns: Map(town -> weight), like}]. */
export function findPlaces(world, read, hits) {
  const county = read.some((one) => world.marks.county.has(world.stemmer.stem(one.word)));
  const city = !county && read.some((one) => world.marks.city.has(world.stemmer.stem(one.word)));
  const candidates = [];
  for (const met of meet(world, hits, NONE, PLACES)) {
    const one = met.whole && met.at.length > 1 ? together(read, met) : met;
    if (!one) continue;
    const { phrase, at, share } = one;
    let score;
    if (one.whole) {
      if (one.least < 0.6) continue;
      score = share * at.length;
    } else {
      // A part („sucha”, „dąbrowa”) says the place when nothing else is called so.
      if (share < 0.45 || one.least < 0.8) continue;
      const stem = read[at[0]].meant[0].stem;
      if (world.heldBy.service.has(stem) || world.heldBy.type.has(stem) || !phrase.slots.includes(stem)) continue;
      score = share * 0.7;
    }
    // A word that fits a service or another subject better than a place is no misspelt place.
    if (at.length === 1 && one.least < 0.9) {
      const word = read[at[0]];
      const rival = word.quiet ? null : word.meant.find(({ stem }) => !world.isSoft(world.words.name(stem)) && (world.heldBy.service.has(stem) || world.heldBy.type.has(stem) || world.alien(stem)));
      if (rival && rival.like > one.least - 0.02) continue;
      if (word.word.length < 5 && !word.open) continue;
    }
    // After „ul.” comes a street, not a place.
    const before = Math.min(...at) - 1;
    if (before >= 0 && world.marks.street.has(read[before].word)) continue;
    candidates.push({ ...one, score });
  }
  candidates.sort((a, b) => b.score - a.score || a.phrase.means[0] - b.phrase.means[0]);
  const spans = [];
  const used = new Map();
  for (const one of candidates) {
    const key = one.at.slice().sort((a, b) => a - b).join();
    const span = used.get(key);
    if (span) {
      if (one.score >= span.score - 0.12 * span.at.length) span.all.push(one);
      continue;
    }
    if (one.at.some((place) => spans.some((other) => other.at.includes(place)))) continue;
    const made = { at: one.at, score: one.score, like: one.share, least: one.least, all: [one] };
    used.set(key, made);
    spans.push(made);
  }
  for (const span of spans) {
    span.counties = new Map();
    span.towns = new Map();
    const put = (map, number, weight) => map.set(number, Math.max(weight, map.get(number) || 0));
    const seats = span.all.filter((one) => one.phrase.kind === 'seat').flatMap((one) => one.phrase.means);
    const cities = seats.filter((number) => world.counties[number].city);
    for (const { phrase, share } of span.all) {
      for (const number of phrase.means) {
        if (phrase.kind === 'town') {
          const town = world.towns[number];
          put(span.towns, number, share);
          if (!seats.length) for (const home of town.counties) put(span.counties, home, county ? share : 0.82 * share);
          continue;
        }
        let weight = phrase.kind === 'place' && number !== phrase.means[0] ? 0.8 : 1;
        if (phrase.kind === 'city') weight = county ? 0.6 : 1;
        if (phrase.kind === 'county') weight = city ? 0.6 : 1;
        // „Tarnów” is the city; the county around it comes after, unless „powiat” is said.
        if (phrase.kind === 'seat' && cities.length) weight = world.counties[number].city !== county ? 1 : 0.6;
        put(span.counties, number, weight * share);
      }
    }
    // „krakowska akademia”: without „powiat” the adjective means the city as well.
    if (!county) {
      for (const { phrase, share } of span.all) {
        if (phrase.kind !== 'county') continue;
        for (const number of phrase.means) {
          for (const other of world.counties) if (other.city && other.seat === world.counties[number].seat) put(span.counties, other.at, 0.92 * share);
        }
      }
    }
    // A town that is a county of its own: standing in it says less than serving it.
    span.city = cities.length > 0;
    span.county = county || span.all[0].phrase.kind === 'county';
    delete span.all;
  }
  return spans;
}
