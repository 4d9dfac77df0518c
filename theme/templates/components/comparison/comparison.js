/**
 * Shows only the chosen two to four counties of the comparison. Without this script the table shows all of them.
 *
 * The form [data-module="comparison"] has a checkbox for each column; cells carry data-column. The choice stands in the
 * address (?powiat=1201&powiat=1207), so that it can be sent and „back” works. [data-status] tells what is shown,
 * [data-follow] gets the link to the feed of what is chosen; its value is the address of the site, data-following that
 * of the table of feeds, where the language of the page has feeds of counties.
 */
import { attachFollow, countiesFeed } from "./finder/follow.js";

const MOST = 4;
const LEAST = 2;

function attach(form) {
  const boxes = [...form.querySelectorAll('input[type="checkbox"]')];
  const cells = [...document.querySelectorAll("[data-column]")];
  const table = document.querySelector(".comparison");
  const status = document.querySelector("[data-status]");
  if (!boxes.length || !cells.length) return;
  const place = document.querySelector("[data-follow]");
  const offer = place ? attachFollow(place, place.dataset.follow, place.dataset.following) : () => {};
  const { name } = boxes[0];

  const chosen = () => boxes.filter((box) => box.checked).map((box) => box.value);

  /** Shows the chosen columns, or all while there are too few to compare. */
  function show() {
    const codes = chosen();
    const narrow = codes.length >= LEAST;
    // On paper all counties stand several in a row, the chosen ones as a table.
    table?.toggleAttribute("data-chosen", narrow);
    for (const cell of cells) cell.hidden = narrow && !codes.includes(cell.dataset.column);
    for (const box of boxes) box.disabled = !box.checked && codes.length >= MOST;
    offer(narrow ? (table) => countiesFeed(table, codes) : null);
    if (status) status.textContent = `${status.dataset.status} ${narrow ? codes.length : boxes.length} ${status.dataset.of} ${boxes.length}`;
  }

  /** Takes the choice from the address: known codes, at most four. */
  function read() {
    const known = boxes.map((box) => box.value);
    const codes = new URLSearchParams(location.search).getAll(name).filter((code) => known.includes(code));
    const wanted = new Set([...new Set(codes)].slice(0, MOST));
    for (const box of boxes) box.checked = wanted.has(box.value);
    show();
  }

  function keep() {
    const query = new URLSearchParams(chosen().map((code) => [name, code])).toString();
    history.pushState(null, "", query ? `?${query}` : location.pathname);
    show();
  }

  form.addEventListener("change", keep);
  form.addEventListener("reset", () => setTimeout(() => {
    for (const box of boxes) box.checked = false;
    keep();
  }));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    document.querySelector(".comparison [tabindex]")?.focus();
  });
  window.addEventListener("popstate", read);
  // What was ticked before this script came counts, where the address says nothing.
  if (new URLSearchParams(location.search).has(name)) read();
  else show();
}

for (const form of document.querySelectorAll('form[data-module="comparison"]')) attach(form);
