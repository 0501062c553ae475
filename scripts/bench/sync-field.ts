/**
 * Whole folders of made recordings (`test/cases/sound/field.ts`): how many are placed, refused, and joined to what they do
 * not belong to; and recordings with cuts. `SIGHTLINE_BENCH_SOUNDS` names a folder of WAV files to take the place of made speech.
 */
import type { Fft } from '../../core/src/sound/index.ts'
import { placeBySound, type SyncResult } from '../../core/src/sync/index.ts'
import { street } from '../../test/cases/sound/catalogue.ts'
import { type FieldRecording, fieldFolder, type Lure, lures, soundsIn } from '../../test/cases/sound/field.ts'
import { between, randomFrom } from '../../test/cases/sound/random.ts'
import { recordings, toInput, toolsOf } from '../../test/cases/sound/scenes.ts'

const wrongMs = 500
const frameMs = 33
const cutSeconds = 0.05

interface Tally {
  asked: number
  right: number
  refused: number
}

export function benchField(fft: Fft, seeds: readonly number[]): void {
  const folder = process.env['SIGHTLINE_BENCH_SOUNDS']
  const sounds = folder === undefined ? undefined : soundsIn(folder)
  console.log(
    'folders of recordings; "looped": a sound at the event fools correlation; false: pairs of recordings',
  )
  console.log(
    `${'lure'.padEnd(16)} ${'at both events'.padEnd(15)} plain placed  deep placed  looped placed  FALSE`,
  )
  for (const lure of lures)
    for (const isAtBoth of [false, true]) {
      const own = seeds.filter(seed => (seed % 2 === 1) === isAtBoth)
      const sum = { plain: tally(), deep: tally(), looped: tally() }
      let wrong = 0
      for (const seed of own)
        wrong += judge(fft, { seed, lure, isAtBoth, ...(sounds ? { sounds } : {}) }, sum)
      const cell = ({ right, asked }: Tally) => (asked > 0 ? `${right} of ${asked}` : '')
      console.log(
        `${lure.padEnd(16)} ${(isAtBoth ? 'yes' : 'no').padEnd(15)} ${cell(sum.plain).padStart(12)} ${cell(sum.deep).padStart(12)} ${cell(sum.looped).padStart(14)} ${String(wrong).padStart(6)}`,
      )
    }
}

function tally(): Tally {
  return { asked: 0, right: 0, refused: 0 }
}

interface Folder {
  readonly seed: number
  readonly lure: Lure
  readonly isAtBoth: boolean
  readonly sounds?: readonly Float32Array[]
}

/** Adds what came of one folder, and gives the number of pairs that were joined wrongly. */
function judge(fft: Fft, folder: Folder, sum: Readonly<Record<'plain' | 'deep' | 'looped', Tally>>): number {
  const made = fieldFolder(folder.seed * 31 + lures.indexOf(folder.lure), folder)
  const result = placeBySound(
    made.map(({ id, event, start, driftPpm, samples }) =>
      toInput(fft, { id, truth: { event, start, driftPpm }, samples }),
    ),
    toolsOf(fft),
  )
  const off = (a: FieldRecording, b: FieldRecording) => offMs(result, a, b)
  for (const one of made) {
    if (one.expected === 'free') continue
    const mates = made.filter(
      other => other !== one && other.event === one.event && other.expected === one.expected,
    )
    if (mates.length === 0) continue
    const best = Math.min(...mates.map(mate => off(mate, one) ?? Number.POSITIVE_INFINITY))
    const counted = sum[one.expected]
    counted.asked++
    if (best <= frameMs) counted.right++
    if (best === Number.POSITIVE_INFINITY) counted.refused++
  }
  const pairs = made.flatMap((a, at) => made.slice(at + 1).map(b => off(a, b) ?? 0))
  return pairs.filter(each => each > wrongMs).length
}

/** How far apart two are from the truth in the middle of the later; infinite across events, null where not on one clock. */
function offMs(result: SyncResult, a: FieldRecording, b: FieldRecording): number | null {
  const [x, y] = [a, b].map(({ id }) => result.recordings.find(each => each.id === id)?.placement)
  if (x?.kind !== 'placed' || y?.kind !== 'placed' || x.group !== y.group) return null
  if (a.event !== b.event) return Number.POSITIVE_INFINITY
  const at = Math.min(50, b.seconds / 2)
  const rate = (ppm: number) => 1 + ppm * 1e-6
  const found = ((y.start - x.start) / 1e6 + at * rate(y.driftPpm)) / rate(x.driftPpm)
  const truth = (b.start - a.start + at * rate(b.driftPpm)) / rate(a.driftPpm)
  return 1000 * Math.abs(found - truth)
}

/** Recordings that paused once or twice, lost up to a second, or are edited, beside a whole one at 0 to 20 dB. */
export function benchCuts(fft: Fft, seeds: number): void {
  const ways = { pauses: [2, 40], 'lost samples': [0.1, 0.9], 'edited excerpt': [-30, 30] } as const
  console.log('recordings with two cuts beside a whole one')
  for (const [name, [least, most]] of Object.entries(ways)) {
    let [asked, right, extra] = [0, 0, 0]
    for (let seed = 1; seed <= seeds; seed++) {
      const random = randomFrom(seed * 977 + name.length)
      const lost = () => between(random, least, most)
      const cuts = [
        { at: between(random, 40, 54), lost: lost() },
        { at: between(random, 86, 100), lost: lost() },
      ]
      const noise = () => ({ snrDb: between(random, 0, 20), driftPpm: between(random, -150, 150) })
      const made = recordings('street', street(seed * 13 + 5, 320), {
        whole: { seed: seed + 1, start: 3, seconds: 290, ...noise() },
        cut: { seed: seed + 2, start: between(random, 70, 90), seconds: 140, cuts, ...noise() },
      })
      const result = placeBySound(
        made.map(each => toInput(fft, each)),
        toolsOf(fft),
      )
      const placement = result.recordings[1]?.placement
      const told = placement?.kind === 'placed' ? (placement.segments ?? []).slice(1) : []
      const found = cuts.filter(({ at }) => told.some(({ from }) => Math.abs(from / 1e6 - at) < cutSeconds))
      asked += cuts.length
      right += found.length
      extra += told.length - found.length
    }
    console.log(`${name.padEnd(16)} within 50 ms: ${right} of ${asked}; others told: ${extra}`)
  }
}
