import type { LoggedEntry, Work } from '@sightline/core/api'
import type { FastifyReply } from 'fastify'

export interface EventFeeds {
  /** The backlog, in order; what is entered after reading began may be missing from it. */
  readonly entries: AsyncIterable<LoggedEntry>
  readonly onEntries: (listener: (entries: readonly LoggedEntry[]) => void) => () => void
  readonly work: Work
  readonly onWork: (listener: (work: Work) => void) => () => void
}

/** A slow page may not make the server hold everything for it: past this it has to come back with `from`. */
const mostBufferedBytes = 16 << 20

/** Sends entries and the state of the work as server-sent events until the page goes away. */
export async function streamEvents(reply: FastifyReply, feeds: EventFeeds): Promise<void> {
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
  })
  const send = (event: string, value: unknown, id?: number) => {
    if (raw.destroyed) return
    if (raw.writableLength > mostBufferedBytes) raw.destroy()
    else
      raw.write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(value)}\n\n`)
  }
  let sent = 0
  const sendEntry = (entry: LoggedEntry) => {
    if (entry.seq <= sent) return
    send('entry', entry, entry.seq)
    sent = entry.seq
  }
  // What is entered while the backlog is being read waits its turn, so that the page folds in order.
  let waiting: LoggedEntry[] | null = []
  const stops = [
    feeds.onEntries(entries => {
      if (waiting) waiting.push(...entries)
      else for (const entry of entries) sendEntry(entry)
    }),
    feeds.onWork(work => send('work', work)),
  ]
  raw.on('close', () => {
    for (const stop of stops) stop()
  })
  raw.write('retry: 1000\n\n')
  send('work', feeds.work)
  for await (const entry of feeds.entries) sendEntry(entry)
  for (const entry of waiting) sendEntry(entry)
  waiting = null
}
