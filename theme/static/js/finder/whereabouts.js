// Which words of a query name a place that the gazetteer knows: a locality of the region, or a place elsewhere.

/** Whether the office that answers for a county is asked for by its kind: such an office is only in a county's seat. */
function asksOffice(world, words) {
  const stems = new Set(words.flatMap((word) => world.words.certain(word).filter(({ like }) => like > 0.95).map(({ stem }) => stem)));
  return world.officeWords().some((slots) => slots.every((slot) => stems.has(slot)));
}

/** Whether `word` ends what an office that answers for a county is called („urząd pracy”, „pup”). */
function afterOffice(world, word) {
  if (word === undefined) return false;
  const stems = world.words.certain(word).filter(({ like }) => like > 0.95).map(({ stem }) => stem);
  return world.officeWords().some((slots) => stems.includes(slots[slots.length - 1]));
}

/**
 * Whether the words from `from` to `to` stand beside the name of a kind of institution that is said in full, prepositions
 * between them aside („w pińczowskim urzędzie pracy”, „urząd pracy we Lwowie”). `kinds`: the names to look for.
 */
function besideOffice(world, words, from, to, kinds) {
  const leads = (word) => world.marks.beforePlaces.has(word);
  const stemsOf = (word) => new Set(world.words.certain(word).filter(({ like }) => like > 0.95).map(({ stem }) => stem));
  let first = from - 1;
  while (first >= 0 && leads(words[first])) first -= 1;
  let next = to;
  while (next < words.length && leads(words[next])) next += 1;
  const before = first < 0 ? [] : words.slice(0, first + 1).map(stemsOf);
  const after = words.slice(next).map(stemsOf);
  return kinds.some((slots) => {
    const ends = before.slice(-slots.length);
    const begins = after.slice(0, slots.length);
    return [ends, begins].some((run) => run.length === slots.length && slots.every((slot) => run.some((stems) => stems.has(slot))));
  });
}

/**
 * Whether the words from `from` on, `size` of them, are one of the region's own counties, seats or gminas whole. Where the
 * gazetteer knows the word, a stem in common is not enough („Łuków” is not „Łukowica”): it must be a case of the name.
 */
function isOwn(world, words, from, size) {
  const stems = [];
  const strange = world.gazetteer.at(words, from).some((found) => found.size === size && !found.part && found.entry.kind !== 'abroad');
  if (strange && !words.slice(from, from + size).every(world.isOwnForm)) return false;
  if (strange && asksOffice(world, words) && !world.isSeat(words.slice(from, from + size))) return false;
  for (let i = from; i < from + size; i += 1) {
    const [best] = world.words.certain(words[i]);
    if (!best || best.like < 0.95) return false;
    stems.push(best.stem);
  }
  return world.ownPlaces().has(stems.join(' '));
}

/** Whether two words stand in one phrase of what is spoken of here („nisko oprocentowany”): then the first is no place. */
function saidTogether(world, word, other) {
  const phrasesOf = (one) => world.words.certain(one).flatMap(({ stem }) => world.phrases.having(stem));
  const some = new Set(phrasesOf(word).filter((one) => one.slots && one.slots.length > 1));
  return phrasesOf(other).some((one) => some.has(one));
}

/** Words that mean something else as well are a place only where grammar says so. */
function plausible(world, words, from, found) {
  const { skip, soft, marks } = world;
  const to = from + found.size;
  const before = words[from - 1];
  const after = words[to];
  if (before !== undefined && (marks.street.has(before) || /^\d+$/.test(before))) return false;
  const { kind } = found.entry;
  const led = before !== undefined && marks.beforePlaces.has(before);
  // „powiat pińczowski”, „w pińczowskim urzędzie pracy”: an adjective names its place beside these alone; „kuchnia śląska” names none.
  const county = [before, after].some((word) => word !== undefined && marks.county.has(world.stemmer.stem(word)));
  if (county && (kind === 'county' || (found.small && words[from] !== found.first))) return kind === 'county';
  if (kind === 'abroad') return besideOffice(world, words, from, to, world.officeWords());
  const office = (found.small || kind === 'region') && besideOffice(world, words, from, to, world.kindWords());
  if (office || kind === 'county') return office;
  if (found.small && found.size === 1 && !(kind === 'region' && (led || words[from] === found.first))) return false;
  if (found.size > 1) return true;
  const word = words[from];
  const numbered = after !== undefined && /^\d{1,3}[a-z]?$/.test(after);
  if (numbered && !led) return false;
  if (found.part && word !== found.first && !led) return false;
  if (!(skip.has(word) || soft.has(word) || world.words.names(word))) return !found.part || word.length > 3;
  if (found.part) return false;
  if (led) return word !== found.first;
  if (word !== found.first || (after !== undefined && saidTogether(world, word, after))) return false;
  if (words.slice(to).every((other) => skip.has(other) || soft.has(other))) return true;
  // „PUP Radom rejestracja”: after the name of an office that every county has stands a place.
  if (afterOffice(world, before) && !(after !== undefined && isOwn(world, words, to, 1))) return true;
  return from === 0 && !skip.has(after) && !soft.has(after) && world.words.names(after) && !isOwn(world, words, to, 1);
}

const carriesNothing = (world, word) => world.skip.has(word) || world.soft.has(word);

/** Whether a word stands amid a sentence, after no word that leads to a place and before one that says something: there a slip is no name. */
function amid(world, words, from) {
  const before = words[from - 1];
  const after = words[from + 1];
  if (before === undefined || after === undefined || carriesNothing(world, after)) return false;
  return !world.marks.beforePlaces.has(before) && !afterOffice(world, before);
}

/**
 * Spans of places: [{from, size, entries, like}]; a word of none of these is left to the rest of the reading. `open`: the
 * last word may be unfinished.
 */
export function findWhereabouts(world, words, open) {
  const { gazetteer } = world;
  const spans = [];
  const own = new Set();
  for (const size of [3, 2, 1]) {
    for (let from = 0; from + size <= words.length; from += 1) {
      if (isOwn(world, words, from, size)) for (let i = from; i < from + size; i += 1) own.add(i);
    }
  }
  const free = (from, size) => {
    for (let i = from; i < from + size; i += 1) if (own.has(i) || spans.some((span) => i >= span.from && i < span.from + span.size)) return false;
    return true;
  };
  const candidates = [];
  words.forEach((word, from) => {
    for (const found of gazetteer.at(words, from)) candidates.push({ from, ...found });
  });
  candidates.sort((a, b) => b.size - a.size || a.part - b.part || a.from - b.from);
  for (const found of candidates) {
    const same = spans.find((span) => span.from === found.from && span.size === found.size);
    // Beside one of our own places a city abroad is where somebody comes from.
    if (found.entry.kind === 'abroad' && (own.size || candidates.some((other) => other.from === found.from && other.size === found.size && other.entry.kind !== 'abroad'))) continue;
    if (same) {
      if (!found.part && plausible(world, words, found.from, found)) same.entries.push(found.entry);
      continue;
    }
    // One of the region's own names of a word inside a longer name is no hindrance („Dąbrowa Górnicza”).
    const covered = found.size > 1 && ![...own].some((at) => at >= found.from && at < found.from + found.size && own.has(at + 1) && at + 1 < found.from + found.size);
    if (!(free(found.from, found.size) || (covered && !isOwn(world, words, found.from, found.size) && !spans.some((span) => span.from < found.from + found.size && found.from < span.from + span.size)))) continue;
    if (!plausible(world, words, found.from, found)) continue;
    spans.push({ from: found.from, size: found.size, entries: [found.entry], like: 1 });
  }
  // A slip: no known word, and nearer to a place of the gazetteer than to anything else.
  words.forEach((word, from) => {
    if (!free(from, 1) || word.length < 5 || /\d/.test(word) || (open && from === words.length - 1 && word.length < 7)) return;
    if (carriesNothing(world, word) || world.asked(word) || (from && world.marks.street.has(words[from - 1]))) return;
    if (amid(world, words, from)) return;
    const [best] = world.words.meant(word, false);
    if (best && best.how !== 'near') return;
    const near = gazetteer.near(word);
    if (near && near.like > (best ? best.like : 0) + 0.01) spans.push({ from, size: 1, entries: [near.entry], like: near.like });
  });
  // „PUP Chełm”: a village of ours has no such office, the town elsewhere has one.
  if (spans.some((span) => span.entries.length > 1) && asksOffice(world, words)) {
    for (const span of spans) if (span.entries.some((entry) => !entry.counties)) span.entries = span.entries.filter((entry) => !entry.counties);
  }
  return spans.sort((a, b) => a.from - b.from);
}
