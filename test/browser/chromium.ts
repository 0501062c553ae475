// The browser that pages are tested in: Debian's Chromium, without anything that would reach outward.
import { type Browser, chromium } from 'playwright-core'

export function launchChromium(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    headless: true,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync', ...more],
    ],
  })
}
