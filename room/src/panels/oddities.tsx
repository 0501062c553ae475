import { words } from '../strings/index.ts'

/** What is odd, in words; a code that this version has no words for is shown as it is. */
export function oddityWords(code: string): string {
  const known: Readonly<Record<string, string>> = words.value.oddities
  return known[code] ?? code
}

export function Oddities({ codes }: { readonly codes: readonly string[] }) {
  return (
    <ul class="oddities">
      {codes.map(code => (
        <li key={code}>
          <span>{oddityWords(code)}</span>
        </li>
      ))}
    </ul>
  )
}

/** `code: sentence` in the reader's language, then the tool's own sentence, which is English. */
export function Why({ why }: { readonly why: string | null }) {
  if (why === null) return null
  const colon = why.indexOf(': ')
  const known: Readonly<Record<string, string>> = words.value.why
  const said = known[why.slice(0, colon)]
  const detail = why.slice(colon + 2)
  return (
    <p>
      {said ?? why}
      {said !== undefined && (
        <span class="note muted small">
          {' '}
          {words.value.files.technical} <span lang="en">{detail}</span>
        </span>
      )}
    </p>
  )
}
