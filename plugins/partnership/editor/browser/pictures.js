// Pictures in a text: like the picture of a document, each says what it shows, or that it only decorates.

const IMAGE = String.raw`!\[(?<alt>(?:[^\]\\]|\\.)*)\]\((?<src>(?:[^"()\\]|\\.|\([^)]*\)|"[^"]*")*?)(?:\s+"(?<title>(?:[^"\\]|\\.)*)")?\)`;
const LINKED = String.raw`\[${IMAGE.replaceAll(/\?<(\w+)>/g, "?<$12>")}\]\((?<link>[^)]*\([^)]*\)[^)]*|[^)]*)\)`;
const DECORATION = String.raw`<img src="(?<src3>[^"<>\n]*)" alt="" role="presentation"(?: \/)?>`;
const WITHOUT_WORDS = /!\[\s*\]\((?!\s*\))/;
const CODE = /^(`{3,}|~{3,})[\s\S]*?^\1|`[^`\n]*`/gm;

const escaped = (text) => text.replaceAll(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
const image = ({ src = "", alt = "", title = "" }) => `<img src="${escaped(src)}" alt="${escaped(alt)}" title="${escaped(title)}">`;

/** Tell whether a text has a picture that neither says what it shows nor that it only decorates. */
export const hasPictureWithoutWords = (text) => WITHOUT_WORDS.test(text.replaceAll(CODE, ""));

/** Let pictures of a text have the labels of the site's own forms, and the box for those that only decorate. */
export const registerPictures = (CMS, words) => CMS.registerEditorComponent({
  id: "linked-image",
  label: words.picture,
  icon: "image",
  trigger: "button",
  fields: [
    { name: "src", label: words.picture_file, widget: "image" },
    { name: "alt", label: words.picture_alt, widget: "string", required: false, hint: words.picture_alt_hint },
    { name: "decorative", label: words.picture_decorates, widget: "boolean", required: false, default: false },
    { name: "title", label: words.picture_caption, widget: "string", required: false },
    { name: "link", label: words.picture_link, widget: "string", required: false },
  ],
  pattern: new RegExp(`${IMAGE}|${LINKED}|${DECORATION}`),
  fromBlock: ({ groups }) => ({
    src: (groups.src ?? groups.src2 ?? groups.src3 ?? "").trim(),
    alt: (groups.alt ?? groups.alt2 ?? "").trim(),
    title: (groups.title ?? groups.title2 ?? "").trim(),
    link: (groups.link ?? "").trim(),
    decorative: groups.src3 !== undefined,
  }),
  toBlock({ src = "", alt = "", title = "", link = "", decorative = false }) {
    if (!src) {
      return "";
    }
    if ((decorative === true || decorative === "true") && !alt.trim()) {
      return `<img src="${src.replaceAll('"', "%22")}" alt="" role="presentation">`;
    }
    const picture = `![${alt}](${src}${title ? ` "${title.replaceAll('"', "'")}"` : ""})`;
    return link ? `[${picture}](${link})` : picture;
  },
  toPreview: (props) => image(props),
});
