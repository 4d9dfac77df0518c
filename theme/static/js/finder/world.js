// What the index knows: its records, and the words and phrases by which people name them.

import { createFolder } from './fold.js';
import { createGazetteer } from './gazetteer.js';
import { beginnings, readInstitutions } from './institutions.js';
import { readLines } from './lines.js';
import { createPhraseBook } from './phrase-book.js';
import { list, readRecords, spaced, text } from './records.js';
import { createStemmer } from './stem.js';
import { weigh } from './weights.js';
import { NAMING, TELLING, createWords, lazily, push } from './words.js';

const PLACE_KINDS = ['county', 'city', 'seat', 'town', 'place'];

/** Where a phrase comes from and how much it is trusted. */
const TRUST = { name: 1, synonym: 0.97, phrase: 0.97, part: 0.98 };

/** Words that say how others are meant, by the language's rules. */
function readMarks(rules, stemmer) {
  const marks = {};
  for (const kind of ['county', 'city', 'region']) marks[kind] = new Set(spaced(rules[kind]).map(stemmer.stem));
  marks.street = new Set(spaced(rules.street)); // as written: „os.” is no „osób”
  const verbs = spaced(rules.verbs);
  marks.verb = (word) => word.length > 4 && verbs.some((ending) => word.endsWith(ending));
  marks.seek = new Set(spaced(rules.seek));
  marks.acts = new Set(spaced(rules.acts).map(stemmer.stem));
  marks.beforePlaces = new Set(spaced(rules.beforePlaces));
  return marks;
}

/** The gminas of a county, as the index names them. */
const gminasOf = (index, county) => text(list(index.gminas)[county.at]).split(';').filter(Boolean);

/** `say(kind, number, line, trust, drop)`: a name as it is written, without connecting words and those whose stems are in `drop`. */
function speaker({ folder, stemmer, skip, soft, phrases }) {
  const isSoft = (word) => soft.has(word);
  return (kind, at, line, trust, drop) => {
    const said = folder.words(line).filter((word) => !skip.has(word) && !(drop && drop.has(stemmer.stem(word))));
    phrases.say(kind, [at], said, trust, NAMING, isSoft);
  };
}

/** The names of services and kinds, as they are written and in their parts. */
function sayNames(world) {
  const { marks } = world;
  const say = speaker(world);
  for (const service of world.services) {
    say('service', service.at, service.name, TRUST.name);
    // A name with a remark in brackets is also said without it, and the remark alone.
    for (const part of text(service.name).split(/[()]| – | \/ |,/)) {
      if (part.trim() && part.trim() !== service.name) say('service', service.at, part, TRUST.part);
    }
  }
  for (const type of world.types) {
    say('type', type.at, type.name, TRUST.name);
    say('type', type.at, type.plural, TRUST.name);
    for (const line of [type.name, type.plural]) {
      const parts = text(line).split(/\s+(?:lub|i|oraz|albo|or|and)\s+|[,/()]/);
      if (parts.length > 1) parts.forEach((part) => say('type', type.at, part, TRUST.part, marks.county));
    }
    for (const line of text(type.english).split(' / ')) if (line) say('type', type.at, line, TRUST.synonym);
  }
}

/** What is said of services. Names come before it: a stem that looks like a name's word must not stand for it. */
function sayServices(world) {
  const { phrases } = world;
  world.told = world.services.map((service) => {
    phrases.sayLines(text(service.said), [['service', [service.at]]], TRUST.synonym, NAMING);
    return spaced(service.told).map((word) => world.words.add(word, TELLING, true));
  });
}

function sayPlaces(world, index) {
  const { marks } = world;
  const say = speaker(world);
  const placeMarks = new Set([...marks.county, ...marks.city]);
  for (const county of world.counties) {
    for (const line of [county.name, county.short]) if (line) say(county.city ? 'city' : 'county', county.at, line, TRUST.name, placeMarks);
    for (const line of [county.seat, ...county.forms]) if (line) say('seat', county.at, line, TRUST.name, placeMarks);
    for (const gmina of gminasOf(index, county)) say('place', county.at, gmina, TRUST.phrase);
  }
  for (const town of world.towns) say('town', town.at, town.name, TRUST.name);
}

const GROUPS = [['service', 'services'], ['type', 'types'], ['audience', 'audiences'], ['place', 'counties'], ['institution', 'institutions']];

/** The lexicon's phrases; returns what is said of institutions by words of their names: [lines, names]. */
function sayPhrases(world, rows) {
  const { ids, lists, phrases } = world;
  const named = [];
  for (const row of list(rows)) {
    const [said, ...means] = list(row);
    const lines = text(said);
    if (means[5]) named.push([lines, readLines(means[5])]);
    const senses = [];
    if (typeof means[0] === 'number') senses.push(['nothing', [means[0] + 1]]);
    else if (!means.length) senses.push(['nothing', [0]]);
    else {
      GROUPS.forEach(([kind, key], place) => {
        if (!means[place]) return;
        const numbers = spaced(means[place]).map((id) => ids[key].get(id)).filter((at) => at !== undefined);
        // A kind of which nobody is here gives way to the service that the phrase means, too.
        const here = kind === 'type' && means[0] ? numbers.filter((at) => lists.types[at].length) : numbers;
        if (here.length) senses.push([kind, here]);
      });
    }
    if (senses.length) phrases.sayLines(lines, senses, TRUST.phrase, NAMING);
  }
  return named;
}

function sayInstitutions({ words, phrases, institutions }, named) {
  for (const [lines, names] of named) {
    const held = names.map((name) => name.map((stem) => words.add(stem, NAMING, true)));
    const called = institutions.filter((one) => held.some((stems) => stems.every((stem) => one.nameStems.includes(stem)))).map((one) => one.at);
    if (called.length) phrases.sayLines(lines, [['institution', called]], TRUST.phrase, NAMING);
  }
}

/** The region's own places, and what tells them from others. */
function readOwnPlaces(world, index) {
  const { counties, towns, types, folder, stemmer, phrases } = world;
  const linesOf = (...kinds) => phrases.of(...kinds).map((one) => one.slots);
  world.placeStems = lazily(() => new Set(linesOf(...PLACE_KINDS).flat()));
  world.ownPlaces = lazily(() => new Set(linesOf(...PLACE_KINDS).map((slots) => slots.join(' '))));
  // Names of several words, which people shorten („N. Sącz”).
  world.longNames = lazily(() => folder.lines([...counties.flatMap((one) => [one.seat, ...gminasOf(index, one)]), ...towns.map((one) => one.name)]).filter((line) => /[^a-z]/.test(line)).map(folder.parted).filter((one) => one.length === 2));
  const responsible = ({ means: [at] }) => types[at] && types[at].responsible;
  world.kindWords = lazily(() => linesOf('type'));
  world.officeWords = lazily(() => phrases.of('type').filter(responsible).map((one) => one.slots));
  const seats = lazily(() => new Set(counties.map((one) => folder.words(one.seat).map(stemmer.stem).join(' '))));
  world.isSeat = (said) => seats().has(said.map(stemmer.stem).join(' '));
  // Cases of a word begin like it: the first two letters tell which names a word may be one of.
  const ownWords = lazily(() => {
    const found = new Map();
    const lines = [...counties.flatMap((one) => [one.name, one.short, one.seat, ...one.forms, ...gminasOf(index, one)]), ...towns.map((one) => one.name)];
    for (const word of new Set(folder.lines(lines).flatMap(folder.parted))) {
      push(found, word.slice(0, 2), word);
    }
    return found;
  });
  world.isOwnForm = (word) => (ownWords().get(word.slice(0, 2)) || []).some((name) => world.gazetteer.formsOf(name).has(word));
}

/** Tells whether a stem is one of words that say little; only words that begin like it are brought to their stems. */
function softOnes(soft, { stem, base }) {
  const starts = lazily(() => {
    const found = new Map();
    for (const word of soft) push(found, base(word).slice(0, 2), word);
    return found;
  });
  return (stemmed) => (starts().get(stemmed.slice(0, 2)) || []).some((word) => stem(word) === stemmed);
}

/**
 * The world of a parsed index: services, counties and kinds at once; institutions, words and phrases when `learn` is first called,
 * or by `learnNext` in parts.
 */
export function createWorld(index) {
  const rules = index.language;
  const folder = createFolder(rules);
  const stemmer = createStemmer(rules);
  const soft = new Set([...spaced(rules.soft), ...list(index.stop)]);
  // What is unpacked at its first use must not be copied, which would be its first use.
  const world = Object.assign(readRecords(index, folder), {
    folder,
    stemmer,
    skip: new Set(spaced(rules.skip)),
    soft,
    isSoft: softOnes(soft, stemmer),
    said: index.said || {},
    topics: list(index.topics),
    lang: text(index.lang),
    reasons: index.reasons || {},
    names: {},
  });
  world.gazetteer = createGazetteer(world, index);
  world.namesBeginning = beginnings(world);
  let named;
  const lessons = [
    () => world.institutions,
    () => {
      world.marks = readMarks(rules, stemmer);
      world.words = createWords(stemmer);
      world.phrases = createPhraseBook(world.words);
      sayNames(world);
    },
    () => sayServices(world),
    () => sayPlaces(world, index),
    () => {
      named = sayPhrases(world, index.phrases);
      const say = speaker(world);
      for (const one of world.audiences) if (one.name !== one.id) say('audience', one.at, one.name, TRUST.name);
    },
    () => readInstitutions(world),
    () => {
      sayInstitutions(world, named);
      weigh(world);
      readOwnPlaces(world, index);
    },
  ];
  /** Learns the next part of what questions need; tells whether there is more. */
  world.learnNext = () => {
    if (lessons.length) lessons.shift()();
    return lessons.length > 0;
  };
  /** The world with all that questions need. */
  world.learn = () => {
    while (world.learnNext());
    return world;
  };
  return world;
}
