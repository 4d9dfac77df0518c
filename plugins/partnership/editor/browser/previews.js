// What an entry will look like: title, lead, picture and text in the site's own style.

import { PROBLEM } from "./record_format.js";

const TYPES = {
  avif: "image/avif", gif: "image/gif", jpeg: "image/jpeg", jpg: "image/jpeg", png: "image/png", svg: "image/svg+xml", webp: "image/webp",
};
const LEADS = ["summary", "question", "description"];

/** Give every collection a preview in the site's own style sheets. */
export const registerPreviews = (CMS, config, styles, words) => {
  styles.forEach((style) => CMS.registerPreviewStyle(new URL(style, document.baseURI).href));
  const Picture = picture();
  for (const { name, fields } of config.collections.filter((collection) => collection.fields)) {
    CMS.registerPreviewTemplate(name, preview(fields, words, Picture));
  }
};

const preview = (fields, words, Picture) => ({ entry, widgetFor, getAsset }) => {
  const { h } = window;
  const data = (key) => entry.getIn(["data", ...key.split(".")]);
  const problem = data(PROBLEM);
  if (problem) {
    return h("main", { className: "wrap stack" }, h("h1", {}, words.broken), h("p", {}, problem));
  }
  const names = new Set(fields.map((field) => field.name));
  const title = ["title", "name", "institution", "county"].find((key) => names.has(key));
  const named = fields.find((field) => field.name === title)?.widget === "relation";
  const lead = LEADS.find((key) => names.has(key) && data(key));
  const source = data("image.src");
  const shown = [title, lead, "body", "image", "state", "status"];
  const rest = fields.filter(({ name, widget }) => !shown.includes(name) && widget !== "object" && !isNothing(data(name)));
  return h(
    "main",
    { className: "wrap stack stack-l" },
    h("header", { className: "page-head" }, h("h1", {}, (named ? widgetFor(title) : data(title)) ?? ""), lead && h("p", { className: "lead" }, data(lead))),
    source && h("figure", {}, h(Picture, { source, getAsset, alt: data("image.alt") ?? "" }),
      data("image.caption") && h("figcaption", {}, data("image.caption"))),
    names.has("body") && h("div", { className: "prose" }, widgetFor("body")),
    rest.length > 0 && h("dl", { className: "stack stack-s" }, rest.map(({ name, label }) => h(
      "div", { key: name }, h("dt", {}, h("strong", {}, label)), h("dd", {}, widgetFor(name)),
    ))),
  );
};

/** A picture whose file only the editor has: it is read before it can be shown. */
const picture = () => window.createClass({
  getInitialState: () => ({}),
  componentDidMount() {
    this.read();
  },
  componentDidUpdate({ source }) {
    if (source !== this.props.source) {
      this.read();
    }
  },
  async read() {
    const { source, getAsset } = this.props;
    const data = source.startsWith("blob:") ? source : await asData(source, getAsset);
    if (data && source === this.props.source) {
      this.setState({ data });
    }
  },
  render() {
    return this.state.data ? window.h("img", { src: this.state.data, alt: this.props.alt }) : null;
  },
});

/** Return a picture of the site's files as an address that holds it; nothing where the editor does not have it. */
const asData = async (source, getAsset) => {
  const letters = await getAsset(source)?.toBase64?.().catch(() => undefined);
  const type = TYPES[source.split(".").at(-1).toLowerCase()];
  return letters && type ? `data:${type};base64,${letters.replace(/^data:[^,]*,/, "")}` : undefined;
};

const isNothing = (value) => value === undefined || value === null || value === "" || value === false || value.size === 0;
