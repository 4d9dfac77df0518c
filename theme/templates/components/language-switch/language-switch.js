/**
 * Keeps what a visitor chose when the language is changed: the query and the place on the page. Points out the language
 * that the browser asks for first among those of the site, and leaves the choice to the visitor. Without this script
 * each link leads to the same page as it comes.
 *
 * Attaches to every [data-module="language-switch"]; links with data-same lead to the same page in another language.
 */
function attach(root) {
  offer(root);
  root.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-same]");
    if (!link) return;
    const target = new URL(link.href);
    target.search = location.search;
    target.hash = location.hash;
    link.href = target.href;
  });
}

function offer(root) {
  const languages = new Map([...root.querySelectorAll("[lang]")].map((item) => [item.lang, item]));
  const wanted = navigator.languages.map((code) => code.toLowerCase().split("-")[0]).find((code) => languages.has(code));
  const item = languages.get(wanted);
  if (item && item.matches("a[data-same]")) item.dataset.offered = "";
}

for (const root of document.querySelectorAll('[data-module="language-switch"]')) attach(root);
