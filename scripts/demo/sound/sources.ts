/** Everything that sounds in the yard: what, when, and from where. */
import { cameraNamed, onCase } from '../cameras.ts'
import { type Point, seeded } from '../motion.ts'
import {
  fallenProp,
  groundOf,
  lines,
  moments,
  mouthOf,
  people,
  propLandsAt,
  strideMetres,
  walkedBy,
} from '../story.ts'
import { beeps, birdCall, blank, clack, footstep, road, squelch, whistle } from './signals.ts'
import { type Spoken, spoken } from './voices.ts'

export interface Source {
  readonly what: 'speech' | 'blank' | 'step' | 'impact' | 'whistle' | 'beep' | 'radio' | 'bird' | 'road'
  /** Case time at which it leaves the source, seconds. */
  readonly at: number
  readonly signal: Float32Array
  place(t: number): Point
  /** So far away that its level is the same everywhere in the yard. */
  readonly isFar: boolean
  readonly label: string
}

/** How long the exercise sounds, seconds on the case clock. */
export const soundSeconds = 79

export const instructorAt: Point = { x: -5.2, y: 1.62, z: 8.4 }
/** The muzzle of trainee B's blank-firing pistol, held up. */
const muzzle: Point = { x: 6.5, y: 2.2, z: -5.6 }
const deviceBeeps = [
  { camera: 'body-camera-a', media: 12.1 },
  { camera: 'body-camera-b', media: 1 },
  { camera: 'body-camera-b', media: 31 },
] as const

/** What was said, with its words, for the truth. */
export interface SaidLine {
  readonly line: (typeof lines)[number]
  readonly spoken: Spoken
}

export function allSources(): { readonly sources: readonly Source[]; readonly said: readonly SaidLine[] } {
  const said = lines.map(line => ({ line, spoken: spoken(line) }))
  const sources: Source[] = []
  const add = (source: Omit<Source, 'isFar'> & { readonly isFar?: boolean }) =>
    sources.push({ isFar: false, ...source })
  for (const { line, spoken: voice } of said) {
    const { who, at, text } = line
    if (who === 'dispatcher') {
      // Heard in the yard from trainee A's radio, opened and closed by a burst of noise.
      const place = radioOf
      add({ what: 'radio', at: at - 0.09, signal: squelch(Math.round(at * 10)), place, label: 'radio opens' })
      add({ what: 'speech', at, signal: voice.signal, place, label: text })
      add({
        what: 'radio',
        at: at + voice.signal.length / 48_000 + 0.05,
        signal: squelch(Math.round(at * 10) + 1),
        place,
        label: 'radio closes',
      })
    } else {
      const place = who === 'instructor' ? () => instructorAt : (t: number) => mouthOf(who, t)
      add({ what: 'speech', at, signal: voice.signal, place, label: text })
    }
  }
  for (const [n, at] of moments.blanks.entries())
    add({ what: 'blank', at, signal: blank(900 + 10 * n), place: () => muzzle, label: `blank ${n + 1}` })
  add({
    what: 'whistle',
    at: moments.whistle,
    signal: whistle(),
    place: () => instructorAt,
    label: 'whistle',
  })
  // The exercise begins with the same whistle: a sound that is heard twice.
  add({
    what: 'whistle',
    at: moments.exerciseBegins,
    signal: whistle(),
    place: () => instructorAt,
    label: 'whistle',
  })
  add({ what: 'impact', at: propLandsAt, signal: clack(0.42), place: lies, label: 'prop lands' })
  add({ what: 'impact', at: propLandsAt + 0.242, signal: clack(0.13), place: lies, label: 'prop bounces' })
  for (const { camera, media } of deviceBeeps) {
    const device = cameraNamed(camera)
    add({
      what: 'beep',
      at: onCase(device, media),
      signal: beeps(),
      place: t => device.view(t).eye,
      label: `${camera} beeps`,
    })
  }
  for (const [index, person] of people.entries())
    for (const [n, at] of stepTimes(person).entries())
      add({
        what: 'step',
        at,
        signal: footstep(2000 + 300 * index + n),
        place: t => groundOf(person, t),
        label: `${person} steps`,
      })
  const random = seeded(303)
  for (let n = 0; n < 34; n++)
    add({
      what: 'bird',
      at: 0.5 + random() * 76,
      signal: birdCall(700 + n),
      place: treeAt({ x: -30 + 60 * random(), y: 4 + 3 * random(), z: random() < 0.5 ? -27 : 20 }),
      label: 'bird',
    })
  add({
    what: 'road',
    at: 0,
    signal: road(soundSeconds),
    place: () => ({ x: 160, y: 1, z: 90 }),
    isFar: true,
    label: 'road',
  })
  return { sources: sources.sort((a, b) => a.at - b.at), said }
}

/** The loudspeaker of trainee A's radio, on the left shoulder. */
export function radioOf(t: number): Point {
  const { eye } = cameraNamed('body-camera-a').view(t)
  return { ...eye, y: eye.y + 0.14 }
}

function lies(t: number): Point {
  return fallenProp(t)?.at ?? groundOf('actor', t)
}

function treeAt(point: Point): () => Point {
  return () => point
}

/** The times at which a foot touches the ground: whenever another stride has been walked. */
function stepTimes(person: (typeof people)[number]): number[] {
  const times: number[] = []
  let next = strideMetres * 0.5
  for (let t = 0; t < soundSeconds; t += 0.002) {
    if (walkedBy(person, t) < next) continue
    times.push(t)
    next += strideMetres
  }
  return times
}
