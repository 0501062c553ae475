// CSV as in RFC 4180, read leniently: other separators, lone quotes, line ends of any system.

export const separators = [',', ';', '\t'] as const
export type Separator = (typeof separators)[number]

/** The separator that the first line holds most of. */
export function separatorOf(text: string): Separator {
  const [first = ''] = text.split(/\r\n?|\n/, 1)
  const count = (separator: string) => first.split(separator).length
  return separators.reduce((best, each) => (count(each) > count(best) ? each : best))
}

export function readRows(text: string, separator: Separator): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  const plain = text.replace(/^\uFEFF/, '')
  while (at < plain.length) {
    let cell = ''
    if (plain[at] === '"') {
      at += 1
      for (;;) {
        const quote = plain.indexOf('"', at)
        const end = quote < 0 ? plain.length : quote
        cell += plain.slice(at, end)
        at = end + 1
        if (plain[at] !== '"') break
        cell += '"'
        at += 1
      }
    }
    const stop = endOfCell(plain, at, separator)
    cell += plain.slice(at, stop)
    at = stop
    row.push(cell)
    if (plain[at] === separator) {
      at += 1
      // A separator at the very end opens one more, empty cell.
      if (at === plain.length) row.push('')
      else continue
    }
    if (plain.startsWith('\r\n', at)) at += 2
    else at += 1
    rows.push(row)
    row = []
  }
  if (row.length > 0) rows.push(row)
  return rows
}

function endOfCell(text: string, from: number, separator: Separator): number {
  let at = from
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++
  return at
}

export function writeRows(rows: readonly (readonly string[])[], separator: Separator): string {
  const cell = (text: string) =>
    text.includes('"') || text.includes('\n') || text.includes('\r') || text.includes(separator)
      ? `"${text.replaceAll('"', '""')}"`
      : text
  // An empty row of one cell would be no row at all.
  return rows
    .map(row => `${row.length === 1 && row[0] === '' ? '""' : row.map(cell).join(separator)}\r\n`)
    .join('')
}
