/**
 * Rows as CSV (RFC 4180: CRLF, quotes doubled). What a spreadsheet would take for a formula is preceded by an apostrophe and
 * so kept as text; numbers are left as they are.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map(row => `${row.map(cellOf).join(',')}\r\n`).join('')
}

function cellOf(value: string): string {
  const isNumber = /^[+-]?\d+(?:\.\d+)?$/.test(value)
  const safe = !isNumber && /^\s*[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return `"${safe.replaceAll('"', '""')}"`
}
