// The editor's page: reads the configuration, teaches the editor our kinds of files, and starts it.

import "./language.js";
import { followDraft } from "./draft.js";
import { explainHost } from "./host_words.js";
import { guardLeaving } from "./leaving.js";
import { guardLocalFiles } from "./local_files.js";
import { tell } from "./notice.js";
import { registerPictures } from "./pictures.js";
import { replaceLostPortraits } from "./portraits.js";
import { registerPreviews } from "./previews.js";
import { recordFormat } from "./record_format.js";
import { endFailedSignIn, hearOfFailedSignIn } from "./sign_in.js";
import { guardParts } from "./unticking.js";
import "./editor.css";

/** Message of the error whose cause the program shows in its own dialogue. */
const SAVING_FAILED = "saving_failed";

/** Patterns know all letters, not English ones alone. */
const withPatterns = (fields) => {
  for (const field of fields ?? []) {
    if (field.pattern) {
      field.pattern[0] = new RegExp(field.pattern[0], "u");
    }
    withPatterns(field.fields);
    withPatterns(field.field ? [field.field] : []);
  }
};

const start = async () => {
  const { default: CMS } = await import("@sveltia/cms"); // not before the language is set
  const { config, formats, words, styles, only_here: onlyHere } = await (await fetch(new URL("editor.json", document.baseURI))).json();
  if (endFailedSignIn(words)) {
    return;
  }
  document.documentElement.classList.toggle("only-here", onlyHere);
  const seen = new Set();
  explainHost(words);
  hearOfFailedSignIn(config.backend.name, words, (sentence) => tell(words.not_signed_in, sentence, words.close));
  guardLocalFiles(seen, words.changed_elsewhere);
  followDraft();
  guardLeaving();
  guardParts(config, words);
  for (const [name, format] of Object.entries(formats)) {
    const { fromFile, toFile } = recordFormat(format, words, seen);
    CMS.registerCustomFormat(name, format.extension, {
      fromFile,
      toFile(entry) {
        try {
          return toFile(entry);
        } catch (error) {
          throw new Error(SAVING_FAILED, { cause: error });
        }
      },
    });
  }
  for (const collection of config.collections) {
    withPatterns(collection.fields);
    for (const file of collection.files ?? []) {
      withPatterns(file.fields);
    }
  }
  replaceLostPortraits();
  registerPictures(CMS, words);
  registerPreviews(CMS, config, styles, words);
  await CMS.init({ config });
};

start();
