// Asks the finder's engine and MiniSearch the same queries over the same records; answers and times as JSON on stdout.
// argv: the job's file {engine, minisearch | null, worlds: [{name, index, documents, queries}]}

import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const job = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const { createFinder } = await import(pathToFileURL(job.engine).href);
const read = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));

/** A question that needs all that the finder knows. */
const FIRST = 'staże limanowa';

/** The processor time of `work` in milliseconds, whatever else the machine does, and what it gives. */
function timed(work) {
  const begun = process.cpuUsage();
  const given = work();
  const { user, system } = process.cpuUsage(begun);
  return [(user + system) / 1000, given];
}

let MiniSearch = null;
if (job.minisearch) {
  const need = createRequire(path.join(job.minisearch, 'package.json'));
  const module = await import(pathToFileURL(need.resolve('minisearch')).href);
  MiniSearch = module.default || module;
}

// Only how long the first finder of a process takes, and its first question.
if (process.argv[3] === 'cold') {
  const index = read(job.worlds.find(({ name }) => name === process.argv[4]).index);
  const [ready, finder] = timed(() => createFinder(index));
  const [first] = timed(() => finder.search(FIRST));
  process.stdout.write(`${ready} ${first}`);
  process.exit(0);
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
  // A decoy on top (another subject, a place elsewhere) says that nothing here fits.
  const decoy = (id) => String(id).startsWith('-');
  return (query) => {
    const found = mini.search(query).map(({ id }) => id);
    return found.length && decoy(found[0]) ? [] : found.filter((id) => !decoy(id));
  };
}

function ask(search, queries, tell = () => ({})) {
  const times = [];
  const answers = queries.map(({ text }) => {
    const [time, found] = timed(() => search(text));
    times.push(time);
    return { count: found.length, ids: found.slice(0, 10), ...tell(text) };
  });
  return { answers, times };
}

const out = [];
for (const world of job.worlds) {
  const index = read(world.index);
  const queries = read(world.queries);
  const [ready, finder] = timed(() => createFinder(index));
  const told = { name: world.name, ready };
  const tell = (query) => ({ outside: finder.explain(query).outside ? finder.explain(query).place : '', pages: finder.answers(query).map(({ address }) => address) });
  const search = (query) => finder.search(query).map(({ id }) => id);
  ask(search, queries.slice(0, 20));
  // Localities come later, as in a browser.
  const early = ask(search, queries.filter(({ late }) => !late), tell);
  finder.addPlaces(read(world.places));
  const late = ask(search, queries.filter((query) => query.late), tell);
  const [first, second] = [early.answers[Symbol.iterator](), late.answers[Symbol.iterator]()];
  told.finder = { answers: queries.map((query) => (query.late ? second : first).next().value), times: [...early.times, ...late.times] };
  if (MiniSearch) {
    const mini = createMini(read(world.documents), finder.world.folder, new Set([...finder.world.skip, ...finder.world.soft]));
    ask(mini, queries.slice(0, 20));
    told.mini = ask(mini, queries);
  }
  out.push(told);
}
process.stdout.write(JSON.stringify(out));
