// What the finder of institutions knows of a question: shown as a box above the answers, where it is sure.

import { wellFormed } from './address.js';
import { bound, element } from './elements.js';

const MOST_SHOWN = 3;
const PATIENCE = 1200;

/** `answer(query)`: the box, or null where the finder has nothing to say. Its engine and index are loaded at the first asking. */
export function finderBox({ engine, index, institutions, say }) {
  let loading = null;

  async function load() {
    const [module, answer] = await Promise.all([import(engine), fetch(index, { credentials: 'same-origin' })]);
    if (!answer.ok) throw new Error(String(answer.status));
    return module.createFinder(await answer.json());
  }

  async function ask(query) {
    loading ??= load();
    const finder = await loading;
    const { rows, reading, filtered } = finder.matches(query, {});
    // A word that only stands in a name or description is what the search itself finds.
    const sure = reading && ((reading.needs.length > 0 && reading.needs[0].sure > 0.5) || reading.places.length > 0);
    if (!sure || !rows.length) return null;
    const list = element('ul');
    for (const row of rows.slice(0, MOST_SHOWN)) {
      const one = finder.world.institutions[row.at];
      const link = element('a', { href: `${institutions}${encodeURIComponent(one.id)}/` }, bound(one.name));
      list.append(element('li', {}, link, ' – ', finder.why(row, reading, filtered)));
    }
    const all = element('a', { href: `${institutions}?q=${encodeURIComponent(wellFormed(query.trim()))}` }, say('finderAll'));
    return element('section', { class: 'site-search-box', 'data-search-finder': '', 'aria-label': say('finder') }, element('h3', {}, say('finder')), list, element('p', {}, all));
  }

  return (query) =>
    Promise.race([
      ask(query).catch(() => {
        loading = null;
        return null;
      }),
      new Promise((done) => setTimeout(done, PATIENCE, null)),
    ]);
}
