// What an entry will look like: title, lead, picture and text in the site's own style.

import { PROBLEM } from "./record_format.js";

const LEADS = ["summary", "question", "description"];

/** Give every collection a preview in the site's own style sheets. */
export const registerPreviews = (CMS, config, styles, words) => {
  styles.forEach((style) => CMS.registerPreviewStyle(new URL(style, document.baseURI).href));
  for (const { name, fields } of config.collections.filter((collection) => collection.fields)) {
    CMS.registerPreviewTemplate(name, preview(fields, words));
  }
};

const preview = (fields, words) => ({ entry, widgetFor, getAsset }) => {
  const { h } = window;
  const data = (key) => entry.getIn(["data", ...key.split(".")]);
  const problem = data(PROBLEM);
  if (problem) {
    return h("main", { className: "center flow" }, h("h1", {}, words.broken), h("p", {}, problem));
  }
  const names = new Set(fields.map((field) => field.name));
  const title = ["title", "name", "institution", "county"].find((key) => names.has(key));
  const lead = LEADS.find((key) => names.has(key) && data(key));
  const picture = data("image.src");
  const rest = fields.filter(({ name, widget }) => ![title, lead, "body", "image"].includes(name)
    && widget !== "object" && !isNothing(data(name)));
  return h(
    "main",
    { className: "center flow" },
    h("h1", {}, data(title) ?? ""),
    lead && h("p", { className: "lead" }, data(lead)),
    picture && h("figure", {}, h("img", { src: String(getAsset(picture)), alt: data("image.alt") ?? "" }),
      data("image.caption") && h("figcaption", {}, data("image.caption"))),
    names.has("body") && h("div", { className: "prose flow" }, widgetFor("body")),
    rest.length > 0 && h("dl", {}, rest.flatMap(({ name, label }) => [
      h("dt", { key: `${name}-name` }, label), h("dd", { key: `${name}-value` }, widgetFor(name)),
    ])),
  );
};

const isNothing = (value) => value === undefined || value === null || value === "" || value === false || value.size === 0;
