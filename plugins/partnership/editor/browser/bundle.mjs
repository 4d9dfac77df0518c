// Puts the editor's program together: node bundle.mjs OUTPUT. Same packages, same bytes.

import { cp, mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";

const [, , output] = process.argv;
const nothing = {
  name: "nothing",
  // Colours for pieces of code in some two hundred languages: none of them is edited here.
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^@shikijs\/(?:langs|themes)\// }, () => ({ path: "colours", namespace: "nothing" }));
    onLoad({ filter: /.*/, namespace: "nothing" }, () => ({ contents: "export default []" }));
  },
};
const CHANGES = [
  {
    // The program adds its letters from its own folder; the same from elsewhere are not even asked for.
    name: "its letters",
    piece: /src:url\(https:[^)]*\)/g,
    by: 'src:local("none")',
  },
  {
    // It looks for the place of its drafts before anybody signed in, and then keeps none until the page is loaded anew.
    name: "the place of drafts",
    piece: /(\w+\(\(\)=>\{)(let\{current:(\w+)\}=\w+;if\(\3&&!(\w+)\)\{[^;]{1,200};[^;]{1,200};return\}\})\4=null\}\)/g,
    by: "$1$2$4=null});var siteDrafts=()=>{if(!$4){$2}}",
  },
  {
    // It keeps a draft half a second after the last key and tells nobody; draft.js hears of it.
    name: "the keeping of drafts",
    piece: /(=(\w+)=>\{)(globalThis\.clearTimeout\(\w+\),\2&&\w+&&\(\w+=globalThis\.setTimeout\(\(\)=>\{(\w+)\(\2\)\},500\)\))/g,
    by: '$1siteDrafts(),globalThis.dispatchEvent(new CustomEvent("site-draft",{detail:{draft:$2,keep:()=>$4($2)}})),$3',
  },
  {
    // What is written while the page is closed is only there afterwards when nobody waits for an answer in between.
    name: "the writing of drafts",
    piece: /(async put\((\w+)\)\{return this\.#\w+\()(\w+)=>\3\.put\(\2\)/g,
    by: "$1$3=>{const kept=$3.put($2);$3.transaction.commit();return kept}",
  },
  {
    // A picture of a text is ours (pictures.js) and stands in the place of the program's, with all that it does for it.
    name: "the names of parts of a text",
    piece: /id:`x-\$\{(\w+)\}`/g,
    by: "id:$1===`linked-image`?$1:`x-${$1}`",
  },
];
const changes = {
  name: "changes",
  setup: ({ onLoad }) => {
    onLoad({ filter: /@sveltia[\\/]cms[\\/]npm[\\/]index\.js$/ }, async ({ path: file }) => ({
      contents: CHANGES.reduce((source, { name, piece, by }) => {
        const changed = source.replaceAll(piece, by);
        if (changed === source) {
          throw new Error(`${name}: no longer where it was in the program`);
        }
        return changed;
      }, await readFile(file, "utf8")),
    }));
  },
};
const siteWords = {
  name: "site-words",
  // The program's words in a language lag behind its English: `words-LANGUAGE.json` says what it lacks, or says better.
  setup: ({ onLoad }) => {
    onLoad({ filter: /@sveltia[\\/]cms[\\/]locales[\\/][^\\/]+\.json$/ }, async ({ path: file }) => {
      const theirs = JSON.parse(await readFile(file, "utf8"));
      const { $quotes: quotes, ...ours } = await readFile(`words-${path.basename(file)}`, "utf8").then(JSON.parse, () => ({}));
      return { contents: JSON.stringify(quoted(spoken(theirs, ours), quotes)), loader: "json" };
    });
  },
};

/** Return the words of the first, with those of the second added or in their place. */
const spoken = (words, better) => (typeof better !== "object" ? better : {
  ...words,
  ...Object.fromEntries(Object.entries(better).map(([key, value]) => [key, spoken(words?.[key], value)])),
});

/** Return the words with English quotation marks as the pair `quotes`; in most languages they are others. */
const quoted = (words, quotes) => {
  if (!quotes) {
    return words;
  }
  const [open, close] = quotes;
  return JSON.parse(JSON.stringify(words), (_key, word) => (
    typeof word === "string" ? word.replaceAll(/“([^“”]*)”/g, `${open}$1${close}`) : word));
};

await mkdir(output, { recursive: true });
await build({
  entryPoints: [{ in: "start.js", out: "editor" }],
  outdir: output,
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  minify: true,
  entryNames: "[name]-[hash]",
  chunkNames: "part-[hash]",
  assetNames: "assets/[name]-[hash]",
  loader: { ".woff2": "file", ".png": "file" },
  plugins: [nothing, changes, siteWords],
  metafile: false,
  legalComments: "linked",
  logLevel: "warning",
});
await cp(path.join("node_modules", "@sveltia", "cms", "npm", "assets"), path.join(output, "assets"), {
  recursive: true,
  filter: (source) => !source.endsWith(".map"),
});
