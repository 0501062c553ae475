// A case that never happened, told as a log: what the look test shows. Nothing of it is meant to be anybody.
import {
  type CaseState,
  type Entry,
  type EntryDetail,
  type EntryType,
  foldAll,
  type RecordingFacts,
} from '@sightline/core/case'
import type { SoundSpan } from '@sightline/core/sound'
import type { CaseMicros, MediaMicros } from '@sightline/core/time'

import { accountFacts } from './fictional-accounts.ts'
import { listeningFacts } from './fictional-transcript.ts'

type Fact = { readonly [T in EntryType]: { readonly type: T; readonly detail: EntryDetail<T> } }[EntryType]

/** A recording of the fiction: where it lies, how it was made, what is odd about it. Times in seconds. */
export interface Fictional {
  readonly name: string
  readonly id: string
  readonly seconds: number
  readonly first: number
  readonly fps: number
  /** So many frames lack after the frame of this number. */
  readonly lacking?: { readonly after: number; readonly count: number }
  readonly start: number | null
  readonly why?: 'no-audio' | 'no-overlap' | 'ambiguous'
  readonly errorMs: number | null
  readonly wearer: string | null
  readonly pictures: boolean
  readonly sound: boolean
  readonly absent: readonly (readonly [number, number])[]
  readonly silent: readonly (readonly [number, number])[]
}

const hex = (n: number) => (n + 1).toString(16).padStart(2, '0').repeat(32)
const plain = {
  first: 0,
  fps: 30,
  pictures: true,
  sound: true,
  absent: [],
  silent: [],
  wearer: null,
  errorMs: 0.4,
} as const

const made: readonly Omit<Fictional, 'id'>[] = [
  {
    ...plain,
    name: 'bodycam/Body camera A.mp4',
    start: 2,
    seconds: 76,
    absent: [[0, 12]],
    wearer: 'Instructor A',
  },
  {
    ...plain,
    name: 'bodycam/Body camera B.mp4',
    start: 8,
    seconds: 72,
    fps: 29.97,
    errorMs: 0.5,
    wearer: 'Instructor B',
  },
  {
    ...plain,
    name: 'Doorbell.mkv',
    start: 0,
    seconds: 74,
    fps: 15,
    errorMs: 0.9,
    wearer: 'third party',
    silent: [[60, 66]],
  },
  {
    ...plain,
    name: 'Phone portrait.mov',
    start: 51.4,
    seconds: 27.6,
    lacking: { after: 400, count: 3 },
    errorMs: 1.2,
    wearer: 'bystander',
  },
  { ...plain, name: 'Dispatch call.wav', start: 20, seconds: 42, pictures: false, errorMs: 3.4 },
  {
    ...plain,
    name: 'Yard CCTV.avi',
    start: null,
    seconds: 120,
    fps: 10,
    sound: false,
    why: 'no-audio',
    first: 3.2,
  },
  { ...plain, name: 'exports/clip-0417.mp4', start: null, seconds: 18, why: 'ambiguous' },
]

export const recordings: readonly Fictional[] = made.map((each, n) => ({ ...each, id: hex(n) }))

const micros = (seconds: number) => Math.round(seconds * 1e6)

function factsOf(recording: Fictional): RecordingFacts {
  const { first, seconds, fps } = recording
  const start = micros(first) as MediaMicros
  const end = micros(first + seconds) as MediaMicros
  const isPortrait = recording.name.includes('portrait')
  const interval = 1e6 / fps
  return {
    v: 1,
    container: recording.name.endsWith('.mkv') ? 'matroska' : 'mov,mp4',
    bytes: Math.round(seconds * 812_000),
    start,
    end,
    video: recording.pictures
      ? {
          track: 0,
          codec: isPortrait ? 'hevc' : 'h264',
          profile: 'High',
          pixelFormat: 'yuv420p',
          bitDepth: 8,
          codedWidth: 1280,
          codedHeight: 720,
          displayWidth: isPortrait ? 720 : 1280,
          displayHeight: isPortrait ? 1280 : 720,
          rotation: isPortrait ? 90 : 0,
          sampleAspect: null,
          timeBase: { num: 1, den: 90000 },
          start,
          end,
          fieldOrder: 'progressive',
          declaredRate: { num: Math.round(fps * 1000), den: 1000 },
          averageRate: null,
          frames: Math.floor(seconds * fps) - (recording.lacking?.count ?? 0),
          timing: {
            kind: isPortrait ? 'variable' : 'constant',
            minMicros: interval,
            medianMicros: interval,
            maxMicros: interval * ((recording.lacking?.count ?? 0) + 1),
            longIntervals: { spans: [], leftOut: recording.lacking ? 1 : 0 },
          },
        }
      : null,
    otherVideoTracks: [],
    audio: recording.sound
      ? [
          {
            track: 1,
            codec: 'aac',
            profile: 'LC',
            sampleRate: 48000,
            channels: 1,
            language: null,
            isDefault: true,
            start,
            end,
            gaps: { spans: [], leftOut: 0 },
          },
        ]
      : [],
    claimedTimes: [
      {
        tag: 'creation_time',
        track: null,
        value: '2031-05-02T14:06:31Z',
        cautions: ['may-be-local-time', ...(isPortrait ? (['may-be-end-of-recording'] as const) : [])],
      },
    ],
    device: isPortrait ? [{ tag: 'com.apple.quicktime.model', track: null, value: 'Example Phone 3' }] : [],
    privateTags: isPortrait ? ['com.apple.quicktime.location.ISO6709'] : [],
    oddities: [
      ...(recording.absent.length > 0 ? (['audio-starts-late'] as const) : []),
      ...(isPortrait ? (['rotated', 'variable-frame-rate'] as const) : []),
      ...(first > 0 ? (['starts-late'] as const) : []),
      ...(recording.sound ? [] : (['no-audio'] as const)),
    ],
  }
}

const file = (
  path: string,
  kind: EntryDetail<'file-received'>['file']['kind'],
  id: string | null,
  more = {},
): Fact => ({
  type: 'file-received',
  detail: {
    v: 1,
    file: {
      path,
      encoded: false,
      kind,
      format: null,
      sha256: id,
      bytes: 48_211_904,
      changedMs: null,
      why: null,
      listing: null,
      ...more,
    },
  },
})

export function told(recording: Fictional): readonly Fact[] {
  const { id, name, start, errorMs, why } = recording
  const output = (made: string) => ({ name: made, sha256: id, bytes: 1000 })
  const samples = { ...output('samples'), bytes: 2 * 8000 * recording.seconds }
  const names = [
    'proxy',
    'frames',
    'waveform',
    'sound',
    'poster',
    'strip',
    ...(recording.sound ? ['listening'] : []),
  ]
  const outputs = [...names.map(output), samples]
  return [
    file(name, 'recording', id),
    {
      type: 'recording-probed',
      detail: {
        v: 1,
        recording: id,
        facts: factsOf(recording),
        frames: output('frames'),
        tool: 'ffprobe 5.1.9',
      },
    },
    {
      type: 'derivation-made',
      detail: {
        v: 1,
        recording: id,
        recipe: 'review',
        version: 1,
        key: id,
        outputs,
        partial: null,
        oddities: [],
        tool: 'ffmpeg 5.1.9',
      },
    },
    {
      type: 'placement-computed',
      detail: {
        v: 1,
        recording: id,
        inputs: hex(200),
        placement:
          start === null
            ? { kind: 'unplaced', why: why ?? 'ambiguous' }
            : {
                kind: 'placed',
                group: 'g1',
                start: micros(start - recording.first) as CaseMicros,
                driftPpm: start % 7,
                errorMs,
                by: 'sound',
              },
      },
    },
    ...(recording.wearer === null ? [] : [provenance(recording)]),
  ]
}

function provenance({ id, wearer }: Fictional): Fact {
  return {
    type: 'provenance-stated',
    detail: {
      v: 1,
      recording: id,
      provenance: {
        receivedAs: 'export',
        supplier: 'Lark Yard Academy',
        receivedOn: '2031-05-03',
        authority: 'consent of all who took part',
        caseNumber: 'LY-114',
        evidenceNumber: null,
        device: null,
        wearer,
        note: null,
      },
    },
  }
}

const said = { v: 1, region: null, description: null } as const

/** What people marked: an instant with a region, spans of an angle and of the case, and one that was withdrawn. */
const fictionalMoments: readonly Fact[] = [
  {
    type: 'moment-marked',
    detail: {
      ...said,
      moment: 'm41',
      name: 'Lamp over the gate goes on',
      when: { on: 'recording', recording: hex(0), from: micros(41.867) as MediaMicros, to: null },
      region: { kind: 'ellipse', x: 220, y: 60, width: 120, height: 90 },
      tags: ['light', 'gate'],
    },
  },
  {
    type: 'moment-marked',
    detail: {
      ...said,
      moment: 'm42',
      name: 'Three loud sounds',
      when: { on: 'case', from: micros(44.31) as CaseMicros, to: micros(45.9) as CaseMicros, seen: null },
      description: 'Heard on the doorbell and both body cameras.',
      tags: ['sound'],
    },
  },
  {
    type: 'moment-marked',
    detail: {
      ...said,
      moment: 'm43',
      name: 'Left hand at the rail',
      when: {
        on: 'recording',
        recording: hex(0),
        from: micros(46.2) as MediaMicros,
        to: micros(49) as MediaMicros,
      },
      region: { kind: 'rectangle', x: 90, y: 140, width: 80, height: 70 },
      tags: ['hand'],
    },
  },
  {
    type: 'moment-marked',
    detail: {
      ...said,
      moment: 'm44',
      name: 'Gate closes',
      when: { on: 'case', from: micros(60.2) as CaseMicros, to: null, seen: null },
      tags: [],
    },
  },
  { type: 'moment-withdrawn', detail: { v: 1, moment: 'm44', reason: 'it was the other gate' } },
]

/** The whole log of the fiction, in order. `last` is what a test adds. */
export function fictionalLog(): readonly Fact[] {
  const facts: readonly Fact[] = [
    { type: 'case-opened', detail: { v: 1, title: 'Lark Yard exercise' } },
    { type: 'person-named', detail: { v: 1, person: 'p1', name: 'R. Imani', basis: 'self-declared' } },
    { type: 'intake-begun', detail: { v: 1, names: 12 } },
    ...recordings.flatMap(told),
    file('notes/statement of the academy.pdf', 'account', hex(60), { bytes: 81_200, format: 'pdf' }),
    file('exports/kit-list.zip', 'archive', hex(61), { bytes: 9_400_000, format: 'zip', listing: hex(62) }),
    file('exports/corrupt.mp4', 'unknown', hex(63), {
      bytes: 4_096,
      why: {
        code: 'intake.unrecognised',
        message: 'exports/corrupt.mp4: expected a known kind of file, found random bytes',
      },
    }),
    file('bodycam/empty.mp4', 'unknown', null, {
      bytes: 0,
      why: { code: 'intake.empty', message: 'bodycam/empty.mp4 holds no bytes' },
    }),
    file('Still from the fence.jpg', 'picture', hex(64), { bytes: 2_200_000, format: 'jpeg' }),
    { type: 'intake-completed', detail: { v: 1, present: 12, missing: 0, altered: 0 } },
    {
      type: 'sync-computed',
      detail: {
        v: 1,
        method: 'log-mel correlation, phase windows, robust line',
        version: '1',
        inputs: hex(200),
        result: hex(201),
        pairs: hex(202),
      },
    },
    {
      type: 'recording-expected',
      detail: {
        v: 1,
        expected: 'x1',
        description: 'Second doorbell, across the yard',
        saidBy: 'caretaker of the yard',
        note: null,
      },
    },
    { type: 'file-missing', detail: { v: 1, path: 'Still from the fence.jpg' } },
    {
      type: 'recording-cleared',
      detail: { v: 1, recording: hex(2), reason: 'staged exercise; nobody was hurt' },
    },
    ...fictionalMoments,
    ...(accountFacts() as readonly Fact[]),
  ]
  const heard = listeningFacts(hex(0), hex(1), facts.length + 1)
  return [...facts, ...(heard as readonly Fact[])]
}

export function spansOf(recording: Fictional): readonly SoundSpan[] {
  const odd = [
    ...recording.absent.map(each => ({ each, state: 'absent' as const })),
    ...recording.silent.map(each => ({ each, state: 'digital-silence' as const })),
  ]
  return odd.map(({ each: [from, to], state }) => ({
    from: micros(recording.first + from) as MediaMicros,
    to: micros(recording.first + to) as MediaMicros,
    state,
  }))
}

/** The case that the log tells. */
export function fictionalState(): CaseState {
  const agent = { kind: 'machine', name: 'sightline', version: '0.1.0' } as const
  return foldAll(
    fictionalLog().map((fact, n) => ({
      seq: n + 1,
      entry: { ...fact, at: '2031-05-03T09:00:00.000Z', agent } as Entry,
    })),
  )
}
