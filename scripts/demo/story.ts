/**
 * What happens in the yard, second by second. All of it is invented: a staged training exercise of an academy that does
 * not exist. Times are seconds on the case clock, places are metres: x to the east, y up, z to the south.
 */
import { eased, type Point, through } from './motion.ts'

export const people = ['traineeA', 'traineeB', 'actor'] as const
export type PersonName = (typeof people)[number]

export const moments = {
  exerciseBegins: 6,
  actorEnters: 23,
  firstCommand: 38,
  secondCommand: 41.2,
  propLeavesHand: 43.867,
  blanks: [44.31, 44.9, 45.72],
  question: 47.2,
  answer: 49,
  aidFrom: 52,
  aidTo: 64.5,
  whistle: 66,
  actorStands: 68,
  wavesFrom: 69,
  wavesTo: 74.5,
} as const

interface Step {
  readonly t: number
  readonly x: number
  readonly z: number
}

const paths: Readonly<Record<PersonName, readonly Step[]>> = {
  traineeA: [
    { t: 0, x: -6.4, z: 9.4 },
    { t: 27, x: -6.4, z: 9.4 },
    { t: 31, x: -5.6, z: 6.2 },
    { t: 36, x: -2.8, z: 4 },
    { t: 41.4, x: 0.9, z: 3 },
    { t: 46.4, x: 0.9, z: 3 },
    { t: 48.6, x: 4.8, z: 1.8 },
    { t: 50, x: 6.7, z: -0.4 },
    { t: 51.3, x: 4.2, z: -2.7 },
    { t: 52.6, x: 1.7, z: -2.75 },
    { t: 65.4, x: 1.7, z: -2.75 },
    { t: 67.6, x: 2.1, z: -3.4 },
    { t: 78, x: 2.1, z: -3.4 },
  ],
  traineeB: [
    { t: 0, x: -4.9, z: 10.1 },
    { t: 27.6, x: -4.9, z: 10.1 },
    { t: 33, x: 3.6, z: 9.2 },
    { t: 37, x: 9.6, z: 6.2 },
    { t: 41, x: 10.3, z: -2.6 },
    { t: 43.2, x: 6.6, z: -5.7 },
    { t: 46.6, x: 6.6, z: -5.7 },
    { t: 51, x: 4.6, z: -5.9 },
    { t: 54, x: 2.2, z: -4.9 },
    { t: 78, x: 2.2, z: -4.9 },
  ],
  actor: [
    { t: 0, x: -16, z: 13.5 },
    { t: 23, x: -16, z: 13.5 },
    { t: 29, x: -9.6, z: 7.6 },
    { t: 33.4, x: -5.4, z: 3.6 },
    { t: 37.4, x: -2.3, z: -0.4 },
    { t: 39.4, x: -0.6, z: -2.2 },
    { t: 41.6, x: 0.5, z: -2.4 },
    { t: 78, x: 0.5, z: -2.4 },
  ],
}

/** Where a person stands: the ground under them. */
export function groundOf(person: PersonName, t: number): Point {
  const keys = paths[person]
  const along = (axis: 'x' | 'z') =>
    through(
      keys.map(key => ({ t: key.t, v: key[axis] })),
      t,
    )
  return { x: along('x'), y: 0, z: along('z') }
}

export function speedOf(person: PersonName, t: number): number {
  const a = groundOf(person, t - 0.05)
  const b = groundOf(person, t + 0.05)
  return Math.hypot(b.x - a.x, b.z - a.z) / 0.1
}

const stepSeconds = 0.02
const walked = new Map<PersonName, readonly number[]>()

/** Metres a person has walked since the start: steps are taken by distance, so feet do not slide. */
export function walkedBy(person: PersonName, t: number): number {
  let table = walked.get(person)
  if (!table) {
    const sums = [0]
    for (let n = 1; n <= 80 / stepSeconds; n++) {
      const [a, b] = [groundOf(person, (n - 1) * stepSeconds), groundOf(person, n * stepSeconds)]
      sums.push((sums[n - 1] as number) + Math.hypot(b.x - a.x, b.z - a.z))
    }
    walked.set(person, sums)
    table = sums
  }
  const at = Math.max(0, Math.min(table.length - 1.001, t / stepSeconds))
  const whole = Math.floor(at)
  const low = table[whole] as number
  return low + (at - whole) * ((table[whole + 1] as number) - low)
}

/** Metres from one foot's contact to the other's. */
export const strideMetres = 0.72

/** What a person turns to: a point, from a time on. Before the first they look along their way. */
const turns: Readonly<
  Record<PersonName, readonly { readonly t: number; readonly to: 'way' | PersonName | Point }[]>
> = {
  traineeA: [
    { t: 0, to: { x: 4, y: 0, z: -2 } },
    { t: 12, to: { x: -14, y: 0, z: 9 } },
    { t: 17, to: { x: 3, y: 0, z: -4 } },
    { t: 24.5, to: 'actor' },
    { t: 46.6, to: 'way' },
    { t: 51, to: 'actor' },
    { t: 66.4, to: 'traineeB' },
    { t: 68.2, to: 'actor' },
    { t: 71, to: { x: 8, y: 0, z: 12 } },
  ],
  traineeB: [
    { t: 0, to: { x: 6, y: 0, z: 2 } },
    { t: 11, to: 'traineeA' },
    { t: 15, to: { x: -2, y: 0, z: -6 } },
    { t: 25, to: 'actor' },
    { t: 28, to: 'way' },
    { t: 42.4, to: 'actor' },
    { t: 66.4, to: 'traineeA' },
    { t: 68.4, to: 'actor' },
    { t: 71.4, to: { x: 8, y: 0, z: 12 } },
  ],
  actor: [
    { t: 0, to: { x: -6, y: 0, z: 5 } },
    { t: 23, to: 'way' },
    { t: 41.3, to: 'traineeA' },
    { t: 47, to: 'traineeB' },
    { t: 50.5, to: 'traineeA' },
    { t: 54, to: { x: 4, y: 0, z: 4 } },
    { t: 69, to: { x: 7, y: 0, z: 10 } },
    { t: 72, to: { x: -6, y: 0, z: 0 } },
    { t: 73.6, to: { x: 5, y: 0, z: 8 } },
  ],
}

/** Which way a person faces: radians from south (0) over east (π/2). A turn takes 0.8 s. */
export function facingOf(person: PersonName, t: number): number {
  const keys = turns[person]
  let x = 0
  let z = 0
  // A soft blend of what is faced now and what comes next.
  for (const [at, key] of keys.entries()) {
    const next = keys[at + 1]
    const weight = eased(key.t - (at === 0 ? 1 : 0.4), key.t + (at === 0 ? -0.9 : 0.4), t)
    const gone = next ? eased(next.t - 0.4, next.t + 0.4, t) : 0
    if (weight - gone <= 0) continue
    const angle = toward(person, key.to, t)
    x += (weight - gone) * Math.sin(angle)
    z += (weight - gone) * Math.cos(angle)
  }
  return Math.atan2(x, z)
}

function toward(person: PersonName, to: 'way' | PersonName | Point, t: number): number {
  const here = groundOf(person, t)
  if (to === 'way') {
    const [a, b] = [groundOf(person, t - 0.4), groundOf(person, t + 0.6)]
    return Math.atan2(b.x - a.x, b.z - a.z)
  }
  const there = typeof to === 'string' ? groundOf(to, t) : to
  return Math.atan2(there.x - here.x, there.z - here.z)
}

/** How far a person has sat down (actor) or knelt (trainee A), 0 to 1. */
export function loweredBy(person: PersonName, t: number): number {
  switch (person) {
    case 'actor':
      return eased(46, 47.1, t) - eased(moments.actorStands, moments.actorStands + 1.3, t)
    case 'traineeA':
      return eased(52.2, 53.2, t) - eased(64.8, 65.7, t)
    case 'traineeB':
      return 0
  }
}

/** Height of a standing mouth; sitting or kneeling lowers it. */
export function mouthOf(person: PersonName, t: number): Point {
  const ground = groundOf(person, t)
  const facing = facingOf(person, t)
  const low = person === 'actor' ? 0.82 : 0.45
  return {
    x: ground.x + 0.1 * Math.sin(facing),
    y: 1.58 - low * loweredBy(person, t),
    z: ground.z + 0.1 * Math.cos(facing),
  }
}

const floorHeight = 0.045
const gravity = 9.81
/** Where the hand lets go, from the measured pose of the figure (checked when the scene is drawn). */
export const propReleasedAt: Point = { x: 0.222, y: 0.847, z: -2.314 }

/** Where the dropped prop is and how far it has turned; null while it is held. Two bounces, then it lies still. */
export function fallenProp(t: number): { readonly at: Point; readonly turn: number } | null {
  const since = t - moments.propLeavesHand
  if (since < 0) return null
  let height = propReleasedAt.y - floorHeight
  let left = since
  let fall = Math.sqrt((2 * height) / gravity)
  if (left <= fall) return resting(since, floorHeight + height - 0.5 * gravity * left * left)
  left -= fall
  for (let bounce = 0; bounce < 2; bounce++) {
    height *= 0.09
    fall = Math.sqrt((2 * height) / gravity)
    if (left <= 2 * fall) {
      const u = left - fall
      return resting(since, floorHeight + height - 0.5 * gravity * u * u)
    }
    left -= 2 * fall
  }
  return resting(since, floorHeight)
}

function resting(since: number, y: number): { readonly at: Point; readonly turn: number } {
  const slide = eased(0, 0.75, since)
  return {
    at: { x: propReleasedAt.x - 0.34 * slide, y, z: propReleasedAt.z + 0.16 * slide },
    turn: 2.4 * slide,
  }
}

/** When the falling prop first touches the ground. */
export const propLandsAt =
  moments.propLeavesHand + Math.sqrt((2 * (propReleasedAt.y - floorHeight)) / gravity)

export interface Line {
  readonly who: 'traineeA' | 'traineeB' | 'actor' | 'dispatcher' | 'instructor'
  /** When the first sound leaves the mouth (or, for the dispatcher, the loudspeaker). */
  readonly at: number
  readonly text: string
}

export const lines: readonly Line[] = [
  { who: 'traineeA', at: 8.2, text: 'Cameras on. This is a staged exercise.' },
  { who: 'dispatcher', at: 21, text: 'Yard unit, a person with an orange object is walking in.' },
  { who: 'traineeA', at: 25.4, text: 'Copy. We see him.' },
  { who: 'traineeB', at: 28.2, text: 'I go around.' },
  { who: 'traineeA', at: 33.2, text: 'Academy! Stop there, please!' },
  { who: 'dispatcher', at: 35.4, text: 'Yard unit, what is your position?' },
  { who: 'traineeA', at: moments.firstCommand, text: 'Drop it!' },
  { who: 'traineeA', at: moments.secondCommand, text: 'Drop it!' },
  { who: 'actor', at: moments.question, text: 'What did I do wrong?' },
  { who: 'traineeB', at: moments.answer, text: 'You did not stop walking.' },
  { who: 'traineeA', at: 53.4, text: 'Let me see your arm.' },
  { who: 'dispatcher', at: 55.6, text: 'Yard unit, do you need the medic?' },
  { who: 'traineeA', at: 58, text: 'No medic. First aid practice only.' },
  { who: 'actor', at: 62, text: 'Not so tight.' },
  { who: 'instructor', at: 66.9, text: 'End of exercise! Everybody up!' },
  { who: 'actor', at: 71, text: 'I am fine. Hello!' },
]
