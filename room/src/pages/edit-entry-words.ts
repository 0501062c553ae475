import type { CaseState, EditLine, Entry } from '@sightline/core/case'
import { secondsText } from '../time-text.ts'

type EditEntry = Extract<
  Entry,
  {
    readonly type: `edit-${string}` | 'difference-declared' | `declared-difference-${string}`
  }
>

/** Of what an entry about edited films and stand-ins tells, without sentences of our own: names, times, reasons. */
export function editEntryDetail(state: CaseState, entry: EditEntry): string {
  const nameOf = (id: string) =>
    state.recordings.get(id)?.film?.title ?? state.recordings.get(id)?.firstName ?? id
  const during = ({ from, to }: Pick<EditLine, 'from' | 'to'>) => `${secondsText(from)}–${secondsText(to)} s`
  switch (entry.type) {
    case 'edit-list-made':
      return said(nameOf(entry.detail.of), `${entry.detail.method} ${entry.detail.version}`)
    case 'edit-list-not-made':
      return said(nameOf(entry.detail.of), entry.detail.why.message)
    case 'edit-line-reviewed': {
      const { id, of, line, said: own, verdict, reason } = entry.detail
      const told = own ?? line
      return said(id, nameOf(of), told ? during(told) : '', verdict, reason)
    }
    case 'edit-review-changed':
      return said(entry.detail.id, entry.detail.verdict, entry.detail.reason)
    case 'difference-declared':
      return said(entry.detail.id, nameOf(entry.detail.of), during(entry.detail), entry.detail.declaredBy)
    case 'edit-review-withdrawn':
    case 'edit-review-restored':
    case 'declared-difference-withdrawn':
    case 'declared-difference-restored':
      return said(entry.detail.id, entry.detail.reason)
  }
}

function said(...parts: readonly string[]): string {
  return parts.filter(part => part !== '').join(' · ')
}
