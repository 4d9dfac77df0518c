// Settings of Eleventy in the bench: lists of all posts, and of each category, tag and author, twenty posts a page.
import { readFileSync } from "node:fs";

const LENGTH = 20;

function slug(name) {
  return name.normalize("NFKD").toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

function pagesOf(heading, folder, posts) {
  const pages = [];
  const last = Math.ceil(posts.length / LENGTH);
  for (let number = 1; number <= last; number += 1) {
    const address = (one) => (one === 1 ? folder : `${folder}page/${one}/`);
    pages.push({
      heading,
      address: address(number),
      posts: posts.slice((number - 1) * LENGTH, number * LENGTH),
      first: number === 1,
      newer: number > 1 ? address(number - 1) : "",
      older: number < last ? address(number + 1) : "",
    });
  }
  return pages;
}

export default function (config) {
  config.addGlobalData("site", JSON.parse(readFileSync(new URL("./site.json", import.meta.url))));
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  config.addFilter("slug", slug);
  config.addCollection("posts", (api) => api.getFilteredByGlob("content/*.md").reverse());
  config.addCollection("lists", (api) => {
    const posts = api.getFilteredByGlob("content/*.md").reverse();
    const lists = pagesOf("Bench", "/", posts);
    const kinds = [["category", (data) => [data.category]], ["tag", (data) => data.topics], ["author", (data) => [data.author]]];
    for (const [kind, names] of kinds) {
      const groups = new Map();
      for (const post of posts) {
        for (const name of names(post.data)) {
          if (!groups.has(name)) {
            groups.set(name, []);
          }
          groups.get(name).push(post);
        }
      }
      for (const [name, some] of groups) {
        lists.push(...pagesOf(name, `/${kind}/${slug(name)}/`, some));
      }
    }
    return lists;
  });
  // One list of all institutions, where there are any.
  config.addCollection("institutionLists", (api) => {
    const found = api.getFilteredByGlob("content/institutions/*.md");
    return found.length ? [found] : [];
  });
  return { dir: { output: "output", includes: "_includes" }, markdownTemplateEngine: false };
}
