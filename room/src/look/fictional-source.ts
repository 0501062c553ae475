import { signal } from '@preact/signals'
import type { Note, Work } from '@sightline/core/api'
import {
  type CaseState,
  type Command,
  decide,
  type Entry,
  emptyCase,
  type Fact,
  fold,
} from '@sightline/core/case'
import { type Waveform, waveformFrom } from '@sightline/core/sound'
import type { MediaMicros } from '@sightline/core/time'
import type { CaseSource, LogLine, Submitted } from '../source/case-source.ts'
import { framesOf } from './drawn-media.ts'
import { type Fictional, fictionalLog, recordings, spansOf } from './fictional-case.ts'

/** A source in memory: it decides commands as a server does, and forgets them when the page closes. */
export function fictionalSource(facts: readonly Fact[] = fictionalLog() as readonly Fact[]): CaseSource {
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
  const known = new Map(recordings.map(each => [each.id, each]))
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
    can: { command: true, takeAway: true },
    state,
    log,
    work: signal<Work | null>({
      reading: null,
      making: [{ recording: recordings[6]?.id ?? '', fraction: 0.42 }],
      waiting: 2,
      fraction: 0.63,
      secondsLeft: 140,
      isPlacing: false,
      trouble: null,
    }),
    link: signal('live'),
    submit: command => Promise.resolve(submitted(state.peek(), command, fact => enter(fact, true), log)),
    frameTimes: id => found(id, framesOf),
    waveform: id => found(id, waveOf),
    soundSpans: id => found(id, spansOf),
    syncResult: () => Promise.resolve(syncOf()),
    strip: () => Promise.resolve(null),
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
    attend: () => undefined,
    saw: () => undefined,
  }
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

function syncOf(): Awaited<ReturnType<CaseSource['syncResult']>> {
  const id = (n: number) => recordings[n]?.id ?? ''
  const pair = (a: number, b: number, lagSeconds: number, score: number, used: boolean, why: string) => ({
    a: id(a),
    b: id(b),
    lagSeconds,
    score,
    errorMs: used ? 0.6 : null,
    used,
    why,
  })
  return {
    v: 1,
    method: 'log-mel correlation, phase windows, robust line',
    version: '1',
    recordings: [],
    pairs: [
      pair(0, 1, 6.0004, 31.2, true, 'agrees over the whole overlap'),
      pair(0, 2, -2.0001, 24.8, true, 'agrees over the whole overlap'),
      pair(2, 3, 51.3996, 14.1, true, 'agrees over the whole overlap'),
      pair(0, 6, 12.4, 4.2, false, 'two lags fit equally well'),
    ],
    conflicts: [{ a: id(1), b: id(3), differenceMs: 12.4, errorMs: 1.6 }],
  }
}
