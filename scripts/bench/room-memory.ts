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
      const pid = await rendererOf(harness.browser)
      const { page } = harness
      await page.evaluate(all => {
        ;(globalThis as unknown as { benchPage: BenchPage }).benchPage.use(all)
      }, clips)
      const seen: number[] = []
      let acts = 0
      console.log(
        `4 angles of 640×360, ${minutes} min, seed ${seed}; resident memory of the page's process\n`,
      )
      for (let at = 0; at < (minutes * 60) / secondsBetween; at++) {
        acts += await page.evaluate(
          ([ms, from]) => (globalThis as unknown as { benchPage: BenchPage }).benchPage.rush(ms, from),
          [secondsBetween * 1000, seed + at] as const,
        )
        seen.push(await residentMegabytes(pid))
        if (at % 4 === 3)
          console.log(`after ${((at + 1) * secondsBetween) / 60} min, ${acts} acts: ${seen.at(-1)} MB`)
      }
      console.log(`most: ${Math.max(...seen)} MB; at the end ${seen.at(-1)} MB; ${acts} acts`)
      if (harness.errors.length > 0) console.log(`errors of the page: ${harness.errors.join('; ')}`)
    } finally {
      await harness.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Process id of the one page that is open: that of the renderer with the most memory. */
async function rendererOf(browser: Awaited<ReturnType<typeof openHarness>>['browser']): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
  const sized = await Promise.all(renderers.map(async id => ({ id, size: await residentMegabytes(id) })))
  const [largest] = sized.sort((a, b) => b.size - a.size)
  if (!largest) throw new Error('the browser has no process for a page')
  return largest.id
}

async function residentMegabytes(pid: number): Promise<number> {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kilobytes) / 1024)
}
