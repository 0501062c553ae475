import { signal } from '@preact/signals'
import type { Note, Work } from '@sightline/core/api'
import { type CaseState, type Command, type Entry, emptyCase, type Fact, fold } from '@sightline/core/case'
import { decide } from '@sightline/core/commands'
import { type Waveform, waveformFrom } from '@sightline/core/sound'
import type { PairResult, SyncResult } from '@sightline/core/sync'
import type { MediaMicros } from '@sightline/core/time'
import type { CaseSource, LogLine, Submitted } from '../source/case-source.ts'
import { framesOf } from './drawn-media.ts'
import { fictionalAccounts } from './fictional-accounts.ts'
import { type Fictional, fictionalLog, recordings, spansOf } from './fictional-case.ts'
import { fictionalEdits } from './fictional-edits.ts'
import { fictionalListening } from './fictional-listening.ts'
import { lookAt, samplesOf } from './fictional-sound.ts'

/** A source in memory: it decides commands as a server does, and forgets them when the page closes. */
export function fictionalSource(
  facts: readonly Fact[] = fictionalLog() as readonly Fact[],
  held: readonly Fictional[] = recordings,
  wave: (recording: Fictional) => Waveform = waveOf,
): CaseSource {
  const log: LogLine[] = []
  const state = signal<CaseState>(emptyCase)
  const enter = (fact: Fact, isPerson: boolean) => {
    const seq = log.length + 1
    const at = new Date(Date.UTC(2031, 4, 3, 9, 0, 0) + seq * 1512).toISOString()
    const agent = isPerson
      ? { kind: 'person', person: 'p1' }
      : { kind: 'machine', name: 'sightline', version: '0.1.0' }
    const entry = { ...fact, at, agent } as Entry
    log.push({ seq, hash: (seq * 2654435761).toString(16).padStart(16, '7').slice(0, 16).repeat(4), entry })
    state.value = fold(state.peek(), { seq, entry })
  }
  for (const fact of facts)
    enter(
      fact,
      fact.type.startsWith('moment') ||
        fact.type.endsWith('stated') ||
        fact.type.includes('expected') ||
        fact.type === 'recording-cleared',
    )
  const notes = new Map<string, Note>()
  const known = new Map(held.map(each => [each.id, each]))
  const found = <T>(id: string, make: (recording: Fictional) => T): Promise<T | null> => {
    const recording = known.get(id)
    return Promise.resolve(recording ? make(recording) : null)
  }
  return {
    info: {
      v: 1,
      tool: 'sightline 0.1.0',
      person: 'p1',
      canCommand: true,
      required: [{ recipe: 'review', version: 1 }],
    },
    can: { command: true, takeAway: true, hear: true, check: false, without: ['release'] },
    state,
    coverStatements: [],
    log,
    work: signal<Work | null>({
      reading: null,
      making: [{ recording: recordings[6]?.id ?? '', fraction: 0.42 }],
      waiting: 2,
      fraction: 0.63,
      secondsLeft: 140,
      isPlacing: false,
      comparing: null,
      stopped: [],
      trouble: null,
    }),
    link: signal('live'),
    submit: async command => {
      const answer = submitted(state.peek(), command, fact => enter(fact, true), log)
      // What a server would compare now is there at once.
      const isCompared = command.do === 'declare-edited-film' || command.do === 'bind-stand-in'
      if (isCompared && answer.kind === 'done') enter(comparedNow(command.recording), false)
      return answer
    },
    frameTimes: id => found(id, framesOf),
    waveform: id => found(id, wave),
    soundSpans: id => found(id, spansOf),
    syncResult: () => Promise.resolve(syncOf()),
    syncPairs: () => Promise.resolve(pairsOf()),
    soundSamples: async (id, from, count) => {
      const samples = samplesOf(id)
      return samples?.read(from, Math.min(count, samples.count - from)).slice() ?? null
    },
    pairLook: async (a, b, at) => lookAt(a, b, at),
    strip: () => Promise.resolve(null),
    ...fictionalAccounts,
    editList: async id => (state.peek().editLists.has(id) ? fictionalEdits : null),
    ...fictionalListening(held),
    archive: () =>
      Promise.resolve({ entries: [{ name: 'kit/list.txt', bytes: 812, isEncrypted: false }], unlisted: 0 }),
    takeAway: async () => '1',
    takeAwayState: async () => ({
      kind: 'made',
      files: [
        { name: 'still-Body-camera-A-f1256.png', sha256: 'ab'.repeat(32), bytes: 812_000 },
        { name: 'still-Body-camera-A-f1256.png.provenance.json', sha256: 'cd'.repeat(32), bytes: 1400 },
      ],
    }),
    giveUpTakeAway: () => Promise.resolve(),
    compare: () => Promise.resolve(),
    takenUrl: () => 'data:text/plain,',
    notes: () => Promise.resolve([...notes.values()]),
    keepNote: async note => {
      notes.set(note.id, note)
    },
    dropNote: async id => {
      notes.delete(id)
    },
    mediaUrl: id => id,
    pictureUrl: () => 'data:image/gif;base64,R0lGODlhAQABAIAAADMzMwAAACwAAAAAAQABAAACAkQBADs=',
    releaseDesk: () => Promise.resolve(null),
    attend: () => undefined,
    saw: () => undefined,
  }
}

function comparedNow(of: string): Fact {
  const { method, version } = fictionalEdits
  const hash = 'ed'.repeat(32)
  return { type: 'edit-list-made', detail: { v: 1, of, method, version, inputs: hash, result: hash } }
}

function submitted(
  state: CaseState,
  command: Command,
  enter: (fact: Fact) => void,
  log: readonly LogLine[],
): Submitted {
  const decision = decide(state, command)
  switch (decision.kind) {
    case 'enter':
      decision.facts.forEach(enter)
      return { kind: 'done', seq: log.length }
    case 'stale':
      return { kind: 'stale', rev: decision.rev }
    case 'unknown':
      return { kind: 'refused', message: `${decision.noun} is not in the case` }
    case 'impossible':
      return { kind: 'refused', message: decision.message }
  }
}

/** Speech-like ups and downs around one loud place, the same at the same case time in every recording. */
function waveOf(recording: Fictional): Waveform {
  const binMicros = 2000
  const bins = Math.round((recording.seconds * 1e6) / binMicros)
  const extremes = new Int16Array(2 * bins)
  let noise = 12345 + recording.name.length
  for (let n = 0; n < bins; n++) {
    noise = (noise * 1103515245 + 12345) % 2147483648
    const local = (n * binMicros) / 1e6
    const time = local + (recording.start ?? 0)
    const inside = (spans: Fictional['absent']) => spans.some(([from, to]) => local >= from && local < to)
    const isQuiet = inside(recording.absent) || inside(recording.silent)
    const speech =
      0.05 +
      0.11 * Math.max(0, Math.sin(time * 2.1) * Math.sin(time * 0.53 + 1)) +
      (time > 39 && time < 48 ? 0.16 : 0)
    const bang = [44.31, 44.9, 45.6].some(at => time >= at && time < at + 0.3) ? 0.7 : 0
    const level = isQuiet ? 0 : (speech + bang) * (0.35 + (0.65 * noise) / 2147483648)
    extremes[2 * n] = -Math.round(32000 * Math.min(1, level))
    extremes[2 * n + 1] = Math.round(32000 * Math.min(1, level * 0.92))
  }
  return waveformFrom(Math.round(recording.first * 1e6) as MediaMicros, { binMicros, extremes })
}

const method = 'log-mel correlation, phase windows, robust line'

/** Pairs of the fiction: upper and lower by their place in the list, score, and why it is used or not. */
const pairs: readonly (readonly [a: number, b: number, score: number, why: string, isUsed: boolean])[] = [
  [0, 1, 31.2, '92 % of 64 windows agree', true],
  [0, 2, 24.8, '71 % of 62 windows agree', true],
  [1, 2, 18.4, '55 % of 60 windows agree', true],
  [2, 3, 14.1, '48 % of 22 windows agree', true],
  [2, 4, 40.7, '88 % of 39 windows agree', true],
  [1, 3, 11.6, 'what agrees is one stretch of the overlap: it may be the same sound at another time', false],
  [0, 6, 8.2, 'another lag fits nearly as well: a sound that repeats, or a cut', false],
]

/** Where the second lies on the first, in seconds, and by how much their clocks differ. */
function lyingOf(a: number, b: number) {
  const [one, two] = [recordings[a], recordings[b]]
  const rate = (start: number) => (start % 7) * 1e-6
  const [startA, startB] = [one?.start ?? 0, two?.start ?? 14.4]
  const zero = (start: number, first: number) => start - first * (1 + rate(start))
  return {
    lagSeconds: (zero(startB, two?.first ?? 0) - zero(startA, one?.first ?? 0)) / (1 + rate(startA)),
    slopePpm: (rate(startB) - rate(startA)) * 1e6,
  }
}

function pairsOf(): readonly PairResult[] {
  return pairs.map(([a, b, score, why, isUsed]) => {
    const { lagSeconds, slopePpm } = lyingOf(a, b)
    const best = { lagSeconds, score, why }
    const rivals = [
      { lagSeconds: lagSeconds + 18.2, score: 7.9, why: isUsed ? 'beaten' : 'a rival' },
      { lagSeconds: lagSeconds - 9.64, score: 5.3, why: isUsed ? 'beaten' : 'a rival' },
    ]
    return {
      v: 1,
      method,
      version: '1',
      a: recordings[a]?.id ?? '',
      b: recordings[b]?.id ?? '',
      verdict: isUsed ? 'match' : 'ambiguous',
      score,
      why,
      lines: isUsed ? [lineOf(lagSeconds, slopePpm)] : [],
      cuts: [],
      isSameTake: false,
      candidates: isUsed ? rivals : [best, ...rivals],
    }
  })
}

function lineOf(lagSeconds: number, slopePpm: number): PairResult['lines'][number] {
  const errors = { errorAtPivotMs: 0.4, slopeErrorPpm: 0.8, errorMs: 0.6 }
  return { lagSeconds, slopePpm, pivotSeconds: 30, ...errors, from: 0, to: 60 }
}

function syncOf(): SyncResult {
  const id = (n: number) => recordings[n]?.id ?? ''
  return {
    v: 1,
    method,
    version: '1',
    recordings: [],
    pairs: [
      ...pairs.map(([a, b, score, why, used]) => ({
        a: id(a),
        b: id(b),
        lagSeconds: lyingOf(a, b).lagSeconds,
        score,
        errorMs: used ? 0.6 : null,
        used,
        why,
      })),
      {
        a: id(3),
        b: id(6),
        lagSeconds: null,
        score: 3.9,
        errorMs: null,
        used: false,
        why: 'no sound in common was found',
      },
    ],
    conflicts: [{ a: id(1), b: id(3), differenceMs: 12.4, errorMs: 1.6 }],
  }
}
