import { type CaseState, inNameOrder, type RecordingId } from '@sightline/core/case'

/**
 * What each recording is called on the screen: its first name without folders and extension where that is clear, with
 * extension or folders where two would be called the same.
 */
export function namesOf(state: CaseState): ReadonlyMap<RecordingId, string> {
  const recordings = inNameOrder(state)
  const forms = [stem, base, (path: string) => path]
  const counts = forms.map(form => tally(recordings.map(each => form(each.firstName))))
  return new Map(
    recordings.map(({ id, firstName }) => {
      const at = forms.findIndex((form, n) => counts[n]?.get(form(firstName)) === 1)
      return [id, (forms[at] ?? stem)(firstName)]
    }),
  )
}

function base(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function stem(path: string): string {
  const name = base(path)
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(0, dot) : name
}

function tally(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}
