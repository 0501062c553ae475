import type { Fold } from './lines.ts'

const part = "(?:\\p{Lu}\\.|\\p{Lu}[\\p{L}'’-]+)"
const name = `(${part}(?: ${part}){1,3})`
const introduced = new RegExp(
  `(?:^|[.!?,;\\n] ?)(?:[Mm]y name is|[Mm]e llamo|[Mm]i nombre es) ${name}|(?:^|[.!?\\n] ?)I, ${name},|(?:^|[.!?\\n] ?)I(?: am|['’]m) ${name}(?=[,.]| and )`,
  'u',
)
const titles = /^(?:By|Por|Words:|Text:|Dr\.?|Mr\.?|Ms\.?|Mrs\.?)\s+/iu

/** Who "I" is in an account: who says their name, else who signs it or stands above it. Null where it does not say. */
export function authorOf(text: string, folds: readonly Fold[]): string | null {
  const found = introduced.exec(text.slice(0, 4000))
  const said = found?.[1] ?? found?.[2] ?? found?.[3]
  if (said !== undefined) return said
  const names = folds
    .filter(({ kind, rule }) => kind === 'byline' && !/^(?:live|handle)/.test(rule))
    .flatMap(({ start, end, rule }) => {
      const words =
        text
          .slice(start, end)
          .replace(titles, '')
          .split(/\s*[,|/]\s*/)[0] ?? ''
      return new RegExp(`^${name}$`, 'u').test(words) ? [{ words, isSigned: rule.startsWith('foot') }] : []
    })
  return (names.find(({ isSigned }) => isSigned) ?? names[0])?.words ?? null
}
