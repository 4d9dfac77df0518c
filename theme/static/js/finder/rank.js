// Institutions scored against a reading of the query. Evidence adds up: a need, a place, a kind, words of the name.

import { matchContact } from './contact.js';

const KEEP = 0.55;

/** Mass of the query's words found in each institution's name, short name and anywhere; typed arrays by institution. */
function readText(world, reading) {
  const count = world.institutions.length;
  const name = new Float32Array(count);
  const short = new Float32Array(count);
  const any = new Float32Array(count);
  const fresh = new Float32Array(count);
  const here = [new Float32Array(count), new Float32Array(count), new Float32Array(count)];
  let total = 0;
  let freshTotal = 0;
  const explained = new Set([...reading.places.flatMap((span) => span.at), ...reading.needs.flatMap((need) => need.at), ...(reading.type ? reading.type.at : [])]);
  const perWord = [];
  for (const one of reading.read) {
    const touched = new Set();
    let heaviest = 0;
    const put = (at, field, value) => {
      touched.add(at);
      if (value > here[field][at]) here[field][at] = value;
    };
    for (const { stem, like } of one.meant) {
      const row = world.postings.get(stem);
      if (!row) continue;
      const weight = world.rarity(stem);
      if (weight > heaviest) heaviest = weight;
      for (let i = 0; i < row.length; i += 2) {
        const field = row[i + 1];
        const value = weight * like;
        if (field === 0) put(row[i], 0, value);
        else if (field === 1) put(row[i], 1, value);
        put(row[i], 2, value * (field < 2 ? 1 : field === 2 ? 0.8 : 0.55));
      }
    }
    const initial = one.word.length > 1 && one.word.length < 7 ? world.initials.get(one.word) : null;
    if (initial) {
      const weight = Math.max(0.25, 1 - Math.log(initial.length) / Math.log(count + 2));
      heaviest = Math.max(heaviest, weight);
      for (const [at, like] of initial) {
        put(at, 0, weight * like);
        put(at, 1, weight * like);
        put(at, 2, weight * like);
      }
    }
    const weight = one.quiet ? 0.15 : one.number ? (heaviest ? 0.4 : 0) : heaviest || 0.9;
    const scale = heaviest ? weight / heaviest : 0;
    total += weight;
    const free = !explained.has(one.place) && !one.mark && !one.region;
    if (free) freshTotal += weight;
    for (const at of touched) {
      name[at] += here[0][at] * scale;
      short[at] += here[1][at] * scale;
      any[at] += here[2][at] * scale;
      if (free) fresh[at] += here[2][at] * scale;
      here[0][at] = 0;
      here[1][at] = 0;
      here[2][at] = 0;
    }
    perWord.push(heaviest);
  }
  return { name, short, any, fresh, total, freshTotal, perWord };
}

/** How well an institution stands for a place said: {value, how, county}. */
function matchPlace(world, span, one) {
  let value = 0;
  let how = '';
  let county = -1;
  const better = (now, way, number) => {
    if (now > value) [value, how, county] = [now, way, number];
  };
  const responsible = world.types[one.type] && world.types[one.type].responsible && !one.region;
  for (const [number, weight] of span.counties) {
    if (one.serves.includes(number)) better(weight * (responsible ? 1 : 0.9), responsible ? 'responsible' : 'serves', number);
    if (one.county === number) better(weight * 0.84, 'stands', number);
    if (one.region) better(weight * (one.county === number ? 0.75 : 0.66), 'region', number);
  }
  for (const [number, weight] of span.towns) {
    if (world.towns[number].key === one.town) better(weight * (span.city ? 0.6 : 0.94), 'stands', one.county);
  }
  return { value, how, county };
}

/** All matches of a reading: [{at, score, parts}], best first; [] when nothing fits. */
export function rank(world, reading) {
  const { institutions } = world;
  const { places, needs, type, audience, named, contact, read } = reading;
  const text = readText(world, reading);
  const exact = world.fullNames.get(world.folder.words(reading.query.slice(0, 300)).filter((word) => !world.skip.has(word)).join(' ')) || [];
  const hasContact = contact.digits || contact.postal || contact.mail || contact.web;
  const content = read.filter((one) => !one.quiet && !one.number && !one.mark && !one.region);
  const onlyContact = hasContact && (!content.length || contact.mail || contact.web);
  const rows = [];
  for (const one of institutions) {
    const parts = {};
    let score = 0;
    const met = hasContact ? matchContact(contact, one) : null;
    if (met) {
      parts.contact = met;
      score += 3 * met.score;
    }
    if (onlyContact) {
      if (met) rows.push({ at: one.at, score, parts });
      continue;
    }
    if (places.length) {
      let best = 0;
      let sum = 0;
      for (const span of places) {
        const fit = matchPlace(world, span, one);
        sum += fit.value;
        if (fit.value > best) {
          best = fit.value;
          parts.place = fit;
        }
      }
      parts.placeValue = 0.85 * best + (0.15 * sum) / places.length;
      score += parts.placeValue;
    }
    if (needs.length) {
      let sum = 0;
      let sure = 0;
      for (const need of needs) {
        let best = 0;
        let which = -1;
        for (const service of one.services) {
          const like = need.services.get(service);
          if (like > best) [best, which] = [like, service];
        }
        if (best) (parts.services = parts.services || []).push([which, best * need.sure]);
        sum += best * need.sure;
        sure += need.sure;
      }
      parts.need = sum / needs.length;
      // With a place said, a service elsewhere helps less than a neighbour who may know.
      score += parts.need * (places.length && !parts.place ? 0.7 : 1);
    }
    if (type && type.all.has(one.type)) {
      parts.type = type.all.get(one.type) * type.sure;
      score += 0.45 * parts.type;
    }
    if (audience) {
      const like = Math.max(0, ...one.audiences.map((number) => audience.all.get(number) || 0));
      if (like) {
        parts.audience = like;
        score += 0.15 * like;
      }
    }
    if (named && named.all.has(one.at)) {
      parts.named = named.all.get(one.at) * named.sure;
      score += 1.2 * parts.named;
    }
    if (reading.region && one.region) score += 0.25;
    if (text.total > 0 && text.any[one.at] > 0) {
      const cover = Math.max(text.name[one.at], text.short[one.at]) / text.total;
      const fill = Math.max(one.nameWeight ? text.name[one.at] / one.nameWeight : 0, one.shortWeight ? text.short[one.at] / one.shortWeight : 0);
      parts.cover = Math.min(1, cover);
      parts.fill = Math.min(1, fill);
      score += parts.cover ** 3 * (0.6 + 1.8 * parts.fill ** 3);
      if (text.freshTotal > 0) {
        parts.fresh = text.fresh[one.at] / text.freshTotal;
        score += 0.7 * parts.fresh * (text.freshTotal / text.total);
      }
      parts.any = text.any[one.at] / text.total;
    }
    if (parts.place && parts.place.how === 'responsible' && parts.placeValue > 0.6 && (!needs.length || parts.need > 0) && (!type || parts.type)) score += 0.3 * (needs.length ? parts.need ** 2 : 1);
    if (score > 0) rows.push({ at: one.at, score, parts });
  }
  for (const at of exact) {
    const row = rows.find((other) => other.at === at);
    if (row) row.parts.exact = true;
  }
  const order = (a, b) => b.score - a.score || (institutions[a.at].id < institutions[b.at].id ? -1 : 1);
  rows.sort(order);
  if (!rows.length || !worthy(world, reading, text, rows[0], content)) return [];
  // Words of a name raise an answer, but do not push the other answers out.
  const base = rows.reduce((most, { parts }) => Math.max(most, (parts.placeValue || 0) + (parts.need || 0) + 0.45 * (parts.type || 0)), 0);
  const least = KEEP * (base > 0.5 ? Math.min(base, rows[0].score) : rows[0].score);
  const found = rows.filter((row) => row.score >= least || row.parts.exact);
  // A name given whole comes first, whatever else was understood.
  for (const row of found) if (row.parts.exact) row.score += 3;
  return found;
}

/** Whether the best answer answers at all: garbage gives nothing. */
function worthy(world, reading, text, top, content) {
  const { parts } = top;
  if (parts.contact || parts.exact) return true;
  const { needs, places, type, named, audience, nothing } = reading;
  const [need] = needs;
  const known = new Set([...places, ...needs, type, named, audience].flatMap((one) => (one ? one.at : [])));
  const lost = content.filter((one) => !known.has(one.place) && !text.perWord[one.place] && !(one.meant.length && one.meant[0].like > 0.85)).length;
  // What is known must stand against what is not; one odd word is forgiven.
  const needed = new Set(needs.flatMap((one) => one.at));
  const more = content.filter((one) => !needed.has(one.place) && one.meant.some(({ stem, like }) => like > 0.94 && world.heldBy.service.has(stem))).length;
  const against = (sure) => (sure * (1 + 0.3 * more)) / (1 + 0.6 * lost);
  if (nothing && nothing.whole && !named && !(parts.cover > 0.7)) {
    const within = need && need.at.every((place) => nothing.at.includes(place));
    if (!need || within || need.sure < (need.whole ? 0.7 : 0.85)) return false;
  }
  if (parts.placeValue > 0.5 && places.some((span) => span.like > 0.6)) return true;
  if (named && named.sure > 0.8) return true;
  if (type && parts.type && against(parts.type) > 0.5) return true;
  if (parts.need && against(need.sure) > 0.3) return true;
  if (audience && parts.audience && audience.whole) return true;
  if (reading.region && lost < 2) return true;
  return Boolean(parts.any > 0.4 + 0.15 * lost);
}
