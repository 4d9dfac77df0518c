// What stands in the form that is open: the program tells it on every change (see `openDraft` in bundle.mjs).

/** Name of the event; its `detail` is `{draft, keep}`: the program's draft or nothing, and how to keep it now. */
export const CHANGED = "site-draft";
const OWN_KEYS = /\.__sc_\w+$/; // what the program notes beside the values

let open = {};
let typing = false; // a text for words reaches the draft a moment after the key

/** Begin to listen; to be called before the program starts. */
export const followDraft = () => {
  window.addEventListener(CHANGED, ({ detail }) => {
    open = detail;
    typing = false;
  });
  document.addEventListener("input", ({ target, isTrusted }) => {
    typing ||= isTrusted && Boolean(open.draft) && target instanceof Element && Boolean(target.closest("section.field"));
  }, { capture: true });
};

/** Return name of the collection and of its file, and the values by their paths, or nothing where no form is open. */
export const openValues = () => open.draft && {
  collection: open.draft.collectionName,
  file: open.draft.fileName,
  values: said(Object.values(open.draft.currentValues ?? {})[0]),
};

/** Tell whether somebody changed something that is not saved. */
export const isUnsaved = () => Boolean(open.draft) && (typing || (open.draft.interacted && differs(open.draft)));

/** Keep the draft in this browser now and not in a moment. */
export const keepDraft = () => open.draft && open.keep();

const differs = ({ originalValues = {}, currentValues = {} }) => Object.keys(currentValues)
  .some((locale) => asText(originalValues[locale]) !== asText(currentValues[locale]));

const asText = (values) => JSON.stringify(Object.entries(said(values)).sort(([one], [other]) => (one < other ? -1 : 1)));

/** Return the values that hold something, without the program's own notes. */
const said = (values) => Object.fromEntries(Object.entries(values ?? {}).filter(
  ([key, value]) => !OWN_KEYS.test(key) && value !== undefined && value !== null && value !== "",
));
