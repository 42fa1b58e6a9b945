/** What a spreadsheet would take for a formula is given to it as text. */
const asText = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
const quoted = (cell: string): string => `"${asText(cell).replaceAll('"', '""')}"`;

/** For Excel as it is set up in Germany: semicolons, and a mark (BOM) that says UTF-8. Lines end as RFC 4180 wants. */
export const toCsv = (head: readonly string[], rows: readonly (readonly (string | null)[])[]): string =>
  `\uFEFF${[head, ...rows].map((row) => `${row.map((cell) => quoted(cell ?? '')).join(';')}\r\n`).join('')}`;
