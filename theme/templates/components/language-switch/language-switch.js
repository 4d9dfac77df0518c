/**
 * Keeps what a visitor chose when the language is changed: the query and the place on the page. Without this script
 * each link leads to the same page as it comes.
 *
 * Attaches to every [data-module="language-switch"]; links with data-same lead to the same page in another language.
 */
function attach(root) {
  root.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-same]");
    if (!link) return;
    const target = new URL(link.href);
    target.search = location.search;
    target.hash = location.hash;
    link.href = target.href;
  });
}

for (const root of document.querySelectorAll('[data-module="language-switch"]')) attach(root);
