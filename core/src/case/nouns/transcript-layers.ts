import type { CaseState } from '../state.ts'
import type { TranscriptId, TranscriptLayer } from './transcript.ts'

/** The revision of the last change that touched a stretch of a transcript, withdrawn ones too; 0 where none did. */
export function layerRev(
  { transcriptLayers }: Pick<CaseState, 'transcriptLayers'>,
  transcript: TranscriptId,
  { from, to }: Extent,
): number {
  let rev = 0
  for (const layer of transcriptLayers.values()) {
    if (layer.transcript !== transcript || layer.rev <= rev) continue
    const extent = extentOf(layer)
    if (extent.from < to && from < extent.to) rev = layer.rev
  }
  return rev
}

interface Extent {
  readonly from: number
  readonly to: number
}

/** From the first to the last time that a change touches. A line without length counts as a microsecond. */
export function extentOf({ replaces, by }: Pick<TranscriptLayer, 'replaces' | 'by'>): Extent {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const line of [...replaces, ...by]) {
    from = Math.min(from, line.from)
    to = Math.max(to, line.to, line.from + 1)
  }
  return { from, to }
}
