import { signal } from '@preact/signals'
import type { Work } from '@sightline/core/api'
import { type CaseState, type Entry, foldAll, type Numbered, readEntry } from '@sightline/core/case'
import { type RecordingFiles, ReleasePage } from '@sightline/core/release'
import type { ReleaseLoader } from '../release/release-files.ts'
import { offerSmallCopies } from '../release/small-copies.ts'
import { type CaseSource, type LogLine, SourceError } from './case-source.ts'
import { readSpans, readStrip } from './stored-results.ts'
import { framesFrom, waveformFrom } from './stored-samples.ts'

/** A case as a release tells it: nothing in it changes, and nothing is asked of anyone. Throws `SourceError`. */
export async function releaseSource(): Promise<CaseSource> {
  const { sightline } = window
  if (!sightline) throw new SourceError('unreadable', 'the page lacks its first script')
  const page = ReleasePage.parse(JSON.parse(await unpacked(await asked(sightline, 'case'))))
  const log = page.heads.map((hash, index): LogLine => lineOf(page, index + 1, hash))
  const told = new Map(page.entries.map(([seq, body]) => [seq, body]))
  for (const [seq, body] of told)
    log[seq - 1] = { seq, hash: page.heads[seq - 1] ?? '', entry: entryOf(body) }
  const state = signal<CaseState>(foldAll(log.map(numbered)))
  const filesOf = (id: string): RecordingFiles | undefined => page.recordings[id]

  const areSmall = offerSmallCopies(
    Object.values(page.recordings).filter(({ small }) => small != null).length,
  )

  /** Null where the release holds none. */
  async function read<T>(name: string | null | undefined, parse: (value: unknown) => T): Promise<T | null> {
    return sightline && name != null ? parse(await asked(sightline, name)) : null
  }
  // What is only looked at in the room is not fetched by those who turn back at the cover.
  let pass: () => void = () => undefined
  const isPassed = new Promise<void>(resolve => {
    pass = resolve
  })
  const nothing = () => Promise.resolve(null)
  const refused = () => Promise.reject(new SourceError('refused', 'a release makes nothing'))

  return {
    info: { v: 1, tool: page.tool, person: null, canCommand: false, required: page.required },
    can: {
      ...{ command: false, takeAway: false, hear: false, check: true },
      without: emptyViews(page, state.value),
    },
    state,
    coverStatements: page.statements ?? [],
    log,
    work: signal<Work | null>(null),
    link: signal('still'),
    submit: () => Promise.resolve({ kind: 'refused', message: 'a release does not change' }),
    frameTimes: id => read(filesOf(id)?.frames, value => framesFrom(bytesOf(value))),
    waveform: async id => {
      await isPassed
      return await read(filesOf(id)?.waveform, value => waveformFrom(bytesOf(value)))
    },
    soundSpans: id => read(filesOf(id)?.sound, readSpans),
    syncResult: nothing,
    syncPairs: nothing,
    soundSamples: nothing,
    pairLook: nothing,
    strip: async id => {
      await isPassed
      return await read(filesOf(id)?.stripTimes, value => readStrip(value, filesOf(id)?.strip ?? ''))
    },
    accountCandidates: nothing,
    accountText: id => read(page.accounts[id], String),
    accountSince: nothing,
    accountOriginalUrl: () => '',
    editList: id => read(page.editLists[id], value => value),
    compare: refused,
    // Only what a named reviewer stands for goes out, and that is in the log.
    transcriptLines: () => Promise.resolve({ v: 1, language: null, lines: [], kept: null }),
    readTranscript: refused,
    listening: nothing,
    heardSound: nothing,
    archive: nothing,
    takeAway: refused,
    takeAwayState: refused,
    giveUpTakeAway: refused,
    takenUrl: () => '',
    notes: () => Promise.resolve([]),
    keepNote: refused,
    dropNote: refused,
    mediaUrl: (id, version) => {
      const files = filesOf(id)
      const small = areSmall ? files?.small : null
      return small ?? (version === 'original' ? files?.original : null) ?? files?.media ?? ''
    },
    pictureUrl: (id, picture) => filesOf(id)?.[picture] ?? '',
    releaseDesk: () => Promise.resolve(null),
    attend: () => undefined,
    saw: ({ saw }) => {
      if (saw === 'room') pass()
    },
  }
}

/** Views in which nothing would stand: what they show did not go out. */
function emptyViews(
  { editLists, accounts }: ReleasePage,
  { transcripts, impulseLabels }: CaseState,
): readonly string[] {
  return [
    ...(Object.keys(accounts).length === 0 ? ['accounts'] : []),
    ...(Object.keys(editLists).length === 0 ? ['edits'] : []),
    ...(transcripts.size === 0 && impulseLabels.size === 0 ? ['listening'] : []),
  ]
}

function lineOf({ expunged }: ReleasePage, seq: number, hash: string): LogLine {
  return { seq, hash, entry: { type: expunged.includes(seq) ? 'expunged' : 'withheld' } }
}

function entryOf(body: unknown): LogLine['entry'] {
  const entry = readEntry(body)
  return 'kind' in entry ? { type: 'unreadable', problem: entry } : (entry as Entry)
}

/** What cannot be read is folded as if its body were withheld: it keeps its number and changes nothing. */
function numbered({ seq, entry }: LogLine): Numbered {
  return { seq, entry: entry.type === 'unreadable' ? { type: 'withheld' } : entry }
}

async function asked(loader: ReleaseLoader, name: string): Promise<unknown> {
  return await loader.file(name).catch((cause: unknown) => {
    throw new SourceError('unreachable', `${name} is not beside the page`, { cause })
  })
}

/** Bytes that a script holds as base64. */
function bytesOf(value: unknown): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(String(value)), each => each.charCodeAt(0))
}

/** The text that a script holds packed: gzip in base64. */
async function unpacked(value: unknown): Promise<string> {
  const stream = new Blob([bytesOf(value)]).stream().pipeThrough(new DecompressionStream('gzip'))
  return await new Response(stream).text()
}
