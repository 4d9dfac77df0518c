// A table of the answers for a spreadsheet.

/** A cell of CSV; what a spreadsheet would run as a formula begins with an apostrophe. */
function cell(value) {
  const text = String(value === undefined || value === null ? '' : value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** CSV with semicolons, as Polish spreadsheets open it, in UTF-8 with a mark that says so. */
export function toCsv(rows) {
  return `\ufeff${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

/** Offers `text` as a file to keep. */
function download(text, name) {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

/** Rows of answers as the cells of a table: name, kind, county, address, contact, and why each is here. */
function tableOf(finder, { reading, filtered }, rows) {
  const { world } = finder;
  return rows.map((row) => {
    const one = world.institutions[row.at];
    const type = world.types[one.type];
    const county = world.counties[one.county];
    return [one.name, type ? type.name : '', county ? county.name : '', one.street, one.postal, one.city, one.phone, one.mail, one.web, finder.why(row, reading, filtered)];
  });
}

/** Offers the answers whose institutions are `shown` as a table with a head of `columns`. */
export function saveTable(finder, answered, shown, columns) {
  const ids = new Set(shown);
  const rows = answered.rows.filter((row) => ids.has(finder.world.institutions[row.at].id));
  download(toCsv([columns, ...tableOf(finder, answered, rows)]), 'instytucje.csv');
}
