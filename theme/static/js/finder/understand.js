// A query understood as a sentence about the known world: places, needs (services), kinds of institutions, audiences.

import { readContact } from './contact.js';
import { written } from './fold.js';
import { NONE, meet, touch } from './phrases.js';
import { findPlaces } from './places.js';
import { readTokens } from './tokens.js';
import { findWhereabouts } from './whereabouts.js';

const MOST_TEXT = 600;
const MOST_WORDS = 24;

/** The query's words with what each may mean. A word run together or torn apart by mistake is repaired here. */
function readWords(world, query) {
  const { words, skip, soft } = world;
  const { words: typed, dotted } = readTokens(world, query.slice(0, MOST_TEXT), MOST_WORDS);
  const open = written([...query.slice(-2)].pop() || '').length > 0;
  const plain = typed.flatMap((word, place) => tornApart(world, word, open && place === typed.length - 1));
  const whereabouts = findWhereabouts(world, plain, open);
  const known = (word) => skip.has(word) || soft.has(word) || words.has(word);
  const spanAt = (at) => whereabouts.find((span) => at >= span.from && at < span.from + span.size);
  const joined = [];
  const spans = [];
  for (let i = 0; i < plain.length; i += 1) {
    const span = spanAt(i);
    const both = !span && i + 1 < plain.length && !spanAt(i + 1) ? plain[i] + plain[i + 1] : '';
    spans.push(span);
    if (both.length > 5 && both.length < 40 && words.hasForm(both) && !(known(plain[i]) && known(plain[i + 1]))) {
      joined.push(both);
      i += 1;
    } else joined.push(plain[i]);
  }
  const read = [];
  joined.forEach((word, place) => {
    if (spans[place]) {
      read.push({ word, meant: [], quiet: false, open: false, where: spans[place] });
      return;
    }
    if (skip.has(word) && joined.length > 1) return;
    if (word.length > 40) {
      read.push({ word, meant: [], quiet: false, open: false });
      return;
    }
    const typing = open && place === joined.length - 1;
    const last = typing || (dotted.has(word) && !words.has(word));
    let meant = words.meant(word, last);
    if (/^\d+$/.test(word)) meant = meant.filter((one) => one.how === 'same');
    // One letter at the end may be a name's beginning („k”).
    read.push({ word, meant, quiet: soft.has(word) && !(typing && word.length === 1), open: last, number: /^\d+$/.test(word) });
  });
  read.forEach((one, place) => {
    one.place = place;
  });
  return { read, whereabouts };
}

/** The words that `word` stands for where it was run together by mistake, else itself. */
function tornApart(world, word, open) {
  const { skip, soft, words, gazetteer } = world;
  if (word.length < 8 || word.length > 40 || skip.has(word) || soft.has(word) || words.has(word)) return [word];
  if (gazetteer.at([word], 0).length) return [word];
  const [best] = words.meant(word, open);
  return (best && best.like >= 0.8 ? null : tear(world, word)) || [word];
}

/** A place, ours or elsewhere, or one run together with itself („nowytarg”), as its words, or null. */
function tearPlace(world, word) {
  const { gazetteer } = world;
  if (word.length > 3 && world.isOwnForm(word)) return [word];
  const elsewhere = (words) => gazetteer.at(words, 0).some(({ size, part, first }) => size === words.length && !part && first === words[0]);
  if (word.length > 4 && elsewhere([word])) return [word];
  for (const name of world.longNames()) {
    for (const first of gazetteer.formsOf(name[0])) {
      if (word.startsWith(first) && gazetteer.formsOf(name[1]).has(word.slice(first.length))) return [first, word.slice(first.length)];
    }
  }
  for (let cut = 3; cut < word.length - 3; cut += 1) {
    const both = [word.slice(0, cut), word.slice(cut)];
    if (elsewhere(both)) return both;
  }
  return null;
}

/** „zwolnieniagrupowe” as known words, „pupbochnia” as a short name and its place, or null; `most`: words it may be torn into. */
function tear(world, word, most = 5) {
  for (const cut of [2, 3, 4]) {
    const place = word.length - cut > 4 && world.words.hasForm(word.slice(0, cut)) ? tearPlace(world, word.slice(cut)) : null;
    if (place) return [word.slice(0, cut), ...place];
  }
  for (let cut = word.length - 4; cut > 3; cut -= 1) {
    const left = word.slice(0, cut);
    const right = word.slice(cut);
    // „wodnoprawny” is one word: its first half is none by itself. Short stems meet by chance („plac-ówki”).
    const linked = left.endsWith('o') && !world.words.hasForm(left);
    if (linked || !world.words.has(left)) continue;
    const place = tearPlace(world, right);
    if (place) return [left, ...place];
    if (world.stemmer.stem(right).length > 3 && world.words.has(right)) return [left, right];
    const more = most > 2 && right.length > 7 ? tear(world, right, most - 1) : null;
    if (more) return [left, ...more];
  }
  return null;
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
    // Unless they are all that a phrase says, and nothing else is said in full („na swoim”).
    const idiom = turn || (ranked.length && ranked[0].whole) || read.filter((one) => !one.quiet).length > 2 ? null : [...best.values()].find((one) => one.whole && one.least > 0.9 && one.at.every((place) => read[place].quiet));
    if (!ranked.length && !idiom) break;
    const top = idiom || ranked[0];
    if (turn ? !(top.whole && top.score > 0.55 && top.least > 0.8) : top.score < 0.12) break;
    if (turn && needs.some((need) => need.services.has(top.number))) break;
    const services = new Map();
    for (const one of idiom ? [idiom] : ranked) {
      const like = one.score / top.score;
      if (like >= 0.3) services.set(one.number, like ** 2.5);
    }
    // Named in full and nothing else said: no other service is meant.
    const whole = top.whole && top.least > 0.85;
    const plain = whole && read.every((one) => one.quiet || one.number || one.mark || taken.has(one.place) || top.at.includes(one.place));
    needs.push({ services, sure: Math.min(1, top.sure), at: top.at, whole, plain, idiom: Boolean(idiom) });
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

/** Places of the gazetteer as places of the reading: `local` ones lie in the region's counties, `outside` ones do not. */
function whereaboutsOf(read, whereabouts) {
  const local = [];
  const outside = [];
  for (const span of whereabouts) {
    const at = read.filter((one) => one.where === span).map((one) => one.place);
    const home = span.entries.find((entry) => entry.counties);
    const away = span.entries.find((entry) => !entry.counties);
    if (away) outside.push({ ...away, at, like: span.like, also: Boolean(home) });
    if (home) {
      const counties = new Map([...home.counties.keys()].map((county) => [county, span.like]));
      local.push({ at, counties, towns: new Map(), like: span.like, least: span.like, score: at.length, city: false, county: false, locality: home });
    }
  }
  return { local, outside };
}

/** The whole reading of a query. */
export function understand(world, query) {
  const contact = readContact(query);
  const { read, whereabouts } = readWords(world, query);
  const hits = touch(world, read);
  const { local, outside } = whereaboutsOf(read, whereabouts);
  let places = [...findPlaces(world, read, hits), ...local];
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
  // So does the beginning of one, or another form, among words that say little („to się nie da”, „dzień dobry”).
  if (read.every((one) => one.quiet)) places = places.filter((span) => span.least === 1);
  const audience = findOne(world, hits, inPlace, AUDIENCE, 0.9);
  const named = findOne(world, hits, NONE, INSTITUTION, 0.85);
  let nothing = findOne(world, hits, inPlace, NOTHING, 0.9);
  if (nothing) {
    const [topic] = [...nothing.all.keys()].filter((number) => number).map((number) => world.topics[number - 1]);
    if (topic) [nothing.topic, nothing.turnTo] = topic;
  }
  // „prognoza pogody” is outside although „prognoza” is not; „mechanik samochodowy” is inside although „mechanik” is not.
  if (nothing && [...needs, type].some((one) => one && one.whole && one.at.length >= nothing.at.length && nothing.at.every((place) => one.at.includes(place)))) nothing = null;
  // „kelnerki na ferie”: when somebody is needed is no subject beside what is needed.
  if (nothing && nothing.at.every((place) => read[place].quiet) && needs.some((need) => need.whole && need.at.some((place) => !read[place].quiet))) nothing = null;
  const region = read.filter((one) => one.region);
  const told = new Set([...places, ...needs, type].flatMap((one) => (one ? one.at : [])));
  // Every word is understood as it stands: nobody is in the midst of typing a name.
  const whole = read.every((one) => one.quiet || one.mark || one.where || (told.has(one.place) && one.meant[0].like > 0.94));
  const seeks = read.some((one) => world.marks.seek.has(one.word));
  return { query, contact, read, hits, places, outside, needs, type, audience, named, nothing, whole, seeks, region: region.length ? region : null };
}
