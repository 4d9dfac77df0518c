// Pages of the site that answer a question better than an institution does: guides, services, counties.

import { NONE, meet } from './phrases.js';

const ANSWER = new Set(['answer']);
const MOST = 2;

/** Pages for a reading, best first: [{address, title}]; `lang` chooses the titles' language. */
export function answersOf(world, reading, lang) {
  if (!reading || (reading.outside.length && !reading.places.length)) return [];
  const [need] = reading.needs;
  const service = need && need.sure > 0.6 ? [...need.services.keys()][0] : undefined;
  const [span] = reading.places;
  const county = span ? [...span.counties].sort((a, b) => b[1] - a[1])[0] : undefined;
  const placed = new Set(reading.places.flatMap((one) => one.at));
  const marks = reading.read.filter((one) => one.mark || one.region).map((one) => one.place);
  const found = new Map();
  for (const met of meet(world, reading.hits, NONE, ANSWER)) {
    const answer = world.answers[met.phrase.means[0]];
    if (!(met.whole && met.least > 0.75)) continue;
    if ((answer.service && service === undefined) || (answer.county && !county)) continue;
    // A definition is of the service said beside the phrase.
    const about = answer.service ? need.at : [];
    const told = new Set([...met.at, ...placed, ...marks, ...about]);
    const content = reading.read.filter((one) => !one.quiet && !one.number);
    const left = content.filter((one) => !told.has(one.place)).length;
    const share = content.length ? (content.length - left) / content.length : 1;
    if (share < 0.6) continue;
    const score = share + 0.15 * met.at.length + (answer.county ? 0.3 : 0) + (answer.service ? 0.1 : 0);
    if (score > (found.get(answer.at) || 0)) found.set(answer.at, score);
  }
  // A service by its name alone asks what it is.
  const definition = world.answers.find((answer) => answer.service && !answer.county);
  if (definition && need && need.plain && !span && !found.size) found.set(definition.at, 1);
  const ranked = [...found].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const seen = new Set();
  const names = world.names[lang];
  const said = [];
  for (const [at] of ranked) {
    const answer = world.answers[at];
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
