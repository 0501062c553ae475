/**
 * What the page holds in memory under wild use: `npm run bench -- room-memory`, minutes by SIGHTLINE_BENCH_MINUTES (5). Four angles of
 * 640×360 and a minute each are sought, stepped and played at random without a rest; resident memory is read from the system.
 */
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openHarness } from '../../test/browser/engine-harness.ts'
import { generate } from '../../test/cases/media/clips.ts'
import { probedBoundaries } from '../../test/cases/pictures/clips.ts'
import { encoding } from './room.ts'
import type { BenchClip, BenchPage } from './room-page.ts'

const secondsBetween = 30

interface Resident {
  readonly page: number
  readonly all: number
}

const told = (seen: Resident | undefined) =>
  `${seen?.page} MB, with the browser's other processes ${seen?.all} MB`

export async function benchRoomMemory(): Promise<void> {
  const minutes = Number(process.env['SIGHTLINE_BENCH_MINUTES'] ?? 5)
  const seed = Date.now() % 100_000
  const folder = await mkdtemp(join(tmpdir(), 'sightline-bench-'))
  try {
    await generate(folder, 'clip-0.mp4', encoding)
    const boundaries = await probedBoundaries(join(folder, 'clip-0.mp4'))
    const clips: BenchClip[] = []
    for (let at = 0; at < 4; at++) {
      if (at > 0) await copyFile(join(folder, 'clip-0.mp4'), join(folder, `clip-${at}.mp4`))
      clips.push({ url: `/clip-${at}.mp4`, boundaries })
    }
    const harness = await openHarness(folder, 'scripts/bench/room-page.ts')
    try {
      const { page } = harness
      await page.evaluate(all => {
        ;(globalThis as unknown as { benchPage: BenchPage }).benchPage.use(all)
      }, clips)
      const seen: Resident[] = []
      let acts = 0
      console.log(
        `4 angles of 640×360, ${minutes} min, seed ${seed}; resident memory of the page's process\n`,
      )
      for (let at = 0; at < (minutes * 60) / secondsBetween; at++) {
        acts += await page.evaluate(
          ([ms, from]) => (globalThis as unknown as { benchPage: BenchPage }).benchPage.rush(ms, from),
          [secondsBetween * 1000, seed + at] as const,
        )
        seen.push(await residentOf(harness.browser))
        if (at % 4 === 3)
          console.log(`after ${((at + 1) * secondsBetween) / 60} min, ${acts} acts: ${told(seen.at(-1))}`)
      }
      console.log(
        `most of the page: ${Math.max(...seen.map(({ page: size }) => size))} MB; at the end ${told(seen.at(-1))}; ${acts} acts`,
      )
      if (harness.errors.length > 0) console.log(`errors of the page: ${harness.errors.join('; ')}`)
    } finally {
      await harness.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Resident memory of the page's process and of all the browser's, in MB. The page's is the renderer with the most. */
async function residentOf(browser: Awaited<ReturnType<typeof openHarness>>['browser']): Promise<Resident> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const sized = await Promise.all(
    processInfo.map(async ({ type, id }) => ({ type, size: await residentMegabytes(id) })),
  )
  return {
    page: Math.max(...sized.filter(({ type }) => type === 'renderer').map(({ size }) => size)),
    all: sized.reduce((sum, { size }) => sum + size, 0),
  }
}

async function residentMegabytes(pid: number): Promise<number> {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kilobytes) / 1024)
}
