/**
 * The academy's edited film, shot by shot: thirty frames a second, 854 × 480. This list is the truth about the film: what
 * makes its pictures and sound is what is written down beside it.
 */
import { type Camera, cameraNamed, caseTimeOf, onCase } from './cameras.ts'

export const filmRate = 30
export const filmSize = { width: 854, height: 480 } as const
export const filmFile = 'critical-incident-briefing.mp4'

export type Rect = readonly [x: number, y: number, width: number, height: number]

export interface Shot {
  readonly frames: number
  readonly picture:
    | { readonly kind: 'card'; readonly rows: readonly string[]; readonly isTitle: boolean }
    | {
        readonly kind: 'raw'
        readonly recording: string
        /** Raw frame shown by each frame of the shot. */
        readonly shows: readonly number[]
        /** 0.25 = a quarter of true speed; 0 = frozen. */
        readonly rate: number
        /** Part of the raw picture that fills the film's frame; null = the whole of it. */
        readonly crop: Rect | null
      }
  /** Frames at the start in which the shot before is still seen through this one, fading. */
  readonly dissolve: number
  /** Frames at the end that fade to black. */
  readonly fadeOut: number
  readonly drawn: readonly Drawn[]
}

/** What is laid over the picture, in film pixels and frames of the shot. */
export type Drawn =
  | {
      readonly kind: 'circle'
      readonly from: number
      readonly to: number
      readonly x: number
      readonly y: number
      readonly radius: number
    }
  | {
      readonly kind: 'arrow'
      readonly from: number
      readonly to: number
      readonly tip: readonly [number, number]
      readonly tail: readonly [number, number]
    }
  | { readonly kind: 'blur'; readonly from: number; readonly to: number; readonly region: Rect }

/** Where a stretch of the film's sound comes from; times in seconds of the film and of the recording. */
export interface SoundStretch {
  readonly kind: 'raw' | 'other' | 'muted' | 'voiceover'
  readonly from: number
  readonly to: number
  readonly recording: string | null
  readonly recordingFrom: number | null
}

const a = cameraNamed('body-camera-a')
const b = cameraNamed('body-camera-b')
const doorbell = cameraNamed('doorbell')

/** Consecutive raw frames, one for each frame of the film. */
function run(first: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, n) => first + n)
}

/** Raw frames current at evenly spaced case times: how an editor's program conforms fifteen frames a second to thirty. */
function conformed(camera: Camera, from: number, count: number, rate: number): readonly number[] {
  return Array.from({ length: count }, (_, n) => frameAt(camera, from + ((n + 0.5) / filmRate) * rate))
}

/** The frame of a camera that is current at a case time. */
export function frameAt(camera: Camera, t: number): number {
  let frame = 0
  while (frame + 1 < camera.frames && caseTimeOf(camera, frame + 1) <= t) frame++
  return frame
}

const card = (frames: number, rows: readonly string[], isTitle: boolean): Shot => ({
  frames,
  picture: { kind: 'card', rows, isTitle },
  dissolve: 0,
  fadeOut: 0,
  drawn: [],
})

const raw = (
  recording: string,
  shows: readonly number[],
  more: Partial<Omit<Shot, 'picture' | 'frames'>> & { readonly rate?: number; readonly crop?: Rect } = {},
): Shot => ({
  frames: shows.length,
  picture: { kind: 'raw', recording, shows, rate: more.rate ?? 1, crop: more.crop ?? null },
  dissolve: more.dissolve ?? 0,
  fadeOut: more.fadeOut ?? 0,
  drawn: more.drawn ?? [],
})

/** The punch-in on the actor's right hand, 16:9 in the doorbell's 4:3 picture. */
const punchIn: Rect = [236, 216, 356, 200]
const slowFrom = 43.55
const frozen = frameAt(doorbell, 44.05)

export const shots: readonly Shot[] = [
  card(100, ['Critical incident briefing', 'Lark Yard Academy', 'Staged exercise. Nobody was hurt.'], true),
  card(110, ['The dispatcher’s call'], false),
  raw(a.name, run(930, 150)),
  raw(b.name, run(899, 84)),
  raw(a.name, run(1090, 56)),
  // Three frames are left out here.
  raw(a.name, run(1149, 34)),
  raw(doorbell.name, conformed(doorbell, 41.9, 50, 1), { dissolve: 12 }),
  raw(doorbell.name, conformed(doorbell, slowFrom, 72, 0.25), {
    rate: 0.25,
    crop: punchIn,
    drawn: [
      { kind: 'arrow', from: 14, to: 60, tip: [388, 214], tail: [548, 96] },
      { kind: 'circle', from: 24, to: 72, x: 330, y: 232, radius: 64 },
    ],
  }),
  raw(
    doorbell.name,
    Array.from({ length: 40 }, () => frozen),
    {
      rate: 0,
      crop: punchIn,
      drawn: [{ kind: 'circle', from: 0, to: 40, x: 330, y: 232, radius: 64 }],
    },
  ),
  raw(doorbell.name, conformed(doorbell, 44.2, 66, 1)),
  raw(a.name, run(1656, 90), { drawn: [{ kind: 'blur', from: 0, to: 90, region: [350, 0, 180, 150] }] }),
  raw(b.name, run(1820, 60), { fadeOut: 18 }),
  card(60, ['End of briefing', 'Fictional. Made for demonstration.'], true),
]

/** First film frame of each shot, and the end. */
export const shotStarts: readonly number[] = shots.reduce<number[]>(
  (starts, shot) => [...starts, (starts.at(-1) ?? 0) + shot.frames],
  [0],
)
export const filmFrames = shotStarts.at(-1) as number

const startOf = (shot: number) => (shotStarts[shot] as number) / filmRate
const mediaOf = (camera: Camera, frame: number) => camera.ticks(frame) / camera.timescale
const mediaAt = (camera: Pick<Camera, 'start' | 'driftPpm'>, t: number) =>
  (t - camera.start) / (1 + camera.driftPpm * 1e-6)

const doorbellTrue = mediaAt(doorbell, 44.2)
const muteFrom = startOf(9) + 0.5
const muteTo = startOf(9) + 1.4

/** The film's sound from beginning to end, without gaps. */
export const soundPlan: readonly SoundStretch[] = [
  { kind: 'voiceover', from: 0, to: startOf(1), recording: null, recordingFrom: null },
  { kind: 'raw', from: startOf(1), to: startOf(2), recording: 'dispatch-call', recordingFrom: 0.9 },
  { kind: 'raw', from: startOf(2), to: startOf(3), recording: a.name, recordingFrom: mediaOf(a, 930) },
  // The picture is body camera B's, the sound is body camera A's of the same instant.
  {
    kind: 'other',
    from: startOf(3),
    to: startOf(4),
    recording: a.name,
    recordingFrom: mediaAt(a, onCase(b, mediaOf(b, 899))),
  },
  { kind: 'raw', from: startOf(4), to: startOf(5), recording: a.name, recordingFrom: mediaOf(a, 1090) },
  { kind: 'raw', from: startOf(5), to: startOf(6), recording: a.name, recordingFrom: mediaOf(a, 1149) },
  {
    kind: 'raw',
    from: startOf(6),
    to: startOf(7),
    recording: doorbell.name,
    recordingFrom: mediaAt(doorbell, 41.9),
  },
  { kind: 'voiceover', from: startOf(7), to: startOf(9), recording: null, recordingFrom: null },
  { kind: 'raw', from: startOf(9), to: muteFrom, recording: doorbell.name, recordingFrom: doorbellTrue },
  { kind: 'muted', from: muteFrom, to: muteTo, recording: null, recordingFrom: null },
  {
    kind: 'raw',
    from: muteTo,
    to: startOf(10),
    recording: doorbell.name,
    recordingFrom: doorbellTrue + muteTo - startOf(9),
  },
  { kind: 'raw', from: startOf(10), to: startOf(11), recording: a.name, recordingFrom: mediaOf(a, 1656) },
  { kind: 'raw', from: startOf(11), to: startOf(12), recording: b.name, recordingFrom: mediaOf(b, 1820) },
  { kind: 'muted', from: startOf(12), to: filmFrames / filmRate, recording: null, recordingFrom: null },
]

/** What the narrator says, at which second of the film. */
export const narration = [
  { at: 0.35, text: 'This briefing shows a staged exercise.' },
  { at: startOf(7) + 0.2, text: 'The door camera shows the object in the right hand.' },
] as const
