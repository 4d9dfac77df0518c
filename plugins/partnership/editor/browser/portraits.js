// Pictures of people come from wherever the host keeps them; the page's policy lets in those of the host alone.

const NOBODY = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="#777"><circle cx="12" cy="8" r="5"/><path d="M2 24a10 10 0 0 1 20 0z"/></svg>',
)}`;

/** Show a plain figure in place of a picture that stands on another server and may not or cannot be loaded. */
export const replaceLostPortraits = () => document.addEventListener("error", ({ target }) => {
  if (target instanceof HTMLImageElement && /^https?:/.test(target.src) && new URL(target.src).origin !== location.origin) {
    target.src = NOBODY;
  }
}, { capture: true });
