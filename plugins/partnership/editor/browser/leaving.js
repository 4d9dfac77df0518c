// Closing the page with something unsaved: the browser asks, and the draft is kept before the page is gone.

import { isUnsaved, keepDraft } from "./draft.js";

/** Let nobody close the page without being asked, and keep the draft whenever the page goes out of sight. */
export const guardLeaving = () => {
  window.addEventListener("beforeunload", (event) => {
    if (isUnsaved()) {
      keepDraft();
      event.preventDefault();
    }
  });
  window.addEventListener("pagehide", keepDraft);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") {
      keepDraft();
    }
  });
};
