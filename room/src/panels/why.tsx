import { words } from '../strings/index.ts'

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
          {words.value.problems.technical} <span lang="en">{detail}</span>
        </span>
      )}
    </p>
  )
}
