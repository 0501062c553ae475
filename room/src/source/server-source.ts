import { signal } from '@preact/signals'
import {
  CommandAnswer,
  ErrorAnswer,
  LoggedEntry,
  NoteList,
  RoomInfo,
  routes,
  TakeAwayBegun,
  TakeAwayState,
  TranscriptRead,
  Work,
} from '@sightline/core/api'
import { type CaseState, emptyCase, foldAll, type Numbered, readEntry } from '@sightline/core/case'
import { ask, askBytes, askJson, askOptionalJson, send, sendBytes } from './asking.ts'
import { type CaseSource, type Link, type LogLine, SourceError, type Submitted } from './case-source.ts'
import { readArchive, readPairLook, readPairs, readSpans, readStrip, readSync } from './stored-results.ts'
import { framesFrom, samplesFrom, waveformFrom } from './stored-samples.ts'

/** Milliseconds before the stream is asked for again; doubled up to the last. */
const retryMs = [500, 1000, 2000, 5000] as const

/** Lets few requests run at once: a browser opens about six connections, and the stream and commands need theirs. */
export type Limit = <T>(urgency: 'now' | 'ahead', request: () => Promise<T>) => Promise<T>

/** A case as its server tells it: the whole log once, then every new entry as it comes. Throws `SourceError`. */
export async function serverSource(limit: Limit): Promise<CaseSource> {
  const info = RoomInfo.parse(await askJson(routes.room))
  const log: LogLine[] = []
  const state = signal<CaseState>(emptyCase)
  const work = signal<Work | null>(null)
  const link = signal<Link>('live')
  const take = (logged: readonly LoggedEntry[]) => {
    const lines = logged.filter(each => each.seq > log.length).map(lineFrom)
    if (lines.length === 0) return
    log.push(...lines)
    state.value = foldAll(lines.map(numbered), state.value)
  }
  for await (const page of ndjson(`${routes.entries}?from=1`)) take(page)
  follow()

  function follow(failures = 0): void {
    const stream = new EventSource(`${routes.stream}?from=${log.length + 1}`)
    let waiting: LoggedEntry[] = []
    let heard = false
    stream.addEventListener('open', () => {
      heard = true
      link.value = 'live'
    })
    stream.addEventListener('entry', event => {
      // Entries come in bursts: one fold and one new state for all that are here.
      if (waiting.length === 0)
        setTimeout(() => {
          const entries = waiting
          waiting = []
          take(entries)
        }, 0)
      waiting.push(LoggedEntry.parse(JSON.parse(event.data)))
    })
    stream.addEventListener('work', event => {
      work.value = Work.parse(JSON.parse(event.data))
    })
    stream.addEventListener('error', () => {
      stream.close()
      link.value = 'lost'
      const next = heard ? 0 : failures + 1
      setTimeout(() => follow(next), retryMs[Math.min(next, retryMs.length - 1)])
    })
  }

  /** Null where there is nothing (yet) at the path. */
  async function read<S, T>(
    urgency: 'now' | 'ahead',
    ask: (path: string) => Promise<S | null>,
    path: string,
    parse: (stored: S) => T,
  ): Promise<T | null> {
    const stored = await limit(urgency, () => ask(path))
    return stored === null ? null : parse(stored)
  }

  return {
    info,
    can: { command: info.canCommand, takeAway: info.canCommand, hear: true, check: false, without: [] },
    state,
    coverStatements: [],
    log,
    work,
    link,
    submit: command => submitted(command),
    frameTimes: id => read('now', askBytes, routes.output(id, 'frames'), framesFrom),
    waveform: id => read('ahead', askBytes, routes.output(id, 'waveform'), waveformFrom),
    soundSpans: id => read('ahead', askOptionalJson, routes.output(id, 'sound'), readSpans),
    syncResult: () => read('now', askOptionalJson, routes.sync, readSync),
    syncPairs: () => read('now', askOptionalJson, routes.syncPairs, readPairs),
    soundSamples: (id, from, count) =>
      read('now', askBytes, `${routes.samples(id)}?from=${from}&count=${count}`, samplesFrom),
    pairLook: (a, b, { lagSeconds, slopePpm, from, to }) => {
      const query = new URLSearchParams({ lag: lagSeconds.toFixed(9), ppm: slopePpm.toFixed(6) })
      if (from !== undefined) query.set('from', from.toFixed(6))
      if (to !== undefined) query.set('to', to.toFixed(6))
      return read('now', askOptionalJson, `${routes.pairLook(a, b)}?${query}`, readPairLook)
    },
    strip: id =>
      read('ahead', askOptionalJson, routes.output(id, 'strip-times'), value =>
        readStrip(value, routes.output(id, 'strip')),
      ),
    accountCandidates: () => limit('now', () => askOptionalJson(routes.accountCandidates)),
    accountText: id =>
      read('now', askBytes, routes.accountText(id), bytes =>
        new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
      ),
    accountSince: (id, earlier) => limit('now', () => askJson(routes.accountSince(id, earlier))),
    accountOriginalUrl: id => routes.accountOriginal(id),
    editList: id => limit('now', () => askOptionalJson(routes.editList(id))),
    compare: async (id, isWanted) => {
      await send(isWanted ? 'POST' : 'DELETE', routes.comparison(id), {})
    },
    transcriptLines: result => limit('now', () => askOptionalJson(routes.transcriptLines(result))),
    readTranscript: async (recording, file) => {
      const path = `${routes.transcriptRead}?${new URLSearchParams({ recording, name: file.name.slice(-300) })}`
      return TranscriptRead.parse(await sendBytes(path, file))
    },
    listening: id => limit('ahead', () => askOptionalJson(routes.output(id, 'listening'))),
    heardSound: (id, first, count) =>
      read('now', askBytes, `${routes.heardSound(id)}?first=${first}&count=${count}`, samplesFrom),
    archive: listing => read('now', askOptionalJson, routes.archive(listing), readArchive),
    takeAway: async asked => TakeAwayBegun.parse(await send('POST', routes.takeAway, asked)).id,
    takeAwayState: async id => TakeAwayState.parse(await askJson(routes.takeAwayState(id))),
    giveUpTakeAway: async id => {
      await send('DELETE', routes.takeAwayState(id), {})
    },
    takenUrl: sha256 => routes.taken(sha256),
    notes: async () => NoteList.parse(await askJson(routes.notes)).notes,
    keepNote: async note => {
      await send('PUT', routes.note(note.id), note)
    },
    dropNote: async id => {
      await send('DELETE', routes.note(id), {})
    },
    mediaUrl: (id, version) => routes[version](id),
    pictureUrl: (id, picture) => routes.output(id, picture),
    releaseDesk: async () => (await import('./release-desk.ts')).releaseDesk,
    attend: recordings => tell(routes.attention, { recordings: recordings.slice(0, 500) }),
    saw: viewing => tell(routes.viewings, viewing),
  }
}

function lineFrom({ seq, hash, body }: LoggedEntry): LogLine {
  if (typeof body === 'string') return { seq, hash, entry: { type: body } }
  const entry = readEntry(body)
  return { seq, hash, entry: 'kind' in entry ? { type: 'unreadable', problem: entry } : entry }
}

/** What cannot be read is folded as if its body were withheld: it keeps its number and changes nothing. */
function numbered({ seq, entry }: LogLine): Numbered {
  return { seq, entry: entry.type === 'unreadable' ? { type: 'withheld' } : entry }
}

async function submitted(command: unknown): Promise<Submitted> {
  try {
    const response = await fetch(routes.commands, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ command }),
    })
    const answer: unknown = await response.json()
    if (response.ok) return { kind: 'done', seq: CommandAnswer.parse(answer).seq }
    const { code, message, rev = null } = ErrorAnswer.parse(answer).error
    return code === 'case.stale' ? { kind: 'stale', rev } : { kind: 'refused', message }
  } catch (error) {
    return { kind: 'refused', message: error instanceof Error ? error.message : String(error) }
  }
}

/** The lines of an answer as they arrive, a chunk's worth at a time, so that a long log does not wait for its end. */
async function* ndjson(path: string): AsyncGenerator<readonly LoggedEntry[]> {
  const { body } = await ask(path)
  if (!body) throw new SourceError('unreadable', `${path} answered nothing`)
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value = '' } = await reader.read()
    const lines = (rest + value).split('\n')
    rest = done ? '' : (lines.pop() ?? '')
    const whole = lines.filter(line => line !== '')
    if (whole.length > 0) yield whole.map(line => LoggedEntry.parse(JSON.parse(line)))
    if (done) return
  }
}

/** Tells the server something that the page does not depend on; what goes wrong shows as a lost link. */
function tell(path: string, value: unknown): void {
  fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  }).catch(() => null)
}
