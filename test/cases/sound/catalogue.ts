// The scenes that tests and benchmark share: what must be placed, and what must not be joined.
import { between, randomFrom } from './random.ts'
import { type MadeRecording, recordings } from './scenes.ts'
import { alarm, bangs, beeps, echoed, inRoom, mixOf, music, placedAt, talk, traffic } from './sources.ts'

type Scene = (seed: number) => readonly MadeRecording[]

/** Two people, a road, two bangs. */
export function street(seed: number, seconds: number): Float32Array {
  return mixOf(
    [1, talk(seed, seconds)],
    [0.6, talk(seed + 1000, seconds)],
    [0.3, traffic(seed + 2000, seconds)],
    [1, bangs(seed + 3000, seconds, [seconds * 0.31, seconds * 0.62])],
  )
}

function three(seed: number, snrDb: number, ppm: number): readonly MadeRecording[] {
  const random = randomFrom(seed)
  const drift = () => between(random, -ppm, ppm)
  return recordings('street', street(seed, 160), {
    a: { seed: seed + 1, start: 5, seconds: 100, snrDb, driftPpm: drift() },
    b: { seed: seed + 2, start: between(random, 30, 60), seconds: 90, snrDb, driftPpm: drift() },
    c: { seed: seed + 3, start: between(random, 10, 50), seconds: 60, snrDb, driftPpm: drift() },
  })
}

/** Recordings of one event with sound in common. */
export const placeable = {
  'clean, 15 dB': seed => three(seed, 15, 100),
  'noise as loud as the sound, ±250 ppm': seed => three(seed, 0, 250),
  'noise 10 dB above the sound': seed => three(seed, -10, 250),
  'rooms, telephone, µ-law, clipping, gain control': seed => {
    const random = randomFrom(seed)
    const event = street(seed, 150)
    const at = () => between(random, 0, 40)
    return [
      ...recordings('street', inRoom(seed, event), {
        a: { seed, start: at(), seconds: 90, snrDb: 10, driftPpm: 50, codec: 'telephone' },
      }),
      ...recordings('street', inRoom(seed + 1, event), {
        b: { seed: seed + 1, start: at(), seconds: 90, snrDb: 10, codec: 'mulaw', isClipping: true },
      }),
      ...recordings('street', inRoom(seed + 2, event), {
        c: { seed: seed + 2, start: at(), seconds: 90, snrDb: 10, driftPpm: -50, hasAutomaticGain: true },
      }),
    ]
  },
  'six and eight seconds against five minutes': seed => {
    const random = randomFrom(seed)
    return recordings('street', street(seed, 310), {
      a: { seed: seed + 1, start: 0, seconds: 300, snrDb: 10 },
      b: { seed: seed + 2, start: between(random, 20, 280), seconds: 6, snrDb: 10, driftPpm: 30 },
    })
  },
  'thirty seconds of silence at the start': seed =>
    recordings('street', street(seed, 160), {
      a: { seed: seed + 1, start: 5, seconds: 110, snrDb: 10, silentSeconds: 30, driftPpm: 30 },
      b: { seed: seed + 2, start: 33.3, seconds: 100, snrDb: 10, silentSeconds: 30 },
    }),
  'a wall heard louder than the voices': seed => {
    const random = randomFrom(seed)
    const event = street(seed, 150)
    const at = () => between(random, 0, 40)
    const mic = (n: number) => ({
      seed: seed + n,
      start: at(),
      seconds: 90,
      snrDb: between(random, 3, 18),
      driftPpm: between(random, -100, 100),
    })
    return [
      ...recordings(
        'street',
        echoed(event, { late: between(random, 0.015, 0.09), direct: between(random, 0.4, 0.75) }),
        {
          wall: mic(1),
        },
      ),
      ...recordings(
        'street',
        echoed(event, { late: between(random, 0.015, 0.09), direct: between(random, 1.4, 4) }),
        {
          near: mic(2),
        },
      ),
      ...recordings('street', inRoom(seed + 1, event), { room: mic(3) }),
    ]
  },
  'ten minutes, 160 ppm apart': seed =>
    recordings('street', street(seed, 620), {
      a: { seed: seed + 1, start: 0, seconds: 600, snrDb: 5, driftPpm: 40 },
      b: { seed: seed + 2, start: 41.7, seconds: 560, snrDb: 5, driftPpm: -120 },
    }),
  'an alarm loop over talk that both hear': seed =>
    recordings('street', mixOf([1, alarm(seed, 160, { period: 1.3 })], [0.7, street(seed, 160)]), {
      a: { seed: seed + 1, start: 5, seconds: 100, snrDb: 10 },
      b: { seed: seed + 2, start: 40, seconds: 90, snrDb: 10, driftPpm: 20 },
    }),
} as const satisfies Record<string, Scene>

function atTwoEvents(
  sound: (event: 0 | 1) => Float32Array,
  seconds: number,
  starts = [0, 0],
): readonly MadeRecording[] {
  return ([0, 1] as const).flatMap(event =>
    recordings(`event ${event}`, sound(event), {
      [`r${event}`]: { seed: event + 1, start: starts[event] ?? 0, seconds, snrDb: 15 },
    }),
  )
}

/** Recordings that have nothing in common, or nothing that says when. */
export const decoys = {
  strangers: seed => atTwoEvents(event => street(seed + 50 * event, 130), 120),
  'an alarm loop alone': seed =>
    // Heard at one event, but nothing tells one round of the loop from the next.
    atTwoEvents(() => alarm(seed, 150, { period: 1.3 }), 90, [5, 40]),
  'the same alarm at two events': seed =>
    atTwoEvents(
      event => mixOf([1, alarm(seed, 120, { period: 1.3 })], [0.7, street(seed + 77 * event, 120)]),
      90,
      [5, 25],
    ),
  'camera beeps at two events': seed =>
    atTwoEvents(event => mixOf([2, beeps(150, { every: 30 })], [0.5, street(seed + 77 * event, 150)]), 140),
  'an announcement played at two events': seed =>
    atTwoEvents(
      event =>
        mixOf(
          [1.5, placedAt(110, talk(seed + 5, 8), [30 + 11 * event])],
          [0.6, street(seed + 40 * event, 110)],
        ),
      100,
    ),
  'a siren sample over half of two short recordings': seed =>
    atTwoEvents(
      event =>
        mixOf(
          [1.5, placedAt(60, talk(seed + 5, 20), [10 + 11 * event])],
          [0.3, street(seed + 40 * event, 60)],
        ),
      40,
    ),
  'music that repeats at two events': seed =>
    atTwoEvents(
      event => mixOf([1, music(seed, 140, { bars: 4 })], [0.5, street(seed + 40 * event, 140)]),
      90,
      [10, 33],
    ),
} as const satisfies Record<string, Scene>
