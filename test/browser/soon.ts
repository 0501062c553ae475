// Waits for what the page is about to say, however slow the machine.
import { isDeepStrictEqual } from 'node:util'
import { longestWaitMs } from './chromium.ts'

/** Reads until the answer is `expected`, and answers with what was read last: assert on it. */
export async function soon<T>(read: () => Promise<T>, expected: T): Promise<T> {
  const end = Date.now() + longestWaitMs
  for (;;) {
    const found = await read()
    if (isDeepStrictEqual(found, expected) || Date.now() > end) return found
    await new Promise(again => setTimeout(again, 50))
  }
}
