// Asks the search's engine, MiniSearch and Pagefind the same questions; answers, times and bytes as JSON in a file.
// argv: the job's file {engine, site, out, documents, queries, minisearch | null, pagefind | null}

import fs from 'node:fs';
import http from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import zlib from 'node:zlib';

const job = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const read = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));
const queries = read(job.queries);
const packed = new Map();
const sizeOf = (file) => {
  if (!packed.has(file)) packed.set(file, zlib.gzipSync(fs.readFileSync(file), { level: 9 }).length);
  return packed.get(file);
};

/** Asks everything in turn. `bytes()` tells what was loaded so far. Times are the processor's, of a second asking, when nothing is to be loaded. */
async function ask(search, bytes) {
  const answers = [];
  const loaded = [];
  const times = [];
  for (const query of queries) {
    const before = bytes();
    answers.push(await search(query));
    loaded.push(bytes() - before);
    const start = process.cpuUsage();
    await search(query);
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  return { answers, loaded, times };
}

/** Bytes of each question asked alone, by somebody who comes for the first time. */
async function alone(make) {
  const first = [];
  for (const query of queries.slice(0, 60)) {
    const { search, bytes } = await make();
    await search(query);
    first.push(bytes());
  }
  return first;
}

const out = {};
{
  const { createSearch } = await import(pathToFileURL(job.engine).href);
  const make = () => {
    let bytes = 0;
    const engine = createSearch(async (address) => {
      const file = path.join(job.site, address);
      bytes += sizeOf(file);
      return read(file);
    });
    return { search: async (query) => (await engine.search(query)).map(({ address }) => address), bytes: () => bytes };
  };
  const { search, bytes } = make();
  out.own = { ...(await ask(search, bytes)), first: await alone(make) };
}

if (job.minisearch) {
  const need = createRequire(path.join(job.minisearch, 'package.json'));
  const module = await import(pathToFileURL(need.resolve('minisearch')).href);
  const MiniSearch = module.default || module;
  const plain = (text) => text.toLowerCase().replace(/ł/g, 'l').normalize('NFKD').replace(/\p{M}/gu, '');
  const options = {
    fields: ['title', 'summary', 'text'],
    storeFields: [],
    processTerm: plain,
    searchOptions: { prefix: (term) => term.length > 3, fuzzy: (term) => (term.length > 4 ? 0.2 : false), boost: { title: 4, summary: 2 }, combineWith: 'AND' },
  };
  const mini = new MiniSearch(options);
  const documents = read(job.documents);
  mini.addAll(documents.map((one, id) => ({ id, ...one })));
  const size = zlib.gzipSync(JSON.stringify(mini), { level: 9 }).length;
  const search = async (query) => mini.search(query).slice(0, 20).map(({ id }) => documents[id].address);
  out.mini = { ...(await ask(search, () => 0)), first: [size] };
}

if (job.pagefind) {
  let bytes = 0;
  const server = http.createServer((request, response) => {
    const file = path.join(job.pagefind, decodeURI(request.url.split('?')[0]));
    try {
      const data = fs.readFileSync(file);
      // Its parts are packed already.
      bytes += /\.(js|json)$/.test(file) ? sizeOf(file) : data.length;
      response.end(data);
    } catch (error) {
      response.statusCode = 404;
      response.end();
    }
  });
  // A connection that rests while an answer is counted must not be closed: the next question would come to nothing.
  server.keepAliveTimeout = 0;
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const base = `http://127.0.0.1:${server.address().port}/pagefind/`;
  globalThis.window = globalThis;
  globalThis.location = { origin: base, href: base };
  const pagefind = await import(pathToFileURL(path.join(job.pagefind, 'pagefind', 'pagefind.js')).href);
  await pagefind.options({ basePath: base, baseUrl: '/' });
  const search = async (query) => {
    const { results } = await pagefind.search(query);
    const shown = await Promise.all(results.slice(0, 10).map((one) => one.data()));
    return shown.map(({ url }) => url);
  };
  await search(queries[0]);
  const start = bytes;
  out.pagefind = { ...(await ask(search, () => bytes)), first: [start] };
  server.close();
}
fs.writeFileSync(job.out, JSON.stringify(out));
process.exit(0);
