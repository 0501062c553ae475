// Recordings with places that are known, to be laid out for editors: one scene to look at, and any scene there may be.
import fc from 'fast-check'
import type { ToArrange } from '../../../app/src/editors/arrangement.ts'
import { type EditorMedia, fileUrl } from '../../../app/src/editors/media.ts'
import { Placement } from '../../../core/src/case/index.ts'
import { mediaMicros } from '../../../core/src/time/index.ts'

export const ntsc = { num: 30_000, den: 1001 }
export const pal = { num: 25, den: 1 }

/** A picture of 1920 × 1080 with two channels of sound, 60 s long from media time 0, unless told otherwise. */
export function picture(path: string, other: Partial<EditorMedia> = {}): EditorMedia {
  return {
    name: path.slice(path.lastIndexOf('/') + 1),
    url: fileUrl(path),
    sha256: 'ab'.repeat(32),
    kind: 'picture',
    origin: mediaMicros(0),
    lengthMicros: 60_060_000,
    rate: ntsc,
    picture: { displayWidth: 1920, displayHeight: 1080, fieldOrder: 'progressive' },
    sound: { channels: 2, sampleRate: 48_000, firstChannel: 1 },
    timeCode: null,
    ...other,
  }
}

/** A recording without pictures. */
export function sound(path: string, other: Partial<EditorMedia> = {}): EditorMedia {
  return picture(path, {
    kind: 'sound',
    rate: null,
    picture: null,
    sound: { channels: 1, sampleRate: 8000, firstChannel: 1 },
    ...other,
  })
}

/** Where a recording lies, in seconds; pieces as [media time, place of that media time on the clock]. */
export function placed(
  group: string,
  start: number,
  other: { readonly driftPpm?: number; readonly pieces?: readonly (readonly [number, number])[] } = {},
): Placement {
  const { driftPpm = 0, pieces } = other
  const micros = (seconds: number) => Math.round(seconds * 1e6)
  return Placement.parse({
    kind: 'placed',
    group,
    start: micros(start),
    driftPpm,
    errorMs: 0.42,
    by: 'sound',
    ...(pieces
      ? { segments: pieces.map(([from, at]) => ({ from: micros(from), start: micros(at), driftPpm })) }
      : {}),
  })
}

export function toArrange(media: EditorMedia, placement: Placement): ToArrange {
  return { name: `given/${media.name}`, media, placement, duplicateOf: null }
}

/** One of everything: a name of seven kinds of trouble, time code, another rate, drift, a pause, two groups, no place. */
export const street: readonly ToArrange[] = [
  toArrange(picture('/case/body camera.mp4'), placed('g1', 0)),
  toArrange(
    picture('/case/dash.mov', {
      rate: pal,
      lengthMicros: 3_600_000_000,
      timeCode: { frame: 900_000, isDropFrame: false },
    }),
    placed('g1', -2.5, { driftPpm: 87.5 }),
  ),
  toArrange(
    sound('/case/=radio "1" <&\'> 50 %.wav', { origin: mediaMicros(25_057), lengthMicros: 42_000_000 }),
    placed('g1', 10.0123),
  ),
  toArrange(
    picture('/case/phone.mp4', { origin: mediaMicros(3_200_000), lengthMicros: 40_040_000 }),
    placed('g1', 7, {
      pieces: [
        [3.2, 10.2],
        [20, 31.017],
      ],
    }),
  ),
  toArrange(
    picture('/case/café\u0007.mp4', {
      timeCode: { frame: 1_078_920, isDropFrame: true },
      lengthMicros: 10_010_000,
    }),
    placed('g2', 4.2),
  ),
  toArrange(picture('/case/gate.mkv', { sound: null, rate: null, lengthMicros: 9_000_000 }), placed('g2', 0)),
  {
    ...toArrange(picture('/case/yard.mp4', { sound: null }), { kind: 'unplaced', why: 'no-audio' }),
    duplicateOf: null,
  },
  {
    name: 'given/broken.mp4',
    media: null,
    placement: { kind: 'unplaced', why: 'unreadable' },
    duplicateOf: null,
  },
]

const rates = [pal, ntsc, { num: 60_000, den: 1001 }, { num: 24, den: 1 }, { num: 15, den: 1 }, null]

const anyMedia = fc
  .record({
    path: fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 }),
    hasPicture: fc.boolean(),
    hasSound: fc.boolean(),
    rate: fc.constantFrom(...rates),
    origin: fc.integer({ min: -100_000, max: 100_000_000 }),
    lengthMicros: fc.integer({ min: 1_000_000, max: 4 * 3_600_000_000 }),
    timeCode: fc.option(fc.integer({ min: 0, max: 23 * 3600 * 15 }), { nil: null }),
  })
  .map(({ path, hasPicture, hasSound, rate, origin, lengthMicros, timeCode }): EditorMedia => {
    const own = { origin: mediaMicros(origin), lengthMicros }
    if (!hasPicture) return sound(`/${path.join('/')}`, own)
    return picture(`/${path.join('/')}`, {
      ...own,
      rate,
      ...(hasSound ? {} : { sound: null }),
      timeCode: rate && timeCode !== null ? { frame: timeCode, isDropFrame: false } : null,
    })
  })

/** Recordings of any kind, each at an address of its own. Of pieces, each begins after the one before has ended. */
export const anyLine: fc.Arbitrary<readonly ToArrange[]> = fc
  .array(
    fc.record({
      media: anyMedia,
      group: fc.constantFrom('g1', 'g2', 'g3'),
      start: fc.integer({ min: -20_000_000, max: 4_000_000_000 }),
      driftPpm: fc.integer({ min: -2_500_000, max: 2_500_000 }).map(value => value / 10_000),
      cuts: fc.array(fc.tuple(fc.double({ min: 0.05, max: 0.95, noNaN: true }), fc.nat(90_000_000)), {
        maxLength: 3,
      }),
      isPlaced: fc.boolean(),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map(all =>
    all.map(({ media, group, start, driftPpm, cuts, isPlaced }, index): ToArrange => {
      const own = { ...media, url: `${media.url}${index}` }
      if (!isPlaced) return toArrange(own, { kind: 'unplaced', why: 'ambiguous' })
      const at = start / 1e6
      const pieces = piecesOf(own, at, driftPpm, cuts)
      return toArrange(own, placed(group, at, { driftPpm, ...(pieces.length > 1 ? { pieces } : {}) }))
    }),
  )

function piecesOf(
  { origin, lengthMicros }: EditorMedia,
  start: number,
  driftPpm: number,
  cuts: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] {
  let paused = 0
  const scale = 1 + driftPpm * 1e-6
  const place = (media: number) => start + media * scale + paused
  const first = origin / 1e6
  return [
    [first, place(first)] as const,
    ...cuts
      .toSorted(([a], [b]) => a - b)
      // Shorter pieces nobody tells apart by ear.
      .filter(([share], index, all) => share - (all[index - 1]?.[0] ?? 0) > 0.1)
      .map(([share, pause]) => {
        paused += pause / 1e6
        const media = first + (share * lengthMicros) / 1e6
        return [media, place(media)] as const
      }),
  ]
}
