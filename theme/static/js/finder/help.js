// What the page offers beside the answers: suggestions, corrections, marks, and what each choice would leave.

import { countFacets, worthDropping } from './facets.js';
import { createSuggest } from './suggest.js';

/** Help for a finder of `createFinder`; not needed to answer, so the engine does without it. */
export function createHelp({ world, ranked, filterOf }) {
  const helper = createSuggest(world);
  return {
    facets: (found, chosen) => countFacets(world, found.all, chosen, filterOf),
    worthDropping: (found, chosen) => worthDropping(found.all, chosen, filterOf, world.institutions),
    suggest: (query, most) => {
      const { reading, rows } = ranked(query);
      return reading ? helper.suggest(query, reading, rows, most) : [];
    },
    corrected: (reading) => (reading ? helper.corrected(reading) : ''),
    highlight: helper.highlight,
    prepare: helper.prepare,
  };
}
