/**
 * How quick the timeline of a long case is panned and zoomed: `npm run bench -- timeline`. Nine angles, eight hours, 2,000 moments.
 * A frame is the time from one animation frame to the next while the view changes in each: on a machine that does other work
 * besides, the page waits for its turn, so the processor time of its main thread is told as well.
 */

import type { LookWindow } from '../../room/src/look/look-page.tsx'
import { launchChromium } from '../../test/browser/chromium.ts'
import { serveLook } from '../../test/browser/serve-look.ts'

const frames = 240

export async function benchTimeline(): Promise<void> {
  const served = await serveLook('scripts/bench/timeline-page.ts')
  const browser = await launchChromium()
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(served.address)
    await page.locator('[data-cover="show"]').click()
    await page.locator('.moments-lane canvas').waitFor()
    await page.locator('.angle[data-state="ready"]').first().waitFor()
    const inspector = await page.context().newCDPSession(page)
    await inspector.send('Performance.enable', { timeDomain: 'threadTicks' })
    const busySeconds = async () => {
      const { metrics } = await inspector.send('Performance.getMetrics')
      return metrics.find(each => each.name === 'TaskDuration')?.value ?? Number.NaN
    }
    console.log(`9 angles, 8 hours, 2,000 moments, ${frames} frames each, 1440×900`)
    for (const [name, zoom, pan] of [
      ['panning the whole, 8 hours in view, zoomed to 4', 2, 6],
      ['panning with an hour in view', 8, 6],
      ['panning with a minute in view', 480, 6],
      ['panning with single frames in view', 40_000, 6],
      ['zooming from the whole to a frame', 1, 0],
    ] as const) {
      const before = await busySeconds()
      const took = await page.evaluate(
        async ([by, px, count]) => {
          const { room } = window as unknown as LookWindow
          const { session } = room
          const whole = session.whole.peek()
          const widest = { from: whole.from, perPx: (whole.to - whole.from) / session.timeline.peek().width }
          const { width } = session.timeline.peek()
          const frame = () => new Promise<number>(next => requestAnimationFrame(next))
          session.isFitted.value = false
          const middle = (whole.from + whole.to) / 2
          session.timeline.value = { from: middle, perPx: widest.perPx / by, width }
          for (let n = 0; n < 20; n++) await frame()
          const times: number[] = []
          let last = await frame()
          for (let n = 0; n < count; n++) {
            const view = session.timeline.peek()
            const perPx = px === 0 ? widest.perPx / 1.045 ** n : view.perPx
            session.timeline.value = { ...view, from: view.from + px * view.perPx, perPx }
            const now = await frame()
            times.push(now - last)
            last = now
          }
          return times
        },
        [zoom, pan, frames] as const,
      )
      // 21 frames are gone through before the first that is counted.
      const cpuMs = (1000 * ((await busySeconds()) - before)) / (frames + 21)
      const sorted = [...took].sort((a, b) => a - b)
      const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1)
      console.log(`${name}: median ${at(0.5)} ms, p95 ${at(0.95)} ms, main thread ${cpuMs.toFixed(1)} ms`)
    }
  } finally {
    await browser.close()
    served.close()
  }
}
