// Pages work without a network once visited. The network is always asked first; what is kept is for when it does not answer.

const STORE = 'partnership-1';
const WAIT = 4000;
const MOST = 150;

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name.startsWith('partnership-') && name !== STORE) await caches.delete(name);
      await self.clients.claim();
    })(),
  );
});

/** An address without what is asked of it: the finder's page is one page, whatever the question. */
const keyOf = (url) => url.origin + url.pathname;

async function keep(url, answer) {
  const store = await caches.open(STORE);
  await store.put(keyOf(url), answer);
  const kept = await store.keys();
  for (const old of kept.slice(0, Math.max(0, kept.length - MOST))) await store.delete(old);
}

async function fromNetwork(request, url, patient) {
  const kept = await caches.match(keyOf(url));
  const stop = new AbortController();
  const timer = kept && !patient ? setTimeout(() => stop.abort(), WAIT) : 0;
  try {
    const answer = await fetch(request, { signal: stop.signal });
    if (answer.ok && answer.type === 'basic' && !answer.redirected) await keep(url, answer.clone());
    return answer;
  } catch (error) {
    if (kept) return kept;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || request.headers.has('range')) return;
  // A name with a hash never changes its content.
  const hashed = /\.[0-9a-f]{8,}\.\w+$/.test(url.pathname);
  if (hashed) {
    event.respondWith(caches.match(keyOf(url)).then((kept) => kept || fromNetwork(request, url, true)));
  } else if (request.mode === 'navigate' || /\.(js|json)$/.test(url.pathname)) {
    event.respondWith(fromNetwork(request, url, false));
  }
});

self.addEventListener('message', (event) => {
  const paths = event.data && Array.isArray(event.data.keep) ? event.data.keep : [];
  event.waitUntil(
    Promise.all(
      paths.slice(0, 60).map(async (path) => {
        const url = new URL(path, self.location.origin);
        if (url.origin !== self.location.origin) return;
        try {
          const answer = await fetch(url, { cache: 'no-cache' });
          if (answer.ok && !answer.redirected) await keep(url, answer);
        } catch (error) {
          // Not kept now; the next visit tries again.
        }
      }),
    ),
  );
});
