/**
 * Lets the reader choose which indicator the county tiles show. Without this script the map shows the first one.
 *
 * Figures come from a table on the same page: th[data-indicator] heads a column (data-caption, data-legend: JSON list of
 * [level, label], data-note), tr[data-county] is a county, td[data-level] a figure. Nothing else is fetched.
 */
function columns(document) {
  const found = new Map();
  for (const head of document.querySelectorAll("th[data-indicator]")) {
    found.set(head.dataset.indicator, { head, index: head.cellIndex, table: head.closest("table") });
  }
  return found;
}

function legendItem([level, label]) {
  const item = document.createElement("li");
  const swatch = document.createElement("span");
  swatch.className = `tile-swatch level-${level}`;
  item.append(swatch, label);
  return item;
}

function show(root, { head, index, table }) {
  for (const row of table.querySelectorAll("tr[data-county]")) {
    const cell = row.cells[index];
    const tile = root.querySelector(`[data-county="${row.dataset.county}"]`);
    if (!tile) continue;
    tile.className = tile.className.replace(/level-\d/, `level-${cell.dataset.level ?? 0}`);
    tile.querySelector(".tile-value").textContent = cell.dataset.short ?? cell.textContent.trim();
  }
  root.querySelector(".chart-caption").textContent = head.dataset.caption ?? head.textContent.trim();
  root.querySelector(".chart-note").textContent = head.dataset.note ?? "";
  root.querySelector(".tile-legend").replaceChildren(...JSON.parse(head.dataset.legend ?? "[]").map(legendItem));
}

function attach(root) {
  const select = root.querySelector("select");
  const known = columns(document);
  if (!select || ![...select.options].every((option) => known.has(option.value))) return;
  select.disabled = false;
  select.addEventListener("change", () => show(root, known.get(select.value)));
  // After „back” browsers put the old choice into the list without saying so.
  if (select.selectedIndex > 0) show(root, known.get(select.value));
}

for (const root of document.querySelectorAll('[data-module="tile-map"]')) attach(root);
