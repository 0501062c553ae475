import type { SyncRecording, SyncTools } from './input.ts'
import { type Heard, heard, pairResult } from './pair.ts'
import { method, type PairResult, type SyncResult, version } from './result.ts'
import { type ClockAnchor, type Distance, type Pin, type SolveRecording, solve } from './solve.ts'

export interface PlaceBySoundOptions extends SyncTools {
  readonly pins?: readonly Pin[]
  readonly anchor?: ClockAnchor
  readonly distances?: readonly Distance[]
  /** Results of earlier runs; those of the same two recordings, method and version are not computed again. */
  readonly known?: readonly PairResult[]
  readonly onProgress?: (pairsDone: number, pairsAll: number) => void
  /** Called with each newly computed pair, so that a caller can keep it before the rest is done. */
  readonly onPair?: (pair: PairResult) => void
}

/**
 * Puts recordings on one clock by their sound, or says why not. Each SHA-256 stands at most once among the
 * recordings: copies of a file are one recording. Throws 'cancelled'.
 */
export function placeBySound(recordings: readonly SyncRecording[], options: PlaceBySoundOptions): SyncResult {
  const known = new Map((options.known ?? []).filter(isCurrent).map(pair => [`${pair.a} ${pair.b}`, pair]))
  const ready = new Map<string, Heard>()
  const readied = (recording: SyncRecording): Heard | null => {
    if (recording.sound.kind !== 'heard') return null
    const made =
      ready.get(recording.sha256) ??
      heard(recording.sha256, recording.sound.features(), recording.sound.samples)
    ready.set(recording.sha256, made)
    return made
  }
  const withSound = recordings.filter(({ sound }) => sound.kind === 'heard')
  const wanted = withSound.flatMap((one, at) => withSound.slice(at + 1).map(two => [one, two] as const))
  const pairs: PairResult[] = []
  for (const [done, [one, two]] of wanted.entries()) {
    const key = one.sha256 <= two.sha256 ? `${one.sha256} ${two.sha256}` : `${two.sha256} ${one.sha256}`
    let pair = known.get(key)
    if (!pair) {
      // Both have sound: `withSound` holds no others.
      pair = pairResult(readied(one)!, readied(two)!, options)
      known.set(key, pair)
      options.onPair?.(pair)
    }
    pairs.push(pair)
    options.onProgress?.(done + 1, wanted.length)
  }
  return solve(recordings.map(solveRecording), pairs, options.pins, options.anchor, options.distances)
}

function isCurrent(pair: PairResult): boolean {
  return pair.method === method && pair.version === version
}

/** A track that holds nothing but zeros gives as little to go by as none. */
function solveRecording({ id, sha256, sound }: SyncRecording): SolveRecording {
  if (sound.kind === 'none') return { id, sha256, sound: sound.why }
  return { id, sha256, sound: sound.features().values.some(value => value > 0) ? 'heard' : 'no-audio' }
}
