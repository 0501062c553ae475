import { buffer } from 'node:stream/consumers'
import type { CaseState, Transcript } from '@sightline/core/case'
import { SightlineError } from '@sightline/core/errors'
import { type Shown, shownTranscript, TranscriptDocument } from '@sightline/core/transcript'
import type { ContentStore } from '../store/content-store.ts'

export interface StoredTranscript {
  readonly document: TranscriptDocument
  readonly shown: Shown
}

/** A transcript as it stands now: its stored lines with every standing change laid over them. Throws 'case.damaged' or 'case.unknown'. */
export async function storedTranscript(
  state: CaseState,
  content: Pick<ContentStore, 'read'>,
  { id, result }: Transcript,
): Promise<StoredTranscript> {
  const bytes = await buffer(await content.read(result))
  const read = TranscriptDocument.safeParse(JSON.parse(bytes.toString('utf8')))
  if (!read.success) throw new SightlineError('case.damaged', `the lines of transcript ${id} cannot be read`)
  const layers = [...state.transcriptLayers.values()].filter(layer => layer.transcript === id)
  return { document: read.data, shown: shownTranscript(read.data.lines, layers) }
}
