// The page without a network: what it loaded is handed to the service worker to keep.

/** The service worker keeps the page for hours without a network; it asks the network first. */
export async function keepForOffline(home) {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register(`${home}sw.js`, { scope: home });
    const { active } = await navigator.serviceWorker.ready;
    const loaded = performance.getEntriesByType('resource').map((entry) => entry.name);
    const own = [location.pathname, ...loaded].map((name) => new URL(name, location.href)).filter((url) => url.origin === location.origin);
    if (active) active.postMessage({ keep: [...new Set(own.map((url) => url.pathname))] });
  } catch (error) {
    // Without it the page works as before, online.
  }
}
