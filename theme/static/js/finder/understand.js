// A query understood as a sentence about the known world: places, needs (services), kinds of institutions, audiences.

import { readContact } from './contact.js';

const MOST_TEXT = 600;
const MOST_WORDS = 24;

/** The query's words with what each may mean. A word run together or torn apart by mistake is repaired here. */
function readWords(world, query) {
  const { folder, words, skip, soft } = world;
  const plain = folder.words(query.slice(0, MOST_TEXT)).slice(0, MOST_WORDS);
  const open = /[\p{L}\p{N}]$/u.test(query);
  const known = (word) => skip.has(word) || soft.has(word) || words.has(word);
  const joined = [];
  for (let i = 0; i < plain.length; i += 1) {
    const both = i + 1 < plain.length ? plain[i] + plain[i + 1] : '';
    if (both.length > 5 && both.length < 40 && words.hasForm(both) && !(known(plain[i]) && known(plain[i + 1]))) {
      joined.push(both);
      i += 1;
    } else joined.push(plain[i]);
  }
  const read = [];
  joined.forEach((word, place) => {
    if (skip.has(word) && joined.length > 1) return;
    if (word.length > 40) {
      read.push({ word, meant: [], quiet: false, open: false });
      return;
    }
    const last = open && place === joined.length - 1;
    let meant = words.meant(word, last);
    const best = meant.length ? meant[0].like : 0;
    if (best < 0.8 && word.length > 7) {
      const halves = tear(world, word);
      if (halves) {
        for (const half of halves) read.push({ word: half, meant: words.meant(half, false), quiet: soft.has(half), open: false });
        return;
      }
    }
    if (/^\d+$/.test(word)) meant = meant.filter((one) => one.how === 'same');
    read.push({ word, meant, quiet: soft.has(word), open: last, number: /^\d+$/.test(word) });
  });
  read.forEach((one, place) => {
    one.place = place;
  });
  return read;
}

/** „zwolnieniagrupowe” as two known words, or null. */
function tear(world, word) {
  for (let cut = word.length - 4; cut > 3; cut -= 1) {
    const left = word.slice(0, cut);
    const right = word.slice(cut);
    if (world.words.has(left) && world.words.has(right)) return [left, right];
  }
  return null;
}

/** Which phrases the words touch: Map(phrase's number -> [like, slot, word's place, …]), found once for a query. */
function touch(world, read) {
  const hits = new Map();
  for (const one of read) {
    for (const { stem, like } of one.meant) {
      const at = world.phrasesOf.get(stem);
      if (!at) continue;
      for (let i = 0; i < at.length; i += 2) {
        let hit = hits.get(at[i]);
        if (!hit) hits.set(at[i], (hit = []));
        hit.push(like, at[i + 1], one.place);
      }
    }
  }
  return hits;
}

/** Phrases of some kinds met by the words not in `taken`: [{phrase, mass, share, at: places of words, least}], unsorted. */
function meet(world, hits, taken, kinds) {
  const met = [];
  for (const [number, hit] of hits) {
    const phrase = world.phrases[number];
    if (!kinds.has(phrase.kind)) continue;
    // Each slot and each word once, the likest pairs first.
    let slots = 0;
    const at = [];
    let mass = 0;
    let least = 1;
    for (;;) {
      let best = -1;
      for (let i = 0; i < hit.length; i += 3) {
        if ((best < 0 || hit[i] > hit[best]) && !(slots & (1 << hit[i + 1])) && !at.includes(hit[i + 2]) && !taken.has(hit[i + 2])) best = i;
      }
      if (best < 0) break;
      slots |= 1 << hit[best + 1];
      at.push(hit[best + 2]);
      mass += phrase.weights[hit[best + 1]] * hit[best];
      if (hit[best] < least) least = hit[best];
    }
    if (at.length) met.push({ phrase, mass, share: mass / phrase.total, at, least, whole: at.length === phrase.slots.length });
  }
  return met;
}

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

const NONE = new Set();
const PLACES = new Set(['county', 'city', 'seat', 'town', 'place']);

/** Places said: [{at, counties: Map(county -> weight), towns: Map(town -> weight), like}]. */
function findPlaces(world, read, hits) {
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
    // A word that fits a service better than a place is no misspelt place.
    if (at.length === 1 && one.least < 0.9) {
      const word = read[at[0]];
      const rival = word.quiet ? null : word.meant.find(({ stem }) => !world.softStems.has(world.words.name(stem)) && (world.heldBy.service.has(stem) || world.heldBy.type.has(stem)));
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
        // „Kraków” is the city; the county around it comes after, unless „powiat” is said.
        if (phrase.kind === 'seat' && cities.length) weight = world.counties[number].city !== county ? 1 : 0.6;
        put(span.counties, number, weight * share);
      }
    }
    // A town that is a county of its own: standing in it says less than serving it.
    span.city = cities.length > 0;
    span.county = county || span.all[0].phrase.kind === 'county';
    delete span.all;
  }
  return spans;
}

const SERVICE = new Set(['service']);
const TYPE = new Set(['type']);
const AUDIENCE = new Set(['audience']);
const INSTITUTION = new Set(['institution']);
const NOTHING = new Set(['nothing']);

/** How well one met phrase says its meaning: whole phrases first, longer ones before shorter ones. */
const strength = (one) => one.phrase.trust * one.share * one.share * Math.sqrt(Math.max(one.mass, 0));

/** Scores of the meanings of one kind over the free words: [{number, score, at, share, least}], best first. */
function score(world, hits, taken, kinds) {
  const best = new Map();
  for (const one of meet(world, hits, taken, kinds)) {
    const value = strength(one);
    one.phrase.means.forEach((number, place) => {
      const old = best.get(number);
      // What a phrase names first it means most.
      const worth = value * (1 - 0.08 * place);
      if (old && old.score >= worth) return;
      // One word that is only like the phrase's says little.
      const guess = one.at.length > 1 ? 1 : (one.least < 0.85 ? 0.6 : 1) * (one.whole ? 1 : 0.8);
      const sure = guess * one.share ** 1.5 * Math.min(1, 0.55 + 0.75 * one.mass);
      best.set(number, { number, score: worth, sure, at: one.at, share: one.share, least: one.least, whole: one.whole });
    });
  }
  return best;
}

/** How much of what is said a service is spoken of with, phrases aside: words that it is often said with count most. */
function addBags(world, read, taken, best) {
  let total = 0;
  const bags = new Map();
  for (const one of read) {
    if (taken.has(one.place) || one.number) continue;
    let heaviest = 0;
    const found = new Map();
    const put = (number, value) => {
      if (value > (found.get(number) || 0)) found.set(number, value);
    };
    for (const { stem, like } of one.meant) {
      const weight = world.telling(stem) * (one.quiet ? 0.35 : 1);
      const holders = world.heldBy.service.get(stem);
      if (holders) {
        heaviest = Math.max(heaviest, weight * like);
        for (const [number, count] of holders) put(number, (weight * like * count) / (count + 1.2));
      }
      for (const number of world.toldBy.get(stem) || []) {
        heaviest = Math.max(heaviest, 0.4 * like);
        put(number, 0.4 * (one.quiet ? 0.35 : 1) * like);
      }
    }
    total += Math.max(heaviest, one.quiet ? 0 : 0.2);
    for (const [number, value] of found) {
      const bag = bags.get(number) || { value: 0, at: [] };
      bag.value += value;
      if (!one.quiet) bag.at.push(one.place);
      bags.set(number, bag);
    }
  }
  if (!total) return;
  for (const [number, bag] of bags) {
    const share = bag.value / total;
    const value = share * Math.sqrt(Math.min(bag.value, 2.5));
    const sure = 0.9 * share * Math.min(1, bag.value);
    const old = best.get(number);
    if (old) {
      old.score += 0.8 * value;
      old.sure = Math.max(old.sure, sure);
    } else if (bag.at.length) best.set(number, { number, score: 0.8 * value, sure, at: bag.at, share, least: 0.6, whole: false });
  }
}

/** What is asked for: [{services: Map(service -> 0..1), sure, at}]; several needs when several things are said. */
function findNeeds(world, read, hits, taken) {
  const needs = [];
  const busy = new Set(taken);
  for (let turn = 0; turn < 3; turn += 1) {
    const best = score(world, hits, busy, SERVICE);
    addBags(world, read, busy, best);
    // Words that carry little („gdzie”) make no need alone.
    const ranked = [...best.values()].filter((one) => one.at.some((place) => !read[place].quiet && !read[place].number)).sort((a, b) => b.score - a.score || a.number - b.number);
    if (!ranked.length) break;
    const top = ranked[0];
    if (turn ? !(top.whole && top.score > 0.55 && top.least > 0.8) : top.score < 0.12) break;
    if (turn && needs.some((need) => need.services.has(top.number))) break;
    const services = new Map();
    for (const one of ranked) {
      const like = one.score / top.score;
      if (like >= 0.3) services.set(one.number, like ** 2.5);
    }
    // Named in full and nothing else said: no other service is meant.
    const whole = top.whole && top.least > 0.85;
    const plain = whole && read.every((one) => one.quiet || one.number || one.mark || taken.has(one.place) || top.at.includes(one.place));
    needs.push({ services, sure: Math.min(1, top.sure), at: top.at, whole, plain });
    for (const place of top.at) busy.add(place);
  }
  return needs;
}

/** One best meaning of a kind (types, audiences, single institutions) with everything about as good. */
function findOne(world, hits, taken, kinds, least) {
  const ranked = [...score(world, hits, taken, kinds).values()].sort((a, b) => b.score - a.score || a.number - b.number);
  if (!ranked.length || ranked[0].share < least) return null;
  const top = ranked[0];
  const all = new Map(ranked.filter((one) => one.score >= 0.75 * top.score).map((one) => [one.number, one.score / top.score]));
  return { all, at: top.at, share: top.share, sure: Math.min(1, top.share * top.least), whole: top.whole && top.least > 0.85 };
}

/** The whole reading of a query. */
export function understand(world, query) {
  const contact = readContact(query);
  const read = readWords(world, query);
  const hits = touch(world, read);
  let places = findPlaces(world, read, hits);
  const inPlace = new Set(places.flatMap((span) => span.at));
  for (const one of read) {
    const stemmed = world.stemmer.stem(one.word);
    one.mark = world.marks.county.has(stemmed) || world.marks.city.has(stemmed);
    one.region = world.marks.region.has(stemmed);
  }
  // „z powiatu wielickiego”: the word before belongs to the place.
  for (const one of read) if (one.mark && inPlace.has(one.place + 1)) inPlace.add(one.place);
  const type = findOne(world, hits, inPlace, TYPE, 0.55);
  // „urząd pracy”, „employment office”: words that name a kind of institution in full are no need.
  const inType = type && type.whole && type.at.length > 1 ? type.at : [];
  // So does a word that names a kind at least as well as a part of some service („gmina”).
  const needs = findNeeds(world, read, hits, new Set([...inPlace, ...inType])).filter(
    (need) => need.whole || !type || type.sure < need.sure || !need.at.every((place) => type.at.includes(place)),
  );
  // A place guessed from two slips counts only beside something sure.
  if (!(needs.length && needs[0].sure > 0.8) && !type) places = places.filter((span) => span.least > 0.7);
  const audience = findOne(world, hits, inPlace, AUDIENCE, 0.9);
  const named = findOne(world, hits, NONE, INSTITUTION, 0.85);
  let nothing = findOne(world, hits, inPlace, NOTHING, 0.9);
  // „prognoza pogody” is outside although „prognoza” is not; „mechanik samochodowy” is inside although „mechanik” is not.
  if (nothing && needs.some((need) => need.whole && need.at.length >= nothing.at.length && nothing.at.every((place) => need.at.includes(place)))) nothing = null;
  const region = read.filter((one) => one.region);
  return { query, contact, read, places, needs, type, audience, named, nothing, region: region.length ? region : null };
}
