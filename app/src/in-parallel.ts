/** Works through items in order, at most `atOnce` at a time. The first failure stops the rest and is thrown. */
export async function inParallel<T>(
  items: readonly T[],
  atOnce: number,
  signal: AbortSignal,
  work: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0
  let hasFailed = false
  const lane = async () => {
    while (next < items.length && !hasFailed) {
      signal.throwIfAborted()
      const item = items[next++] as T
      try {
        await work(item)
      } catch (error) {
        hasFailed = true
        throw error
      }
    }
  }
  // allSettled first: no lane may still be at work when the caller hears of the failure.
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, lane))
  const failed = ends.find(end => end.status === 'rejected')
  if (failed) throw failed.reason
}
