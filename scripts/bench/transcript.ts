/**
 * How quick the transcript editor answers with 50,000 words: `npm run bench -- transcript`. A key press is timed from its event to the paint that
 * shows it, as the browser's own event timing tells it (to 8 ms), and from the event to the second animation frame after it. On a machine that does
 * other work the page waits for its turn, so the processor time of its main thread is told as well.
 */
import type { Page } from 'playwright-core'
import { launchChromium } from '../../test/browser/chromium.ts'
import { serveLook } from '../../test/browser/serve-look.ts'

interface Timed extends Window {
  pressed: number[]
  events: number[]
}

export async function benchTranscript(): Promise<void> {
  const served = await serveLook('scripts/bench/transcript-page.ts')
  const browser = await launchChromium()
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(served.address)
    await page.locator('[data-cover="show"]').click()
    await page.getByRole('button', { name: 'Listening' }).click()
    const began = performance.now()
    await page.locator('.line-row').first().waitFor()
    console.log(
      `50,000 words, 5,000 lines, 500 of them changed: shown ${Math.round(performance.now() - began)} ms after the press`,
    )
    await page.evaluate(watchKeys)
    const inspector = await page.context().newCDPSession(page)
    await inspector.send('Performance.enable', { timeDomain: 'threadTicks' })
    const busySeconds = async () => {
      const { metrics } = await inspector.send('Performance.getMetrics')
      return metrics.find(each => each.name === 'TaskDuration')?.value ?? Number.NaN
    }
    for (const [name, before, keys] of [
      ['typing into a line', 'Enter', 'Put it down now '.repeat(12)],
      ['going from line to line', 'Escape', 'j'.repeat(150)],
      ['settling line after line', 'Home', 's'.repeat(60)],
      ['looking for words as they are typed', '/', 'walking now everybody '.repeat(4)],
    ] as const) {
      await page.keyboard.press(before)
      await page.evaluate(forget)
      const busy = await busySeconds()
      for (const key of keys) {
        await page.keyboard.press(key)
        await page.evaluate(
          () => new Promise(next => requestAnimationFrame(() => requestAnimationFrame(next))),
        )
      }
      const cpuMs = (1000 * ((await busySeconds()) - busy)) / keys.length
      await tell(page, name, cpuMs)
    }
  } finally {
    await browser.close()
    served.close()
  }
}

async function tell(page: Page, name: string, cpuMs: number): Promise<void> {
  const { pressed, events } = await page.evaluate(() => {
    const { pressed: frames, events: told } = window as unknown as Timed
    return { pressed: frames, events: told }
  })
  const at = (values: readonly number[], share: number) => {
    const sorted = [...values].sort((a, b) => a - b)
    return (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(1)
  }
  console.log(
    `${name}, ${pressed.length} keys: to the frame after, median ${at(pressed, 0.5)} ms, p95 ${at(pressed, 0.95)} ms; to paint as the browser tells it, p95 ${at(events, 0.95)} ms (${events.length} of at least 16 ms); main thread ${cpuMs.toFixed(1)} ms a key`,
  )
}

/** Runs in the page. */
function watchKeys(): void {
  const timed = window as unknown as Timed
  timed.pressed = []
  timed.events = []
  addEventListener(
    'keydown',
    event => {
      // The frame that is drawn for this key has been handed over when the next one begins.
      requestAnimationFrame(() => requestAnimationFrame(now => timed.pressed.push(now - event.timeStamp)))
    },
    { capture: true },
  )
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) if (entry.name === 'keydown') timed.events.push(entry.duration)
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
}

/** Runs in the page. */
function forget(): void {
  const timed = window as unknown as Timed
  timed.pressed = []
  timed.events = []
}
