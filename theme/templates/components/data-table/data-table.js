/**
 * Makes the heads of a table sort its rows. Without this script the table stands in the order it was built in.
 *
 * Attaches to every [data-module="data-table"]; columns are th[data-sort="text|number"], cells may carry data-value.
 * Rows without a value stay last in both directions.
 */
const collator = new Intl.Collator(document.documentElement.lang);

/** The value a cell is sorted by: a number, a text, or null where there is none. */
function valueOf(row, index, numeric) {
  const cell = row.cells[index];
  if (cell.querySelector(".missing")) return null;
  if (!numeric) return cell.dataset.value ?? cell.textContent.trim();
  const number = Number.parseFloat(cell.dataset.value ?? "");
  return Number.isNaN(number) ? null : number;
}

function sort(table, index, numeric, direction) {
  const rows = [...table.tBodies[0].rows].map((row) => [row, valueOf(row, index, numeric)]);
  rows.sort(([, a], [, b]) => {
    if (a === null || b === null) return (a === null) - (b === null);
    return direction * (numeric ? a - b : collator.compare(a, b));
  });
  table.tBodies[0].append(...rows.map(([row]) => row));
}

function attach(root) {
  const table = root.querySelector("table");
  if (!table?.tHead || table.tBodies[0].rows.length < 2) return;
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, index) => {
    if (!head.dataset.sort) return;
    const numeric = head.dataset.sort === "number";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort-button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const before = head.getAttribute("aria-sort");
      const descending = before ? before === "ascending" : numeric;
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", descending ? "descending" : "ascending");
      sort(table, index, numeric, descending ? -1 : 1);
    });
  });
}

for (const root of document.querySelectorAll('[data-module="data-table"]')) attach(root);
