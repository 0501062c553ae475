import type { Network } from './byte-ranges.ts'

/** The network as the page has it. */
export function browserNetwork(): Network {
  return {
    fetch: (input, init) => fetch(input, init),
    now: () => performance.now(),
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(resolve, ms)
        signal.addEventListener(
          'abort',
          () => {
            clearTimeout(timer)
            reject(signal.reason as Error)
          },
          { once: true },
        )
      }),
  }
}
