import type { SyncRecording, SyncTools } from './input.ts'
import { type Heard, heard, pairResult } from './pair.ts'
import { method, type PairResult, type SyncResult, version } from './result.ts'
import { secondLooks } from './second-looks.ts'
import { type ClockAnchor, type Distance, type Pin, type SolveRecording, solve } from './solve.ts'

export interface PlaceBySoundOptions extends SyncTools {
  readonly pins?: readonly Pin[]
  readonly anchor?: ClockAnchor
  readonly distances?: readonly Distance[]
  /** Results of earlier runs; those of the same two recordings, method and version are not computed again. */
  readonly known?: readonly PairResult[]
  readonly onProgress?: (pairsDone: number, pairsAll: number) => void
  /** Called with each newly computed pair; a later one of the same two takes the place of an earlier. */
  readonly onPair?: (pair: PairResult) => void
}

/** More recordings than this are screened: their pairs grow with the square, and most of them share nothing. */
const mostWithoutScreening = 12

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
  const look = (one: SyncRecording, two: SyncRecording, isFirstLook: boolean) => {
    const key = keyOf(one, two)
    const before = known.get(key)
    if (before && (isFirstLook || !before.isScreened)) return
    const [a, b] = [readied(one), readied(two)]
    if (!a || !b) return
    const pair = pairResult(a, b, options, { isFirstLook })
    known.set(key, pair)
    options.onPair?.(pair)
  }
  const isLarge = withSound.length > mostWithoutScreening
  for (const [done, [one, two]] of wanted.entries()) {
    look(one, two, isLarge)
    options.onProgress?.(done + 1, wanted.length)
  }
  const found = () => wanted.flatMap(([one, two]) => known.get(keyOf(one, two)) ?? [])
  if (isLarge) {
    const bySha = new Map(withSound.map(each => [each.sha256, each]))
    const again = secondLooks([...bySha.keys()], found())
    for (const [done, { a, b }] of again.entries()) {
      look(bySha.get(a) as SyncRecording, bySha.get(b) as SyncRecording, false)
      options.onProgress?.(wanted.length + done + 1, wanted.length + again.length)
    }
  }
  return solve(recordings.map(solveRecording), found(), options.pins, options.anchor, options.distances)
}

function keyOf(one: SyncRecording, two: SyncRecording): string {
  return one.sha256 <= two.sha256 ? `${one.sha256} ${two.sha256}` : `${two.sha256} ${one.sha256}`
}

function isCurrent(pair: PairResult): boolean {
  return pair.method === method && pair.version === version
}

/** A track that holds nothing but zeros gives as little to go by as none. */
function solveRecording({ id, sha256, sound }: SyncRecording): SolveRecording {
  if (sound.kind === 'none') return { id, sha256, sound: sound.why }
  return { id, sha256, sound: sound.features().values.some(value => value > 0) ? 'heard' : 'no-audio' }
}
