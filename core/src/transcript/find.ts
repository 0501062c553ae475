import type { ShownLine } from './shown.ts'
import { textOf } from './typed-text.ts'

/** A text without the differences that a search does not care for: capitals, accents, kinds of apostrophes and white space. */
export function plainForm(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’ʼ]/g, "'")
    .replace(/\s+/g, ' ')
    .toLowerCase()
}

// Kept for as long as the lines themselves: a search as one types goes through all of them at each key.
const forms = new WeakMap<ShownLine, string>()

function formOf(line: ShownLine): string {
  const known = forms.get(line)
  if (known !== undefined) return known
  const form = plainForm(`${line.speaker === null ? '' : `${line.speaker}: `}${textOf(line)}`)
  forms.set(line, form)
  return form
}

/** The places of the lines that hold what is looked for, at most `most`. Nothing is found for nothing. */
export function findLines(lines: readonly ShownLine[], typed: string, most = 2000): readonly number[] {
  const wanted = plainForm(typed).trim()
  const found: number[] = []
  if (wanted === '') return found
  for (const [at, line] of lines.entries()) {
    if (!formOf(line).includes(wanted)) continue
    found.push(at)
    if (found.length >= most) break
  }
  return found
}
