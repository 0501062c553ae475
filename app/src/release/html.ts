// Pieces of the pages of a release: what comes from people is escaped here and nowhere else.

/** One row of a table of two columns: what it is about, and what is said of it. Both are HTML. */
export type Row = readonly [about: string, said: string]

export function escaped(text: string): string {
  const marks: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, each => marks[each] ?? each)
}

export function paragraph(text: string): string {
  return text === '' ? '' : `<p>${escaped(text).replaceAll('\n', '<br>')}</p>`
}

/** Items are HTML. */
export function list(items: readonly string[]): string {
  return `<ul>${items.map(item => `<li>${item}</li>`).join('\n')}</ul>`
}

/** A link to a file of the release, from the page. */
export function link(path: string, title: string): string {
  return `<a href="${escaped(path.replace(/^data\//, ''))}">${escaped(title)}</a>`
}

/**
 * A table of two columns: it can be read on a phone and on paper without being cut or squeezed. `isNarrow` is for a first column
 * of times.
 */
export function table(
  heads: readonly [string, string],
  rows: readonly Row[],
  { isNarrow = false } = {},
): string {
  const head = heads.map(each => `<th scope="col">${escaped(each)}</th>`).join('')
  const body = rows
    .map(([about, said]) => `<tr><th scope="row">${about}</th><td>${said}</td></tr>`)
    .join('\n')
  const as = isNarrow ? ' class="timed"' : ''
  return `<table${as}><thead><tr>${head}</tr></thead>\n<tbody>${body}</tbody></table>`
}

/** Facts under each other: name and words, both text; what is null is left out. */
export function factList(facts: readonly (readonly [string, string] | null)[]): string {
  const told = facts.filter(fact => fact !== null)
  return `<dl>${told.map(([name, words]) => `<div><dt>${escaped(name)}</dt><dd>${escaped(words)}</dd></div>`).join('\n')}</dl>`
}

/** Words that stand back; nothing where there are none. Words are text. */
export function aside(words: readonly (string | null | undefined)[]): string {
  const told = words.filter(each => each != null && each !== '')
  return told.length === 0
    ? ''
    : `<p class="aside">${told.map(each => escaped(String(each))).join(' · ')}</p>`
}

/** Seconds with all six decimals, as every exact time of a release is written, or with three. */
export function seconds(micros: number, decimals: 3 | 6 = 6): string {
  return (micros / 1e6).toFixed(decimals)
}
