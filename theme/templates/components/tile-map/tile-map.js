/**
 * Lets the reader choose which measure the county tiles show. Without this script the map shows the first one, and the
 * page all measures under each other.
 *
 * Every measure is a section[data-indicator] of the page (component „indicator”); its tr[data-county] carry what the tile
 * of that county shows. The chosen one stands in the address after „#”, so that it can be sent and „back” works.
 */
function legendItem([level, label]) {
  const item = document.createElement("li");
  const swatch = document.createElement("span");
  swatch.className = `tile-swatch level-${level}`;
  item.append(swatch, label);
  return item;
}

/** Colours the tiles as one section says and shows only that section. */
function show(root, sections, chosen) {
  for (const section of sections) section.hidden = section !== chosen;
  for (const row of chosen.querySelectorAll("tr[data-county]")) {
    const tile = root.querySelector(`[data-county="${row.dataset.county}"]`);
    if (!tile) continue;
    tile.className = tile.className.replace(/\blevel-\d/, `level-${row.dataset.level}`);
    tile.querySelector(".tile-value").textContent = row.dataset.short;
  }
  root.querySelector(".chart-caption").textContent = chosen.dataset.caption;
  root.querySelector(".chart-note").textContent = chosen.dataset.note;
  root.querySelector(".tile-legend").replaceChildren(...JSON.parse(chosen.dataset.legend).map(legendItem));
}

function attach(root) {
  const select = root.querySelector("select");
  const sections = [...document.querySelectorAll("section[data-indicator]")];
  if (!select || sections.length < 2) return;
  const named = (id) => sections.find((section) => section.id === id);
  const follow = () => {
    const chosen = named(decodeURIComponent(location.hash.slice(1))) ?? sections[0];
    select.value = chosen.id;
    show(root, sections, chosen);
  };
  select.disabled = false;
  select.addEventListener("change", () => {
    history.pushState(null, "", `#${select.value}`);
    show(root, sections, named(select.value));
  });
  // Both: „back” over pushState fires popstate, a link to a fragment fires hashchange.
  window.addEventListener("popstate", follow);
  window.addEventListener("hashchange", follow);
  follow();
}

for (const root of document.querySelectorAll('[data-module="tile-map"]')) attach(root);
