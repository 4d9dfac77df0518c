// Institutions scored against a reading of the query. Evidence adds up: a need, a place, a kind, words of the name.

import { matchAddresses } from './address-match.js';
import { matchContact } from './contact.js';
import { worthy } from './judge.js';

const KEEP = 0.55;
const HEDGE = 0.2;
const FIELDS = ['initials', 'name', 'short', 'any', 'free', 'own', 'need', 'place', 'placeSum', 'type', 'audience'];

/** Scratch numbers for each institution, kept between queries: `fill` them anew costs more than to clear what was used. */
function scratch(world) {
  if (!world.scratch) {
    const { length } = world.institutions;
    const made = { score: new Float64Array(length), seen: new Uint8Array(length) };
    for (const field of [...FIELDS, 'a', 'b', 'c', 'best']) made[field] = new Float32Array(length);
    made.fields = [made.seen, made.score, ...FIELDS.map((field) => made[field])];
    world.scratch = made;
  }
  return world.scratch;
}

/** Mass of the query's words found in each institution's name, short name and anywhere, into the scratch arrays. */
function readText(world, reading, into, touch) {
  const count = world.institutions.length;
  const explained = new Set([...reading.places, ...reading.needs, reading.type].flatMap((one) => (one ? one.at : [])));
  let total = 0;
  let inPlace = 0;
  const perWord = [];
  // Words that were taken for a service by themselves.
  const rivals = new Set(reading.needs.filter((need) => need.at.length === 1).map((need) => need.at[0]));
  const placed = new Set(reading.places.flatMap((span) => span.at));
  // A word of a place's name is nobody's own („targi” is not Nowy Targ).
  const placeWord = (one) => one.meant.length && world.placeStems().has(one.meant[0].stem);
  const { a, b, c } = into;
  for (const one of reading.read) {
    const found = [];
    let heaviest = 0;
    const put = (at, named, shortly, value) => {
      if (!c[at]) found.push(at);
      if (named > a[at]) a[at] = named;
      if (shortly > b[at]) b[at] = shortly;
      if (value > c[at]) c[at] = value;
    };
    for (const { stem, like } of one.meant) {
      const row = world.postings.get(stem);
      if (!row) continue;
      // The word weighs what its likeliest meaning weighs: a rare look-alike is no better for being rare.
      if (!heaviest) heaviest = world.rarity(stem);
      const value = heaviest * like;
      for (let i = 0; i < row.length; i += 2) {
        const field = row[i + 1];
        put(row[i], field === 0 ? value : 0, field === 1 ? value : 0, value * (field < 2 ? 1 : field === 2 ? 0.8 : 0.55));
      }
    }
    const initial = one.word.length > 1 && one.word.length < 7 ? world.initials(one.word) : null;
    if (initial && initial.length) {
      const weight = Math.max(0.25, 1 - Math.log(initial.length) / Math.log(count + 2));
      heaviest = Math.max(heaviest, weight);
      for (const [at, like] of initial) {
        put(at, weight * like, weight * like, weight * like);
        // „ZUS”, „PIP”: those who are called so, before those who do something of that name.
        if (like > 0.9 && rivals.has(one.place)) {
          touch(at);
          into.initials[at] = 0.7;
        }
      }
    }
    const weight = one.quiet ? 0.15 : one.number ? (heaviest ? 0.4 : 0) : heaviest || 0.9;
    const scale = heaviest ? weight / heaviest : 0;
    total += weight;
    const free = !explained.has(one.place) && !one.mark && !one.region;
    const owned = !placed.has(one.place) && !placeWord(one);
    if (placed.has(one.place)) inPlace += weight;
    for (const at of found) {
      touch(at);
      into.name[at] += a[at] * scale;
      into.short[at] += b[at] * scale;
      into.any[at] += c[at] * scale;
      if (free) into.free[at] += c[at] * scale;
      if (owned) into.own[at] += Math.max(a[at], b[at]) * scale;
      a[at] = 0;
      b[at] = 0;
      c[at] = 0;
    }
    perWord.push(heaviest);
  }
  // A place alone is no name: „Limanowa” asks for the town, not for what is called after it.
  return { total, beside: total - inPlace, perWord, named: total ? Math.min(1, (1.6 * (total - inPlace)) / total) : 0 };
}

/** How well an institution stands for a place said, 0..1; the number alone, since thousands are asked. */
function placeValue(world, span, one) {
  let best = 0;
  for (const [number, weight] of span.counties) {
    if (one.region) best = Math.max(best, weight * (one.county === number ? 0.84 : 0.66));
    else if (one.serves.includes(number)) best = Math.max(best, weight * (one.responsible ? 1 : 0.9));
    else if (one.county === number) best = Math.max(best, weight * 0.84);
  }
  for (const [number, weight] of span.towns) {
    if (world.towns[number].key === one.town) best = Math.max(best, weight * (span.city ? 0.6 : 0.94));
  }
  return best;
}

/** Whether an institution stands in one of the places said. */
function standsIn(world, places, one) {
  return places.some((span) => span.counties.has(one.county) || [...span.towns.keys()].some((number) => world.towns[number].key === one.town));
}

/** The place of each institution in the order of ids, in which equal answers stand: numbers are compared sooner than texts. */
function idPlaces(world) {
  if (!world.idPlaces) {
    world.idPlaces = new Int32Array(world.institutions.length);
    [...world.institutionIds].sort().forEach((id, place) => {
      world.idPlaces[world.ids.institutions.get(id)] = place;
    });
  }
  return world.idPlaces;
}

/** All matches of a reading: [{at, score, parts}], best first; [] when nothing fits. */
export function rank(world, reading) {
  const { institutions, lists } = world;
  const { places, needs, type, audience, named, contact, read } = reading;
  const idPlace = idPlaces(world);
  const order = (x, y) => y.score - x.score || idPlace[x.at] - idPlace[y.at];
  const content = read.filter((one) => !one.quiet && !one.number && !one.mark && !one.region);
  const addresses = matchAddresses(world, reading);
  const hasContact = contact.digits || contact.postal || contact.mail || contact.web;
  const reached = new Map();
  if (hasContact) {
    for (const one of institutions) {
      const met = matchContact(contact, one);
      if (met) reached.set(one.at, met);
    }
    // A number or an address alone: only those that have it.
    if (!content.length || contact.mail || contact.web) {
      return [...reached].map(([at, met]) => ({ at, score: 3 * met.score, contact: met })).sort(order);
    }
  }

  for (const [at, met] of addresses) {
    if (reached.has(at)) reached.set(at, { ...met, score: 1.4 });
    else if (!hasContact && (!places.length || standsIn(world, places, institutions[at]))) reached.set(at, met);
  }
  // A house number alone is no question.
  if (!reached.size && !needs.length && read.every((one) => one.number)) return [];
  const exact = new Set(world.called(world.folder.words(reading.query.slice(0, 300)).filter((word) => !world.skip.has(word))));
  // A place elsewhere and none of ours: nobody here answers for it, unless it is part of somebody's name.
  const away = reading.outside.some((span) => !span.also) && !places.length;
  if (away && !exact.size && !reached.size && !(reading.read.length > 1 && world.namesBeginning(reading.query).length)) return [];

  const into = scratch(world);
  // Thousands are counted with each key, so the columns are taken out once.
  const { a: sums, best: bests, need: needed, seen: touched } = into;
  const seen = [];
  const touch = (at) => {
    if (touched[at]) return;
    touched[at] = 1;
    seen.push(at);
  };
  const text = readText(world, reading, into, touch);
  for (const at of reached.keys()) touch(at);
  const begun = new Set(world.namesBeginning(reading.query));
  for (const at of begun) touch(at);
  for (const span of places) {
    const near = new Set(lists.region);
    for (const county of span.counties.keys()) {
      for (const at of lists.serving[county]) near.add(at);
      for (const at of lists.standing[county]) near.add(at);
    }
    for (const town of span.towns.keys()) for (const at of world.towns[town].institutions) near.add(at);
    for (const at of near) {
      touch(at);
      const value = placeValue(world, span, institutions[at]);
      into.placeSum[at] += value;
      if (value > into.place[at]) into.place[at] = value;
    }
  }
  for (const need of needs) {
    const hedge = need.plain ? HEDGE / 4 : HEDGE;
    // One that gives several of the services that may be meant is a safer answer than one that gives only the likeliest.
    const giving = [];
    for (const [service, like] of need.services) {
      for (const at of lists.services[service]) {
        sums[at] += like;
        if (like > bests[at]) {
          if (!bests[at]) giving.push(at);
          bests[at] = like;
        }
      }
    }
    for (const at of giving) {
      const best = bests[at];
      touch(at);
      const extra = Math.min(1, sums[at] - best);
      needed[at] += best * (1 - hedge + hedge * extra) * need.sure;
      bests[at] = 0;
      sums[at] = 0;
    }
  }
  if (type) for (const [number, like] of type.all) for (const at of lists.types[number]) (touch(at), (into.type[at] = like * type.sure));
  if (audience) for (const [number, like] of audience.all) for (const at of lists.audiences[number]) (touch(at), (into.audience[at] = Math.max(into.audience[at], like)));
  if (reading.region) lists.region.forEach(touch);
  if (named) for (const at of named.all.keys()) touch(at);
  let base = 0;
  let top = -1;
  let owned = 0; // how much of what is said somebody's own name covers
  for (const at of seen) {
    const one = institutions[at];
    const place = places.length ? 0.85 * into.place[at] + (0.15 * into.placeSum[at]) / places.length : 0;
    const need = needs.length ? into.need[at] / needs.length : 0;
    const kind = into.type[at];
    // With a place said, a service elsewhere helps less than a neighbour who may know.
    let score = place + need * (places.length && !place ? 0.7 : 1) + 0.45 * kind + 0.15 * into.audience[at] + into.initials[at];
    if (place + need + 0.45 * kind > base) base = place + need + 0.45 * kind;
    const met = reached.size ? reached.get(at) : null;
    if (met) score += 3 * met.score;
    if (named && named.all.has(at)) score += 1.2 * named.all.get(at) * named.sure;
    if (reading.region && one.region) score += 0.25;
    // The beginning of a name as it is being typed. Three words of it are hardly there by chance.
    if (begun.has(at)) score += reading.whole && read.length < 3 ? 0.25 : 1.5;
    if (into.any[at] > 0) {
      const cover = coverOf(into, text, at);
      const [name, short] = world.nameWeights(one);
      const fill = Math.min(1, Math.max(name ? into.name[at] / name : 0, short ? into.short[at] / short : 0));
      score += text.named * cover ** 3 * (0.6 + 2.6 * fill ** 3) + (0.7 * into.free[at]) / text.total;
    }
    // All that is said beside the place is the institution's own name („tarnowski inkubator”).
    const own = ownShare(into, text, at);
    if (own > 0.5 && (own > 0.86 || into.own[at] > 0.8) && (!places.length || standsIn(world, places, one))) {
      score += 0.9 * Math.min(1, text.beside) * own ** 2;
      if (own > owned) owned = own;
    }
    // The office that answers for the place comes first there, unless another kind is asked for.
    if (one.responsible && place > 0.8 && (!needs.length || need > 0) && (!type || kind)) score += 0.3 * (needs.length ? need ** 2 : 1);
    into.score[at] = score;
    if (top < 0 || score > into.score[top] || (score === into.score[top] && one.id < institutions[top].id)) top = at;
  }
  const found = [];
  if (top >= 0 && (reached.has(top) || exact.has(top) || begun.size || worthy(world, reading, { ...measures(world, into, text, top), own: owned }, lostWords(world, reading, text, content)))) {
    // Words of a name raise an answer, but do not push the other answers out.
    const offices = villageOffices(world, places);
    const least = KEEP * (base > 0.5 ? Math.min(base, into.score[top]) : into.score[top]);
    for (const at of seen) {
      const score = into.score[at];
      const whole = exact.has(at);
      if (!(score > 0 && (score >= least || whole || offices.has(at)))) continue;
      // A name given whole comes first, whatever else was understood.
      found.push({ at, score: whole ? score + 3 : score, cover: coverOf(into, text, at), any: text.total ? into.any[at] / text.total : 0, exact: whole, contact: reached.get(at) });
    }
    found.sort(order);
    lift(found, offices, order);
  }
  for (const field of into.fields) {
    if (seen.length > institutions.length / 16) field.fill(0);
    else for (const at of seen) field[at] = 0;
  }
  return found;
}

/** The offices that answer for the villages said: who asks from there is theirs, whoever else gives the service. */
function villageOffices(world, places) {
  const homes = places.filter((span) => span.locality).flatMap((span) => [...span.counties.keys()]);
  return new Set(homes.flatMap((county) => world.lists.serving[county]).filter((at) => world.institutions[at].responsible));
}

/** Lets `offices` stand among the first three answers, before the last of the others. */
function lift(found, offices, order) {
  const late = found.slice(3).filter((row) => offices.has(row.at)).slice(0, 3);
  const above = found.slice(0, 3).filter((row) => !offices.has(row.at) && !row.exact && !row.contact);
  const some = late.slice(0, above.length);
  if (!some.length) return;
  const [first] = above.slice(-some.length);
  for (const row of some) row.score = first.score * (1 + 1e-9);
  found.sort(order);
}

const coverOf = (into, text, at) => (text.total ? Math.min(1, Math.max(into.name[at], into.short[at]) / text.total) : 0);

/** How much of what is said beside the place an institution's name covers. */
const ownShare = (into, text, at) => (text.beside > 0.3 ? into.own[at] / text.beside : 0);

/** What speaks for one answer, 0..1 each, for the judgement whether it answers. */
function measures(world, into, text, at) {
  const share = (value) => (text.total ? value / text.total : 0);
  const says = (one) => one.meant.some(({ stem, like }) => like > 0.9 && holds(world.postings.get(stem), at));
  return { says, cover: coverOf(into, text, at), place: into.place[at], type: into.type[at], need: into.need[at], audience: into.audience[at], any: share(into.any[at]), free: into.free[at] };
}

/** Whether a row of postings [institution, field, …] holds an institution's name or description. */
function holds(row, at) {
  if (row) for (let i = 0; i < row.length; i += 2) if (row[i] === at && row[i + 1] !== 2) return true;
  return false;
}

/** How many of the words that carry meaning stand in no record and say nothing that was understood. */
function lostWords(world, reading, text, content) {
  const { places, needs, type, named, audience } = reading;
  const known = new Set([...places, ...needs, type, named, audience].flatMap((one) => (one ? one.at : [])));
  return content.filter((one) => !known.has(one.place) && !text.perWord[one.place] && !(one.meant.length && one.meant[0].like > 0.85)).length;
}
