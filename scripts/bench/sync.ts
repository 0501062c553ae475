/**
 * How right and how costly placing by sound is, on made recordings: accuracy, wrong placements, refusals, and CPU beside
 * ffmpeg decoding the same files. `SIGHTLINE_BENCH_SECONDS` (3600) sets the length of the eight long recordings.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadFft } from '../../app/src/sound/fft.ts'
import type { Fft } from '../../core/src/sound/index.ts'
import { placeBySound } from '../../core/src/sync/index.ts'
import { decoys, placeable } from '../../test/cases/sound/catalogue.ts'
import { type MadeRecording, recordings, toInput, toolsOf } from '../../test/cases/sound/scenes.ts'
import { mixOf, talk, traffic } from '../../test/cases/sound/sources.ts'
import { wav } from '../../test/cases/sound/wav.ts'
import { benchCuts, benchField } from './sync-field.ts'

const seeds = 5
/** Odd ones play the lure at both events. A folder takes some ten seconds. */
const fieldSeeds = [1, 2, 3, 4] as const
const cutSeeds = 10
const wrongMs = 500

interface Tally {
  pairs: number
  refused: number
  wrong: number
  held: number
  readonly errors: number[]
  readonly stated: number[]
  readonly drifts: number[]
}

export async function benchSync(): Promise<void> {
  const fft = await loadFft()
  console.log(`pairs of recordings over ${seeds} seeds; errors in ms, drift in ppm`)
  console.log(`${'scene'.padEnd(44)} placed refused WRONG  median    max  stated  holds  drift 95 %`)
  for (const [name, make] of Object.entries(placeable)) report(name, make, fft)
  for (const [name, make] of Object.entries(decoys)) report(name, make, fft)
  benchField(fft, fieldSeeds)
  benchCuts(fft, cutSeeds)
  costOfLongRecordings()
}

function report(name: string, make: (seed: number) => readonly MadeRecording[], fft: Fft): void {
  const tally: Tally = { pairs: 0, refused: 0, wrong: 0, held: 0, errors: [], stated: [], drifts: [] }
  for (let seed = 1; seed <= seeds; seed++) judge(make(seed * 101), fft, tally)
  const { errors, stated, drifts } = tally
  const share = errors.length > 0 ? `${Math.round((100 * tally.held) / errors.length)} %` : ''
  const cells = [
    [`${errors.length}`, 6],
    [`${tally.refused}`, 7],
    [`${tally.wrong}`, 5],
    [quantile(errors, 0.5), 7],
    [quantile(errors, 1), 6],
    [quantile(stated, 0.5), 7],
    [share, 6],
    [quantile(drifts, 0.95), 11],
  ] as const
  console.log(`${name.padEnd(44)} ${cells.map(([text, width]) => text.padStart(width)).join(' ')}`)
}

function judge(made: readonly MadeRecording[], fft: Fft, tally: Tally): void {
  const result = placeBySound(
    made.map(each => toInput(fft, each)),
    toolsOf(fft),
  )
  const placed = result.recordings.map(({ placement }) => placement)
  for (const [i, one] of made.entries())
    for (const [offset, two] of made.slice(i + 1).entries()) {
      const [x, y] = [placed[i], placed[i + 1 + offset]]
      tally.pairs++
      const isTogether = x?.kind === 'placed' && y?.kind === 'placed' && x.group === y.group
      if (!isTogether) tally.refused++
      else if (one.truth.event !== two.truth.event) tally.wrong++
      else {
        const at = Math.min(20, two.samples.length / 16_000)
        const rate = (ppm: number) => 1 + ppm * 1e-6
        const found = ((y.start - x.start) / 1e6 + at * rate(y.driftPpm)) / rate(x.driftPpm)
        const truth =
          (two.truth.start - one.truth.start + at * rate(two.truth.driftPpm)) / rate(one.truth.driftPpm)
        const error = 1000 * Math.abs(found - truth)
        if (error > wrongMs) tally.wrong++
        else {
          const stated = Math.max(x.errorMs ?? 0, y.errorMs ?? 0)
          tally.errors.push(error)
          tally.stated.push(stated)
          tally.drifts.push(Math.abs(y.driftPpm - x.driftPpm - (two.truth.driftPpm - one.truth.driftPpm)))
          if (error <= stated) tally.held++
        }
      }
    }
}

function quantile(values: readonly number[], part: number): string {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]?.toFixed(2) ?? ''
}

/** CPU seconds of a program and all that it starts, by the shell's own count. */
function cpuOf(words: readonly string[]): { readonly seconds: number; readonly out: string } {
  const run = spawnSync('/bin/bash', ['-c', 'TIMEFORMAT="%U %S"; time "$@"', '-', ...words], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  const last = run.stderr.trim().split('\n').at(-1) ?? ''
  const [user = 0, system = 0] = last.split(' ').map(Number)
  return { seconds: user + system, out: run.stdout }
}

export function costOfLongRecordings(): void {
  // The one reader of this variable: a bench is no part of the product.
  const seconds = Number(process.env['SIGHTLINE_BENCH_SECONDS'] ?? 3600)
  const dir = mkdtempSync(join(tmpdir(), 'sightline-bench-'))
  try {
    const files: string[] = []
    const starts: number[] = []
    const event = mixOf([1, talk(1, seconds * 1.5)], [0.5, traffic(2, seconds * 1.5)])
    for (let n = 0; n < 8; n++) {
      const start = (seconds * n) / 16
      const [made] = recordings('long', event, {
        r: { seed: 70 + n, start, seconds, snrDb: 10, driftPpm: 30 * n - 100 },
      })
      if (!made) throw new Error('a recording was asked for and none was made')
      const raw = join(dir, `${n}.wav`)
      writeFileSync(raw, wav(made.samples))
      const file = join(dir, `${n}.m4a`)
      const encoded = cpuOf([
        'ffmpeg',
        '-v',
        'error',
        '-i',
        raw,
        '-ar',
        '48000',
        '-ac',
        '2',
        '-c:a',
        'aac',
        file,
      ])
      if (encoded.out) throw new Error(encoded.out)
      rmSync(raw)
      files.push(file)
      starts.push(start)
    }
    const decode = files.reduce(
      (sum, file) =>
        sum +
        cpuOf([
          'ffmpeg',
          '-v',
          'error',
          '-i',
          file,
          '-ar',
          '8000',
          '-ac',
          '1',
          '-f',
          's16le',
          '-y',
          '/dev/null',
        ]).seconds,
      0,
    )
    const ours = cpuOf([join(import.meta.dirname, '../../bin/sightline'), 'sync', '--json', ...files])
    const answer = JSON.parse(ours.out) as { recordings: { placement: { start?: number } }[] }
    const found = answer.recordings.map(({ placement }) => placement.start)
    const worst = Math.max(
      ...found.map((start, n) =>
        start === undefined ? Number.POSITIVE_INFINITY : Math.abs(start - (found[0] ?? 0) - (starts[n] ?? 0)),
      ),
    )
    console.log(
      `eight recordings of ${seconds} s: worst start ${(1000 * worst).toFixed(1)} ms off (clocks included)`,
    )
    console.log(
      `CPU: ffmpeg decoding ${decode.toFixed(1)} s, sightline sync ${ours.seconds.toFixed(1)} s, ratio ${(ours.seconds / decode).toFixed(2)}`,
    )
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
