import type { RecordingId } from '@sightline/core/case'
import {
  type CopyKind,
  filmSummary,
  summaryText,
  summaryWordsEn,
  summaryWordsEs,
} from '@sightline/core/conform'
import { useMemo } from 'preact/hooks'
import { editsWords } from '../strings/edits-words.ts'
import { language } from '../strings/index.ts'
import type { EditsModel } from './edits-model.ts'
import { recordingName } from './line-words.ts'

/** What the film shows and how it differs, in one paragraph by the lines in force. */
export function InShort({ model }: { readonly model: EditsModel }) {
  const w = editsWords.value
  const { room } = model
  const list = model.list.value
  const lines = model.lines.value
  const summary = useMemo(() => list && filmSummary(list, lines), [list, lines])
  if (!list || !summary) return null
  const { recordings } = room.source.state.value
  const copyOf = (raw: RecordingId): CopyKind | null =>
    recordings.get(raw)?.provenance.receivedAs === 'published-copy' ? 'published' : null
  const text = summaryText(
    summary,
    list.against.map(({ recording }) => recording),
    { nameOf: raw => recordingName(room, raw), copyOf },
    language.value === 'es' ? summaryWordsEs : summaryWordsEn,
  )
  const told = model.told.value
  const open = told.filter(({ status }) => status === 'candidate').length
  return (
    <details class="edits-short" open>
      <summary>{w.inShort}</summary>
      <p
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
        tabIndex={0}
      >
        {text}
      </p>
      <p class="muted small">
        {w.inShortRests(told.length, open)}
        {lines.length > told.length && ` ${w.inShortSound(lines.length - told.length)}`}
      </p>
    </details>
  )
}
