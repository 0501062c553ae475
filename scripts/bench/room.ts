/**
 * How quick the engine is, against four plain <video> elements on the same files in the same browser: `npm run bench -- room`.
 * Both are measured up to the first animation frame in which every picture is there.
 */
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openHarness } from '../../test/browser/engine-harness.ts'
import { generate } from '../../test/cases/media/clips.ts'
import { probedBoundaries } from '../../test/cases/pictures/clips.ts'
import type { BenchClip, BenchPage } from './room-page.ts'

/** Long enough that random seeks seldom meet a frame that is still held; one encoding, four files. */
export const encoding =
  '-f lavfi -i testsrc2=size=640x360:rate=30:duration=60 -vf noise=alls=8:allf=t -c:v libx264 -preset ultrafast -crf 26 -pix_fmt yuv420p -g 15 -bf 0 -movflags +faststart'

const steps = 90
const seeks = 60
const playSeconds = 15

export async function benchRoom(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'sightline-bench-'))
  try {
    const clips: BenchClip[] = []
    const made = join(folder, 'clip-0.mp4')
    await generate(folder, 'clip-0.mp4', encoding)
    for (let at = 0; at < 4; at++) {
      if (at > 0) await copyFile(made, join(folder, `clip-${at}.mp4`))
      clips.push({ url: `/clip-${at}.mp4`, boundaries: await probedBoundaries(made) })
    }
    const harness = await openHarness(folder, 'scripts/bench/room-page.ts', [
      '--autoplay-policy=no-user-gesture-required',
    ])
    try {
      const counts = { steps, seeks, playMs: playSeconds * 1000 }
      const measured = (kind: 'engine' | 'videos') =>
        harness.page.evaluate(
          ([which, all, how]) => {
            const page = (globalThis as unknown as { benchPage: BenchPage }).benchPage
            page.use(all)
            return page.measure(which, how)
          },
          [kind, clips, counts] as const,
        )
      const videos = await measured('videos')
      const engine = await measured('engine')
      const rows: [string, number, number][] = [
        ['step forward, p95 ms', quantile(engine.forward, 0.95), quantile(videos.forward, 0.95)],
        ['step back, p95 ms', quantile(engine.back, 0.95), quantile(videos.back, 0.95)],
        ['step forward, median ms', quantile(engine.forward, 0.5), quantile(videos.forward, 0.5)],
        ['step back, median ms', quantile(engine.back, 0.5), quantile(videos.back, 0.5)],
        ['random seek, median ms', quantile(engine.seeks, 0.5), quantile(videos.seeks, 0.5)],
        ['random seek, p95 ms', quantile(engine.seeks, 0.95), quantile(videos.seeks, 0.95)],
        [`frames shown of ${4 * 30 * playSeconds}`, engine.shown, videos.shown],
      ]
      console.log(
        `4 angles of 640×360; ${steps} steps forward, ${2 * steps} back, ${seeks} seeks, ${playSeconds} s of play\n`,
      )
      console.log(`${''.padEnd(28)}${'engine'.padStart(10)}${'4 <video>'.padStart(12)}${'ratio'.padStart(8)}`)
      for (const [name, ours, theirs] of rows)
        console.log(
          `${name.padEnd(28)}${ours.toFixed(1).padStart(10)}${theirs.toFixed(1).padStart(12)}${(ours / theirs).toFixed(2).padStart(8)}`,
        )
      if (harness.errors.length > 0) console.log(`\nerrors of the page: ${harness.errors.join('; ')}`)
    } finally {
      await harness.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
