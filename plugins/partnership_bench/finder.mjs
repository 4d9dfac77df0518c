// Asks the finder's engine and MiniSearch the same queries over the same records; answers and times as JSON on stdout.
// argv: the job's file {engine, minisearch | null, worlds: [{name, index, documents, queries}]}

import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const job = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const { createFinder } = await import(pathToFileURL(job.engine).href);
const read = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));

let MiniSearch = null;
if (job.minisearch) {
  const need = createRequire(path.join(job.minisearch, 'package.json'));
  const module = await import(pathToFileURL(need.resolve('minisearch')).href);
  MiniSearch = module.default || module;
}

/** MiniSearch as its documentation advises: folded terms, prefixes, fuzziness by length, names before the rest. */
function createMini(documents, folder, skip) {
  const mini = new MiniSearch({
    fields: ['name', 'short', 'type', 'place', 'contact', 'services', 'said', 'text'],
    storeFields: [],
    tokenize: (text) => folder.words(text),
    processTerm: (term) => (skip.has(term) ? null : term),
    searchOptions: {
      prefix: (term) => term.length > 2,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      boost: { name: 3, short: 3, type: 2, place: 2, services: 2, contact: 2 },
      combineWith: 'OR',
    },
  });
  mini.addAll(documents);
  return (query) => mini.search(query).map(({ id }) => id);
}

function ask(search, queries) {
  const times = [];
  const answers = queries.map((query) => {
    const start = performance.now();
    const found = search(query);
    times.push(performance.now() - start);
    return { count: found.length, ids: found.slice(0, 10) };
  });
  return { answers, times };
}

const out = [];
for (const world of job.worlds) {
  const index = read(world.index);
  const queries = read(world.queries);
  // The best of three: a machine that does other things meanwhile is no fault of the finder.
  let finder;
  let ready = Infinity;
  for (let turn = 0; turn < 3; turn += 1) {
    const begun = performance.now();
    finder = createFinder(index);
    ready = Math.min(ready, performance.now() - begun);
  }
  const told = { name: world.name, ready };
  ask((query) => finder.search(query), queries.slice(0, 20));
  told.finder = ask((query) => finder.search(query).map(({ id }) => id), queries);
  if (MiniSearch) {
    const start = performance.now();
    const mini = createMini(read(world.documents), finder.world.folder, new Set([...finder.world.skip, ...finder.world.soft]));
    told.miniReady = performance.now() - start;
    ask(mini, queries.slice(0, 20));
    told.mini = ask(mini, queries);
  }
  out.push(told);
}
process.stdout.write(JSON.stringify(out));
