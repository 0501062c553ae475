import { SourceError } from '../source/case-source.ts'
import { words } from '../strings/index.ts'

/** What is shown when a case cannot be opened: what is wrong, what was found, and a way to try again. */
export function OpeningProblem({
  error,
  onAgain,
}: {
  readonly error: unknown
  readonly onAgain: () => void
}) {
  const w = words.value.opening
  const isKnown = error instanceof SourceError
  const detail = isKnown ? error.detail : error instanceof Error ? error.message : String(error)
  return (
    <main class="cover-body">
      <p class="what" role="alert">
        {w[isKnown ? error.what : 'unreadable']}
      </p>
      <p class="muted">{w.detail(detail)}</p>
      <div>
        <button type="button" class="button key" onClick={onAgain}>
          {w.again}
        </button>
      </div>
    </main>
  )
}
