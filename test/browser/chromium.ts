// The browser that pages are tested in: Debian's Chromium, without anything that would reach outward.
import { type Browser, chromium } from 'playwright-core'

/** How long a page may take to show what a test waits for. Reached only where it never comes: the machine may be busy with much else. */
export const longestWaitMs = 120_000

/**
 * The list under the address bar is a page of its own here: for every context a process that takes as long as the page under
 * test. Only the last such switch counts, so what Playwright turns off stands here again.
 */
const turnedOff = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades'],
  ...['HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'PaintHolding'],
  ...['ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect', 'OptimizationHints'],
  ...['NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch'],
]

export async function launchChromium(more: readonly string[] = []): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    headless: true,
    timeout: longestWaitMs,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      ...[`--disable-features=${turnedOff.join(',')}`, ...more],
    ],
  })
  browser.on('context', context => context.setDefaultTimeout(longestWaitMs))
  return browser
}
