/** The days of a plan as a calendar file (iCalendar, RFC 5545): one whole day for each earliest and each latest day. */

/** A text as a property's value. */
function escaped(text) {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

/** A line cut to at most 75 bytes, as the format asks; never within a character. */
function folded(line) {
  const encoder = new TextEncoder();
  const lines = [];
  let part = "";
  let size = 0;
  for (const letter of line) {
    const bytes = encoder.encode(letter).length;
    if (size + bytes > 74) {
      lines.push(part);
      part = " ";
      size = 1;
    }
    part += letter;
    size += bytes;
  }
  return [...lines, part].join("\r\n");
}

/**
 * The file's text. `events` are {id, day, title, text}, days as ISO dates; `stamp` is the moment of making, an ISO time;
 * `host` makes the ids unique.
 */
export function calendarFile(events, stamp, host) {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//partnership//redundancy plan//PL"];
  for (const { id, day, title, text } of events) {
    const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86400000).toISOString().slice(0, 10);
    lines.push(
      "BEGIN:VEVENT",
      `UID:${id}-${day}@${host}`,
      `DTSTAMP:${stamp.replace(/[-:]|\.\d+/g, "")}`,
      `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`,
      `DTEND;VALUE=DATE:${next.replaceAll("-", "")}`,
      "TRANSP:TRANSPARENT",
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(text)}`,
      "END:VEVENT",
    );
  }
  return [...lines, "END:VCALENDAR", ""].map(folded).join("\r\n");
}
