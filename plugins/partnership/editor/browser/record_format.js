// One kind of file as the editor reads and writes it: a form in, a text out that differs only where the form does.

import { Unfit, toFile, toForm } from "./forms.js";
import { revise } from "./keeping.js";
import { hasPictureWithoutWords } from "./pictures.js";
import { keepBlocks, withHeads } from "./prose.js";
import { readValue, writeValue } from "./yaml_text.js";

/** Hidden in every entry: the text that it was read from, and why it cannot be shown where it cannot. */
export const SOURCE = "_source";
export const PROBLEM = "_problem";
const BODY = "body";
const ITEMS = "items";
const HEAD = /^---[ \t]*\n(?<head>[\s\S]*?)\n?^---[ \t]*(?:\n(?<body>[\s\S]*))?$/m;
const CONFLICT = /^(?:<{7}|={7}|>{7})(?: |$)/m;

/** An editor's file was not written: the message is the sentence that says why. */
export class Refused extends Error {}

/** Tell whether a form's picture neither says what it shows nor that it only decorates. */
const lacksWords = ({ image }) => Boolean(image?.src) && !image.decorative && !String(image.alt ?? "").trim();

/**
 * Return `{fromFile, toFile}` of a kind of file.
 * `format` is `{document, shape, must}`, where `must` lists `[list, field, sentence]` of what each entry needs ticked, `words` the page's sentences, `seen` the set of texts that were read or written.
 */
export const recordFormat = ({ document, shape, must = [] }, words, seen) => {
  const order = Object.keys((shape.is === "list" ? shape.of : shape).fields);

  const split = (text) => {
    if (!document) {
      return { head: text, body: undefined };
    }
    const found = text.match(HEAD);
    if (!found || found.index !== 0) {
      throw new Unfit("no_head", "");
    }
    return { head: found.groups.head, body: found.groups.body ?? "" };
  };

  const read = (text) => {
    if (CONFLICT.test(text) && /^<{7}/m.test(text) && /^>{7}/m.test(text)) {
      throw new Unfit("conflict", "");
    }
    const { head, body } = split(text);
    const value = readValue(head) ?? (shape.is === "list" ? [] : {});
    const form = toForm(value, shape);
    const entry = shape.is === "list" ? { [ITEMS]: form } : form;
    return document ? { ...entry, [BODY]: body.replace(/^\s*\n/, "").trimEnd() } : entry;
  };

  const fromFile = (text) => {
    seen.add(text.trim());
    try {
      return { ...read(text), [SOURCE]: text };
    } catch (error) {
      const reason = error instanceof Unfit
        ? words[error.reason].replace("{name}", error.field)
        : words.broken_yaml.replace("{reason}", error.message);
      const said = `${words.broken}: ${reason} ${words.left_alone}`;
      return { title: said, name: said, institution: said, county: said, [PROBLEM]: said, [SOURCE]: text };
    }
  };

  const write = (entry) => {
    const { [SOURCE]: source, [PROBLEM]: problem, ...form } = entry;
    if (problem) {
      throw new Refused(problem);
    }
    if (source !== undefined && !seen.has(source.trim())) {
      throw new Refused(words.old_draft);
    }
    const { [BODY]: body, ...head } = document ? form : { ...form };
    if (lacksWords(form) || hasPictureWithoutWords(String(body ?? ""))) {
      throw new Refused(words.picture_without_words);
    }
    const [, , why] = must.find(([list, flag]) => (form[list] ?? []).some((item) => item[flag] !== true)) ?? [];
    if (why) {
      throw new Refused(why);
    }
    const value = shape.is === "list" ? form[ITEMS] ?? [] : document ? head : form;
    if (source === undefined) {
      const text = writeValue(toFile(value, shape, undefined) ?? {});
      return document ? `---\n${text}---\n\n${withHeads(String(body ?? "").trim())}\n` : text;
    }
    const parts = split(source);
    const before = readValue(parts.head) ?? (shape.is === "list" ? [] : {});
    const after = toFile(value, shape, before) ?? (shape.is === "list" ? [] : {});
    const revised = revise(parts.head, before, after, order);
    if (!document) {
      return revised;
    }
    const prose = keepBlocks(parts.body, String(body ?? ""));
    const sameBody = prose === keepBlocks(parts.body, parts.body);
    if (sameBody && revised === parts.head) {
      return source;
    }
    const text = sameBody ? parts.body : `${parts.body.match(/^\s*\n/)?.[0] ?? ""}${prose}\n`;
    return `---\n${revised.endsWith("\n") ? revised : `${revised}\n`}---\n${text}`;
  };

  return {
    fromFile,
    toFile(entry) {
      const text = write(entry);
      seen.add(text.trim());
      return text;
    },
  };
};
