import type { ImpulseLabel, RecordingId } from '@sightline/core/case'
import type { Impulse } from '@sightline/core/listening'
import type { Telling } from '@sightline/core/release'
import { storedListening } from '../listening/stored-result.ts'
import type { ContentStore } from '../store/content-store.ts'
import type { ReadLog } from './read-log.ts'

/** A label and the candidate that it was put to lie no farther apart: less than any two impulses are told apart by. */
const sameMicros = 10_000

/**
 * Sharp sounds whose names stand, each by the entry that named it last. What a label leaves to the result that suggested it, how far off the onset may be, is
 * read there, since the result itself stays in the case.
 */
export async function soundsOut(
  { entries, state }: Pick<ReadLog, 'entries' | 'state'>,
  content: Pick<ContentStore, 'read'>,
): Promise<Telling['sounds']> {
  const named = new Map<ImpulseLabel['id'], number>()
  for (const { seq, entry } of entries)
    if (entry.type === 'impulse-labelled' || entry.type === 'impulse-relabelled')
      named.set(entry.detail.id, seq)
  const found = new Map<RecordingId, readonly Impulse[]>()
  const impulsesOf = async (id: RecordingId): Promise<readonly Impulse[]> => {
    const recording = state.recordings.get(id)
    const held = found.get(id) ?? (recording && (await storedListening(recording, content))?.impulses) ?? []
    found.set(id, held)
    return held
  }
  const out = new Map<number, Pick<ImpulseLabel, 'id' | 'hearings'>>()
  for (const [id, seq] of named) {
    const label = state.impulseLabels.get(id)
    if (!label || label.withdrawn !== null) continue
    const hearings: ImpulseLabel['hearings'] = []
    for (const hearing of label.hearings) {
      const isLeft = hearing.errorMs === undefined && label.result !== null
      const candidate = isLeft ? nearest(await impulsesOf(hearing.recording), hearing.at) : undefined
      hearings.push(candidate ? { ...hearing, errorMs: candidate.errorMs } : hearing)
    }
    out.set(seq, { id, hearings })
  }
  return out
}

function nearest(impulses: readonly Impulse[], at: number): Impulse | undefined {
  const near = impulses.filter(each => Math.abs(each.at - at) < sameMicros)
  return near.toSorted((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at))[0]
}
